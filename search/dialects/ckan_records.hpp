// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/dialects/ckan_datastore.hpp"

namespace khomo::search {

/// Writes rows in one of CKAN's forms, one call a row.
class CkanRecords {
public:
    virtual ~CkanRecords() = default;
    virtual void row(std::string& out, const RowCursor& rows) = 0;
};

/// records_format: "objects" and "lists" (parted by commas, without the brackets round them), "csv" and "tsv" (lines without a heading, CSV
/// after RFC 4180; with tabs and line ends as spaces in TSV), and "xml" (<row> elements). Throws CkanFault for another.
std::unique_ptr<CkanRecords> make_ckan_records(const std::string& format, const TableSchema& schema, const CkanRowRequest& asked);

/// The names of the columns, in order.
std::vector<std::string> ckan_column_names(const TableSchema& schema, const CkanRowRequest& asked);

}  // namespace khomo::search
