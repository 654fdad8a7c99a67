// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/person_name.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <unordered_set>
#include <vector>

#include "builder/gate/personal/plain_form.hpp"
#include "catalog/base/letter_case.hpp"
#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr std::string_view kFamilyNames =
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lí Đinh Trịnh Đoàn Mai Lương Trương Đào Tô Hà Cao Chu Tạ Thái Phùng "
    "Vương Nghiêm Lâm Quách Triệu Kiều Đàm La Tống Thạch Châu Ninh Mạc Khổng Doãn Lại Tăng Lưu Bạch Cù Đậu Giáp Khuất Khúc Lục Nông Hứa Bế Chử Từ "
    "Thân Tôn Âu Diệp Hàn Kim Lò Lường Lù Lầu Quàng Cà Cầm Bạc Vì Vi Tòng Lèo Lừ Điêu Đèo Sùng Giàng Vàng Thào Mùa Vừ Ly Lỳ Hạng Hờ Cứ Tráng Chá "
    "Phàng Sồng Xồng Xa Sa Bàn Phượng Tẩn Chảo Phàn Cút Moong Lừu Cháng Hầu Ma Sính Tếnh Khang Mè Lềm Ngần Hảng Tếnh Lộc Tao Quán Hoá Hóa Mùi Pờ "
    "Chẩu Chang Giàng Và Lậu Đồng Thiều Lã Phí Nhữ Ngụy Cấn Tiêu Trang Văn Viên Cung Quản Đường Ứng Trà Ông Tưởng Bành Biện Mã Uông Ân";

/// Names that begin like a family name and are places.
constexpr std::string_view kPlaces =
    "|Hà Nội|Hà Nam|Hà Giang|Hà Tĩnh|Hà Đông|Hà Tây|Hà Tiên|Hà Bắc|Thái Bình|Thái Nguyên|Cao Bằng|Cao Lãnh|Lâm Đồng|Bạc Liêu|Đồng Nai|Đồng Tháp|Đồng Hới|Đồng Văn|Đồng Xoài|"
    "Kim Bôi|Kim Sơn|Kim Thành|Mai Châu|Mai Sơn|Hồ Chí Minh|Tô Múa|Đoàn Kết|Châu Đốc|Châu Thành|Sa Pa|Sa Đéc|Ninh Bình|Ninh Thuận|Vũ Thư|Vũ Quang|Tân An|Đinh Văn|"
    "Lạng Sơn|Lục Ngạn|Lục Nam|Lục Yên|Dương Minh Châu|Trà Vinh|Trà Bồng|Triệu Sơn|Triệu Phong|Lý Nhân|Lý Sơn|Mường La|Chu Prông|Hoàng Sa|Trường Sa|Hoàng Liên Sơn|";

struct Names {
    std::unordered_set<std::string> storage;   ///< Title, UPPER and lower case as written with marks
    std::unordered_set<std::string> unmarked;  ///< folded
};

const Names& names() {
    static const Names all = [] {
        Names made;
        std::size_t at = 0;
        while (at < kFamilyNames.size()) {
            const auto end = std::min(kFamilyNames.find(' ', at), kFamilyNames.size());
            const std::string name(kFamilyNames.substr(at, end - at));
            made.storage.insert(name);
            made.storage.insert(to_upper(name));
            made.storage.insert(to_lower(name));
            made.unmarked.insert(fold(name));
            at = end + 1;
        }
        return made;
    }();
    return all;
}

bool is_middle(std::string_view word) {
    for (const std::string_view mark : {"Văn", "Thị", "VĂN", "THỊ", "văn", "thị", "Van", "Thi", "VAN", "THI", "van", "thi"}) {
        if (word == mark) {
            return true;
        }
    }
    return false;
}

/// Letters only, at most seven, and how it is written.
struct Word {
    std::string_view text;
    bool letters = false;
    bool capital = false;
    std::size_t length = 0;
};

Word look_at(std::string_view text) {
    Word word{text, true, false, 0};
    for (std::size_t at = 0; at < text.size(); ++word.length) {
        const auto c = next_code_point(text, at);
        if (word.length == 0) {
            word.capital = is_capital(c);
        }
        if (!is_letter(c)) {
            // A cut name may end in a full stop: "Lò Văn A."
            word.letters = c == U'.' && word.length == 1 && at == text.size();
            return word;
        }
    }
    word.letters = word.length > 0 && word.length <= 7;
    return word;
}

bool is_family_name(std::string_view word, bool marks) {
    std::array<char, 24> buffer{};
    if (word.size() > buffer.size()) {
        return false;
    }
    if (marks && names().storage.contains(std::string(word))) {
        return true;
    }
    // Without marks in this word: "Lo Van Hùng" is as good as "LO VAN HUNG".
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (!is_letter(word[i])) {
            return false;
        }
        buffer[i] = static_cast<char>(std::tolower(static_cast<unsigned char>(word[i])));
    }
    const std::string folded(buffer.data(), word.size());
    return marks ? false : names().unmarked.contains(folded);
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

bool is_place(std::string_view text) {
    const std::string wrapped = "|" + std::string(text) + "|";
    return kPlaces.find(wrapped) != std::string_view::npos;
}

}  // namespace

NameMatch match_name(std::string_view text) {
    if (text.size() < 4 || text.size() > 48) {
        return NameMatch::none;
    }
    std::array<Word, 5> words;
    std::size_t count = 0;
    bool marks = false;
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && text[at] == ' ') {
            ++at;
        }
        const auto end = std::min(text.find(' ', at), text.size());
        if (end == at) {
            break;
        }
        if (count == words.size()) {
            return NameMatch::none;
        }
        words[count] = look_at(text.substr(at, end - at));
        if (!words[count].letters) {
            return NameMatch::none;
        }
        marks = marks || words[count].text.size() > words[count].length;
        ++count;
        at = end;
    }
    if (count < 2 || !is_family_name(words[0].text, words[0].text.size() > words[0].length || marks)) {
        return NameMatch::none;
    }
    const bool middle = count >= 3 && std::any_of(words.begin() + 1, words.begin() + static_cast<std::ptrdiff_t>(count) - 1, [](const Word& word) { return is_middle(word.text); });
    const bool capitals = std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count), [](const Word& word) { return word.capital; });
    if (!capitals && !middle) {
        return NameMatch::none;
    }
    if (!marks && !std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                               [](const Word& word) { return word.length == 1 || is_folded_syllable(lower_ascii(word.text)); })) {
        return NameMatch::none;
    }
    if (middle) {
        return NameMatch::marked;
    }
    if (is_place(text)) {
        return NameMatch::none;
    }
    return count == 2 ? NameMatch::two_words : NameMatch::more_words;
}

std::string_view find_addressed_name(std::string_view text) {
    constexpr std::array<std::string_view, 7> kMarks = {"Văn ", "Thị ", "VĂN ", "THỊ ", " Van ", " Thi ", " A "};
    if (std::none_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; })) {
        return {};
    }
    constexpr std::array<std::string_view, 28> kAddresses = {"ong ",  "ba ",   "Ong ",     "Ba ",
                                                             "ông ",  "bà ",   "anh ",     "chị ",      "cháu ",     "Ông ",     "Bà ",      "Anh ",     "Chị ",      "Cháu ",  "em ",     "Em ",
                                                             "chủ hộ ", "Chủ hộ ", "họ tên: ", "Họ tên: ", "họ và tên: ", "Họ và tên: ", "ÔNG ", "BÀ ", "Ông: ", "Bà: ", "ông: ", "bà: "};
    for (const auto address : kAddresses) {
        for (auto at = text.find(address); at != std::string_view::npos; at = text.find(address, at + 1)) {
            if (at > 0 && is_word_byte(text[at - 1])) {
                continue;
            }
            const auto rest = text.substr(at + address.size());
            // The longest run of words that is a name with Văn or Thị, so that "ông Hoàng Mai" does not weigh on anybody.
            std::size_t end = 0;
            std::string_view found;
            for (int words = 1; words <= 5 && end < rest.size(); ++words) {
                auto next = end;
                while (next < rest.size() && rest[next] == ' ') {
                    ++next;
                }
                while (next < rest.size() && is_word_byte(rest[next]) && !is_digit(rest[next])) {
                    ++next;
                }
                if (next == end) {
                    break;
                }
                end = next;
                const auto match = words >= 3 ? match_name(rest.substr(0, end)) : NameMatch::none;
                const bool mong = match == NameMatch::more_words && rest.substr(0, end).find(" A ") != std::string_view::npos;  // Vàng A Pó
                if (match == NameMatch::marked || mong) {
                    found = rest.substr(0, end);
                }
            }
            if (!found.empty()) {
                return found;
            }
        }
    }
    return {};
}

}  // namespace khomo::builder
