// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/text.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "catalog/base/error.hpp"

namespace khomo {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const icu::Normalizer2& normalizer(bool compose) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = compose ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status) != 0 || found == nullptr) {
        throw Error(ErrorKind::internal, {"Thiếu dữ liệu Unicode của ICU", "ICU's Unicode data is missing"});
    }
    return *found;
}

icu::UnicodeString decode(std::string_view text) {
    if (!is_valid_utf8(text)) {
        throw Error(ErrorKind::format, {"Văn bản không phải UTF-8", "The text is not UTF-8"});
    }
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

icu::UnicodeString normalized(const icu::UnicodeString& text, bool compose) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out = normalizer(compose).normalize(text, status);
    if (U_FAILURE(status) != 0) {
        throw Error(ErrorKind::format, {"Không chuẩn hóa được Unicode", "Unicode normalisation failed"});
    }
    return out;
}

std::string encode(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

bool is_invisible(UChar32 c) {
    return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
    size_t i = 0;
    while (i < bytes.size()) {
        const auto b = static_cast<unsigned char>(bytes[i]);
        if (b < 0x80) {
            if (b == 0) {
                return false;
            }
            ++i;
            continue;
        }
        const size_t length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
        if (b < 0xC2 || b > 0xF4 || i + length > bytes.size()) {
            return false;
        }
        for (size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0) != 0x80) {
                return false;
            }
        }
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        if ((b == 0xE0 && second < 0xA0) || (b == 0xED && second > 0x9F) || (b == 0xF0 && second < 0x90) ||
            (b == 0xF4 && second > 0x8F)) {
            return false;
        }
        i += length;
    }
    return true;
}

std::string to_nfc(std::string_view text) {
    if (is_ascii(text)) {
        return std::string(text);
    }
    const auto decoded = decode(text);
    UErrorCode status = U_ZERO_ERROR;
    // Already NFC is the common case; the quick check saves two passes.
    if (normalizer(true).isNormalized(decoded, status) && U_SUCCESS(status) != 0) {
        return std::string(text);
    }
    return encode(normalized(normalized(decoded, false), true));
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\f\v";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string clean_text(std::string_view text) {
    if (is_ascii(text)) {
        return std::string(trim(text));
    }
    const auto decoded = decode(text);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < decoded.length();) {
        const UChar32 c = decoded.char32At(i);
        i += U16_LENGTH(c);
        if (!is_invisible(c)) {
            kept.append(c == 0x00A0 ? static_cast<UChar32>(' ') : c);
        }
    }
    return to_nfc(trim(encode(kept)));
}

std::string to_lower(std::string_view text) {
    auto decoded = decode(text);
    return encode(decoded.toLower(icu::Locale("vi")));
}

std::string fold(std::string_view text) {
    auto decomposed = normalized(decode(text), false);
    decomposed.toLower(icu::Locale("vi"));
    icu::UnicodeString kept;
    for (int32_t i = 0; i < decomposed.length();) {
        const UChar32 c = decomposed.char32At(i);
        i += U16_LENGTH(c);
        const bool mark = c >= 0x0300 && c <= 0x036F;
        if (!mark && !is_invisible(c)) {
            kept.append(c == 0x0111 ? static_cast<UChar32>('d') : c == 0x00A0 ? static_cast<UChar32>(' ') : c);
        }
    }
    return encode(normalized(kept, true));
}

std::string slugify(std::string_view text) {
    std::string slug;
    for (const char c : fold(text)) {
        const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (keep) {
            slug += c;
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    }
    constexpr size_t kLongest = 80;
    if (slug.size() > kLongest) {
        const bool whole_word = slug[kLongest] == '-';
        slug.resize(kLongest);
        const auto cut = slug.rfind('-');
        if (!whole_word && cut != std::string::npos) {
            slug.resize(cut);
        }
    }
    while (!slug.empty() && slug.back() == '-') {
        slug.pop_back();
    }
    return slug;
}

bool is_slug(std::string_view id) {
    if (id.empty() || id.size() > 80 || id.front() == '-' || id.back() == '-') {
        return false;
    }
    char before = 0;
    for (const char c : id) {
        const bool fine = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && before != '-');
        if (!fine) {
            return false;
        }
        before = c;
    }
    return true;
}

std::string collation_key(std::string_view text) {
    // A collator is not thread-safe for keys; one per thread costs nothing after the first call.
    thread_local const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
        if (U_FAILURE(status) != 0) {
            throw Error(ErrorKind::internal, {"Thiếu bảng sắp xếp tiếng Việt của ICU", "ICU's Vietnamese collation is missing"});
        }
        return made;
    }();
    const auto decoded = decode(text);
    std::string key(static_cast<size_t>(decoded.length()) * 4 + 16, '\0');
    auto length = collator->getSortKey(decoded, reinterpret_cast<uint8_t*>(key.data()), static_cast<int32_t>(key.size()));
    if (static_cast<size_t>(length) > key.size()) {
        key.resize(static_cast<size_t>(length));
        length = collator->getSortKey(decoded, reinterpret_cast<uint8_t*>(key.data()), static_cast<int32_t>(key.size()));
    }
    key.resize(static_cast<size_t>(std::max(length - 1, 0)));  // without ICU's closing NUL
    return key;
}

std::string nearest(std::string_view word, const std::vector<std::string>& names) {
    std::string best;
    size_t best_distance = word.size() / 2 + 1;
    for (const auto& name : names) {
        std::vector<size_t> row(name.size() + 1);
        for (size_t j = 0; j < row.size(); ++j) {
            row[j] = j;
        }
        for (size_t i = 1; i <= word.size(); ++i) {
            size_t diagonal = row[0];
            row[0] = i;
            for (size_t j = 1; j <= name.size(); ++j) {
                const size_t above = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (word[i - 1] == name[j - 1] ? 0U : 1U)});
                diagonal = above;
            }
        }
        if (row.back() < best_distance) {
            best_distance = row.back();
            best = name;
        }
    }
    return best;
}

std::string excerpt(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    std::string out = "«";
    std::size_t shown = 0;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 0xC2) {
            length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        }
        const auto piece = text.substr(i, length);
        if (shown == kLongest) {
            out += "…";
            break;
        }
        const bool fine = lead >= 0x20 && lead != 0x7F && is_valid_utf8(piece);
        out += fine ? std::string(piece) : lead < 0x20 ? "·" : "\xEF\xBF\xBD";
        i += fine ? length : 1;
        ++shown;
    }
    return out + "»";
}

}  // namespace khomo
