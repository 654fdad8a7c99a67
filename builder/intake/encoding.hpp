// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace khomo::builder {

/// Decodes texts of one file to UTF-8 in NFC. Not thread-safe.
class TextDecoder {
public:
    /// `encoding`: "utf-8", "windows-1258", "tcvn3", "viscii". Throws Error(input) for another name.
    explicit TextDecoder(const std::string& encoding);
    ~TextDecoder();
    TextDecoder(const TextDecoder&) = delete;
    TextDecoder& operator=(const TextDecoder&) = delete;

    /// Replaces `out`; false when the bytes are not valid in the encoding.
    bool decode(std::string_view bytes, std::string& out);
    const std::string& name() const { return name_; }

private:
    std::string name_;
    void* converter_ = nullptr;  ///< iconv_t, null for UTF-8
};

/// Share (0…1) of the letter tokens with marks in a UTF-8 text that are well-formed Vietnamese syllables.
double vietnamese_share(std::string_view text);

/// Which encoding a sample is in (requirements C18): UTF-8 if strictly valid, else the legacy encoding whose text is clearly Vietnamese
/// (score at least 0.8 and 0.2 above the next). None in doubt.
std::optional<std::string> detect_encoding(std::string_view sample, bool whole_is_utf8);

}  // namespace khomo::builder
