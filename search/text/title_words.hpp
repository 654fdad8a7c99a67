// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/text/analysis.hpp"

namespace khomo::search {

/// A word of a title as the ranking needs it.
struct TitleWord {
    std::string_view folded;
    std::string_view key;
    bool weak = false;  ///< says little: weak_words, and what kind of table it is ("tổng hợp", "danh mục")
};

/// The words of a title in one line, so that ranking need not analyse titles again: "~du/du4 ~lieu/liêu5 thua/thưa3 dat/đât1".
std::string write_title_words(const std::vector<Token>& tokens);

/// Reads them back; the views point into `line`.
std::vector<TitleWord> read_title_words(std::string_view line);

}  // namespace khomo::search
