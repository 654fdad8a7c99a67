// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/index_pool.hpp"

#include <algorithm>

#include "catalog/base/error.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {

Xapian::Database IndexPool::open() const {
    std::vector<std::filesystem::path> shards;
    if (std::filesystem::is_directory(folder_)) {
        for (const auto& item : std::filesystem::directory_iterator(folder_)) {
            // A shard without this file was taken out by a withdrawal; one of datasets never is.
            const bool there = !may_be_absent_ || std::filesystem::exists(item.path() / "iamglass");
            if (item.is_directory() && item.path().filename().string().starts_with(shards_) && there) {
                shards.push_back(item.path());
            }
        }
    }
    std::sort(shards.begin(), shards.end());
    if (shards.empty() && !may_be_absent_) {
        throw Error(ErrorKind::store, {"Không có chỉ mục tìm kiếm trong " + folder_.string(), "There is no search index in " + folder_.string()});
    }
    Xapian::Database database;
    for (const auto& shard : shards) {
        const Xapian::Database one(shard.string());
        const auto revision = one.get_metadata(std::string(schema::kMetaRevision));
        if (revision != schema::kRevision) {
            throw Error(ErrorKind::store, {"Chỉ mục tìm kiếm " + shard.filename().string() + " thuộc phiên bản «" + revision + "», chương trình này đọc phiên bản " + std::string(schema::kRevision) + ". Dựng lại cổng với --full",
                                           "The search index " + shard.filename().string() + " is of revision «" + revision + "», this program reads revision " + std::string(schema::kRevision) + ". Build the portal again with --full"});
        }
        database.add_database(one);
    }
    return database;
}

IndexPool::Lease::Lease(IndexPool& pool) : pool_(pool) {
    {
        const std::lock_guard lock(pool_.mutex_);
        if (!pool_.idle_.empty()) {
            database_ = std::move(pool_.idle_.back());
            pool_.idle_.pop_back();
            return;
        }
    }
    database_ = pool_.open();
}

IndexPool::Lease::~Lease() {
    if (!discarded_) {
        const std::lock_guard lock(pool_.mutex_);
        pool_.idle_.push_back(std::move(database_));
    }
}

}  // namespace khomo::search
