// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "search/dialects/ckan_call.hpp"
#include "search/dialects/published_catalogue.hpp"
#include "search/dialects/stream_places.hpp"
#include "search/rows/row_store.hpp"

namespace khomo::search {

/// The actions of CKAN's DataStore over the rows of the current versions. The resource with the CSV is the one that has rows; the name or
/// UUID of the dataset stands for it too. Throws CkanFault, RequestFault, QueryStopped.
class CkanDatastore {
public:
    CkanDatastore(const PublishedCatalogue& catalogue, const RowStore& rows, const StreamPlaces& streams) : catalogue_(catalogue), rows_(rows), streams_(streams) {}

    /// The `result` as JSON text. `address` is the action's own, for the links of pages.
    std::string search(const CkanCall& call, const std::string& address) const;
    nlohmann::json info(const CkanCall& call) const;
    /// /datastore/dump/<resource>: all rows, or those of filters, q, limit, as csv, tsv, json or xml.
    ApiResponse dump(const ApiRequest& request, const std::string& resource) const;

private:
    std::shared_ptr<const RowTable> table_of(const std::string& resource) const;
    std::string tables(const CkanCall& call) const;

    const PublishedCatalogue& catalogue_;
    const RowStore& rows_;
    const StreamPlaces& streams_;
};

/// What datastore_search asks of a table. `columns` are positions in the schema, kRowId for _id.
struct CkanRowRequest {
    Query query;
    std::vector<std::size_t> columns;
};
CkanRowRequest read_ckan_rows(const CkanCall& call, const TableSchema& schema);

/// filters as CKAN 2.12 has them: {"field": value}, a list for any of several, {"gte": 1, "lt": 5}, lists of these, "$or" and "$and" with
/// lists of filters; null for no value.
Filter read_ckan_filters(const nlohmann::json& filters, const TableSchema& schema);

inline constexpr const char* kCkanRowNumber = "_id";
/// The PostgreSQL type that stands for a field's.
std::string ckan_type(catalog::FieldType type);

}  // namespace khomo::search
