// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "search/index/search_document.hpp"

namespace khomo::search {

/// Writes one shard of the index: a Xapian database folder. Starts empty, or from a copy of an older shard. finish() must be called; it
/// throws Error(store) with Xapian's words when something fails. Not thread-safe, but shards may be written side by side.
class IndexWriter {
public:
    /// `folder` must not exist; with `from` it becomes a copy of that shard first.
    explicit IndexWriter(const std::filesystem::path& folder, const std::filesystem::path& from = {});
    ~IndexWriter();
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;

    void replace(const SearchDocument& document);
    void remove(const std::string& id);
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// How many shards an index of so many documents has, and which one a document is in: decided by id and count alone.
std::size_t shard_count(std::size_t documents);
std::size_t shard_of(const std::string& id, std::size_t shards);

/// Terms with positions, values and data of every document, by id: two indexes with the same dump answer alike.
std::string dump_index(const std::filesystem::path& shard);

}  // namespace khomo::search
