// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "search/dialects/api.hpp"
#include "search/dialects/row_parameters.hpp"
#include "search/dialects/stream_places.hpp"
#include "search/rows/row_store.hpp"

namespace khomo::search {

/// Forms in which rows leave; xlsx and geojson not always.
enum class RowFormat { json, csv, ndjson, geojson, xlsx };

/// By the ending of the address ("csv", or "" for none), else by the Accept header, else JSON. Throws RequestFault where the dataset has no
/// such form.
RowFormat choose_format(std::string_view ending, const ApiRequest& request, bool spatial);
std::string_view media_type(RowFormat format);
std::string_view ending_of(RowFormat format);

/// /api/v1/datasets/<id>/rows of one release. Thread-safe.
class RowAnswers {
public:
    RowAnswers(std::string release, const RowStore& store, const StreamPlaces& streams) : release_(std::move(release)), store_(store), streams_(streams) {}
    ApiResponse answer(const ApiRequest& request, const std::string& dataset, std::string_view ending) const;
    /// …/values/<field>: the different values of a field with the number of rows of each, in order; takes the parameters of rows.
    ApiResponse values(const ApiRequest& request, const std::string& dataset, const std::string& field) const;

private:
    std::string release_;
    const RowStore& store_;
    const StreamPlaces& streams_;
};

/// What binds a cursor to a version and a question, so that one from elsewhere is refused instead of skipping rows.
std::string cursor_mark(const RowTable& table, const Query& query);

/// A page of rows with total and the address of the next one, written straight from SQLite's columns.
ApiResponse page_answer(const ApiRequest& request, const RowTable& table, const RowRequest& asked, const std::string& mark);

/// Appends the cell under a cursor as JSON.
void append_cell(std::string& out, const RowCursor& rows, std::size_t column, catalog::FieldType type);

/// What `_meta=1` adds to an answer: titles, units and codes of its columns, agency, licence, period, approval and hash.
nlohmann::json meta_of(const RowTable& table, const std::vector<const catalog::Field*>& columns);

/// Every row (or the first `_limit`) as a file, streamed in constant memory. The answer's stream never throws: what breaks it makes it
/// return false.
ApiResponse file_answer(const std::shared_ptr<const RowTable>& table, const RowRequest& asked, RowFormat format);

}  // namespace khomo::search
