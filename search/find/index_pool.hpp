// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace khomo::search {

/// Connections to the index of one release: a Xapian::Database may be used by one thread at a time, so each search borrows one.
/// Private to search/find.
class IndexPool {
public:
    /// `shards` begins the names of the folders that belong to the index. An index that `may_be_absent` is empty when there are none.
    IndexPool(std::filesystem::path folder, std::string_view shards, bool may_be_absent) : folder_(std::move(folder)), shards_(shards), may_be_absent_(may_be_absent) {}

    /// A connection that goes back to the pool.
    class Lease {
    public:
        /// Throws Error(store) when there is no index or it is of another revision; Xapian::Error when it is damaged.
        explicit Lease(IndexPool& pool);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        const Xapian::Database& database() const { return database_; }
        /// The connection showed damage: it is not to be used again.
        void discard() { discarded_ = true; }

    private:
        IndexPool& pool_;
        Xapian::Database database_;
        bool discarded_ = false;
    };

private:
    Xapian::Database open() const;

    std::filesystem::path folder_;
    std::string shards_;
    bool may_be_absent_;
    std::mutex mutex_;
    std::vector<Xapian::Database> idle_;
};

}  // namespace khomo::search
