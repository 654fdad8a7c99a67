// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/model/value.hpp"
#include "search/rows/dataset_description.hpp"
#include "search/rows/grouping.hpp"
#include "search/rows/query.hpp"
#include "search/rows/work_meter.hpp"

namespace khomo::search {

/// The rows that answer a query, one after the other, in constant memory. Used by one thread; keeps its table alive. Every call may
/// throw QueryStopped, or Error(store) where the file is damaged.
class RowCursor {
public:
    ~RowCursor();
    RowCursor(RowCursor&&) noexcept;

    bool next();
    std::int64_t row_id() const;
    /// Columns count from 0 in the order of Query::select, or of the schema where that is empty.
    bool is_null(std::size_t column) const;
    std::int64_t integer(std::size_t column) const;
    double real(std::size_t column) const;
    std::string_view text(std::size_t column) const;  ///< valid until next()
    /// ISO WKB of the geometry in WGS 84, empty if there is none; only where the query asked for it. Valid until next().
    std::string_view geometry() const;
    /// The row as typed values, strings keeping their memory from row to row.
    void read(catalog::Row& row) const;

    /// Lets other costly queries go first while the client takes its bytes.
    void pause();

private:
    friend class RowTable;
    struct State;
    explicit RowCursor(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Types of the columns of an answer in groups.
std::vector<catalog::FieldType> group_types(const Grouping& grouping, const TableSchema& schema);

/// One version of one dataset. Thread-safe.
class RowTable : public std::enable_shared_from_this<RowTable> {
public:
    ~RowTable();
    const DatasetDescription& dataset() const;
    const VersionDescription& version() const;
    const TableSchema& schema() const;

    /// Exactly how many rows the filter lets through; remembered.
    std::uint64_t count(const Filter& filter) const;
    /// The groups the grouping asks for, remembered where they are few. Throws Error(usage) for more than kMostGroups, QueryStopped.
    std::shared_ptr<const Groups> groups(const Grouping& grouping) const;
    /// A page is read in one go under the limit of time; a stream goes on for as long as its client takes, row by row under the limit.
    enum class Delivery { page, stream };
    /// Throws Error(usage) where `query.after` names a row that is not there.
    RowCursor open(const Query& query, Delivery delivery) const;
    /// A query without a limit is a stream.
    RowCursor open(const Query& query) const { return open(query, query.limit ? Delivery::page : Delivery::stream); }

private:
    friend class RowStore;
    friend class RowCursor;
    struct State;
    explicit RowTable(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// The query store of one release: data/<dataset>/. Opens files when they are asked for and keeps a bounded number of them. Thread-safe.
class RowStore {
public:
    explicit RowStore(std::filesystem::path data_folder, const WorkLimits& limits = {});
    ~RowStore();

    /// What is known of a dataset; null if no rows of it are published. Throws Error(store) where its file is damaged.
    std::shared_ptr<const DatasetDescription> describe(const std::string& dataset) const;
    /// A version's rows, the current one where no number is given; null if there is no such dataset or version.
    std::shared_ptr<const RowTable> table(const std::string& dataset, std::optional<int> version = {}) const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace khomo::search
