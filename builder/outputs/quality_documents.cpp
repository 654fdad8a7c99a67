// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/quality_documents.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "builder/outputs/quality_view.hpp"
#include "catalog/model/quality.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using catalog::DatasetQuality;
using nlohmann::ordered_json;

/// Raise it when a formula changes: whoever recomputes scores must know which formulas they follow.
constexpr int kMethod = 1;

ordered_json maybe(const std::optional<int>& score) { return score ? ordered_json(*score) : ordered_json(nullptr); }

ordered_json scores_json(const catalog::Scores& scores) {
    return {{"valid", maybe(scores.valid)}, {"complete", maybe(scores.complete)}, {"clean", maybe(scores.clean)}, {"timely", maybe(scores.timely)}};
}

ordered_json findings_json(const catalog::VersionInfo& info) {
    std::map<std::string, std::pair<std::string, std::uint64_t>> counts;  // rule → severity, places
    for (const auto& finding : info.findings) {
        auto& count = counts[finding.rule];
        count.first = to_string(finding.severity);
        count.second += finding.count;
    }
    auto list = ordered_json::array();
    for (const auto& [rule, count] : counts) {
        list.push_back({{"rule", rule}, {"severity", count.first}, {"count", count.second}, {"word", to_string(catalog::word_of(rule))}});
    }
    return list;
}

ordered_json arrival_json(const catalog::ArrivalRecord& arrival) {
    return {{"period", arrival.period.empty() ? ordered_json(nullptr) : ordered_json(arrival.period)},
            {"delay_seconds", arrival.delay},
            {"period_seconds", arrival.length},
            {"seconds_since_change", arrival.since_change ? ordered_json(*arrival.since_change) : ordered_json(nullptr)}};
}

ordered_json version_json(const catalog::VersionInfo& info, const catalog::VersionQuality& quality) {
    auto filled = ordered_json::object();
    for (const auto& field : info.fields) {
        const auto found = info.filled.find(field.name);
        if (!field.made) {
            filled[field.name] = found == info.filled.end() ? 0 : found->second;
        }
    }
    ordered_json version = {{"version", info.number},
                            {"approved_at", to_iso_vn(info.delivery.approved_at())},
                            {"declared_period", info.delivery.period},
                            {"rows", info.rows},
                            {"filled", std::move(filled)}};
    if (!info.geometry_type.empty()) {
        const auto found = info.filled.find("");
        version["with_geometry"] = found == info.filled.end() ? 0 : found->second;
    }
    version["expected"] = quality.inputs.expected;
    version["present"] = quality.inputs.present;
    version["findings"] = findings_json(info);
    version["arrival"] = arrival_json(quality.arrival);
    version["scores"] = scores_json(quality.scores);
    return version;
}

ordered_json deadlines_json(const catalog::Timeliness& timeliness) {
    auto list = ordered_json::array();
    for (const auto& record : timeliness.passed) {
        list.push_back({{"period", record.period},
                        {"due", to_iso_vn(record.due)},
                        {"outcome", to_string(record.outcome)},
                        {"version", record.version == 0 ? ordered_json(nullptr) : ordered_json(record.version)},
                        {"received", record.received ? ordered_json(to_iso_vn(*record.received)) : ordered_json(nullptr)},
                        {"delay_seconds", record.delay()}});
    }
    return list;
}

ordered_json dataset_json(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry, const DatasetQuality& quality) {
    ordered_json document = {{"dataset", entry.id},
                             {"agency", entry.agency},
                             {"method", kMethod},
                             {"full_score", catalog::kFull},
                             {"scores", scores_json(quality.scores)},
                             {"frequency", to_string(entry.frequency)},
                             {"standing", to_string(quality.timeliness.standing)},
                             {"next", quality.timeliness.next_due ? ordered_json{{"period", *quality.timeliness.next_period}, {"due", to_iso_vn(*quality.timeliness.next_due)}} : ordered_json(nullptr)},
                             {"counted_deadlines", quality.timeliness.counted},
                             {"deadlines", deadlines_json(quality.timeliness)},
                             {"versions", ordered_json::array()}};
    const auto& versions = snapshot.versions(entry.id);
    for (std::size_t i = 0; i < versions.size(); ++i) {
        document["versions"].push_back(version_json(versions[i].info(), quality.versions[i]));
    }
    return document;
}

ordered_json agency_json(const catalog::CatalogSnapshot& snapshot, const std::string& agency, const std::vector<const CatalogEntry*>& entries, const std::vector<DatasetQuality>& quality) {
    std::vector<catalog::Scores> scores;
    auto datasets = ordered_json::array();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        scores.push_back(quality[i].scores);
        datasets.push_back({{"dataset", entries[i]->id}, {"standing", to_string(quality[i].timeliness.standing)}, {"scores", scores_json(quality[i].scores)}});
    }
    auto quarters = ordered_json::array();
    for (const auto& quarter : quarters_of(snapshot, entries, quality)) {
        quarters.push_back({{"period", quarter.period},
                            {"on_time", quarter.on_time},
                            {"late", quarter.late},
                            {"missing", quarter.missing},
                            {"versions", quarter.versions},
                            {"scores", scores_json(quarter.scores)}});
    }
    return {{"agency", agency}, {"method", kMethod}, {"full_score", catalog::kFull}, {"scores", scores_json(mean_of(scores))}, {"quarters", std::move(quarters)}, {"datasets", std::move(datasets)}};
}

struct AgencyWork {
    std::vector<const CatalogEntry*> entries;
    std::vector<DatasetQuality> quality;
};

}  // namespace

void write_dataset_quality(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry, const DatasetQuality& quality, UnitWriter& writer) {
    writer.write("site/dataset/" + entry.id + "/quality.json", dataset_json(snapshot, entry, quality).dump(1) + "\n");
}

std::vector<Unit> QualityDocuments::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::map<std::string, std::shared_ptr<AgencyWork>> agencies;
    std::map<std::string, Fingerprint> inputs;
    for (const auto& entry : snapshot.catalogue().entries) {
        auto quality = quality_of(snapshot, entry);
        if (quality.timeliness.standing == catalog::Standing::not_asked) {
            continue;
        }
        auto& own = inputs.try_emplace(entry.agency, "quality/agency 2").first->second;
        own.add(entry.id).add(quality_fingerprint(quality));
        for (const auto& version : snapshot.versions(entry.id)) {
            own.add(version.info().delivery.approved_at().seconds);  // the quarter it came in
        }
        auto& work = agencies[entry.agency];
        if (!work) {
            work = std::make_shared<AgencyWork>();
        }
        work->entries.push_back(&entry);
        work->quality.push_back(std::move(quality));
    }
    std::vector<Unit> units;
    for (const auto& [agency, work] : agencies) {
        units.push_back({"quality/agency/" + agency, inputs.at(agency).hex(), [&snapshot, agency = agency, work = work](UnitWriter& writer) {
                             writer.write("site/agency/" + agency + "/quality.json", agency_json(snapshot, agency, work->entries, work->quality).dump(1) + "\n");
                         }});
    }
    return units;
}

}  // namespace khomo::builder
