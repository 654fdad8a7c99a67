// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/code_list_reader.hpp"

#include <algorithm>
#include <set>

#include "catalog/base/text.hpp"

namespace khomo::catalog {
namespace {

void add_fault(Findings& findings, std::string_view rule, const std::string& file, std::uint64_t line, Text message, Text fix) {
    Finding finding;
    finding.rule = rule;
    finding.place.file = file;
    finding.place.line = line;
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    findings.add(std::move(finding));
}

/// The cells of one line: commas, double quotes with "" inside.
std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"') {
            const bool doubled = quoted && i + 1 < line.size() && line[i + 1] == '"';
            if (doubled) {
                cells.back() += '"';
                ++i;
            } else {
                quoted = !quoted;
            }
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    for (auto& cell : cells) {
        cell = clean_text(cell);
    }
    return cells;
}

/// Calls `take` with the cells of every line below the heading; tells of a wrong heading and of lines with another number of cells.
template <typename Take>
void read_lines(const std::string& bytes, const std::string& heading, const std::string& file, std::string_view rule, Findings& findings, const Take& take) {
    if (!is_valid_utf8(bytes)) {
        add_fault(findings, rule, file, 0, {"Tệp không phải UTF-8", "The file is not UTF-8"}, {"Lưu lại bằng UTF-8", "Save it as UTF-8"});
        return;
    }
    const auto width = cells_of(heading).size();
    std::string_view rest = bytes;
    if (rest.starts_with("\xEF\xBB\xBF")) {
        rest.remove_prefix(3);
    }
    for (std::uint64_t number = 1; !rest.empty(); ++number) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = trim(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (number == 1) {
            if (line != heading) {
                add_fault(findings, rule, file, 1, {"Dòng tiêu đề không đúng", "The heading line is wrong"}, {"Dòng đầu phải là " + heading, "The first line must be " + heading});
                return;
            }
        } else if (!line.empty()) {
            auto cells = cells_of(line);
            if (cells.size() == width && !cells[0].empty()) {
                take(std::move(cells), number);
            } else {
                add_fault(findings, rule, file, number, {"Dòng không đủ ô hoặc thiếu mã", "The line lacks cells or its code"}, {"Giữ đúng các cột " + heading, "Keep the columns " + heading});
            }
        }
    }
}

}  // namespace

std::vector<CodeTitle> read_code_list(const std::string& bytes, const std::string& file, Findings& findings) {
    constexpr std::string_view kRule = "catalogue/code-list";
    std::vector<CodeTitle> codes;
    std::set<std::string> seen;
    read_lines(bytes, "code,title_vi,title_en", file, kRule, findings, [&](std::vector<std::string> cells, std::uint64_t line) {
        if (!seen.insert(cells[0]).second) {
            add_fault(findings, kRule, file, line, {"Mã «" + cells[0] + "» có hai lần", "The code «" + cells[0] + "» stands twice"}, {"Mỗi mã một dòng", "One line a code"});
        }
        codes.push_back({cells[0], {cells[1], cells[2]}});
    });
    return codes;
}

std::vector<FormerUnit> read_former_units(const std::string& bytes, const std::string& file, Findings& findings) {
    std::vector<FormerUnit> units;
    read_lines(bytes, "old_code,old_name,old_district,new_code,part", file, "catalogue/former-units", findings,
               [&](std::vector<std::string> cells, std::uint64_t) { units.push_back({cells[0], cells[1], cells[2], cells[3], cells[4] != "partial"}); });
    return units;
}

void resolve_code_lists(Catalogue& catalogue, const std::map<std::string, std::vector<CodeTitle>>& lists, Findings& findings) {
    std::vector<std::string> names = {"agencies", "units"};
    for (const auto& [name, codes] : lists) {
        names.push_back(name);
    }
    for (auto& entry : catalogue.entries) {
        for (auto& field : entry.fields) {
            if (field.codelist.empty() || field.codelist == "units" || field.codelist == "agencies") {
                continue;
            }
            const auto list = lists.find(field.codelist);
            if (list != lists.end()) {
                field.codes = list->second;
            } else {
                const auto near = nearest(field.codelist, names);
                Finding finding;
                finding.rule = "catalogue/reference";
                finding.dataset = entry.id;
                finding.place.file = "datasets/" + entry.id + ".md";
                finding.place.column = "codelist";
                finding.message = {"«codelist» nêu «" + field.codelist + "», không có tệp codelists/" + field.codelist + ".csv",
                                   "«codelist» names «" + field.codelist + "», but there is no codelists/" + field.codelist + ".csv"};
                finding.fix = near.empty() ? Text{"Thêm tệp, hoặc dùng units, agencies", "Add the file, or use units or agencies"}
                                           : Text{"Có phải là «" + near + "»?", "Did you mean «" + near + "»?"};
                findings.add(std::move(finding));
            }
            field.codelist.clear();
        }
    }
}

}  // namespace khomo::catalog
