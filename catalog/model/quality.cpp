// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/quality.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "catalog/model/deadline.hpp"

namespace khomo::catalog {
namespace {

/// Part of the whole in 1/10000, rounded down; in steps that stay exact for any number of cells below 2^50.
int share(std::uint64_t part, std::uint64_t whole) { return static_cast<int>(std::min(part, whole) * kFull / whole); }

bool names_unit(const CatalogEntry& entry) {
    const auto* unit = entry.unit_field();
    return unit != nullptr && std::find(entry.row_count.by.begin(), entry.row_count.by.end(), unit->name) != entry.row_count.by.end();
}

std::vector<Arrival> arrivals_of(const std::vector<ApprovedVersion>& versions) {
    std::vector<Arrival> arrivals;
    for (const auto& version : versions) {
        const auto& info = version.info();
        arrivals.push_back({info.number, info.delivery.approved_at(), info.delivery.period, info.delivery.changed_at});
    }
    return arrivals;
}

}  // namespace

QualityWord word_of(std::string_view rule) {
    // What Excel or a keyboard did to right values is a matter of cleanliness.
    static constexpr std::array<std::string_view, 3> kClean = {"contract/padded", "contract/date-serial", "contract/totals-row"};
    if (rule.starts_with("form/") || rule.starts_with("text/") || std::find(kClean.begin(), kClean.end(), rule) != kClean.end()) {
        return QualityWord::clean;
    }
    if (rule == "geometry/empty" || rule == "contract/row-count") {
        return QualityWord::complete;  // counted by the cells and rows themselves
    }
    return rule.starts_with("contract/") || rule.starts_with("geometry/") ? QualityWord::valid : QualityWord::none;
}

std::string_view to_string(QualityWord word) {
    switch (word) {
        case QualityWord::valid: return "valid";
        case QualityWord::complete: return "complete";
        case QualityWord::clean: return "clean";
        case QualityWord::none: return "none";
    }
    return "none";
}

QualityInputs quality_inputs(const CatalogEntry& entry, const VersionInfo& version, std::size_t communes) {
    QualityInputs inputs;
    inputs.rows = version.rows;
    std::uint64_t columns = 0;
    const auto count = [&](const std::string& name) {
        const auto found = version.filled.find(name);
        inputs.filled += found == version.filled.end() ? 0 : found->second;
        ++columns;
    };
    for (const auto& field : version.fields) {
        if (!field.made) {
            count(field.name);
        }
    }
    if (!version.geometry_type.empty()) {
        count("");
    }
    inputs.cells = version.rows * columns;
    if (names_unit(entry) && communes > 0) {
        inputs.expected = communes;
        inputs.present = std::min<std::uint64_t>(communes, version.rows_by_unit.size());
    } else if (entry.row_count.min && *entry.row_count.min > 0 && entry.row_count.by.empty()) {
        inputs.expected = *entry.row_count.min;
        inputs.present = std::min(version.rows, inputs.expected);
    }
    for (const auto& finding : version.findings) {
        const auto word = word_of(finding.rule);
        inputs.valid_faults += word == QualityWord::valid ? finding.count : 0;
        inputs.clean_faults += word == QualityWord::clean ? finding.count : 0;
    }
    return inputs;
}

Scores scores_of(const QualityInputs& inputs) {
    Scores scores;
    if (inputs.cells == 0) {
        return scores;
    }
    scores.valid = share(inputs.cells - std::min(inputs.cells, inputs.valid_faults), inputs.cells);
    scores.complete = share(inputs.filled, inputs.cells) * share(inputs.present, inputs.expected) / kFull;
    scores.clean = share(inputs.cells - std::min(inputs.cells, inputs.clean_faults), inputs.cells);
    return scores;
}

DatasetQuality quality_of(const CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    const auto& versions = snapshot.versions(entry.id);
    DatasetQuality quality;
    if (snapshot.withdrawals().dataset(entry.id) != nullptr) {
        quality.timeliness.standing = Standing::not_asked;  // what was due before stands in the journal
        return quality;
    }
    quality.timeliness = timeliness_of(entry, arrivals_of(versions), snapshot.catalogue().portal.deadlines_from, snapshot.as_of());
    for (std::size_t i = 0; i < versions.size(); ++i) {
        VersionQuality each;
        each.version = versions[i].info().number;
        each.inputs = quality_inputs(entry, versions[i].info(), snapshot.catalogue().units.size());
        each.scores = scores_of(each.inputs);
        if (i < quality.timeliness.arrivals.size()) {
            each.arrival = quality.timeliness.arrivals[i];
            each.scores.timely = each.arrival.score();
        }
        quality.versions.push_back(each);
    }
    if (!quality.versions.empty()) {
        quality.scores = quality.versions.back().scores;
    }
    quality.scores.timely = quality.timeliness.score();
    return quality;
}

std::optional<Instant> next_deadline(const CatalogSnapshot& snapshot) {
    std::optional<Instant> next;
    for (const auto& entry : snapshot.catalogue().entries) {
        const auto due = timeliness_of(entry, arrivals_of(snapshot.versions(entry.id)), snapshot.catalogue().portal.deadlines_from, snapshot.as_of()).next_due;
        next = due && (!next || *due < *next) ? due : next;
    }
    return next;
}

Scores mean_of(const std::vector<Scores>& scores) {
    const auto mean = [&](auto member) {
        std::int64_t sum = 0;
        std::int64_t count = 0;
        for (const auto& each : scores) {
            if (each.*member) {
                sum += *(each.*member);
                ++count;
            }
        }
        return count == 0 ? std::optional<int>() : std::optional(static_cast<int>(sum / count));
    };
    return {mean(&Scores::valid), mean(&Scores::complete), mean(&Scores::clean), mean(&Scores::timely)};
}

std::vector<PeriodQuality> quarters_of(const CatalogSnapshot& snapshot, const std::vector<const CatalogEntry*>& entries, const std::vector<DatasetQuality>& quality) {
    struct Sum {
        PeriodQuality period;
        std::vector<Scores> scores;
    };
    std::map<Quarter, Sum> sums;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (const auto& record : quality[i].timeliness.passed) {
            auto& period = sums[quarter_of(record.due)].period;
            ++(record.outcome == Outcome::on_time ? period.on_time : record.outcome == Outcome::late ? period.late : period.missing);
        }
        const auto& versions = snapshot.versions(entries[i]->id);
        for (std::size_t v = 0; v < versions.size(); ++v) {
            auto& sum = sums[quarter_of(versions[v].info().delivery.approved_at())];
            ++sum.period.versions;
            sum.scores.push_back(quality[i].versions[v].scores);
        }
    }
    std::vector<PeriodQuality> list;
    for (auto sum = sums.rbegin(); sum != sums.rend(); ++sum) {
        auto period = sum->second.period;
        period.period = sum->first.name();
        period.scores = mean_of(sum->second.scores);
        const auto deadlines = period.on_time + period.late + period.missing;
        period.scores.timely = deadlines == 0 ? std::nullopt : std::optional(share(period.on_time, deadlines));
        list.push_back(std::move(period));
    }
    return list;
}

}  // namespace khomo::catalog
