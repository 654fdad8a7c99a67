// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "catalog/store/guarded_database.hpp"
#include "search/rows/lru.hpp"
#include "search/rows/row_store.hpp"
#include "search/rows/sql_compiler.hpp"

/// Inside of search/rows: not for other folders.
namespace khomo::search {

/// What all tables of a store share.
struct StoreShared {
    explicit StoreShared(const WorkLimits& l) : limits(l), gate(l.running, l.waiting) {}
    const WorkLimits limits;
    WorkGate gate;
};

struct RowTable::State {
    State(std::shared_ptr<const DatasetDescription> dataset, const VersionDescription& version, const std::filesystem::path& folder, std::shared_ptr<StoreShared> shared);

    std::unique_ptr<catalog::GuardedDatabase> lease();
    void give_back(std::unique_ptr<catalog::GuardedDatabase> connection);
    bool has_nulls(std::size_t field);
    BoxPlan plan_for(const Query& query, const RowTable& table);
    PageStart start_of(const Query& query, catalog::GuardedDatabase& connection);

    std::shared_ptr<const DatasetDescription> dataset;
    VersionDescription version;
    std::filesystem::path path;
    std::shared_ptr<StoreShared> shared;
    TableSchema schema;
    catalog::Guard guard;
    std::mutex mutex;
    std::vector<std::unique_ptr<catalog::GuardedDatabase>> idle;
    Lru<std::uint64_t> counts{1024};
    Lru<std::shared_ptr<const Groups>> groups{16};
    std::vector<std::atomic<int>> nulls;  ///< for each field: 0 not known, 1 none, 2 some
};

/// The columns and indexes of a data file as it stands.
TableSchema read_schema(const std::filesystem::path& path, const VersionDescription& version, const DatasetDescription& dataset);

}  // namespace khomo::search
