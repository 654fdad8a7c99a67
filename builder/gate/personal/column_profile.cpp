// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/column_profile.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "builder/gate/personal/home_address.hpp"
#include "builder/gate/personal/mail_address.hpp"
#include "builder/gate/personal/masking.hpp"
#include "builder/gate/personal/number_codes.hpp"
#include "builder/gate/personal/person_name.hpp"
#include "builder/gate/personal/plain_form.hpp"

namespace khomo::builder {
namespace {

constexpr std::size_t kLongestNumber = 40;

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\''; };
    while (!text.empty() && blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// The digits of a cell that holds nothing else but separators; empty if it holds more. A decimal number ("2358123.45", "0.14085999001") is no
/// code: its point stands before one or two digits, or after fewer than three.
struct Digits {
    std::array<char, kLongestNumber> buffer{};
    std::size_t size = 0;
    bool plus = false;
    bool pure = false;
    std::string_view view() const { return {buffer.data(), size}; }
};

Digits digits_of(std::string_view text) {
    Digits digits;
    std::size_t first_group = 0;
    std::size_t last_group = 0;
    std::size_t marks = 0;
    char mark = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_digit(c)) {
            if (digits.size == digits.buffer.size()) {
                return {};
            }
            digits.buffer[digits.size++] = c;
            ++last_group;
            first_group += marks == 0 ? 1 : 0;
        } else if (c == '+' && (i == 0 || (i == 1 && text[0] == '('))) {
            digits.plus = true;
        } else if (c == ' ' || c == '.' || c == '-' || c == '(' || c == ')' || c == '/' || c == ',') {
            if (c == '/' || c == ',' || (c == '-' && i == 0)) {
                return {};
            }
            mark = c;
            ++marks;
            last_group = 0;
        } else {
            return {};
        }
    }
    const bool decimal = marks == 1 && mark == '.' && (first_group < 3 || last_group < 3 || first_group > 4 || last_group > 8);
    digits.pure = digits.size > 0 && !decimal;
    return digits;
}

constexpr std::array<std::string_view, 30> kEthnicGroups = {"Kinh",    "Thái",   "Mông",   "H'Mông", "HMông", "Hmông",  "Mường", "Dao",    "Khơ Mú", "Khơ-mú", "Xinh Mun", "Xinh-mun", "Kháng", "La Ha", "Lào",
                                                            "Tày",     "Nùng",   "Hoa",    "Sán Chay", "Sán Dìu", "Giáy", "La Chí", "Lự",   "Hà Nhì", "Thổ",   "Ê Đê",  "Ba Na", "Chăm", "Khmer", "Gia Rai"};

}  // namespace

void ColumnProfile::note(Evidence evidence, std::uint64_t row, std::string_view value) {
    auto& tally = tallies_[static_cast<std::size_t>(evidence)];
    if (++tally.count <= kShown) {
        tally.shown.push_back({row, masked(value)});
    }
}

void ColumnProfile::add(const catalog::Value& value, std::uint64_t row) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        add_text(*text, row);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        add_integer(*integer, row);
    } else if (const auto* number = std::get_if<double>(&value)) {
        add_double(*number, row);
    } else if (!std::holds_alternative<std::monostate>(value)) {
        ++cells_;
    }
}

void ColumnProfile::add_integer(std::int64_t number, std::uint64_t row) {
    ++cells_;
    ++numbers_;
    if (number < 0 || (number > 4 && number < 1900)) {
        return;
    }
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    add_digits(digits, false, row, digits);
}

void ColumnProfile::add_double(double number, std::uint64_t row) {
    constexpr double kMostCode = 1e15;
    if (number >= 0 && number < kMostCode && number == std::floor(number)) {
        add_integer(static_cast<std::int64_t>(number), row);
        return;
    }
    ++cells_;
    ++numbers_;
}

void ColumnProfile::add_digits(std::string_view digits, bool plus, std::uint64_t row, std::string_view shown) {
    const auto size = digits.size();
    if (size < 8) {
        if (size == 1 && digits[0] >= '1' && digits[0] <= '4') {
            note(Evidence::small_count, row, shown);
        } else if (size == 4) {
            const int year = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + (digits[3] - '0');
            if (year <= year_ && year >= year_ - 110) {
                note(Evidence::birth_date, row, shown);
            }
        }
        if (size >= 3 && size <= 5) {
            note(Evidence::service_line, row, shown);
        }
        return;
    }
    if (size > 19) {
        return;
    }
    note(Evidence::long_number, row, shown);
    if (size == 9) {
        note(Evidence::nine_digits, row, shown);
    }
    if (size == 12) {
        note(Evidence::twelve_digits, row, shown);
        if (is_personal_number(digits, year_)) {
            note(Evidence::personal_number, row, shown);
        }
    }
    if (size == 11 && is_cut_personal_number(digits, year_)) {
        note(Evidence::cut_personal_number, row, shown);
    }
    if (size == 10) {
        note(Evidence::ten_digits, row, shown);
    }
    if (size == 10 || size == 13) {
        switch (tax_number(digits)) {
            case TaxNumber::sound: note(Evidence::tax_number, row, shown); break;
            case TaxNumber::person: note(Evidence::tax_person, row, shown); break;
            case TaxNumber::wrong_check: note(Evidence::tax_wrong, row, shown); break;
            case TaxNumber::none: break;
        }
    }
    if (is_mobile(digits) && (digits[0] == '0' || plus || size == 11)) {
        note(Evidence::mobile, row, shown);
    } else if (is_cut_mobile(digits)) {
        note(Evidence::cut_mobile, row, shown);
    } else if (is_service_line(digits)) {
        note(Evidence::service_line, row, shown);
    }
}

void ColumnProfile::add_text(std::string_view text, std::uint64_t row) {
    text = trimmed(text);
    if (text.empty()) {
        return;
    }
    ++cells_;
    add_plain(text, row);
}

void ColumnProfile::add_plain(std::string_view text, std::uint64_t row) {
    const auto seen = survey(text);
    if (seen.odd) {
        const auto plain = plain_form(text);
        const auto again = survey(plain);
        const bool still = again.odd;
        // NFC leaves some letters beyond our table as they are; once is enough.
        if (!still || plain != text) {
            const auto inner = trimmed(plain);
            if (!inner.empty() && !still) {
                add_plain(inner, row);
                return;
            }
        }
    }
    if (seen.letters == 0 && seen.wide == 0 && seen.digits > 0) {
        if (seen.digits == 8 && text.size() == 10 && text[4] == '-' && text[7] == '-') {
            const int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
            if (year <= year_ && year >= year_ - 110) {
                note(Evidence::birth_date, row, text);
            }
            return;
        }
        const auto digits = digits_of(text);
        if (digits.pure) {
            ++numbers_;
            add_digits(digits.view(), digits.plus, row, text);
            return;
        }
        if (text.find(',') == std::string_view::npos || seen.digits >= 9) {
            numbers_ += seen.digits + 2 >= text.size() ? 1 : 0;
        }
    }
    if (seen.digits >= 5) {
        add_code(text, row);
    }
    if (seen.digits == 0 && seen.spaces > 0) {
        add_words(text, row, seen.spaces);
    } else if (seen.wide > 0 && seen.digits == 0) {
        add_words(text, row, 0);
    }
    if (seen.digits >= 8 || (seen.at && text.find('@') != std::string_view::npos) || seen.stamp || (seen.digits >= 6 && seen.upper > 0) || ((seen.wide > 0 || seen.upper >= 3) && text.size() > 16)) {
        scan(text, row);
    }
    if (addresses_ && seen.wide > 0 && is_home_address(text)) {
        note(Evidence::home_address, row, text);
    }
}

void ColumnProfile::add_code(std::string_view text, std::uint64_t row) {
    if (text.size() > 24) {
        return;
    }
    if (is_scientific(text)) {
        note(Evidence::scientific, row, text);
        return;
    }
    std::array<char, 24> buffer{};
    std::transform(text.begin(), text.end(), buffer.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const std::string_view upper(buffer.data(), text.size());
    std::string tight;
    std::copy_if(upper.begin(), upper.end(), std::back_inserter(tight), [](char c) { return c != ' ' && c != '-' && c != '.'; });
    if (is_health_card(tight)) {
        note(Evidence::health_card, row, text);
    } else if (const auto plate = match_plate(upper); plate.plate) {
        note(plate.marked ? Evidence::marked_plate : Evidence::plate, row, text);
    } else if (is_passport(tight)) {
        note(Evidence::passport, row, text);
    } else if (is_land_certificate(upper)) {
        note(Evidence::land_certificate, row, text);
    }
}

void ColumnProfile::add_words(std::string_view text, std::uint64_t row, std::size_t spaces) {
    constexpr std::size_t kMostWords = 6;
    if (spaces > 0 && spaces < kMostWords) {
        switch (match_name(text)) {
            case NameMatch::two_words: note(Evidence::two_word_name, row, text); return;
            case NameMatch::more_words: note(Evidence::longer_name, row, text); return;
            case NameMatch::marked: note(Evidence::marked_name, row, text); return;
            case NameMatch::none: break;
        }
    }
    if (text.size() <= 12 && std::find(kEthnicGroups.begin(), kEthnicGroups.end(), text) != kEthnicGroups.end()) {
        note(Evidence::ethnic_group, row, text);
    }
}

void ColumnProfile::scan(std::string_view text, std::uint64_t row) {
    hits_.clear();
    scan_text(text, year_, hits_);
    for (auto mail = find_mail(text); mail.kind != MailKind::none; mail = find_mail(text, mail.end)) {
        const bool whole = mail.begin == 0 && mail.end == text.size();
        const auto shown = text.substr(mail.begin, mail.end - mail.begin);
        if (whole) {
            note(mail.kind == MailKind::role ? Evidence::mail_role : mail.kind == MailKind::named ? Evidence::mail_named : Evidence::mail_private, row, shown);
            return;
        }
    }
    for (const auto& hit : hits_) {
        switch (hit.kind) {
            case TextHitKind::personal_number: note(Evidence::text_personal_number, row, hit.text); break;
            case TextHitKind::identity_paper: note(Evidence::text_identity_paper, row, hit.text); break;
            case TextHitKind::passport: note(Evidence::text_passport, row, hit.text); break;
            case TextHitKind::mobile: note(Evidence::text_mobile, row, hit.text); break;
            case TextHitKind::mail_private: note(Evidence::text_mail_private, row, hit.text); break;
            case TextHitKind::mail_named: note(Evidence::text_mail_named, row, hit.text); break;
            case TextHitKind::health_card: note(Evidence::text_health_card, row, hit.text); break;
            case TextHitKind::insurance_number: note(Evidence::text_insurance_number, row, hit.text); break;
            case TextHitKind::bank_account: note(Evidence::text_bank_account, row, hit.text); break;
            case TextHitKind::plate: note(Evidence::text_plate, row, hit.text); break;
            case TextHitKind::name: note(Evidence::text_name, row, hit.text); break;
            case TextHitKind::secrecy: note(Evidence::secrecy, row, {}); break;
        }
    }
}

}  // namespace khomo::builder
