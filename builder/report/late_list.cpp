// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/report/late_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace khomo::builder {
namespace {

using catalog::Standing;

struct Line {
    const catalog::CatalogEntry* entry;
    const catalog::DatasetQuality* quality;
    const catalog::Agency* agency;
    std::uint64_t refused = 0;       ///< deliveries since the last version
    std::int64_t late_seconds = 0;   ///< since the oldest deadline in a row that nobody answered
    std::uint64_t missed = 0;        ///< how many in a row
};

std::string quoted(const std::string& text) {
    // A cell that starts like a formula would be one in Excel.
    std::string cell = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos ? "\"'" : "\"";
    for (const char c : text) {
        cell.append(c == '"' ? 2 : 1, c);
    }
    return cell + "\"";
}

std::string percent(std::optional<int> score) { return score ? fmt::format("{}.{:02}", *score / 100, *score % 100) : ""; }

std::string words_of(Standing standing, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (standing) {
        case Standing::on_time: return vi ? "đúng hạn" : "on time";
        case Standing::due: return vi ? "chờ đến hạn" : "due";
        case Standing::late: return vi ? "quá hạn" : "late";
        case Standing::no_date: return vi ? "không có hạn cố định" : "no fixed deadline";
        case Standing::not_asked: return vi ? "không theo dõi" : "not watched";
    }
    return "";
}

std::vector<Line> lines_of(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record) {
    std::vector<Line> lines;
    for (const auto& agency : snapshot.catalogue().agencies) {
        const auto found = record.datasets.find(agency.id);
        if (found == record.datasets.end()) {
            continue;
        }
        for (const auto& dataset : found->second) {
            const auto& timeliness = dataset.quality.timeliness;
            if (timeliness.standing == Standing::not_asked) {
                continue;
            }
            Line line{dataset.entry, &dataset.quality, &agency};
            const auto* current = snapshot.current(dataset.entry->id);
            const auto since = current == nullptr ? Instant{} : current->info().delivery.approved_at();
            line.refused = static_cast<std::uint64_t>(std::count_if(record.refusals.begin(), record.refusals.end(), [&](const auto& refusal) { return refusal.dataset == dataset.entry->id && refusal.at >= since; }));
            for (auto each = timeliness.passed.rbegin(); timeliness.standing == Standing::late && each != timeliness.passed.rend() && each->outcome == catalog::Outcome::missing; ++each) {
                line.late_seconds = snapshot.as_of().seconds - each->due.seconds;
                ++line.missed;
            }
            lines.push_back(line);
        }
    }
    return lines;
}

std::vector<Line> troubled(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record) {
    auto lines = lines_of(snapshot, record);
    std::erase_if(lines, [](const Line& line) { return line.quality->timeliness.standing != Standing::late && line.refused == 0; });
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.late_seconds > b.late_seconds; });
    return lines;
}

std::string days(std::int64_t seconds) { return fmt::format("{:.1f}", static_cast<double>(seconds) / 86400.0); }

}  // namespace

std::string status_csv(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record) {
    std::string csv = "\xEF\xBB\xBF" "co_quan,bo_du_lieu,ma_danh_muc,ten,tan_suat,tinh_trang,ky_gan_nhat,han_gan_nhat,ket_qua,muon_gio,so_ky_chua_nop,ky_toi,han_toi,phien_ban,dung,du,sach,song,dot_giao_bi_tra_lai\r\n";
    for (const auto& line : lines_of(snapshot, record)) {
        const auto& timeliness = line.quality->timeliness;
        const auto* last = timeliness.last();
        const auto& scores = line.quality->scores;
        const int version = line.quality->versions.empty() ? 0 : line.quality->versions.back().version;
        const std::string cells[] = {quoted(line.agency->name.vi),
                                     line.entry->id,
                                     line.entry->inventory,
                                     quoted(line.entry->title.vi),
                                     std::string(to_string(line.entry->frequency)),
                                     quoted(words_of(timeliness.standing, Lang::vi)),
                                     last == nullptr ? "" : last->period,
                                     last == nullptr ? "" : to_iso_vn(last->due),
                                     last == nullptr ? "" : std::string(to_string(last->outcome)),
                                     last == nullptr || last->delay() == 0 ? "" : fmt::format("{:.1f}", static_cast<double>(last->delay()) / 3600.0),
                                     std::to_string(line.missed),
                                     timeliness.next_period.value_or(""),
                                     timeliness.next_due ? to_iso_vn(*timeliness.next_due) : "",
                                     version == 0 ? "" : std::to_string(version),
                                     percent(scores.valid),
                                     percent(scores.complete),
                                     percent(scores.clean),
                                     percent(scores.timely),
                                     std::to_string(line.refused)};
        std::string text;
        for (const auto& cell : cells) {
            text += (&cell == std::begin(cells) ? "" : ",") + cell;
        }
        csv += text + "\r\n";
    }
    return csv;
}

std::vector<std::vector<std::string>> late_table(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::vector<std::vector<std::string>> rows = {vi ? std::vector<std::string>{"Bộ dữ liệu", "Cơ quan", "Tình trạng", "Quá hạn (ngày)", "Số kỳ", "Hạn gần nhất", "Bị trả lại"}
                                                     : std::vector<std::string>{"Dataset", "Agency", "Standing", "Late (days)", "Periods", "Last deadline", "Refused"}};
    for (const auto& line : troubled(snapshot, record)) {
        const auto* last = line.quality->timeliness.last();
        rows.push_back({line.entry->id, (line.agency->short_name.empty() ? line.agency->name : line.agency->short_name).in(lang), words_of(line.quality->timeliness.standing, lang),
                        line.late_seconds == 0 ? "–" : days(line.late_seconds), std::to_string(line.missed), last == nullptr ? "–" : to_iso_vn(last->due), std::to_string(line.refused)});
    }
    return rows;
}

nlohmann::ordered_json late_json(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& line : troubled(snapshot, record)) {
        const auto* last = line.quality->timeliness.last();
        list.push_back({{"dataset", line.entry->id},
                        {"agency", line.agency->id},
                        {"standing", to_string(line.quality->timeliness.standing)},
                        {"late_seconds", line.late_seconds},
                        {"missed_periods", line.missed},
                        {"last_due", last == nullptr ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(to_iso_vn(last->due))},
                        {"refused_deliveries", line.refused}});
    }
    return list;
}

}  // namespace khomo::builder
