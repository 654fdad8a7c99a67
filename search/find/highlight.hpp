// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/find/finder.hpp"
#include "search/find/reading.hpp"

namespace khomo::search {

/// The text in pieces, words of the query marked on the author's spelling. With `longest` > 0 a part of about so many bytes round
/// the first marked words, cut at words.
std::vector<Segment> highlight(const std::string& text, const Reading& reading, std::size_t longest);

}  // namespace khomo::search
