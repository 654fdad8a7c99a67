// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/title_words.hpp"

#include <algorithm>

namespace khomo::search {

std::string write_title_words(const std::vector<Token>& tokens) {
    const auto weak = weak_words(tokens);
    std::string line;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        line += line.empty() ? "" : " ";
        line += weak[i] ? "~" : "";
        line.append(tokens[i].folded).append("/").append(tokens[i].key);
    }
    return line;
}

std::vector<TitleWord> read_title_words(std::string_view line) {
    std::vector<TitleWord> words;
    for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        auto word = line.substr(at, end - at);
        at = end + 1;
        const bool weak = word.starts_with('~');
        word.remove_prefix(weak ? 1 : 0);
        const auto slash = word.find('/');
        if (slash != std::string_view::npos) {
            words.push_back({word.substr(0, slash), word.substr(slash + 1), weak});
        }
    }
    return words;
}

}  // namespace khomo::search
