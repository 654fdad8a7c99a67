// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/query_words.hpp"

#include "catalog/base/text.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kMostWords = 30;
constexpr std::size_t kLongest = 1000;

/// Bytes that are no UTF-8 become spaces, and a text is never longer than a search box needs.
std::string readable(const std::string& text) {
    auto cut = text.substr(0, kLongest);
    while (!cut.empty() && cut.size() == kLongest && (static_cast<unsigned char>(cut.back()) & 0x80) != 0) {
        cut.pop_back();
    }
    std::string out;
    for (std::size_t i = 0; i < cut.size();) {
        std::size_t length = 1;
        const auto c = static_cast<unsigned char>(cut[i]);
        if (c >= 0x80) {
            length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
        }
        const auto piece = cut.substr(i, length);
        if (is_valid_utf8(piece)) {
            out += piece;
            i += length;
        } else {
            out += ' ';
            ++i;
        }
    }
    return clean_text(out);
}

}  // namespace

QueryWords parse_query(const std::string& typed) {
    QueryWords query;
    const auto text = readable(typed);
    query.open_end = !text.empty() && !typed.ends_with(' ');
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            const auto end = std::min(text.find('"', at + 1), text.size());
            auto phrase = tokenize(text.substr(at + 1, end - at - 1));
            if (phrase.size() > 1) {
                query.phrases.push_back(std::move(phrase));
            } else if (!phrase.empty()) {
                query.words.push_back(phrase.front());
            }
            at = end + 1;
        } else if (text[at] == '-' && (at == 0 || text[at - 1] == ' ') && at + 1 < text.size() && text[at + 1] != ' ') {
            const auto end = std::min(text.find(' ', at), text.size());
            for (auto& token : tokenize(text.substr(at + 1, end - at - 1))) {
                query.excluded.push_back(std::move(token));
            }
            at = end;
        } else {
            plain += text[at];
            ++at;
        }
    }
    for (auto& token : tokenize(plain)) {
        if (query.words.size() < kMostWords) {
            query.words.push_back(std::move(token));
        }
    }
    query.codes = codes_of(plain);
    return query;
}

}  // namespace khomo::search
