// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <mutex>
#include <vector>

namespace khomo::search {

/// Connections to the index of one release: a Xapian::Database may be used by one thread at a time, so each search borrows one.
/// Private to search/find.
class IndexPool {
public:
    explicit IndexPool(std::filesystem::path folder) : folder_(std::move(folder)) {}

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
    std::mutex mutex_;
    std::vector<Xapian::Database> idle_;
};

}  // namespace khomo::search
