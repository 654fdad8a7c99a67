// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "builder/gate/row_rule.hpp"

namespace khomo::builder {

/// Small cells of a table of counts: which measures of which rows are withheld (docs/disclosure.md). The sums that readers know are those of the
/// declared totals, of `equals` between measures, and of linked tables. What the version before withheld stays withheld, and what it
/// showed with the same value protects nothing. Not thread-safe.
class WithheldCells {
public:
    /// The context must outlive the object.
    explicit WithheldCells(const RowRuleContext& context);
    ~WithheldCells();
    WithheldCells(const WithheldCells&) = delete;
    WithheldCells& operator=(const WithheldCells&) = delete;

    void row(const catalog::Row& row, std::uint64_t number);
    /// Decides; false after a blocking finding.
    bool finish();
    /// Places of the fields that are withheld in row `at` (from 0).
    std::vector<std::size_t> withheld(std::size_t at) const;
    std::size_t withheld_count() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::builder
