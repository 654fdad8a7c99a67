// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/mail_address.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "builder/gate/personal/plain_form.hpp"
#include "catalog/base/syllable.hpp"

namespace khomo::builder {
namespace {

constexpr std::array<std::string_view, 30> kProviders = {"gmail.com",   "googlemail.com", "yahoo.com",  "yahoo.com.vn", "ymail.com",  "rocketmail.com", "outlook.com", "outlook.com.vn", "hotmail.com", "live.com",
                                                         "msn.com",     "icloud.com",     "me.com",     "mac.com",      "aol.com",    "proton.me",      "protonmail.com", "zoho.com",    "zohomail.com", "gmx.com",
                                                         "mail.com",    "mail.ru",        "yandex.com", "yandex.ru",    "qq.com",     "163.com",        "naver.com",   "tutanota.com",  "zalo.me",     "facebook.com"};
/// Beginnings or parts of local names that stand for an office.
constexpr std::array<std::string_view, 45> kRoles = {"vanthu", "vanphong", "vp",       "info",    "contact", "lienhe",  "hotro",   "support", "cskh",     "admin", "webmaster", "bientap", "toasoan", "banbientap", "phong",
                                                     "ubnd",   "hdnd",     "tiepdan",  "tiepcongdan", "tonghop", "hanhchinh", "hcth", "tochuc", "ketoan", "thuongtruc", "tuyensinh", "daotao", "truong", "benhvien", "trungtam",
                                                     "ttyt",   "tramyte",  "congty",   "sales",   "kinhdoanh", "noreply", "no-reply", "dichvu", "service", "office", "dulieumo", "motcua",  "tthc",   "baocao",  "cong"};

bool is_local(char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-' || c == '+'; }
bool is_domain(char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-'; }
bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// "anv", "binhtt", "lannt2": a given name and the initials of the rest.
bool is_name_with_initials(std::string_view part) {
    while (!part.empty() && is_digit(part.back())) {
        part.remove_suffix(1);
    }
    for (std::size_t initials = 1; initials <= 4 && initials + 1 < part.size() + 1; ++initials) {
        const auto given = part.substr(0, part.size() - initials);
        const auto rest = part.substr(part.size() - initials);
        if (std::any_of(rest.begin(), rest.end(), [](char c) { return !is_letter(c) || is_vowel(c); })) {
            return false;
        }
        if (!given.empty() && std::any_of(given.begin(), given.end(), is_vowel) && is_folded_syllable(given)) {
            return true;
        }
    }
    return false;
}

/// "nguyenvana", "lovana": a frequent family name, then Văn or Thị, then more; or the parts of a name set apart.
bool is_full_name(std::string_view local) {
    std::string letters;
    for (const char c : local) {
        if (is_letter(c)) {
            letters += c;
        }
    }
    constexpr std::array<std::string_view, 44> kFamilies = {"nguyen", "tran", "le",   "pham",  "hoang", "huynh", "phan",  "vu",    "vo",    "dang", "bui",  "do",   "ho",    "ngo",  "duong",
                                                            "ly",     "dinh", "trinh", "doan", "mai",   "luong", "truong", "dao",  "to",    "ha",   "cao",  "lo",   "quang", "ca",   "cam",
                                                            "bac",    "vi",   "tong", "leo",   "lu",    "dieu",  "deo",   "sung",  "giang", "vang", "thao", "mua",  "vua",   "trieu"};
    for (const auto family : kFamilies) {
        if (!letters.starts_with(family)) {
            continue;
        }
        const auto rest = std::string_view(letters).substr(family.size());
        if ((rest.starts_with("van") || rest.starts_with("thi")) && rest.size() >= 4) {
            return true;
        }
    }
    return letters.starts_with("nguyen") && letters.size() >= 8;
}

bool is_named(std::string_view local) {
    const auto name = lower(local);
    if (is_full_name(name)) {
        return true;
    }
    for (const auto role : kRoles) {
        const auto at = name.find(role);
        if (at == 0 || (at != std::string::npos && role.size() >= 4)) {
            return false;
        }
    }
    const auto first = name.substr(0, name.find_first_of("._-+"));
    if (std::none_of(first.begin(), first.end(), is_vowel)) {
        return false;
    }
    const auto parts = 1 + std::count_if(name.begin(), name.end(), [](char c) { return c == '.' || c == '_'; });
    // "lan.nguyen", "nguyen.lan": two syllables of which one is a family name everybody knows.
    return is_name_with_initials(first) || (parts >= 2 && (name.find("nguyen") != std::string::npos || name.find("tran") != std::string::npos));
}

}  // namespace

MailMatch find_mail(std::string_view text, std::size_t from) {
    for (auto at = text.find('@', from); at != std::string_view::npos; at = text.find('@', at + 1)) {
        auto begin = at;
        while (begin > from && at - begin < 64 && is_local(text[begin - 1])) {
            --begin;
        }
        auto end = at + 1;
        while (end < text.size() && end - at < 200 && is_domain(text[end])) {
            ++end;
        }
        while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) {
            --end;
        }
        const auto domain = lower(text.substr(at + 1, end - at - 1));
        const auto dot = domain.rfind('.');
        if (begin == at || dot == std::string::npos || dot == 0 || domain.size() - dot < 3) {
            continue;
        }
        MailMatch match{MailKind::role, begin, end};
        if (std::find(kProviders.begin(), kProviders.end(), domain) != kProviders.end()) {
            match.kind = MailKind::private_;
        } else if (is_named(text.substr(begin, at - begin))) {
            match.kind = MailKind::named;
        }
        return match;
    }
    return {};
}

}  // namespace khomo::builder
