// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/json_cursor.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr std::size_t kSlice = 1U << 17;
constexpr std::size_t kLongestText = 16U << 20;
constexpr std::size_t kLongestNumber = 1000;
constexpr std::size_t kDeepest = 64;

bool is_digit(int c) { return c >= '0' && c <= '9'; }

void append_utf8(std::string& out, unsigned code) {
    const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

}  // namespace

JsonCursor::JsonCursor(Source source) : source_(std::move(source)), buffer_(kSlice, '\0') {}

JsonCursor JsonCursor::over(std::string_view bytes) {
    return JsonCursor([rest = bytes](char* to, std::size_t length) mutable {
        const auto count = std::min(length, rest.size());
        std::memcpy(to, rest.data(), count);
        rest.remove_prefix(count);
        return count;
    });
}

bool JsonCursor::fill() {
    if (at_ < size_) {
        return true;
    }
    at_ = 0;
    size_ = source_(buffer_.data(), buffer_.size());
    if (!started_) {
        started_ = true;
        if (size_ >= 3 && buffer_.compare(0, 3, "\xEF\xBB\xBF") == 0) {
            at_ = 3;
        }
    }
    return at_ < size_;
}

int JsonCursor::peek() { return fill() ? static_cast<unsigned char>(buffer_[at_]) : -1; }

char JsonCursor::take() { return buffer_[at_++]; }

void JsonCursor::skip_space() {
    for (int c = peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x1E; c = peek()) {  // 1E parts the values of a JSON text sequence
        line_ += c == '\n' ? 1 : 0;
        ++at_;
    }
}

JsonToken JsonCursor::fail(Text message) {
    const auto where = std::to_string(line_);
    fault_ = {"JSON sai ở dòng " + where + ": " + message.vi, "JSON fault in line " + where + ": " + message.en};
    broken_ = true;
    return JsonToken::fault;
}

JsonToken JsonCursor::next() {
    if (broken_) {
        return JsonToken::fault;
    }
    skip_space();
    const int c = peek();
    if (c < 0) {
        return open_.empty() ? JsonToken::end : fail({"tệp dừng giữa chừng", "the file ends in the middle"});
    }
    const char first = take();
    switch (expect_) {
        case Expect::key_or_close:
            if (first == '}') {
                return close(first);
            }
            [[fallthrough]];
        case Expect::key: {
            if (first != '"') {
                return fail({"cần tên trong dấu nháy kép", "a name in double quotes is due"});
            }
            const auto token = read_string(JsonToken::key);
            skip_space();
            if (token == JsonToken::key && (peek() != ':' || take() != ':')) {
                return fail({"thiếu dấu hai chấm sau tên", "the colon after a name is missing"});
            }
            expect_ = Expect::value;
            return token;
        }
        case Expect::value_or_close:
            if (first == ']') {
                return close(first);
            }
            return value(first);
        case Expect::comma_or_close:
            if (first != ',') {
                return close(first);
            }
            expect_ = open_.back() == '{' ? Expect::key : Expect::value;
            return next();
        case Expect::value: return value(first);
    }
    return JsonToken::fault;
}

JsonToken JsonCursor::close(char first) {
    const char wanted = open_.back() == '{' ? '}' : ']';
    if (first != wanted) {
        return fail({"thiếu dấu phẩy hoặc dấu đóng", "a comma or a closing bracket is missing"});
    }
    open_.pop_back();
    return after_value(first == '}' ? JsonToken::end_object : JsonToken::end_array);
}

JsonToken JsonCursor::after_value(JsonToken token) {
    expect_ = open_.empty() ? Expect::value : Expect::comma_or_close;
    return token;
}

JsonToken JsonCursor::value(char first) {
    if (first == '{' || first == '[') {
        if (open_.size() >= kDeepest) {
            return fail({"lồng sâu quá 64 tầng", "nested deeper than 64 levels"});
        }
        open_.push_back(first);
        expect_ = first == '{' ? Expect::key_or_close : Expect::value_or_close;
        return first == '{' ? JsonToken::begin_object : JsonToken::begin_array;
    }
    switch (first) {
        case '"': return read_string(JsonToken::string);
        case 't': return read_word("true", JsonToken::boolean);
        case 'f': return read_word("false", JsonToken::boolean);
        case 'n': return read_word("null", JsonToken::null);
        default: return first == '-' || is_digit(first) ? read_number(first) : fail({"ký tự không mong đợi", "an unexpected character"});
    }
}

JsonToken JsonCursor::read_word(std::string_view word, JsonToken token) {
    for (const char wanted : word.substr(1)) {
        if (peek() != wanted) {
            return fail({"giá trị không hiểu được", "a value that means nothing"});
        }
        ++at_;
    }
    text_ = word;
    return after_value(token);
}

JsonToken JsonCursor::read_number(char first) {
    text_.assign(1, first);
    bool fine = true;
    const auto digits = [&] {
        std::size_t count = 0;
        for (; is_digit(peek()) && text_.size() < kLongestNumber; ++count) {
            text_ += take();
        }
        return count;
    };
    if (first == '-') {
        fine = is_digit(peek());
        if (fine) {
            text_ += take();
        }
    }
    if (fine && text_.back() == '0') {
        fine = !is_digit(peek());  // 007 is no number in JSON: a code that lost its quotes
    } else if (fine) {
        digits();
    }
    if (fine && peek() == '.') {
        text_ += take();
        fine = digits() > 0;
    }
    if (fine && (peek() == 'e' || peek() == 'E')) {
        text_ += take();
        if (peek() == '+' || peek() == '-') {
            text_ += take();
        }
        fine = digits() > 0;
    }
    if (!fine || text_.size() >= kLongestNumber) {
        return fail({"một số viết sai", "a number is written wrongly"});
    }
    return after_value(JsonToken::number);
}

JsonToken JsonCursor::read_string(JsonToken kind) {
    text_.clear();
    while (fill()) {
        const auto* start = buffer_.data() + at_;
        const auto* stop = buffer_.data() + size_;
        const auto* end = std::find_if(start, stop, [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; });
        text_.append(start, end);
        at_ += static_cast<std::size_t>(end - start);
        if (text_.size() > kLongestText) {
            return fail({"một giá trị dài hơn 16 MB", "a value is longer than 16 MB"});
        }
        if (end == stop) {
            continue;
        }
        const char c = take();
        if (c == '"') {
            if (!is_valid_utf8(text_)) {
                return fail({"chữ không phải UTF-8", "text that is not UTF-8"});
            }
            return kind == JsonToken::key ? kind : after_value(kind);
        }
        if (c != '\\') {
            return fail({"ký tự điều khiển nằm trong chữ", "a control character inside a text"});
        }
        if (!read_escape()) {
            return fail({"dấu thoát sai trong chữ", "a wrong escape inside a text"});
        }
    }
    return fail({"dấu nháy không đóng", "a quote is not closed"});
}

bool JsonCursor::read_four_hex(unsigned& code) {
    code = 0;
    for (int i = 0; i < 4; ++i) {
        const int c = peek();
        const int digit = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) {
            return false;
        }
        ++at_;
        code = code * 16 + static_cast<unsigned>(digit);
    }
    return true;
}

bool JsonCursor::read_escape() {
    const int c = peek();
    if (c < 0) {
        return false;
    }
    ++at_;
    static constexpr std::string_view kNames = "\"\\/bfnrt";
    static constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    if (const auto found = kNames.find(static_cast<char>(c)); found != std::string_view::npos) {
        text_ += kMeant[found];
        return true;
    }
    unsigned code = 0;
    if (c != 'u' || !read_four_hex(code)) {
        return false;
    }
    if (code >= 0xD800 && code < 0xDC00) {  // the first half of a pair
        unsigned low = 0;
        if (peek() != '\\' || take() != '\\' || peek() != 'u' || take() != 'u' || !read_four_hex(low) || low < 0xDC00 || low > 0xDFFF) {
            return false;
        }
        code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
    } else if (code >= 0xDC00 && code <= 0xDFFF) {
        return false;
    }
    append_utf8(text_, code);
    return true;
}

bool JsonCursor::skip(JsonToken token) {
    if (token != JsonToken::begin_object && token != JsonToken::begin_array) {
        return token != JsonToken::fault;
    }
    const auto outside = depth() - 1;
    while (depth() > outside) {
        if (next() == JsonToken::fault) {
            return false;
        }
    }
    return true;
}

}  // namespace khomo::builder
