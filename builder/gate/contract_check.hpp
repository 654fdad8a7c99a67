// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "catalog/model/dataset.hpp"
#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"
#include "catalog/model/raw.hpp"
#include "catalog/model/value.hpp"

namespace khomo::builder {

/// The rules of the families text/* and contract/* over the rows of one delivery, in one pass with bounded memory: raw cells become typed
/// values in the order of the contract's fields. Call header(), then learn() for the first rows if decimals are `auto`, then row() for each
/// row, then finish(). CheckedRows below does all that. Everything handed in must outlive the object. Not thread-safe.
class ContractCheck {
public:
    ContractCheck(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, catalog::Findings& findings);
    ~ContractCheck();
    ContractCheck(const ContractCheck&) = delete;
    ContractCheck& operator=(const ContractCheck&) = delete;

    /// Matches headings and fields. False when no declared column is there, so that there is nothing to check.
    bool header(const catalog::RawHeader& header);
    /// Looks at a row only to see how its columns write decimals (requirements C14).
    void learn(const catalog::RawRow& raw);
    /// Fills `out`: one value a field, geometry as ISO WKB in the file's CRS, lines and polygons always as Multi…; false when the row
    /// has a blocking finding (then `out` holds nulls where a value was refused) or sums up others and is left out.
    bool row(const catalog::RawRow& raw, catalog::Row& out);
    /// Rules that need all rows: unique fields, the key, no rows at all. Reports what was counted but not shown.
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The checked rows of a reader: learns from the first rows (kept in memory, at most 1,000 rows or 4 MB), then checks one after the other.
/// next() gives the rows without blocking findings and calls finish() at the end, after which findings.blocked() tells whether they count.
class CheckedRows : public catalog::RowReader {
public:
    CheckedRows(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, catalog::RawReader& reader,
                catalog::Findings& findings);
    ~CheckedRows() override;
    bool next(catalog::Row& row) override;
    /// The number in the file of the row that next() gave last.
    std::uint64_t row_number() const;

private:
    struct Window;
    catalog::RawReader& reader_;
    ContractCheck check_;
    std::unique_ptr<Window> window_;
};

}  // namespace khomo::builder
