// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace khomo::search {

/// What the index knows of one row of an open table.
struct RowDocument {
    std::string dataset;
    std::uint64_t row = 0;           ///< its number in canonical order, from 1
    std::string title;               ///< the cell that names it
    std::vector<std::string> texts;  ///< other cells that may be looked for
    std::string about;               ///< titles of the dataset: "giá gạo" finds the rice in a table of prices
    std::map<std::string, std::vector<std::string>> facets;  ///< those of its dataset, but `unit` its own commune
};

}  // namespace khomo::search
