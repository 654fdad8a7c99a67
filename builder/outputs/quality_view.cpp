// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/quality_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "catalog/base/number.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::DatasetQuality;
using catalog::Outcome;
using catalog::Standing;
using nlohmann::json;

std::string percent(int score, Lang lang) { return format_number(score / 100.0, lang == Lang::vi, 2) + (lang == Lang::vi ? " %" : "%"); }

/// One score as the partial shows it: a word, a bar, a sentence.
json score(const Site& site, const std::string& key, std::optional<int> value, std::string sentence, Lang lang) {
    return {{"word", site.text("quality_" + key, lang)},
            {"measured", value.has_value()},
            {"points", std::to_string(value.value_or(0))},
            {"value", value ? percent(*value, lang) : ""},
            {"sentence", value ? std::move(sentence) : site.text("quality_not_measured", lang)}};
}

std::string counted(const char* words_vi, const char* words_en, std::uint64_t part, std::uint64_t whole, Lang lang) {
    return fmt::format(fmt::runtime(lang == Lang::vi ? words_vi : words_en), show_count(part, lang), show_count(whole, lang));
}

std::string timely_sentence(const catalog::Timeliness& timeliness, Lang lang) {
    if (!timeliness.passed.empty()) {
        const auto all = std::min(timeliness.counted, timeliness.passed.size());
        const auto kept = std::count_if(timeliness.passed.end() - static_cast<std::ptrdiff_t>(all), timeliness.passed.end(), [](const auto& record) { return record.outcome == Outcome::on_time; });
        return counted("Giữ đúng {} trong {} hạn gần nhất.", "{} of the last {} deadlines were kept.", static_cast<std::uint64_t>(kept), all, lang);
    }
    return lang == Lang::vi ? "Tính theo thời gian từ khi dữ liệu thay đổi đến khi được phê duyệt (24 giờ)." : "From the change of the data to its approval (24 hours).";
}

json four_scores(const Site& site, const catalog::QualityInputs& inputs, const catalog::Scores& scores, const catalog::Timeliness& timeliness, Lang lang) {
    auto complete = counted("{} trong {} ô có giá trị.", "{} of {} cells hold a value.", inputs.filled, inputs.cells, lang);
    if (inputs.expected > 1) {
        complete += counted(" Có {} trong {} đơn vị phải có.", " {} of the {} expected are there.", inputs.present, inputs.expected, lang);
    }
    return json::array({score(site, "valid", scores.valid, counted("{} chỗ cần lưu ý về giá trị trong {} ô.", "{} remarks about values in {} cells.", inputs.valid_faults, inputs.cells, lang), lang),
                        score(site, "complete", scores.complete, std::move(complete), lang),
                        score(site, "clean", scores.clean, counted("{} chỗ phải chỉnh về cách ghi trong {} ô.", "{} places in {} cells were written untidily.", inputs.clean_faults, inputs.cells, lang), lang),
                        score(site, "timely", scores.timely, timely_sentence(timeliness, lang), lang)});
}

/// show_period(), which knows no days.
std::string period_words(const std::string& period, Lang lang) {
    const auto day = parse_iso_date(period);
    return day ? show_date(*day, lang) : show_period(period, lang);
}

std::string last_words(const catalog::Timeliness& timeliness, Lang lang) {
    const bool vi = lang == Lang::vi;
    const auto* last = timeliness.last();
    if (last == nullptr) {
        return "";
    }
    const auto period = period_words(last->period, lang) + ": ";
    switch (last->outcome) {
        case Outcome::on_time: return period + (vi ? "đúng hạn" : "on time");
        case Outcome::late: return period + (vi ? "muộn " : "late by ") + show_delay(last->delay(), lang);
        case Outcome::missing: return period + (vi ? "chưa có" : "not delivered");
    }
    return "";
}

}  // namespace

std::string show_deadline(Instant due, Lang lang) {
    const auto iso = to_iso_vn(due);
    return iso.substr(11, 5) + (lang == Lang::vi ? " ngày " : " on ") + show_date(date_vn(due), lang);
}

std::string show_delay(std::int64_t seconds, Lang lang) {
    struct Size {
        std::int64_t seconds;
        const char* vi;
        const char* en;
    };
    static constexpr Size kSizes[] = {{86400, "ngày", "day"}, {3600, "giờ", "hour"}, {60, "phút", "minute"}, {1, "giây", "second"}};
    const auto* size = std::find_if(std::begin(kSizes), std::end(kSizes) - 1, [&](const Size& each) { return seconds >= each.seconds; });
    const auto number = std::max<std::int64_t>(1, seconds / size->seconds);
    return std::to_string(number) + " " + (lang == Lang::vi ? size->vi : std::string(size->en) + (number == 1 ? "" : "s"));
}

json standing_row(const Site& site, const catalog::CatalogEntry& entry, const DatasetQuality& quality, Lang lang) {
    const auto& timeliness = quality.timeliness;
    const auto standing = std::string(to_string(timeliness.standing));
    auto key = "standing_" + standing;
    std::replace(key.begin(), key.end(), '-', '_');
    static const std::map<Standing, std::string> kKinds = {{Standing::on_time, "open"}, {Standing::due, "aggregated"}, {Standing::late, "restricted"}, {Standing::no_date, "plain"}, {Standing::not_asked, "plain"}};
    return {{"standing", site.text(key, lang)},
            {"kind", kKinds.at(timeliness.standing)},
            {"title", entry.title.in(lang)},
            {"url", Site::url("/dataset/" + entry.id, lang)},
            {"frequency", show_frequency(std::string(to_string(entry.frequency)), lang)},
            {"last", last_words(timeliness, lang)},
            {"next", timeliness.next_due ? show_deadline(*timeliness.next_due, lang) : ""},
            {"never", quality.versions.empty()}};
}

json no_quality() {
    return {{"has_quality", false}, {"scores", json::array()}, {"standing", ""}, {"standing_kind", ""}, {"last", ""}, {"next", ""}, {"json_url", ""}, {"freshness_url", ""}, {"has_quarters", false}, {"quarters", json::array()}};
}

json dataset_quality(const Site& site, const catalog::CatalogEntry& entry, const DatasetQuality& quality, int version, Lang lang) {
    auto context = no_quality();
    if (quality.timeliness.standing == Standing::not_asked) {
        return context;
    }
    const auto row = standing_row(site, entry, quality, lang);
    context["has_quality"] = true;
    context["standing"] = row["standing"];
    context["standing_kind"] = row["kind"];
    context["last"] = row["last"];
    context["next"] = row["next"];
    context["json_url"] = "/dataset/" + entry.id + "/quality.json";
    context["freshness_url"] = Site::url("/freshness", lang);
    if (!quality.versions.empty()) {
        const auto found = std::find_if(quality.versions.begin(), quality.versions.end(), [&](const auto& each) { return each.version == version; });
        const auto& shown = found == quality.versions.end() ? quality.versions.back() : *found;
        auto scores = shown.scores;
        scores.timely = quality.scores.timely;
        context["scores"] = four_scores(site, shown.inputs, scores, quality.timeliness, lang);
    }
    return context;
}

json agency_quality(const Site& site, const catalog::CatalogSnapshot& snapshot, const std::string& agency, const std::vector<const catalog::CatalogEntry*>& entries,
                    const std::vector<DatasetQuality>& quality, Lang lang) {
    auto context = no_quality();
    std::vector<catalog::Scores> scores;
    for (const auto& each : quality) {
        scores.push_back(each.scores);
    }
    const auto quarters = quarters_of(snapshot, entries, quality);
    if (quarters.empty()) {
        return context;
    }
    const auto mean = mean_of(scores);
    const auto words = [&](const char* vi, const char* en) { return std::string(lang == Lang::vi ? vi : en); };
    context["has_quality"] = true;
    context["json_url"] = "/agency/" + agency + "/quality.json";
    context["freshness_url"] = Site::url("/freshness", lang);
    context["scores"] = json::array({score(site, "valid", mean.valid, words("Bình quân các bộ dữ liệu đã công bố.", "Mean of the published datasets."), lang),
                                     score(site, "complete", mean.complete, words("Bình quân các bộ dữ liệu đã công bố.", "Mean of the published datasets."), lang),
                                     score(site, "clean", mean.clean, words("Bình quân các bộ dữ liệu đã công bố.", "Mean of the published datasets."), lang),
                                     score(site, "timely", mean.timely, words("Bình quân các bộ dữ liệu có hạn.", "Mean of the datasets with deadlines."), lang)});
    context["has_quarters"] = true;
    for (const auto& quarter : quarters) {
        const auto cell = [&](std::optional<int> value) { return value ? percent(*value, lang) : "–"; };
        context["quarters"].push_back({{"period", show_period(quarter.period, lang)},
                                       {"on_time", show_count(quarter.on_time, lang)},
                                       {"late", show_count(quarter.late, lang)},
                                       {"missing", show_count(quarter.missing, lang)},
                                       {"versions", show_count(quarter.versions, lang)},
                                       {"valid", cell(quarter.scores.valid)},
                                       {"complete", cell(quarter.scores.complete)},
                                       {"clean", cell(quarter.scores.clean)},
                                       {"timely", cell(quarter.scores.timely)}});
    }
    return context;
}

std::string quality_fingerprint(const DatasetQuality& quality) {
    std::string text;
    const auto add = [&](std::int64_t number) { text += std::to_string(number) + ' '; };
    const auto add_score = [&](std::optional<int> value) { add(value.value_or(-1)); };
    for (const auto& version : quality.versions) {
        add(version.version);
        for (const auto& value : {version.scores.valid, version.scores.complete, version.scores.clean, version.scores.timely}) {
            add_score(value);
        }
        for (const auto number : {version.inputs.cells, version.inputs.filled, version.inputs.expected, version.inputs.present, version.inputs.valid_faults, version.inputs.clean_faults}) {
            add(static_cast<std::int64_t>(number));
        }
        add(version.arrival.delay);
        add(version.arrival.since_change.value_or(-1));
        text += version.arrival.period;
    }
    for (const auto& record : quality.timeliness.passed) {
        add(record.due.seconds);
        add(record.version);
    }
    add(static_cast<int>(quality.timeliness.standing));
    add(quality.timeliness.next_due ? quality.timeliness.next_due->seconds : 0);
    return text;
}

}  // namespace khomo::builder
