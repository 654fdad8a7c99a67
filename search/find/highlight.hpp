// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "search/find/finder.hpp"
#include "search/find/reading.hpp"

namespace khomo::search {

/// Marks the words of a query in texts, on the author's spelling, also where query and text differ in marks, or one of them abbreviates.
/// Made once a search.
class Highlighter {
public:
    explicit Highlighter(const Reading& reading);
    ~Highlighter();
    Highlighter(const Highlighter&) = delete;
    Highlighter& operator=(const Highlighter&) = delete;

    /// The whole text in pieces.
    std::vector<Segment> whole(const std::string& text) const;

    /// The part of one of the texts that shows most words of the query, at most about `longest` bytes, cut at words, with … where it was cut.
    /// The first text is taken when none of them has more to show.
    std::vector<Segment> snippet(const std::vector<std::string>& texts, std::size_t longest) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::search
