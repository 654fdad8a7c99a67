// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "builder/intake/legacy_encoding.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/letter_case.hpp"
#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr std::string_view kMisread = "utf-8+";
constexpr std::size_t kMostWords = 4000;

/// The name that glibc has for an encoding, or null where the table is our own.
const char* iconv_name(std::string_view encoding) {
    return encoding == "windows-1258" ? "CP1258" : encoding == "tcvn3" ? "TCVN5712-1" : encoding == "viscii" ? "VISCII" : nullptr;
}

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_word_byte(char c) { return is_high(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Calls `use` for each run of letters and bytes beyond ASCII that holds one of the latter.
template <typename Use>
void each_marked_word(std::string_view text, Use use) {
    for (std::size_t i = 0; i < text.size();) {
        if (!is_word_byte(text[i])) {
            ++i;
            continue;
        }
        const auto start = i;
        bool marked = false;
        for (; i < text.size() && is_word_byte(text[i]); ++i) {
            marked = marked || is_high(text[i]);
        }
        if (marked) {
            use(text.substr(start, i - start));
        }
    }
}

/// Length of the character at `at` of a valid text, and whether it is punctuation or a symbol that may stand beside a word.
std::size_t character_at(std::string_view text, std::size_t at, bool& symbol, bool& divides) {
    const auto a = static_cast<unsigned char>(text[at]);
    const auto b = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
    const std::size_t length = a < 0x80 ? 1 : a < 0xE0 ? 2 : a < 0xF0 ? 3 : 4;
    symbol = a == 0xC2 || (a == 0xC3 && (b == 0x97 || b == 0xB7)) || (a == 0xE2 && b < 0xB0);  // U+0080–U+00BF, × ÷, U+2000–U+2BFF
    divides = (a == 0xC2 && b == 0xA0) || (a == 0xE2 && b == 0x80);                           // the space that does not break, dashes, quotes
    return length;
}

/// Words are written small, with a capital first, or in capitals; "hỒ" is the sign of a wrong reading.
bool has_usual_case(const std::string& word) {
    const auto small = to_lower(word);
    if (word == small || word == to_upper(word)) {
        return true;
    }
    const auto first = static_cast<unsigned char>(word[0]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
    return word.substr(std::min(length, word.size())) == small.substr(std::min(length, small.size()));
}

struct Verdict {
    std::size_t counted = 0;
    std::size_t fine = 0;
};

void judge_part(std::string_view part, Verdict& verdict) {
    std::size_t from = part.size();
    std::size_t to = 0;
    for (std::size_t i = 0; i < part.size();) {
        bool symbol = false;
        bool divides = false;
        const auto length = character_at(part, i, symbol, divides);
        if (!symbol) {
            from = std::min(from, i);
            to = i + length;
        }
        i += length;
    }
    const auto word = std::string(part.substr(std::min(from, part.size()), to > from ? to - from : 0));
    if (std::any_of(word.begin(), word.end(), is_high)) {
        ++verdict.counted;
        verdict.fine += is_vietnamese_syllable(word) && has_usual_case(word) ? 1 : 0;
    }
}

/// Looks at one run of letters of a valid text: symbols at its ends are left out of account, what has no marks is not counted.
void judge(std::string_view word, Verdict& verdict) {
    std::size_t start = 0;
    for (std::size_t i = 0; i < word.size();) {
        bool symbol = false;
        bool divides = false;
        const auto length = character_at(word, i, symbol, divides);
        if (divides) {
            judge_part(word.substr(start, i - start), verdict);
            start = i + length;
        }
        i += length;
    }
    judge_part(word.substr(std::min(start, word.size())), verdict);
}

Verdict judge_text(std::string_view text) {
    Verdict verdict;
    each_marked_word(text, [&](std::string_view word) { judge(word, verdict); });
    return verdict;
}

double share_of(const Verdict& verdict) { return verdict.counted == 0 ? 0 : static_cast<double>(verdict.fine) / static_cast<double>(verdict.counted); }

struct Letters {
    int small = 0;
    int capital = 0;
};

Letters ascii_letters(std::string_view text) {
    Letters letters;
    for (const char c : text) {
        letters.small += c >= 'a' && c <= 'z' ? 1 : 0;
        letters.capital += c >= 'A' && c <= 'Z' ? 1 : 0;
    }
    return letters;
}

/// TCVN3 has no capitals with tones: "TỈNH" is written "TỉNH", which its fonts for headings show right. A word whose plain letters are capitals,
/// two at least, is put in capitals; so is a shorter one ("Hồ" in "HỒ CHÍ MINH") where the whole text shows that it is in capitals.
std::string raise_capitals(const std::string& text) {
    bool proven = false;
    each_marked_word(text, [&](std::string_view word) {
        const auto letters = ascii_letters(word);
        proven = proven || (letters.small == 0 && letters.capital >= 2 && to_upper(word) != word);
    });
    if (!proven) {
        return text;
    }
    if (ascii_letters(text).small == 0) {
        return to_upper(text);
    }
    std::string out;
    std::size_t done = 0;
    each_marked_word(text, [&](std::string_view word) {
        const auto at = static_cast<std::size_t>(word.data() - text.data());
        const auto letters = ascii_letters(word);
        out.append(text, done, at - done);
        out += letters.small == 0 && letters.capital >= 2 ? to_upper(word) : std::string(word);
        done = at + word.size();
    });
    return out.append(text, done, std::string::npos);
}

}  // namespace

const std::vector<std::string>& encoding_names() {
    static const std::vector<std::string> kNames = {"utf-8",       "windows-1258", "tcvn3",     "vni",          "viscii",
                                                    "windows-1252", "utf-8+utf-8",  "utf-8+tcvn3", "utf-8+vni",   "utf-8+viscii",
                                                    "utf-8+windows-1258"};
    return kNames;
}

std::string list_of_encodings() {
    std::string list;
    for (const auto& name : encoding_names()) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

TextDecoder::TextDecoder(const std::string& encoding) : name_(encoding) {
    const auto& names = encoding_names();
    if (std::find(names.begin(), names.end(), encoding) == names.end()) {
        throw Error(ErrorKind::input, {"Không biết bảng mã «" + encoding + "» (" + list_of_encodings() + ")", "Unknown encoding «" + encoding + "» (" + list_of_encodings() + ")"});
    }
    inner_ = encoding.starts_with(kMisread) ? encoding.substr(kMisread.size()) : encoding;
    if (const auto* known = iconv_name(inner_)) {
        converter_ = ::iconv_open("UTF-8", known);
        if (converter_ == reinterpret_cast<void*>(-1)) {
            converter_ = nullptr;
            throw Error(ErrorKind::internal, {"Máy thiếu bảng mã " + inner_ + " của glibc", "glibc's converter for " + inner_ + " is missing"});
        }
    }
}

TextDecoder::~TextDecoder() {
    if (converter_ != nullptr) {
        ::iconv_close(converter_);
    }
}

bool TextDecoder::convert(std::string_view bytes, std::string& out) {
    out.resize(bytes.size() * 4 + 8);
    auto* from = const_cast<char*>(bytes.data());
    std::size_t from_left = bytes.size();
    char* to = out.data();
    std::size_t to_left = out.size();
    ::iconv(converter_, nullptr, nullptr, nullptr, nullptr);
    const bool fine = ::iconv(converter_, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1) &&
                      ::iconv(converter_, nullptr, nullptr, &to, &to_left) != static_cast<std::size_t>(-1);
    out.resize(out.size() - to_left);
    return fine;
}

bool TextDecoder::decode_plain(std::string_view bytes, std::string& out) {
    if (inner_ == "utf-8") {
        out.assign(bytes);
        return is_valid_utf8(bytes);
    }
    if (converter_ != nullptr) {
        if (!convert(bytes, out)) {
            return false;
        }
    } else if (inner_ == "vni") {
        out = from_vni(bytes);
    } else {
        out.clear();
        for (const char c : bytes) {
            append_utf8(out, from_windows_1252(static_cast<unsigned char>(c)));
        }
    }
    if (!is_valid_utf8(out)) {
        return false;
    }
    out = to_nfc(out);
    if (inner_ == "tcvn3") {
        out = raise_capitals(out);
    }
    return true;
}

bool TextDecoder::decode_again(std::string_view text, std::string& out) {
    if (!is_valid_utf8(text)) {
        return false;
    }
    out.assign(text);
    for (int times = 0; times < 3; ++times) {  // text that was misread twice is met too
        const auto bytes = to_windows_1252(out);
        std::string again;
        if (!bytes || !decode_plain(*bytes, again) || share_of(judge_text(out)) > share_of(judge_text(again))) {
            break;
        }
        out = std::move(again);
        if (inner_ != "utf-8" || std::none_of(out.begin(), out.end(), is_high)) {
            break;
        }
    }
    return true;
}

bool TextDecoder::decode(std::string_view bytes, std::string& out) {
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return !is_high(c) && c != 0; })) {
        out.assign(bytes);
        return true;
    }
    return name_.size() > inner_.size() ? decode_again(bytes, out) : decode_plain(bytes, out);
}

bool WordSample::full() const { return words_.size() >= kMostWords; }

void WordSample::add(std::string_view text) {
    if (full()) {
        return;
    }
    each_marked_word(text, [&](std::string_view word) {
        if (word.size() > 120 || full()) {
            return;
        }
        const auto place = std::lower_bound(sorted_.begin(), sorted_.end(), word);
        if (place == sorted_.end() || *place != word) {
            sorted_.insert(place, std::string(word));
            words_.emplace_back(word);
        }
    });
}

std::vector<Reading> read_sample_as(const WordSample& sample, bool unicode) {
    std::vector<Reading> readings;
    std::vector<std::string> texts;
    for (const auto& name : encoding_names()) {
        if ((name.starts_with(kMisread) || name == "utf-8") != unicode) {
            continue;
        }
        TextDecoder decoder(name);
        Reading reading;
        reading.encoding = name;
        Verdict verdict;
        std::string whole;
        std::string text;
        for (const auto& word : sample.words()) {
            if (!decoder.decode(word, text)) {
                ++verdict.counted;
                whole += "\xEF\xBF\xBD\n";
                continue;
            }
            judge(text, verdict);
            whole += text + "\n";
            if (reading.shown.size() < 60) {
                reading.shown += (reading.shown.empty() ? "" : " ") + text;
            }
        }
        if (std::find(texts.begin(), texts.end(), whole) != texts.end()) {
            continue;
        }
        texts.push_back(std::move(whole));
        reading.counted = verdict.counted;
        reading.share = share_of(verdict);
        readings.push_back(std::move(reading));
    }
    // A reading that makes symbols of most words says nothing about them.
    std::size_t most = 0;
    for (const auto& reading : readings) {
        most = std::max(most, reading.counted);
    }
    for (auto& reading : readings) {
        if (reading.counted * 2 < most) {
            reading.share *= 2.0 * static_cast<double>(reading.counted) / static_cast<double>(most);
        }
    }
    std::stable_sort(readings.begin(), readings.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
    return readings;
}

std::optional<std::string> settle_encoding(const std::vector<Reading>& readings, bool unicode) {
    constexpr double kEnough = 0.8;
    constexpr double kMargin = 0.2;
    if (readings.empty()) {
        return unicode ? std::optional<std::string>("utf-8") : std::nullopt;
    }
    const auto next = readings.size() > 1 ? readings[1].share : 0.0;
    const bool clear = readings[0].share >= kEnough && readings[0].share - next >= kMargin;
    if (!unicode) {
        return clear ? std::optional(readings[0].encoding) : std::nullopt;
    }
    const auto plain = std::find_if(readings.begin(), readings.end(), [](const auto& reading) { return reading.encoding == "utf-8"; });
    const auto as_it_is = plain == readings.end() ? 0.0 : plain->share;
    // Text that turns out to be UTF-8 a second time is so by no accident; for the others one odd word is not enough.
    const double enough = readings[0].encoding == "utf-8+utf-8" ? 0.5 : 1.5;
    const auto gained = static_cast<double>(readings[0].counted) * readings[0].share - static_cast<double>(readings[0].counted) * as_it_is;
    if (readings[0].encoding == "utf-8" || readings[0].share < kEnough || readings[0].share - as_it_is < kMargin || gained < enough) {
        return "utf-8";  // foreign names and symbols are no reason to change a text
    }
    return clear ? std::optional(readings[0].encoding) : std::nullopt;
}

std::string show_readings(const std::vector<Reading>& readings) {
    std::string all;
    for (const auto& reading : readings) {
        all += (all.empty() ? "" : "; ") + reading.encoding + ": " + excerpt(reading.shown);
    }
    return all;
}

double vietnamese_share(std::string_view text) { return share_of(judge_text(text)); }

}  // namespace khomo::builder
