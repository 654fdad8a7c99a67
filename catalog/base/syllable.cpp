// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/syllable.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>
#include <unordered_set>

#include "catalog/base/text.hpp"

namespace khomo {
namespace {

int tone_of(UChar32 mark) {
    switch (mark) {
        case 0x0301: return 1;
        case 0x0300: return 2;
        case 0x0309: return 3;
        case 0x0303: return 4;
        case 0x0323: return 5;
        default: return 0;
    }
}

const std::unordered_set<std::string>& onsets() {
    static const std::unordered_set<std::string> kOnsets = {"",   "b",   "c",  "ch", "d", "đ",  "g",  "gh", "gi", "h", "k",  "kh", "l",  "m", "n",
                                                            "ng", "ngh", "nh", "p",  "ph", "qu", "r", "s",  "t",  "th", "tr", "v",  "x"};
    return kOnsets;
}

const std::unordered_set<std::string>& rhymes() {
    static const std::unordered_set<std::string> kRhymes = {
        "a",   "ac",   "ach",  "ai",   "am",   "an",  "ang",  "anh",  "ao",   "ap",   "at",   "au",   "ay",   "ăc",  "ăm",  "ăn",   "ăng",  "ăp",   "ăt",   "âc",   "âm",   "ân",
        "âng", "âp",   "ât",   "âu",   "ây",   "e",   "ec",   "em",   "en",   "eng",  "eo",   "ep",   "et",   "ê",   "êch", "êm",   "ên",   "ênh",  "êp",   "êt",   "êu",   "i",
        "ia",  "ich",  "im",   "in",   "inh",  "ip",  "it",   "iu",   "iêc",  "iêm",  "iên",  "iêng", "iêp",  "iêt", "iêu", "o",    "oa",   "oac",  "oach", "oai",  "oam",  "oan",
        "oang", "oanh", "oao", "oap",  "oat",  "oay", "oăc",  "oăm",  "oăn",  "oăng", "oăt",  "oc",   "oe",   "oen", "oeo", "oet",  "oi",   "om",   "on",   "ong",  "ooc",  "oong",
        "op",  "ot",   "ô",    "ôc",   "ôi",   "ôm",  "ôn",   "ông",  "ôp",   "ôt",   "ơ",    "ơi",   "ơm",   "ơn",  "ơp",  "ơt",   "u",    "ua",   "uân",  "uâng", "uât",  "uây",
        "uc",  "uê",   "uêch", "uênh", "ui",   "um",  "un",   "ung",  "uơ",   "up",   "ut",   "uy",   "uya",  "uych", "uyên", "uyêt", "uynh", "uyt", "uyu",  "uôc",  "uôi",  "uôm",
        "uôn", "uông", "uôt",  "ư",    "ưa",   "ưc",  "ưi",   "ưm",   "ưn",   "ưng",  "ưt",   "ươc",  "ươi",  "ươm", "ươn", "ương", "ươp",  "ươt",  "ươu",  "ưu",   "y",    "yêm",
        "yên", "yêng", "yêt",  "yêu"};
    return kRhymes;
}

bool ends_with_stop(const std::string& rhyme) { return rhyme.ends_with("c") || rhyme.ends_with("ch") || rhyme.ends_with("p") || rhyme.ends_with("t"); }

bool fits(const std::string& letters, int tone) {
    // The longest onset first, but "gi" may also be g + i (gì), so every split is tried.
    for (std::size_t length = 0; length <= 4 && length <= letters.size(); ++length) {
        auto onset = letters.substr(0, length);
        auto rhyme = letters.substr(length);
        if (!onsets().contains(onset) || !rhymes().contains(rhyme)) {
            continue;
        }
        if (!ends_with_stop(rhyme) || tone == 1 || tone == 5) {
            return true;
        }
    }
    return false;
}

std::unordered_set<std::string> folded(const std::unordered_set<std::string>& parts) {
    std::unordered_set<std::string> plain;
    for (const auto& part : parts) {
        plain.insert(fold(part));
    }
    return plain;
}

}  // namespace

ToneSplit split_tone(std::string_view word) {
    ToneSplit split;
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfd = icu::Normalizer2::getNFDInstance(status);
    auto text = nfd->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))), status);
    text.toLower(icu::Locale("vi"));
    icu::UnicodeString kept;
    for (int32_t i = 0; i < text.length();) {
        const UChar32 c = text.char32At(i);
        i += U16_LENGTH(c);
        if (const int tone = tone_of(c); tone != 0) {
            split.tone = tone;
            ++split.marks;
        } else {
            kept.append(c);
        }
    }
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    nfc->normalize(kept, status).toUTF8String(split.letters);
    return split;
}

bool is_vietnamese_syllable(std::string_view word) {
    if (word.empty() || word.size() > 24 || !is_valid_utf8(word)) {
        return false;
    }
    const auto split = split_tone(word);
    return split.marks <= 1 && fits(split.letters, split.tone);
}

bool is_folded_syllable(std::string_view word) {
    static const auto kOnsets = folded(onsets());
    static const auto kRhymes = folded(rhymes());
    for (std::size_t length = 0; length <= 4 && length <= word.size(); ++length) {
        if (kOnsets.contains(std::string(word.substr(0, length))) && kRhymes.contains(std::string(word.substr(length)))) {
            return true;
        }
    }
    return false;
}

}  // namespace khomo
