// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"

namespace khomo::builder {

enum class JsonToken { begin_object, end_object, begin_array, end_array, key, string, number, boolean, null, end, fault };

/// Reads JSON (RFC 8259) token by token from a source of bytes; several values may stand one after the other, with or without line breaks
/// between them. Numbers keep the digits they are written with, so that nothing is lost on the way to the contract's type. Memory is that of the
/// longest text (at most 16 MB) and of 64 levels of nesting. Strict UTF-8; a byte order mark at the very start is passed over. Not thread-safe.
class JsonCursor {
public:
    /// Fills the buffer with up to `length` bytes; 0 at the end.
    using Source = std::function<std::size_t(char* to, std::size_t length)>;
    explicit JsonCursor(Source source);
    /// Over bytes that outlive the cursor.
    static JsonCursor over(std::string_view bytes);

    /// The next token; `end` between values only, at the end of the source. After a `fault` nothing but faults.
    JsonToken next();
    /// Of a key or string: decoded; of a number: as written; of a boolean: "true" or "false".
    const std::string& text() const { return text_; }
    /// How many objects and arrays are open.
    std::size_t depth() const { return open_.size(); }
    /// Line of the last token, from 1.
    std::uint64_t line() const { return line_; }
    /// What is wrong, after a fault.
    const Text& fault() const { return fault_; }
    /// Passes over the value that `token` (just given by next()) begins; false on a fault.
    bool skip(JsonToken token);

private:
    enum class Expect { value, value_or_close, key, key_or_close, comma_or_close };

    bool fill();
    int peek();
    char take();
    void skip_space();
    JsonToken fail(Text message);
    JsonToken value(char first);
    JsonToken close(char first);
    JsonToken after_value(JsonToken token);
    JsonToken read_string(JsonToken kind);
    bool read_escape();
    bool read_four_hex(unsigned& code);
    JsonToken read_number(char first);
    JsonToken read_word(std::string_view word, JsonToken token);

    Source source_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    std::string text_;
    std::vector<char> open_;  ///< '{' or '['
    Expect expect_ = Expect::value;
    std::uint64_t line_ = 1;
    bool started_ = false;
    bool broken_ = false;
    Text fault_;
};

}  // namespace khomo::builder
