// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/text/title_words.hpp"

#include <algorithm>

namespace khomo::search {
namespace {

/// What a table is rather than what it is about: "tổng hợp về thủy lợi" is named by "thủy lợi".
const std::vector<std::vector<Token>>& kinds_of_table() {
    static const std::vector<std::vector<Token>> kKinds = [] {
        std::vector<std::vector<Token>> kinds;
        for (const auto* text : {"tổng hợp", "danh mục", "danh sách", "báo cáo", "thông tin", "tình hình", "kết quả", "hằng năm", "hàng năm", "cấp tỉnh"}) {
            kinds.push_back(tokenize(text));
        }
        return kinds;
    }();
    return kKinds;
}

/// Words of a title that count little for how well it is named; never all of them.
std::vector<bool> weak_in_title(const std::vector<Token>& tokens) {
    const auto weak = weak_words(tokens);
    auto more = weak;
    for (const auto& kind : kinds_of_table()) {
        const auto same = [](const Token& a, const Token& b) { return a.key == b.key; };
        for (auto at = tokens.begin(); (at = std::search(at, tokens.end(), kind.begin(), kind.end(), same)) != tokens.end(); ++at) {
            std::fill_n(more.begin() + (at - tokens.begin()), kind.size(), true);
        }
    }
    return std::find(more.begin(), more.end(), false) == more.end() ? weak : more;
}

}  // namespace

std::string write_title_words(const std::vector<Token>& tokens) {
    const auto weak = weak_in_title(tokens);
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
