// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/query_words.hpp"

#include <algorithm>
#include <unordered_map>

#include "catalog/base/text.hpp"
#include "search/text/abbreviations.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kMostWords = 30;
constexpr std::size_t kLongest = 1000;  // bytes

/// Bytes that are no UTF-8 become spaces, and a text is never longer than a search box needs.
std::string readable(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < std::min(text.size(), kLongest);) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        const auto piece = text.substr(at, length);
        if (is_valid_utf8(piece)) {
            out += piece;
            at += length;
        } else {
            out += ' ';
            ++at;
        }
    }
    return clean_text(out);
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

Token plain_token(const std::string& folded) {
    Token token;
    token.surface = folded;
    token.folded = folded;
    token.key = folded + "0";
    return token;
}

/// Words of the part outside quotes. A joined short form ("NN&MT", "KT-XH") is one word, as it stands in the index.
void add_words(QueryWords& query, const std::string& text) {
    const auto tokens = tokenize(text);
    std::vector<bool> taken(tokens.size());
    std::vector<Token> words = tokens;
    for (const auto& joined : joined_words(text, tokens)) {
        if (is_abbreviation(joined.bare)) {
            words[joined.first] = plain_token(joined.bare);
            std::fill(taken.begin() + static_cast<std::ptrdiff_t>(joined.first) + 1, taken.begin() + static_cast<std::ptrdiff_t>(joined.last), true);
        } else if (joined.code) {
            query.codes.push_back(joined.whole);
        }
    }
    for (std::size_t i = 0; i < words.size() && query.words.size() < kMostWords; ++i) {
        if (!taken[i]) {
            query.words.push_back(std::move(words[i]));
        }
    }
}

/// Names of the fields, folded, Vietnamese and English.
std::string field_named(const std::string& folded) {
    static const std::unordered_map<std::string_view, std::string_view> kNames = {
        {"tieu-de", "title"}, {"ten", "title"},         {"title", "title"},       {"co-quan", "agency"},  {"agency", "agency"},     {"chu-de", "theme"},      {"linh-vuc", "theme"},
        {"theme", "theme"},   {"dinh-dang", "format"},  {"format", "format"},     {"tan-suat", "frequency"}, {"frequency", "frequency"}, {"giay-phep", "licence"}, {"licence", "licence"},
        {"license", "licence"}, {"phan-loai", "class"}, {"class", "class"},       {"nam", "year"},        {"year", "year"},         {"loai", "kind"},         {"kind", "kind"},
        {"dia-ban", "unit"},  {"xa", "unit"},           {"place", "unit"},        {"unit", "unit"},       {"chat-luong", "quality"}, {"quality", "quality"},  {"ma", "id"},
        {"id", "id"}};
    const auto found = kNames.find(folded);
    return found == kNames.end() ? "" : std::string(found->second);
}

/// Reads one text from left to right.
class QueryReader {
public:
    explicit QueryReader(std::string text) : text_(std::move(text)) {}

    QueryWords read() {
        for (std::size_t at = 0; at < text_.size();) {
            const char c = text_[at];
            const bool at_start = at == 0 || is_space(text_[at - 1]);
            if (c == '"') {
                at = quoted(at);
            } else if (c == '-' && at_start && at + 1 < text_.size() && !is_space(text_[at + 1]) && text_[at + 1] != '-') {
                at = excluded(at);
            } else if (const auto colon = at_start ? field_end(at) : 0; colon > 0) {
                at = field(at, colon);
            } else {
                plain_ += c;
                ++at;
            }
        }
        add_words(query_, plain_);
        return std::move(query_);
    }

private:
    std::size_t quoted(std::size_t at) {
        const auto end = std::min(text_.find('"', at + 1), text_.size());
        auto phrase = tokenize(text_.substr(at + 1, end - at - 1));
        phrase.resize(std::min(phrase.size(), kMostWords));
        if (phrase.size() > 1) {
            query_.phrases.push_back(std::move(phrase));
        } else if (!phrase.empty()) {
            query_.words.push_back(std::move(phrase.front()));
        }
        plain_ += ' ';
        return end + 1;
    }

    /// The place of the colon where a known field's name stands at `at` with a value after it, else 0.
    std::size_t field_end(std::size_t at) const {
        constexpr std::size_t kLongestName = 24;
        const auto colon = text_.find(':', at);
        const bool value = colon != std::string::npos && colon > at && colon - at <= kLongestName && colon + 1 < text_.size() && !is_space(text_[colon + 1]);
        return value && !field_named(fold(text_.substr(at, colon - at))).empty() ? colon : 0;
    }

    std::size_t field(std::size_t at, std::size_t colon) {
        const auto name = field_named(fold(text_.substr(at, colon - at)));
        auto first = colon + 1;
        std::size_t end = 0;
        std::size_t next = 0;
        if (text_[first] == '"') {
            ++first;
            end = std::min(text_.find('"', first), text_.size());
            next = end + 1;
        } else {
            for (end = first; end < text_.size() && !is_space(text_[end]);) {
                ++end;
            }
            next = end;
        }
        const auto value = text_.substr(first, end - first);
        query_.fields.push_back({name, value, tokenize(value)});
        return std::min(next, text_.size());
    }

    std::size_t excluded(std::size_t at) {
        auto end = at;
        while (end < text_.size() && !is_space(text_[end])) {
            ++end;
        }
        for (auto& token : tokenize(text_.substr(at + 1, end - at - 1))) {
            query_.excluded.push_back(std::move(token));
        }
        return end;
    }

    std::string text_;
    std::string plain_;
    QueryWords query_;
};

}  // namespace

QueryWords parse_query(const std::string& text) {
    auto query = QueryReader(readable(text)).read();
    query.open_end = !text.empty() && !is_space(text.back()) && text.back() != '"';
    return query;
}

}  // namespace khomo::search
