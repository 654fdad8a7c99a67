// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/letter_case.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace khomo {

std::string to_upper(std::string_view text) {
    auto decoded = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    std::string out;
    decoded.toUpper(icu::Locale("vi")).toUTF8String(out);
    return out;
}

}  // namespace khomo
