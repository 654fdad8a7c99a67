// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/base/bilingual.hpp"

namespace khomo::catalog {

/// The values of a field must stand in a field of another dataset (docs/portal-folder.md, `references`).
struct Reference {
    std::string dataset;
    std::string field;
    friend bool operator==(const Reference&, const Reference&) = default;
};

/// How many rows a delivery must have, in all or for each value of the fields `by`.
struct RowCount {
    std::optional<std::uint64_t> min;
    std::optional<std::uint64_t> max;
    std::vector<std::string> by;
    bool declared() const { return min || max; }
};

/// A condition that every row must meet, in the language of catalog/model/expression.hpp.
struct RowCondition {
    std::string check;
    Text message;       ///< what to say when it fails; empty = the condition itself
    bool warns = false; ///< otherwise it blocks
};

/// How far a version may lie from the one before it without a named confirmation. Shares are from 0 to 1; a quarter of a limit warns.
struct ChangeLimits {
    double rows_lost = 0.2;    ///< share of the number of rows before
    double keys_lost = 0.3;    ///< share of the keys before that are gone
    double totals = 0.5;       ///< of a numeric field: |new − old| by the larger of the two sums of absolute values
    double centroid_m = 1000;  ///< metres between the mean positions
    double area = 0.2;         ///< share, of polygons' area or lines' length
    bool narrowing = true;     ///< fields removed or given another type need a confirmation
    std::vector<std::string> totals_fields;  ///< empty = every numeric field that is no key, code or coordinate
};

/// Another dataset, or a table printed elsewhere, that shows sums of this one's measures over all rows alike in `by`.
struct LinkedTotals {
    std::string dataset;
    std::vector<std::string> by;
};

/// Disclosure control of class `aggregated` (docs/disclosure.md).
struct Disclosure {
    int small_cells = 0;                        ///< counts from 1 to this number less one are not published; 0 = none
    int k = 0;                                  ///< fewest rows alike in `quasi`; 0 = small_cells
    std::vector<std::string> quasi;             ///< fields that together could point to a person, in a table with a row for each
    std::vector<std::string> measures;          ///< fields that count persons, households …
    std::vector<std::string> dimensions;        ///< fields that span the table; empty = the key
    std::map<std::string, std::string> totals;  ///< dimension → value that stands for all of it ("14", "tong")
    std::vector<LinkedTotals> linked;
    std::string geometry;                       ///< "" | centroid | grid
    double grid_m = 1000;
    std::string status;                         ///< the field that names what is suppressed in a row; made by Khomo, not delivered

    bool declared() const { return small_cells > 0 || k > 0 || !geometry.empty(); }
    int least_group() const { return k > 0 ? k : small_cells; }
};

}  // namespace khomo::catalog
