// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/entry_scan.hpp"

#include <algorithm>
#include <functional>

#include "builder/gate/personal/masking.hpp"
#include "builder/gate/personal/plain_form.hpp"
#include "builder/gate/personal/publication_basis.hpp"
#include "builder/gate/personal/secrecy_stamp.hpp"
#include "builder/gate/personal/text_scan.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::Finding;
using catalog::Severity;

/// Marks in the title make the bare name redundant and sometimes wrong: so_phong is số phòng, and looks like phong.
std::vector<std::string> headings_of(const catalog::Field& field) {
    const auto marked = [](const std::string& text) { return std::any_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }); };
    std::vector<std::string> headings = {field.column};
    if (!field.title.vi.empty() && field.title.vi != field.column) {
        headings.push_back(field.title.vi);
    }
    if (!marked(field.column) && !marked(field.title.vi) && field.name != field.column) {
        headings.push_back(field.name);
    }
    return headings;
}

std::vector<ScannedColumn> columns_of(const catalog::CatalogEntry& entry) {
    std::vector<ScannedColumn> columns;
    for (const auto& field : entry.fields) {
        const auto& measures = entry.disclosure.measures;
        const bool disclosed = entry.disclosure.declared() && std::find(measures.begin(), measures.end(), field.name) != measures.end();
        columns.push_back({headings_of(field), disclosed});
    }
    return columns;
}

/// The fields that together point at a person (P18).
std::vector<std::size_t> quasi_of(const catalog::CatalogEntry& entry, const TableScan& scan) {
    std::vector<std::size_t> places;
    bool person = false;
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
        const auto role = scan.role(i);
        const bool unit = entry.fields[i].codelist == "units";
        const bool own = role == Role::birth || role == Role::age || role == Role::sex || (role == Role::sensitive && entry.fields[i].type == catalog::FieldType::string);
        person = person || own;
        if (own || unit) {
            places.push_back(i);
        }
        if (role == Role::count) {
            return {};
        }
    }
    return person && places.size() >= 3 && entry.disclosure.quasi.empty() ? places : std::vector<std::size_t>();
}

constexpr std::size_t kGroups = 1U << 16;
/// Groups of fewer rows point at persons (requirements P18).
constexpr std::uint32_t kSmallest = 5;

std::string samples(const Judgement& judgement) {
    std::string text;
    for (std::size_t i = 0; i < judgement.shown.size() && i < 3; ++i) {
        if (!judgement.shown[i].masked.empty()) {
            text += (text.empty() ? ": " : ", ") + judgement.shown[i].masked;
        }
    }
    return text;
}

Text fix_of(const Judgement& judgement) {
    if (judgement.verdict == Verdict::block) {
        return {"Không công bố cột này: bỏ khỏi fields và ghi vào ignore_columns, hoặc xóa giá trị trong tệp rồi phê duyệt lại (docs/personal-data.md)",
                "Do not publish the column: take it out of fields and list it under ignore_columns, or delete the values and approve again (docs/personal-data.md)"};
    }
    if (!judgement.waivable) {
        return {"Đối chiếu với nguồn và sửa số liệu", "Compare with the source and mend the figures"};
    }
    return {"Bỏ cột, khai báo personal_data nếu pháp luật cho công khai, hoặc ghi waivers có người ký và số văn bản",
            "Drop the column, declare personal_data where the law makes it public, or record a waiver with a signer and document number"};
}

/// The findings of one judgement: a column is told once, numbers inside texts place by place.
void tell(const Judgement& judgement, Severity severity, const catalog::Place& column, const std::string& note_vi, const std::string& note_en, std::vector<Finding>& findings) {
    const auto count = std::to_string(judgement.count);
    Finding finding;
    finding.rule = judgement.rule;
    finding.severity = severity;
    finding.place = column;
    finding.fix = severity == Severity::info ? Text{} : fix_of(judgement);
    if (!judgement.in_text) {
        finding.place.row = judgement.shown.empty() ? 0 : judgement.shown.front().row;
        finding.count = judgement.count;
        const auto shown = samples(judgement);
        finding.message = {"Cột có " + judgement.what.vi + " (" + count + " ô)" + shown + note_vi, "The column holds " + judgement.what.en + " (" + count + " cells)" + shown + note_en};
        findings.push_back(std::move(finding));
        return;
    }
    for (std::size_t i = 0; i < judgement.shown.size(); ++i) {
        auto one = finding;
        const auto& sighting = judgement.shown[i];
        one.place.row = sighting.row;
        one.count = i + 1 == judgement.shown.size() ? judgement.count - i : 1;
        const auto shown = sighting.masked.empty() ? "" : ": " + sighting.masked;
        const auto more = one.count > 1 ? std::to_string(one.count - 1) : "";
        one.message = {"Trong ô có " + judgement.what.vi + shown + (more.empty() ? "" : "; còn " + more + " chỗ như vậy") + note_vi,
                       "The cell holds " + judgement.what.en + shown + (more.empty() ? "" : "; " + more + " more places like this") + note_en};
        findings.push_back(std::move(one));
    }
}

Finding waiver_missing(const Judgement& judgement, const catalog::Field& field, const catalog::Place& place) {
    Finding finding;
    finding.rule = "approval/waiver-missing";
    finding.place = place;
    finding.message = {"Chưa có văn bản miễn trừ cho " + std::string(judgement.rule) + " ở trường " + field.name, "No signed waiver for " + std::string(judgement.rule) + " on the field " + field.name};
    finding.fix = {"Bỏ trường, khai báo personal_data nếu pháp luật cho công khai, hoặc ghi vào waivers: rule, field, by, position, document, date, reason",
                   "Drop the field, declare personal_data where the law makes it public, or record it under waivers: rule, field, by, position, document, date, reason"};
    return finding;
}

}  // namespace

EntryScan::EntryScan(const catalog::CatalogEntry& entry, int year, const std::vector<catalog::Waiver>& waivers)
    : entry_(entry), waivers_(entry.waivers), scan_(columns_of(entry), entry.title.vi + "; " + entry.summary.vi, year), quasi_(quasi_of(entry, scan_)) {
    waivers_.insert(waivers_.end(), waivers.begin(), waivers.end());
    if (!quasi_.empty()) {
        groups_.assign(kGroups, 0);
    }
}

void EntryScan::row(const catalog::Row& row, std::uint64_t number) {
    const auto count = std::min(row.values.size(), entry_.fields.size());
    for (std::size_t i = 0; i < count; ++i) {
        scan_.cell(i, row.values[i], number);
    }
    if (!quasi_.empty()) {
        note_group(row);
    }
}

void EntryScan::note_group(const catalog::Row& row) {
    key_.clear();
    for (const auto place : quasi_) {
        if (const auto* text = std::get_if<std::string>(&row.values[place])) {
            key_ += *text;
        } else if (const auto* number = std::get_if<std::int64_t>(&row.values[place])) {
            key_ += std::to_string(*number);
        }
        key_ += '\x1f';
    }
    ++groups_[std::hash<std::string>{}(key_) % kGroups];
    ++rows_;
}

void EntryScan::linkage(std::vector<Finding>& findings, const catalog::Place& place) const {
    const auto small = static_cast<std::uint64_t>(std::count_if(groups_.begin(), groups_.end(), [](auto rows) { return rows > 0 && rows < kSmallest; }));
    if (small == 0 || entry_.open_class == catalog::OpenClass::aggregated) {
        return;
    }
    std::string columns;
    std::string field;
    for (const auto i : quasi_) {
        columns += (columns.empty() ? "" : ", ") + entry_.fields[i].column;
        field = field.empty() ? entry_.fields[i].name : field;
    }
    Judgement judgement{"personal/linkage", Verdict::warn, {"các cột ghép lại chỉ ra từng người", "columns that together point at single persons"}, {}, small, false};
    auto where = place;
    where.column = columns;
    const auto* waiver = waiver_for(waivers_, judgement.rule, field);
    Finding finding;
    finding.rule = judgement.rule;
    finding.severity = waiver != nullptr ? Severity::info : Severity::warn;
    finding.place = where;
    finding.count = small;
    const auto number = std::to_string(small);
    finding.message = {"Ghép các cột này, " + number + " nhóm có chưa đến 5 hàng", "By these columns together, " + number + " groups have fewer than 5 rows"};
    finding.fix = {"Gộp nhóm tuổi hoặc bỏ bớt cột, hoặc khai báo disclosure.quasi ở lớp aggregated", "Coarsen ages or drop a column, or declare disclosure.quasi in class aggregated"};
    findings.push_back(finding);
    if (waiver == nullptr) {
        findings.push_back(waiver_missing(judgement, *entry_.field(field), where));
    }
}

std::vector<Finding> EntryScan::finish(const std::string& file, const std::string& sheet) const {
    std::vector<Finding> findings;
    catalog::Place place;
    place.file = file;
    place.sheet = sheet;
    for (const auto& [column, judgement] : scan_.finish()) {
        const auto& field = entry_.fields[column];
        auto at = place;
        at.column = field.column;
        const auto flag = std::find_if(entry_.personal_data.begin(), entry_.personal_data.end(), [&](const auto& one) { return one.field == field.name; });
        const auto verdict = flag == entry_.personal_data.end() ? judgement.verdict : lowered(judgement, flag->basis);
        if (verdict == Verdict::allow) {
            tell(judgement, Severity::info, at, "; công bố theo căn cứ " + flag->basis, "; published on the basis " + flag->basis, findings);
            continue;
        }
        const auto* waiver = verdict == Verdict::warn ? waiver_for(waivers_, judgement.rule, field.name) : nullptr;
        if (waiver != nullptr) {
            tell(judgement, Severity::info, at, "; miễn trừ theo " + waiver->document, "; waived by " + waiver->document, findings);
            continue;
        }
        auto told = judgement;
        told.verdict = verdict;
        tell(told, verdict == Verdict::block ? Severity::block : Severity::warn, at, "", "", findings);
        if (verdict == Verdict::warn && judgement.waivable) {
            findings.push_back(waiver_missing(judgement, field, at));
        }
    }
    for (const auto& flag : entry_.personal_data) {
        if (!is_publication_basis(flag.basis)) {
            Finding finding;
            finding.rule = "personal/basis";
            finding.place = place;
            finding.place.column = flag.field;
            const auto near = nearest(flag.basis, publication_bases());
            finding.message = {"Căn cứ «" + flag.basis + "» không nằm trong danh sách", "The basis «" + flag.basis + "» is not on the list"};
            finding.fix = near.empty() ? Text{"Chọn căn cứ trong docs/personal-data.md", "Choose a basis of docs/personal-data.md"} : Text{"Có phải là «" + near + "»?", "Did you mean «" + near + "»?"};
            findings.push_back(std::move(finding));
        }
    }
    if (entry_.geometry && entry_.geometry->type == "point" && scan_.context().persons && !scan_.context().organisation && !scan_.context().places) {
        Finding finding;
        finding.rule = "personal/location";
        finding.place = place;
        finding.message = {"Các điểm là vị trí của từng hộ, từng người", "The points are places of single households or persons"};
        finding.fix = {"Bỏ hình, hoặc dùng tâm của xã (disclosure.geometry: centroid ở lớp aggregated)", "Drop the geometry, or use the commune's centroid (disclosure.geometry: centroid in class aggregated)"};
        const bool coarse = entry_.open_class == catalog::OpenClass::aggregated && !entry_.disclosure.geometry.empty();
        if (!coarse) {
            findings.push_back(std::move(finding));
        }
    }
    if (!quasi_.empty()) {
        linkage(findings, place);
    }
    return findings;
}

std::vector<Finding> scan_names(const std::vector<std::string>& names, int year) {
    std::vector<Finding> findings;
    for (const auto& name : names) {
        auto plain = plain_form(name);
        std::vector<TextHit> hits;
        scan_text(plain, year, hits);
        std::replace(plain.begin(), plain.end(), '_', ' ');
        if (hits.empty()) {
            std::string spaced = plain;
            std::replace(spaced.begin(), spaced.end(), '-', ' ');
            plain = std::move(spaced);
            scan_text(plain, year, hits);
        }
        const bool personal = std::any_of(hits.begin(), hits.end(), [](const TextHit& hit) { return hit.kind != TextHitKind::secrecy && hit.kind != TextHitKind::mail_named; });
        const auto add = [&](const char* rule, Text message, Text fix) {
            Finding finding;
            finding.rule = rule;
            finding.place.file = personal ? masked(name) : name;
            finding.message = std::move(message);
            finding.fix = std::move(fix);
            findings.push_back(std::move(finding));
        };
        if (personal) {
            add("personal/file-name", {"Tên tệp hoặc tên trang tính chứa dữ liệu cá nhân", "The name of a file or sheet holds personal data"},
                {"Đổi tên tệp, phê duyệt lại", "Rename the file and approve again"});
        }
        if (has_secrecy_stamp_in_name(name)) {
            add("secrecy/stamp", {"Tên tệp có dấu hiệu bí mật nhà nước hoặc lưu hành nội bộ", "The file's name carries a stamp of secrecy or internal circulation"},
                {"Không đưa tài liệu này lên cổng; báo người phụ trách bảo vệ bí mật nhà nước", "Keep the document off the portal and tell whoever is in charge of State secrets"});
        }
    }
    return findings;
}

bool is_personal(const catalog::Finding& finding) {
    return finding.rule.starts_with("personal/") || finding.rule.starts_with("secrecy/") || finding.rule == "approval/waiver-missing";
}

}  // namespace khomo::builder
