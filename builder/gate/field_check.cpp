// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/field_check.hpp"

#include <algorithm>
#include <cmath>

#include "builder/gate/rule_tally.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

using catalog::FieldType;
using catalog::RawCell;
using catalog::Value;

DecimalStyle declared_style(const std::string& decimal) {
    return decimal == "comma" ? DecimalStyle::comma : decimal == "dot" ? DecimalStyle::dot : DecimalStyle::unknown;
}

Text type_name(FieldType type) {
    switch (type) {
        case FieldType::string: return {"chuỗi", "text"};
        case FieldType::integer: return {"số nguyên", "an integer"};
        case FieldType::number: return {"số", "a number"};
        case FieldType::boolean: return {"đúng/sai", "true or false"};
        case FieldType::date: return {"ngày", "a date"};
        case FieldType::datetime: return {"thời điểm", "an instant"};
        case FieldType::period: return {"kỳ", "a period"};
    }
    return {"?", "?"};
}

Text type_fix(FieldType type) {
    switch (type) {
        case FieldType::integer:
        case FieldType::number:
            return {"Chỉ ghi số; đơn vị và ghi chú để ở cột khác hoặc trong danh mục",
                    "Write the number alone; units and notes belong in another column or in the catalogue"};
        case FieldType::boolean: return {"Ghi có/không, true/false, 1/0 hoặc đánh dấu x", "Write có/không, true/false, 1/0 or a tick x"};
        case FieldType::date: return {"Ghi ngày dạng 13/05/2026 hoặc 2026-05-13", "Write dates like 13/05/2026 or 2026-05-13"};
        case FieldType::datetime: return {"Ghi thời điểm dạng 2026-05-13 08:30", "Write instants like 2026-05-13 08:30"};
        case FieldType::period: return {"Ghi kỳ dạng 2026, 05/2026 hoặc Quý II/2026", "Write periods like 2026, 05/2026 or Quý II/2026"};
        case FieldType::string: break;
    }
    return {"Sửa ô này", "Mend this cell"};
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

FieldCheck::FieldCheck(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::Field& field, const catalog::Delivery& delivery,
                       const catalog::RawHeader& header, catalog::Findings& findings)
    : field_(&field), nulls_(&entry.table.nulls), codes_(catalogue, field), tally_(delivery, header, field.column, findings) {
    style_.declared = declared_style(entry.table.decimal);
    style_.serial_shift = header.serial_shift;
    style_.coordinate = entry.geometry && (entry.geometry->x == field.name || entry.geometry->y == field.name);
    withheld_ = is_withheld(entry, field.name);
    if (const auto total = entry.disclosure.totals.find(field.name); total != entry.disclosure.totals.end()) {
        total_ = total->second;
    }
    if (!field.pattern.empty()) {
        pattern_.emplace(field.pattern);
    }
}

std::string FieldCheck::shown(std::string_view text) const {
    return withheld_ ? kMask : excerpt(text);
}

bool FieldCheck::is_null(std::string_view text) const {
    return text.empty() || (!nulls_->empty() && std::find(nulls_->begin(), nulls_->end(), text) != nulls_->end());
}

void FieldCheck::learn(const RawCell& cell) {
    if (cell.kind == RawCell::Kind::text && (field_->type == FieldType::number || field_->type == FieldType::integer)) {
        learn_decimal(trim(cell.text), style_);
    }
}

bool FieldCheck::refuse_null(std::uint64_t row) {
    if (!field_->required) {
        return true;
    }
    tally_.add(CellRule::required, row, [&] {
        return FindingWords{{"Ô bắt buộc đang trống", "A required cell is empty"},
                            {"Điền giá trị, hoặc bỏ required nếu cột được phép trống", "Fill it in, or drop required if the column may be empty"}};
    });
    return false;
}

bool FieldCheck::refuse_type(ParseFault fault, std::string_view text, std::uint64_t row) {
    const auto value = [&] { return shown(text); };
    switch (fault) {
        case ParseFault::ambiguous:
            tally_.add(CellRule::decimal_ambiguous, row, [&] {
                return FindingWords{{value() + " đọc được hai cách: phần nghìn hay phần thập phân", value() + " can be read two ways: thousands or decimals"},
                                    {"Khai báo table.decimal: comma (1.234,5) hoặc dot (1,234.5)", "Declare table.decimal: comma (1.234,5) or dot (1,234.5)"}};
            });
            break;
        case ParseFault::mixed:
            tally_.add(CellRule::decimal_mixed, row, [&] {
                return FindingWords{{value() + " viết dấu thập phân khác các ô trước trong cột", value() + " writes decimals differently from the cells before it"},
                                    {"Viết cả cột theo một kiểu, hoặc khai báo table.decimal", "Write the column in one style, or declare table.decimal"}};
            });
            break;
        case ParseFault::month_first:
            tally_.add(CellRule::date_order, row, [&] {
                return FindingWords{{value() + " giống tháng/ngày/năm", value() + " looks like month/day/year"},
                                    {"Ghi ngày/tháng/năm, hoặc dạng 2026-05-13", "Write day/month/year, or 2026-05-13"}};
            });
            break;
        case ParseFault::has_time:
            tally_.add(CellRule::date_time, row, [&] {
                return FindingWords{{value() + " có cả giờ, kiểu ngày sẽ làm mất", value() + " has a time of day, which the type date would lose"},
                                    {"Khai báo type: datetime, hoặc bỏ giờ trong tệp", "Declare type: datetime, or drop the time in the file"}};
            });
            break;
        default:
            tally_.add(CellRule::type, row, [&] {
                const auto type = type_name(field_->type);
                return FindingWords{{value() + " không phải " + type.vi, value() + " is not " + type.en}, type_fix(field_->type)};
            });
    }
    return false;
}

bool FieldCheck::check_traits(const TextTraits& traits, std::string_view text, std::uint64_t row) {
    const auto value = [&] { return shown(text); };
    if (traits.control) {
        tally_.add(CellRule::control, row, [&] {
            return FindingWords{{"Ô chứa ký tự điều khiển: " + value(), "The cell holds a control character: " + value()},
                                {"Xóa ký tự lạ, thường do dán từ phần mềm khác", "Delete it; it often comes from pasting"}};
        });
    }
    if (traits.replacement) {
        tally_.add(CellRule::replacement, row, [&] {
            return FindingWords{{"Ô đã mất chữ (ký tự thay thế U+FFFD): " + value(), "Letters were lost here (replacement character U+FFFD): " + value()},
                                {"Xuất lại từ nguồn bằng UTF-8", "Export again from the source as UTF-8"}};
        });
    }
    if (traits.mojibake) {
        tally_.add(CellRule::mojibake, row, [&] {
            return FindingWords{{"Chữ bị mã hóa hai lần: " + value(), "The text was encoded twice: " + value()},
                                {"Xuất lại từ nguồn bằng UTF-8, không chuyển mã thêm", "Export again from the source as UTF-8, without another conversion"}};
        });
    }
    if (traits.eth) {
        tally_.add(CellRule::eth, row, [&] {
            return FindingWords{{"Chữ Ð (eth) đứng thay chữ Đ: " + value(), "The letter Ð (eth) stands in the place of Đ: " + value()},
                                {"Thay U+00D0 bằng Đ (U+0110)", "Replace U+00D0 with Đ (U+0110)"}};
        });
    }
    if (traits.invisible) {
        tally_.add(CellRule::invisible, row, [&] {
            return FindingWords{{"Đã bỏ ký tự không nhìn thấy trong ô", "Invisible characters in the cell were taken out"},
                                {"Không cần làm gì; nên làm sạch ở nguồn", "Nothing has to be done; best clean it at the source"}};
        });
    }
    if (traits.recomposed) {
        tally_.add(CellRule::not_nfc, row, [&] {
            return FindingWords{{"Đã chuyển chữ về dạng dựng sẵn (NFC)", "The text was composed (NFC)"},
                                {"Không cần làm gì; nên xuất chữ dựng sẵn từ nguồn", "Nothing has to be done; best export composed text"}};
        });
    }
    return !traits.control && !traits.replacement && !traits.mojibake;
}

void FieldCheck::refuse_code(std::string_view text, std::uint64_t row) {
    if (const auto former = codes_.former(text); !former.empty()) {
        tally_.add(CellRule::former_unit, row, [&] {
            return FindingWords{{shown(text) + " là đơn vị hành chính cũ", shown(text) + " is a commune of before the change of boundaries"},
                                {"Dùng mã hiện hành: " + former, "Use today's code: " + former}};
        });
        return;
    }
    tally_.add(CellRule::codelist, row, [&] {
        const auto meant = codes_.suggestion(text);
        const Text hint = meant.empty() ? Text{"Dùng mã trong danh mục", "Use a code of the list"}
                                        : Text{"Dùng mã trong danh mục; có lẽ là «" + meant + "»", "Use a code of the list; perhaps «" + meant + "»"};
        return FindingWords{{shown(text) + " không có trong danh mục mã", shown(text) + " is not in the code list"}, hint};
    });
}

bool FieldCheck::check_form(std::string_view text, std::uint64_t row) {
    bool fine = true;
    if (!total_.empty() && text == total_) {
        return true;
    }
    if (codes_.declared() && !codes_.holds(text)) {
        fine = false;
        refuse_code(text, row);
    }
    if (pattern_ && !pattern_->matches(text)) {
        fine = false;
        tally_.add(CellRule::pattern, row, [&] {
            return FindingWords{{shown(text) + " không khớp mẫu " + field_->pattern, shown(text) + " does not match the pattern " + field_->pattern},
                                {"Sửa giá trị theo mẫu đã khai báo", "Mend the value to fit the declared pattern"}};
        });
    }
    return fine;
}

bool FieldCheck::check_text(const RawCell& cell, std::uint64_t row, std::string& value) {
    constexpr double kExactDigits = 1e15;
    if (cell.kind == RawCell::Kind::number && std::fabs(cell.number) >= kExactDigits) {
        tally_.add(CellRule::long_number, row, [&] {
            return FindingWords{{"Mã " + shown(value) + " lưu dạng số nên bảng tính đã làm mất chữ số",
                                 "The code " + shown(value) + " lies there as a number, so the spreadsheet has lost digits"},
                                {"Định dạng cột là Text trước khi nhập", "Format the column as Text before typing"}};
        });
        return false;
    }
    const auto wanted = static_cast<std::size_t>(std::max(0, field_->length));
    if (wanted > 0 && value.size() != wanted && value != total_) {
        const auto characters = count_characters(value);
        if (characters < wanted && is_digits(value)) {
            tally_.add(CellRule::padded, row, [&] {
                return FindingWords{{shown(value) + " thiếu số 0 ở đầu, đã thêm cho đủ " + std::to_string(wanted) + " chữ số",
                                     shown(value) + " lacks leading zeros; they were added up to " + std::to_string(wanted) + " digits"},
                                    {"Định dạng cột là Text để Excel không bỏ số 0", "Format the column as Text so that Excel keeps the zeros"}};
            });
            value.insert(0, wanted - characters, '0');
        } else if (characters != wanted) {
            tally_.add(CellRule::length, row, [&] {
                return FindingWords{{shown(value) + " dài " + std::to_string(characters) + " ký tự, phải là " + std::to_string(wanted),
                                     shown(value) + " has " + std::to_string(characters) + " characters instead of " + std::to_string(wanted)},
                                    {"Kiểm tra lại mã", "Check the code"}};
            });
            return false;
        }
    }
    if (!codes_.declared() && is_live(value)) {
        tally_.add(CellRule::formula, row, [&] {
            return FindingWords{{"Bảng tính mở tệp CSV sẽ chạy ô này như công thức: " + shown(value), "A spreadsheet that opens the CSV would run the cell as a formula: " + shown(value)},
                                {"Bỏ dấu = + - @ ở đầu nếu không thuộc nội dung; dữ liệu được công bố nguyên văn", "Take the = + - @ away where it is no part of the content; data are published as they are"}};
        });
    }
    return check_form(value, row);
}

bool FieldCheck::check_range(double value, std::string_view text, std::uint64_t row) {
    const bool low = field_->min && value < *field_->min;
    const bool high = field_->max && value > *field_->max;
    if (low || high) {
        const auto bound = to_text(low ? *field_->min : *field_->max);
        tally_.add(CellRule::range, row, [&] {
            return FindingWords{
                {shown(text) + (low ? " nhỏ hơn " : " lớn hơn ") + bound, shown(text) + (low ? " is below " : " is above ") + bound},
                {"Kiểm tra đơn vị và dấu thập phân, hoặc sửa giới hạn trong danh mục", "Check unit and decimal mark, or mend the limit in the catalogue"}};
        });
    }
    return !low && !high;
}

bool FieldCheck::check(const RawCell& cell, std::uint64_t row, Value& out) {
    if (cell.kind == RawCell::Kind::empty || cell.kind == RawCell::Kind::refused) {
        out = std::monostate();
        return cell.kind == RawCell::Kind::empty && refuse_null(row);
    }
    std::string_view text = cell.text;
    bool fine = true;
    if (cell.kind == RawCell::Kind::text) {
        TextTraits traits;
        text = clean_cell(cell.text, scratch_, traits);
        fine = !traits.any() || check_traits(traits, text, row);
    }
    if (is_null(text)) {
        out = std::monostate();
        return refuse_null(row) && fine;
    }
    const auto fault = parse_cell(field_->type, cell, text, style_, out);
    if (fault == ParseFault::from_serial) {
        tally_.add(CellRule::date_serial, row, [&] {
            return FindingWords{{"Ngày lưu dạng số " + shown(text) + ", đã đọc là " + std::get<std::string>(out),
                                 "The date lies there as the number " + shown(text) + " and was read as " + std::get<std::string>(out)},
                                {"Định dạng cột là Date trong bảng tính", "Format the column as Date in the spreadsheet"}};
        });
    } else if (fault != ParseFault::none) {
        out = std::monostate();
        return refuse_type(fault, text, row);
    }
    if (field_->type == FieldType::string) {
        return check_text(cell, row, std::get<std::string>(out)) && fine;
    }
    if (const auto* integer = std::get_if<std::int64_t>(&out)) {
        fine = check_range(static_cast<double>(*integer), text, row) && fine;
    } else if (const auto* real = std::get_if<double>(&out)) {
        fine = check_range(*real, text, row) && fine;
    }
    if (codes_.declared() || pattern_) {
        const auto* typed = std::get_if<std::string>(&out);
        fine = check_form(typed != nullptr ? std::string_view(*typed) : text, row) && fine;
    }
    return fine;
}

}  // namespace khomo::builder
