// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/report/quarterly_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::PrintCell;
using catalog::PrintSection;
using catalog::PrintTable;
using catalog::Quarter;

PrintCell head(std::string text, int columns = 1, int rows = 1) { return {std::move(text), columns, rows, true, true}; }
PrintCell cell(std::string text) { return {std::move(text), 1, 1, false, false}; }
PrintCell centre(std::string text) { return {std::move(text), 1, 1, false, true}; }
PrintCell tick(bool yes) { return centre(yes ? "x" : ""); }

bool within(Instant at, const Quarter& quarter) { return at >= quarter.begin() && at < quarter.end(); }

/// "Sơn La" of "Ủy ban nhân dân tỉnh Sơn La".
std::string place_of(const catalog::Catalogue& catalogue) {
    const auto* publisher = catalogue.agency(catalogue.portal.publisher);
    const std::string name = publisher == nullptr ? catalogue.portal.title.vi : publisher->name.vi;
    for (const std::string word : {"tỉnh ", "thành phố "}) {
        if (const auto at = name.rfind(word); at != std::string::npos) {
            return name.substr(at + word.size());
        }
    }
    return name;
}

std::string upper_name(const catalog::Catalogue& catalogue) {
    const auto* publisher = catalogue.agency(catalogue.portal.publisher);
    return publisher == nullptr ? "" : publisher->name.vi;
}

catalog::PrintDocument frame(const catalog::Catalogue& catalogue, const Quarter& quarter, const std::string& office) {
    catalog::PrintDocument document;
    document.superior = upper_name(catalogue) == office ? "" : upper_name(catalogue);
    document.office = office;
    document.number = "Số:        /BC-";
    document.place_and_date = place_of(catalogue) + ", ngày       tháng       năm " + std::to_string(quarter.year);
    document.title = "BÁO CÁO";
    document.signature_note = "(Ký tên, đóng dấu)";
    return document;
}

/// The version that stood at the quarter's end, from 1; 0 = none.
int version_at_end(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const Quarter& quarter) {
    int number = 0;
    for (const auto& version : snapshot.versions(entry.id)) {
        number = version.info().delivery.approved_at() < quarter.end() ? version.info().number : number;
    }
    return number;
}

bool is_new(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, const Quarter& quarter) {
    const auto& versions = snapshot.versions(entry.id);
    return !versions.empty() && within(versions.front().info().delivery.approved_at(), quarter);
}

/// Up to date at the report: there is data, and the last deadline up to the quarter's end was answered by then.
bool is_current(const WatchedDataset& dataset, const Quarter& quarter, int version) {
    if (version == 0) {
        return false;
    }
    const auto& passed = dataset.quality.timeliness.passed;
    const auto last = std::find_if(passed.rbegin(), passed.rend(), [&](const auto& record) { return record.due < quarter.end(); });
    return last == passed.rend() || (last->received && *last->received < quarter.end());
}

const catalog::Officer* officer_of(const std::vector<catalog::Officer>& officers, const catalog::CatalogEntry& entry) {
    const catalog::Officer* general = nullptr;
    for (const auto& officer : officers) {
        if (officer.agency != entry.agency) {
            continue;
        }
        if (std::find(officer.datasets.begin(), officer.datasets.end(), entry.id) != officer.datasets.end()) {
            return &officer;
        }
        general = officer.datasets.empty() && general == nullptr ? &officer : general;
    }
    return general;
}

PrintSection officers_section(const std::vector<WatchedDataset>& datasets, const std::vector<catalog::Officer>& officers) {
    PrintSection section{"I. THÔNG TIN CÁN BỘ QUẢN LÝ DỮ LIỆU", {}, {}};
    section.table.widths = {6, 46, 24, 20, 22, 18, 10, 10};
    section.table.rows = {{head("STT", 1, 2), head("Tên cơ sở dữ liệu", 1, 2), head("Thông tin cán bộ quản lý dữ liệu", 4), head("Là cán bộ chuyên trách CNTT", 2)},
                          {head("Họ tên"), head("Chức vụ"), head("Đơn vị/phòng/ban"), head("Điện thoại liên hệ"), head("Có"), head("Không")}};
    int number = 0;
    for (const auto& dataset : datasets) {
        const auto* officer = officer_of(officers, *dataset.entry);
        const auto text = [&](std::string catalog::Officer::*member) { return cell(officer == nullptr ? "" : officer->*member); };
        section.table.rows.push_back({centre(std::to_string(++number)), cell(dataset.entry->title.vi), text(&catalog::Officer::name), text(&catalog::Officer::position), text(&catalog::Officer::unit),
                                      text(&catalog::Officer::phone), tick(officer != nullptr && officer->it_specialist), tick(officer != nullptr && !officer->it_specialist)});
    }
    return section;
}

void add_group(PrintTable& table, const char* number, const char* title) {
    std::vector<PrintCell> row = {centre(number), cell(title)};
    for (int i = 0; i < 8; ++i) {
        row.push_back(cell(""));
    }
    table.rows.push_back(std::move(row));
}

/// What stood in the way, as the record knows it; the agency adds its own.
std::vector<std::string> obstacles(const AgencyRecord& record, const std::string& agency, const std::vector<WatchedDataset>& datasets, const Quarter& quarter) {
    std::vector<std::string> lines;
    const auto title = [&](const std::string& id) {
        const auto found = std::find_if(datasets.begin(), datasets.end(), [&](const auto& dataset) { return dataset.entry->id == id; });
        return found == datasets.end() ? id : found->entry->title.vi;
    };
    for (const auto& deadline : record.deadlines) {
        if (deadline.agency == agency && within(deadline.record.due, quarter) && deadline.record.outcome != catalog::Outcome::on_time) {
            const bool late = deadline.record.outcome == catalog::Outcome::late;
            lines.push_back(title(deadline.dataset) + ", kỳ " + deadline.record.period + ": " +
                            (late ? fmt::format("nộp muộn {:.1f} giờ", static_cast<double>(deadline.record.delay()) / 3600.0) : std::string("chưa nộp")));
        }
    }
    for (const auto& refusal : record.refusals) {
        const bool own = std::any_of(datasets.begin(), datasets.end(), [&](const auto& dataset) { return dataset.entry->id == refusal.dataset; });
        if (own && within(refusal.at, quarter)) {
            std::string rules;
            for (const auto& [rule, count] : refusal.rules) {
                rules += (rules.empty() ? "" : ", ") + rule + " (" + std::to_string(count) + ")";
            }
            lines.push_back(title(refusal.dataset) + ": một đợt giao bị trả lại ngày " + show_date(date_vn(refusal.at), Lang::vi) + ", vì " + rules);
        }
    }
    return lines;
}

PrintSection supply_section(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record, const std::string& agency, const std::vector<WatchedDataset>& datasets, const Quarter& quarter) {
    PrintSection section{"II. THÔNG TIN CẬP NHẬT, KẾT NỐI, CHIA SẺ DỮ LIỆU KHO DỮ LIỆU DÙNG CHUNG", {}, {}};
    auto& table = section.table;
    table.widths = {6, 60, 10, 10, 10, 10, 10, 10, 10, 10};
    table.rows = {{head("STT", 1, 2), head("Tên cơ sở dữ liệu", 1, 2), head("Có đặc tả API chia sẻ sử dụng", 2), head("Có chia sẻ sử dụng", 2), head("Dữ liệu cập nhật đến ngày báo cáo", 2), head("Xây dựng mới", 2)},
                  {head("Có"), head("Không"), head("Có"), head("Không"), head("Có"), head("Không"), head("Có"), head("Không")}};
    const auto add_datasets = [&](bool shared_only) {
        int number = 0;
        for (const auto& dataset : datasets) {
            const int version = version_at_end(snapshot, *dataset.entry, quarter);
            // What is published has the query interface of the portal and is shared by that very fact.
            const bool shared = version > 0;
            const bool connected = version > 0 || dataset.entry->supply.from != "folder";
            if (shared_only ? !shared : !connected) {
                continue;
            }
            const bool current = is_current(dataset, quarter, version);
            const bool fresh = is_new(snapshot, *dataset.entry, quarter);
            table.rows.push_back({centre(std::to_string(++number)), cell(dataset.entry->title.vi), tick(shared), tick(!shared), tick(shared), tick(!shared), tick(current), tick(!current), tick(fresh), tick(!fresh)});
        }
    };
    add_group(table, "I", "CSDL kết nối về Kho dữ liệu dùng chung");
    add_datasets(false);
    add_group(table, "II", "CSDL chia sẻ cho cơ quan khác sử dụng");
    add_datasets(true);
    add_group(table, "III", "Nhu cầu triển khai CSDL mới");
    table.rows.push_back({centre("1"), cell(""), cell(""), cell(""), cell(""), cell(""), cell(""), cell(""), cell(""), cell("")});
    add_group(table, "IV", "Vướng mắc, đề nghị");
    int number = 0;
    for (const auto& line : obstacles(record, agency, datasets, quarter)) {
        table.rows.push_back({centre(std::to_string(++number)), {line, 9, 1, false, false}});
    }
    return section;
}

std::string percent(std::optional<int> score) { return score ? fmt::format("{},{:02} %", *score / 100, *score % 100) : "–"; }

/// One line of the summary.
struct AgencyQuarter {
    std::uint64_t catalogue = 0;
    std::uint64_t published = 0;
    std::uint64_t versions = 0;
    std::uint64_t on_time = 0;
    std::uint64_t late = 0;
    std::uint64_t missing = 0;
    std::uint64_t refused = 0;
    catalog::Scores scores;
};

AgencyQuarter sum_up(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record, const std::string& agency, const std::vector<WatchedDataset>& datasets, const Quarter& quarter) {
    AgencyQuarter sum;
    std::vector<catalog::Scores> scores;
    for (const auto& dataset : datasets) {
        ++sum.catalogue;
        sum.published += version_at_end(snapshot, *dataset.entry, quarter) > 0 ? 1 : 0;
        const auto& versions = snapshot.versions(dataset.entry->id);
        for (std::size_t i = 0; i < versions.size(); ++i) {
            if (within(versions[i].info().delivery.approved_at(), quarter)) {
                ++sum.versions;
                scores.push_back(dataset.quality.versions[i].scores);
            }
        }
        sum.refused += static_cast<std::uint64_t>(std::count_if(record.refusals.begin(), record.refusals.end(), [&](const auto& refusal) { return refusal.dataset == dataset.entry->id && within(refusal.at, quarter); }));
    }
    for (const auto& deadline : record.deadlines) {
        if (deadline.agency == agency && within(deadline.record.due, quarter)) {
            ++(deadline.record.outcome == catalog::Outcome::on_time ? sum.on_time : deadline.record.outcome == catalog::Outcome::late ? sum.late : sum.missing);
        }
    }
    sum.scores = mean_of(scores);
    const auto deadlines = sum.on_time + sum.late + sum.missing;
    sum.scores.timely = deadlines == 0 ? std::nullopt : std::optional(static_cast<int>(sum.on_time * catalog::kFull / deadlines));
    return sum;
}

}  // namespace

catalog::PrintDocument quarterly_report(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record, const catalog::Agency& agency, const Quarter& quarter,
                                        const std::vector<catalog::Officer>& officers) {
    const auto& catalogue = snapshot.catalogue();
    auto document = frame(catalogue, quarter, agency.name.vi);
    document.subtitle = "Tổng hợp tình hình quản lý, vận hành và khai thác Kho dữ liệu dùng chung tỉnh " + place_of(catalogue);
    const auto found = record.datasets.find(agency.id);
    const auto datasets = found == record.datasets.end() ? std::vector<WatchedDataset>() : found->second;
    document.sections = {officers_section(datasets, officers), supply_section(snapshot, record, agency.id, datasets, quarter)};
    document.signer = "ĐẠI DIỆN ĐƠN VỊ";
    return document;
}

catalog::PrintDocument province_summary(const catalog::CatalogSnapshot& snapshot, const AgencyRecord& record, const Quarter& quarter) {
    const auto& catalogue = snapshot.catalogue();
    const auto* office = catalogue.agency(catalogue.portal.operator_agency);
    auto document = frame(catalogue, quarter, office == nullptr ? "" : office->name.vi);
    document.subtitle = fmt::format("Tổng hợp tình hình cập nhật, chất lượng và công bố dữ liệu, {}", show_period(quarter.name(), Lang::vi));
    document.signer = "THỦ TRƯỞNG ĐƠN VỊ";
    PrintSection section{"I. THEO CƠ QUAN", {}, {}};
    section.table.widths = {6, 44, 12, 12, 12, 10, 10, 10, 10, 11, 11, 11, 11};
    section.table.rows = {{head("STT", 1, 2), head("Cơ quan", 1, 2), head("Bộ dữ liệu trong danh mục", 1, 2), head("Đã công bố", 1, 2), head("Phiên bản mới trong quý", 1, 2), head("Hạn trong quý", 3), head("Đợt giao bị trả lại", 1, 2),
                           head("Chất lượng", 4)},
                          {head("Đúng hạn"), head("Muộn"), head("Chưa nộp"), head("Đúng"), head("Đủ"), head("Sạch"), head("Sống")}};
    AgencyQuarter all;
    int number = 0;
    for (const auto& agency : catalogue.agencies) {
        const auto found = record.datasets.find(agency.id);
        if (found == record.datasets.end()) {
            continue;
        }
        const auto sum = sum_up(snapshot, record, agency.id, found->second, quarter);
        std::vector<PrintCell> row = {centre(std::to_string(++number)), cell(agency.name.vi)};
        for (const auto count : {sum.catalogue, sum.published, sum.versions, sum.on_time, sum.late, sum.missing, sum.refused}) {
            row.push_back(centre(show_count(count, Lang::vi)));
        }
        for (const auto& score : {sum.scores.valid, sum.scores.complete, sum.scores.clean, sum.scores.timely}) {
            row.push_back(centre(percent(score)));
        }
        section.table.rows.push_back(std::move(row));
        for (auto member : {&AgencyQuarter::catalogue, &AgencyQuarter::published, &AgencyQuarter::versions, &AgencyQuarter::on_time, &AgencyQuarter::late, &AgencyQuarter::missing, &AgencyQuarter::refused}) {
            all.*member += sum.*member;
        }
    }
    std::vector<PrintCell> total = {cell(""), cell("Toàn tỉnh")};
    for (const auto count : {all.catalogue, all.published, all.versions, all.on_time, all.late, all.missing, all.refused}) {
        total.push_back(centre(show_count(count, Lang::vi)));
    }
    total.insert(total.end(), 4, cell(""));
    section.table.rows.push_back(std::move(total));
    section.paragraphs = {fmt::format("Danh mục có {} bộ dữ liệu, {} đã công bố. Trong quý có {} phiên bản mới; {} hạn được giữ, {} nộp muộn, {} chưa nộp; {} đợt giao bị trả lại.", show_count(all.catalogue, Lang::vi),
                                      show_count(all.published, Lang::vi), show_count(all.versions, Lang::vi), show_count(all.on_time, Lang::vi), show_count(all.late, Lang::vi), show_count(all.missing, Lang::vi),
                                      show_count(all.refused, Lang::vi))};
    document.sections = {std::move(section)};
    return document;
}

}  // namespace khomo::builder
