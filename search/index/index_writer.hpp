// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "search/index/search_document.hpp"

namespace khomo::search {

/// Writes one shard of the index: a Xapian database folder. Starts empty, or from a copy of an older shard. finish() must be called;
/// without it the folder is of no use. Every call throws Error(store) with Xapian's words when something fails. Not thread-safe, but
/// shards may be written side by side.
class IndexWriter {
public:
    /// `folder` must not exist; with `from` it becomes a copy of that shard first.
    explicit IndexWriter(const std::filesystem::path& folder, const std::filesystem::path& from = {});
    ~IndexWriter();
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;

    /// Adds the document, or puts it in the place of the one with the same id.
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

/// What an index is made with: format, analysis, abbreviations. Part of the fingerprint of every shard.
std::string index_revision();

/// The schema as JSON text: revision, prefixes, slots, weights. Stored in every shard and beside them as search/schema.json.
std::string schema_json();

/// Terms with positions, values and data of every document, by id: two indexes with the same dump answer alike.
std::string dump_index(const std::filesystem::path& shard);

}  // namespace khomo::search
