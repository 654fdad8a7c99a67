// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/secrecy_stamp.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "builder/gate/personal/plain_form.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        while (at < text.size() && is_word_byte(text[at])) {
            ++at;
        }
        if (at > begin) {
            words.push_back(text.substr(begin, at - begin));
        } else {
            ++at;
        }
    }
    return words;
}

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// "mật" joins with these into everyday words.
constexpr std::array<std::string_view, 19> kAfter = {"độ", "ong", "khẩu", "mã", "thiết", "gấu", "mía", "hoa", "ngọt", "ngữ", "thư", "vụ", "thám", "báo", "ước", "nghị", "lệnh", "đường", "rỉ"};
constexpr std::array<std::string_view, 16> kBefore = {"bảo", "bí", "cơ", "thân", "trù", "ngọt", "rỉ", "túi", "ống", "nuôi", "lấy", "vắt", "đường", "kín", "chi", "hương"};

bool judge_words(const std::vector<std::string_view>& shown, const std::vector<std::string>& lower) {
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const std::string_view before = i > 0 ? std::string_view(lower[i - 1]) : "";
        const std::string_view after = i + 1 < lower.size() ? std::string_view(lower[i + 1]) : "";
        const std::string_view two_before = i > 1 ? std::string_view(lower[i - 2]) : "";
        if (lower[i] == "lưu" && i + 3 < lower.size() && lower[i + 1] == "hành" && lower[i + 2] == "nội" && lower[i + 3] == "bộ") {
            return true;
        }
        if (lower[i] != "mật" || one_of(after, kAfter)) {
            continue;
        }
        if (before == "tối" || before == "tuyệt") {
            return true;
        }
        const bool degree = before == "độ" && two_before != "mật" && two_before != "nồng" && two_before != "tốc" && two_before != "chế";
        const bool paper = (before == "liệu" && two_before == "tài") || (before == "bản" && two_before == "văn") || (before == "văn" && two_before == "công") || (before == "dấu") ||
                           (before == "sơ" && two_before == "hồ");
        const bool stamp = shown[i] == "MẬT" && !one_of(before, kBefore);
        if (degree || paper || stamp || lower.size() == 1) {
            return true;
        }
    }
    return false;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

bool has_secrecy_stamp(std::string_view text) {
    const bool mat = contains(text, "mật") || contains(text, "MẬT") || contains(text, "Mật");
    const bool internal = contains(text, "nội bộ") || contains(text, "NỘI BỘ") || contains(text, "Nội bộ") || contains(text, "Nội Bộ");
    if (!mat && !internal) {
        return false;
    }
    if (!is_valid_utf8(text)) {
        const auto plain = plain_form(text);  // such bytes left out
        return is_valid_utf8(plain) && has_secrecy_stamp(plain);
    }
    const auto shown = words_of(text);
    std::vector<std::string> lower;
    lower.reserve(shown.size());
    for (const auto word : shown) {
        lower.push_back(to_lower(word));
    }
    return judge_words(shown, lower);
}

bool has_secrecy_stamp_in_name(std::string_view name) {
    auto text = is_valid_utf8(name) ? to_nfc(name) : plain_form(name);
    if (!is_valid_utf8(text)) {
        text.clear();
    }
    if (has_secrecy_stamp(text)) {
        return true;
    }
    std::vector<std::string> folded;
    std::vector<bool> capitals;
    std::string spaced;
    for (const char c : text) {
        spaced += c == '_' ? ' ' : c;
    }
    for (const auto word : words_of(spaced)) {
        folded.push_back(fold(word));
        capitals.push_back(word == "MAT" || word == "MẬT");
    }
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const auto is = [&](std::size_t at, std::string_view word) { return at < folded.size() && folded[at] == word; };
        if ((is(i, "toi") || is(i, "tuyet")) && is(i + 1, "mat")) {
            return true;
        }
        if (folded[i] == "toimat" || folded[i] == "tuyetmat" || folded[i] == "luuhanhnoibo") {
            return true;
        }
        if (is(i, "luu") && is(i + 1, "hanh") && is(i + 2, "noi") && is(i + 3, "bo")) {
            return true;
        }
        // MAT in capitals at the very beginning or just before the extension, in a name that is not all capitals.
        const bool edge = i == 0 || i + 1 == folded.size() || (i + 2 == folded.size() && folded[i + 1].size() <= 4);
        const bool shouting = std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (capitals[i] && edge && !shouting) {
            return true;
        }
    }
    return false;
}

}  // namespace khomo::builder
