// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "catalog/model/dataset.hpp"
#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"
#include "catalog/model/value.hpp"
#include "catalog/model/version.hpp"

namespace khomo::builder {

/// What the rules over rows may look at. Everything pointed to outlives the rules.
struct RowRuleContext {
    const catalog::Catalogue& catalogue;
    const catalog::CatalogEntry& entry;
    const catalog::Delivery& delivery;
    std::string file;                                ///< where findings are placed
    const catalog::VersionInfo* previous = nullptr;  ///< the version these rows would replace
    std::function<std::unique_ptr<catalog::RowReader>()> previous_rows;  ///< its rows in the order of its own fields; empty without one
    catalog::Findings& findings;
    std::string sheet;
    std::string crs;  ///< of the geometry in the rows; empty without geometry
    /// The current approved rows of another dataset, with only the field that is named; null when there is no such version or field.
    std::function<std::unique_ptr<catalog::RowReader>(const std::string& dataset, const std::string& field)> rows_of;
};

/// A rule that looks at every checked row once, in the file's order, with bounded memory. Rows with blocking contract findings do not
/// come here. Not thread-safe.
class RowRule {
public:
    virtual ~RowRule() = default;
    /// `number` is the row's number in the file.
    virtual void row(const catalog::Row& row, std::uint64_t number) = 0;
    /// After the last row: what only the whole tells.
    virtual void finish() = 0;
};

/// All rules over rows that this contract calls for, in the order of their ids. The context must outlive them.
std::vector<std::unique_ptr<RowRule>> row_rules(const RowRuleContext& context);

}  // namespace khomo::builder
