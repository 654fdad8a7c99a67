// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/report/gate_report.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>

namespace khomo::builder {
namespace {

using catalog::PrintCell;
using catalog::PrintSection;
using nlohmann::ordered_json;

constexpr std::size_t kLongestRun = 5;  // digits that tell nothing about a person: a year, a number of a document

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// Between digits of one number: "0912 345 678", "014.201.…".
bool is_separator(char c) { return c == ' ' || c == '.' || c == '-'; }

bool within(Instant at, const ReportSpan& span) { return (!span.from || at >= *span.from) && (!span.until || at < *span.until); }

struct RuleCount {
    std::uint64_t deliveries = 0;
    std::uint64_t places = 0;
};

ordered_json by_rule(const std::map<std::string, RuleCount>& rules) {
    auto list = ordered_json::array();
    for (const auto& [rule, count] : rules) {
        list.push_back({{"rule", rule}, {"deliveries", count.deliveries}, {"places", count.places}});
    }
    return list;
}

/// Documents and reasons that the record gives for an act; names of people are left out.
ordered_json act_json(const catalog::JournalEntry& entry) {
    const auto details = nlohmann::json::parse(entry.details);
    const auto word = [&](const char* key) {
        const auto& value = details.contains(key) ? details[key] : details;
        const auto& text = value.is_object() && value.contains("vi") ? value["vi"] : value;  // a reason may stand in both languages
        return text.is_string() ? without_personal_numbers(text.get<std::string>()) : std::string();
    };
    return {{"at", to_iso_vn(entry.at)}, {"action", entry.action}, {"dataset", entry.dataset}, {"document", word("document")}, {"reason", word("reason")}, {"sequence", entry.sequence}};
}

bool is_act(const std::string& action) {
    static constexpr std::array<std::string_view, 7> kParts = {"withdraw", "suspend", "resume", "correct", "waive", "waiver", "rolled-back"};
    return std::any_of(kParts.begin(), kParts.end(), [&](auto part) { return action.find(part) != std::string::npos; });
}

ordered_json bases_json(const catalog::CatalogSnapshot& snapshot) {
    auto list = ordered_json::array();
    for (const auto& entry : snapshot.catalogue().entries) {
        for (const auto& flag : entry.personal_data) {
            list.push_back({{"dataset", entry.id}, {"field", flag.field}, {"basis", flag.basis}, {"reason", without_personal_numbers(flag.reason.vi)}, {"published", snapshot.current(entry.id) != nullptr}});
        }
    }
    return list;
}

/// Warnings and notes that stay with published versions.
ordered_json remarks_json(const catalog::CatalogSnapshot& snapshot, const ReportSpan& span) {
    std::map<std::string, RuleCount> rules;
    for (const auto& entry : snapshot.catalogue().entries) {
        for (const auto& version : snapshot.versions(entry.id)) {
            if (!within(version.info().delivery.approved_at(), span)) {
                continue;
            }
            std::map<std::string, std::uint64_t> own;
            for (const auto& finding : version.info().findings) {
                own[finding.rule] += finding.count;
            }
            for (const auto& [rule, places] : own) {
                ++rules[rule].deliveries;
                rules[rule].places += places;
            }
        }
    }
    return by_rule(rules);
}

PrintCell head(const char* text) { return {text, 1, 1, true, true}; }
PrintCell cell(const ordered_json& value) { return {value.is_string() ? value.get<std::string>() : value.dump(), 1, 1, false, false}; }

PrintSection section_of(const char* title, std::vector<double> widths, const std::vector<std::pair<const char*, const char*>>& columns, const ordered_json& rows) {
    PrintSection section{title, {}, {std::move(widths), {}}};
    if (rows.empty()) {
        section.table.widths.clear();
        section.paragraphs.emplace_back("Không có.");
        return section;
    }
    auto& heads = section.table.rows.emplace_back();
    for (const auto& [key, name] : columns) {
        heads.push_back(head(name));
    }
    for (const auto& row : rows) {
        auto& cells = section.table.rows.emplace_back();
        for (const auto& [key, name] : columns) {
            cells.push_back(cell(row.at(key)));
        }
    }
    return section;
}

}  // namespace

std::string without_personal_numbers(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t digits = 0;
        auto end = i;
        for (auto j = i; j < text.size() && (is_digit(text[j]) || (j > i && is_separator(text[j]) && is_digit(text[j - 1]))); ++j) {
            digits += is_digit(text[j]) ? 1 : 0;
            end = is_digit(text[j]) ? j + 1 : end;
        }
        if (digits > kLongestRun) {
            out += "***";
            i = end;
        } else if (end > i) {
            out.append(text, i, end - i);
            i = end;
        } else if (text[i] == '@') {
            while (!out.empty() && out.back() != ' ') {
                out.pop_back();
            }
            out += "***";
            while (i < text.size() && text[i] != ' ') {
                ++i;
            }
        } else {
            out += text[i++];
        }
    }
    return out;
}

ordered_json gate_report(const catalog::CatalogSnapshot& snapshot, const catalog::Journal& journal, const ReportSpan& span) {
    std::map<std::string, RuleCount> rules;
    auto refused = ordered_json::array();
    auto acts = ordered_json::array();
    std::uint64_t accepted = 0;
    for (const auto& entry : journal.entries()) {
        if (!within(entry.at, span)) {
            continue;
        }
        accepted += entry.action == "version-approved" ? 1 : 0;
        if (entry.action == "delivery-refused") {
            const auto details = nlohmann::json::parse(entry.details);
            std::string words;
            for (const auto& [rule, count] : details.value("rules", std::map<std::string, std::uint64_t>())) {
                ++rules[rule].deliveries;
                rules[rule].places += count;
                words += (words.empty() ? "" : ", ") + rule + " (" + std::to_string(count) + ")";
            }
            refused.push_back({{"at", to_iso_vn(entry.at)}, {"dataset", entry.dataset}, {"delivery", without_personal_numbers(details.value("delivery", std::string()))}, {"rules", words}, {"sequence", entry.sequence}});
        } else if (is_act(entry.action)) {
            acts.push_back(act_json(entry));
        }
    }
    const auto broken = journal.first_broken();
    return {{"span", span.words},
            {"examined", accepted + refused.size()},
            {"accepted", accepted},
            {"refused", refused.size()},
            {"journal_whole", !broken.has_value()},
            {"rules", by_rule(rules)},
            {"refusals", std::move(refused)},
            {"remarks", remarks_json(snapshot, span)},
            {"acts", std::move(acts)},
            {"personal_data_bases", bases_json(snapshot)}};
}

catalog::PrintDocument gate_document(const catalog::CatalogSnapshot& snapshot, const ordered_json& report) {
    const auto& catalogue = snapshot.catalogue();
    const auto* office = catalogue.agency(catalogue.portal.operator_agency);
    catalog::PrintDocument document;
    document.office = office == nullptr ? catalogue.portal.title.vi : office->name.vi;
    document.number = "Số:        /BC-";
    document.title = "BÁO CÁO";
    document.subtitle = "Kết quả kiểm tra dữ liệu trước khi công bố trên cổng dữ liệu mở, " + report.at("span").get<std::string>();
    document.signer = "THỦ TRƯỞNG ĐƠN VỊ";
    document.signature_note = "(Ký tên, đóng dấu)";
    PrintSection first{"I. TỔNG HỢP", {}, {}};
    first.paragraphs = {"Đã kiểm tra " + report.at("examined").dump() + " đợt giao: nhận " + report.at("accepted").dump() + ", trả lại " + report.at("refused").dump() + ".",
                        std::string("Chuỗi nhật ký: ") + (report.at("journal_whole").get<bool>() ? "nguyên vẹn." : "BỊ ĐỨT, cần kiểm tra ngay."),
                        "Báo cáo chỉ nêu quy tắc và số lượng, không có giá trị nào của dữ liệu."};
    document.sections.push_back(std::move(first));
    document.sections.push_back(section_of("II. QUY TẮC ĐÃ CHẶN", {40, 14, 14}, {{"rule", "Quy tắc"}, {"deliveries", "Số đợt giao"}, {"places", "Số chỗ"}}, report.at("rules")));
    document.sections.push_back(section_of("III. ĐỢT GIAO BỊ TRẢ LẠI", {26, 40, 26, 50}, {{"at", "Thời điểm"}, {"dataset", "Bộ dữ liệu"}, {"delivery", "Đợt giao"}, {"rules", "Quy tắc (số chỗ)"}}, report.at("refusals")));
    document.sections.push_back(section_of("IV. LƯU Ý ĐI KÈM PHIÊN BẢN ĐÃ CÔNG BỐ", {40, 14, 14}, {{"rule", "Quy tắc"}, {"deliveries", "Số phiên bản"}, {"places", "Số chỗ"}}, report.at("remarks")));
    document.sections.push_back(section_of("V. MIỄN TRỪ, TẠM NGỪNG, RÚT, KHÔI PHỤC", {26, 20, 36, 26, 40}, {{"at", "Thời điểm"}, {"action", "Việc"}, {"dataset", "Bộ dữ liệu"}, {"document", "Văn bản"}, {"reason", "Lý do"}}, report.at("acts")));
    document.sections.push_back(section_of("VI. CĂN CỨ CÔNG KHAI DỮ LIỆU CÁ NHÂN", {40, 22, 26, 50, 12}, {{"dataset", "Bộ dữ liệu"}, {"field", "Trường"}, {"basis", "Căn cứ"}, {"reason", "Lý do"}, {"published", "Đã công bố"}}, report.at("personal_data_bases")));
    return document;
}

}  // namespace khomo::builder
