// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/number_codes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "builder/gate/personal/plain_form.hpp"

namespace khomo::builder {
namespace {

/// The 63 provinces of the circular; numbers given before 2025 keep theirs for life.
constexpr std::array<std::uint8_t, 63> kProvinces = {1,  2,  4,  6,  8,  10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33,
                                                     34, 35, 36, 37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66,
                                                     67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96};

constexpr int kOldest = 110;

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c); }); }
int value(char c) { return c - '0'; }
int two(std::string_view digits, std::size_t at) { return value(digits[at]) * 10 + value(digits[at + 1]); }

/// Groups of holders of health insurance cards.
constexpr std::string_view kHolders = " DN HX CH NN TK HC XK CA QN CY HT TB NO CT XB TN CS XN MS CC CK CB KC HD TE BT HN DT DK XD TS TC TQ TA TY HG LS PV CN HS SV GB GD ND TH TV TD TU ";

}  // namespace

bool is_personal_number(std::string_view digits, int year) {
    if (digits.size() != 12 || digits[0] != '0' || !all_digits(digits) || digits.ends_with("000")) {
        return false;
    }
    const auto province = static_cast<std::uint8_t>(two(digits, 1));
    const int century = value(digits[3]) / 2;
    const int born = 1900 + 100 * century + two(digits, 4);
    return century <= 1 && born <= year && born >= year - kOldest && std::binary_search(kProvinces.begin(), kProvinces.end(), province);
}

bool is_cut_personal_number(std::string_view digits, int year) {
    if (digits.size() != 11 || digits[0] == '0') {
        return false;
    }
    std::array<char, 12> whole{};
    whole[0] = '0';
    std::copy(digits.begin(), digits.end(), whole.begin() + 1);
    return is_personal_number({whole.data(), whole.size()}, year);
}

bool is_scientific(std::string_view text) {
    std::size_t at = 0;
    const auto digits = [&] {
        const auto from = at;
        while (at < text.size() && is_digit(text[at])) {
            ++at;
        }
        return at - from;
    };
    if (digits() != 1) {
        return false;
    }
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        ++at;
        digits();
    }
    if (at >= text.size() || (text[at] != 'E' && text[at] != 'e')) {
        return false;
    }
    ++at;
    if (at < text.size() && text[at] == '+') {
        ++at;
    }
    const auto exponent = text.substr(at);
    return !exponent.empty() && exponent.size() <= 3 && all_digits(exponent);
}

TaxNumber tax_number(std::string_view digits) {
    if ((digits.size() != 10 && digits.size() != 13) || !all_digits(digits)) {
        return TaxNumber::none;
    }
    constexpr std::array<int, 9> kWeights = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        sum += value(digits[i]) * kWeights[i];
    }
    const bool branch_zero = digits.size() == 13 && digits.ends_with("000");
    if (10 - sum % 11 != value(digits[9]) || branch_zero) {
        return TaxNumber::wrong_check;
    }
    return digits[0] == '8' && digits.size() == 10 ? TaxNumber::person : TaxNumber::sound;
}

bool is_health_card(std::string_view text) {
    if (text.size() != 15 || !all_digits(text.substr(2)) || text[2] < '1' || text[2] > '5') {
        return false;
    }
    const std::array<char, 4> holder = {' ', text[0], text[1], ' '};
    const int province = two(text, 3);
    return is_capital(text[0]) && is_capital(text[1]) && province >= 1 && province <= 97 && kHolders.find(std::string_view(holder.data(), 4)) != std::string_view::npos;
}

bool is_mobile(std::string_view digits) {
    if (digits.starts_with("0084")) {  // as dialled from abroad
        return is_mobile(digits.substr(2));
    }
    if (digits.size() == 11 && digits.starts_with("84")) {
        return is_cut_mobile(digits.substr(2));
    }
    if (digits.size() == 12 && digits.starts_with("840")) {
        return is_cut_mobile(digits.substr(3));
    }
    return digits.size() == 10 && digits[0] == '0' && is_cut_mobile(digits.substr(1));
}

bool is_cut_mobile(std::string_view digits) {
    if (digits.size() != 9 || !all_digits(digits)) {
        return false;
    }
    const char second = digits[1];
    switch (digits[0]) {
        case '3': return second >= '2';
        case '5': return second == '2' || second == '5' || second == '6' || second == '8' || second == '9';
        case '7': return second == '0' || second >= '6';
        case '8': return second >= '1';
        case '9': return true;
        default: return false;
    }
}

bool is_service_line(std::string_view digits) {
    if (!all_digits(digits)) {
        return false;
    }
    if (digits.size() >= 3 && digits.size() <= 5) {
        return true;
    }
    const bool service = digits.starts_with("1800") || digits.starts_with("1900");
    const auto national = digits.starts_with("84") ? digits.substr(2) : digits.starts_with("0") ? digits.substr(1) : digits;
    return (service && digits.size() >= 8 && digits.size() <= 10) || (national.starts_with("2") && (national.size() == 9 || national.size() == 10));
}

PlateMatch match_plate(std::string_view text) {
    std::size_t at = 0;
    PlateMatch match;
    const auto skip = [&](std::string_view marks) {
        while (at < text.size() && marks.find(text[at]) != std::string_view::npos) {
            match.marked = match.marked || text[at] != ' ';
            ++at;
        }
    };
    const auto digits = [&](std::size_t most) {
        const auto from = at;
        while (at < text.size() && at - from < most && is_digit(text[at])) {
            ++at;
        }
        return at - from;
    };
    if (digits(3) != 2 || two(text, 0) < 11) {
        return {};
    }
    std::size_t letters = 0;
    skip("-");
    match.marked = false;
    while (at < text.size() && letters < 2) {
        if (is_capital(text[at])) {
            ++at;
        } else if (text.substr(at).starts_with("Đ")) {
            at += 2;
        } else {
            break;
        }
        ++letters;
    }
    if (letters == 0) {
        return {};
    }
    // The series may end in a digit; then four or five digits follow, which a hyphen, space or dot may set apart.
    const auto rest = text.substr(at);
    for (const bool series : {false, true}) {
        at = text.size() - rest.size();
        match.marked = false;
        if (series && digits(1) != 1) {
            continue;
        }
        skip(" -.");
        const auto first = digits(5);
        if (first == 3) {
            skip(".");
            if (digits(3) != 2) {
                continue;
            }
        } else if (first != 4 && first != 5) {
            continue;
        }
        if (at == text.size()) {
            match.plate = true;
            return match;
        }
    }
    return {};
}

bool is_passport(std::string_view text) { return (text.size() == 8 || text.size() == 9) && is_capital(text[0]) && all_digits(text.substr(1)); }

bool is_land_certificate(std::string_view text) {
    std::size_t at = 0;
    std::size_t letters = 0;
    while (at < text.size() && letters < 3 && (is_capital(text[at]) || text.substr(at).starts_with("Đ"))) {
        at += is_capital(text[at]) ? 1 : 2;
        ++letters;
    }
    if (at < text.size() && text[at] == ' ') {
        ++at;
    }
    const auto digits = text.substr(at);
    return letters == 2 && digits.size() >= 6 && digits.size() <= 8 && all_digits(digits);
}

}  // namespace khomo::builder
