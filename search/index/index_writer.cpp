// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/index/index_writer.hpp"

#include <xapian.h>

#include <cstdint>
#include <unordered_set>

#include "catalog/base/error.hpp"
#include "search/index/document_terms.hpp"
#include "search/index/index_database.hpp"
#include "search/index/index_error.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

constexpr unsigned kCommitEvery = 1000;  // a third of the time and a sixth of the memory of Xapian's default (performance.md §2)
constexpr std::size_t kOneShard = 500;
constexpr std::size_t kShards = 16;

}  // namespace

struct IndexWriter::State {
    std::filesystem::path folder;
    Xapian::WritableDatabase database;
    bool fresh = true;  ///< nothing was there before: what is new need not be looked for
    std::unordered_set<std::string> added;  ///< ids, while fresh
    unsigned pending = 0;
};

IndexWriter::IndexWriter(const std::filesystem::path& folder, const std::filesystem::path& from) : state_(std::make_unique<State>(State{folder, open_index(folder, from), from.empty(), {}, 0})) {
    try {
        state_->database.set_metadata(std::string(schema::kMetaDescription), schema_json());
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

IndexWriter::~IndexWriter() = default;

void IndexWriter::replace(const SearchDocument& document) {
    try {
        const auto made = to_xapian(document);
        if (state_->fresh && state_->added.insert(document.id).second) {
            state_->database.add_document(made);
        } else {
            state_->database.replace_document(schema::term(schema::kId, document.id), made);
        }
        if (++state_->pending >= kCommitEvery) {
            state_->database.commit();
            state_->pending = 0;
        }
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

void IndexWriter::remove(const std::string& id) {
    try {
        state_->database.delete_document(schema::term(schema::kId, id));
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

void IndexWriter::finish() { close_index(state_->database, state_->folder); }

std::size_t shard_count(std::size_t documents) { return documents <= kOneShard ? 1 : kShards; }

std::size_t shard_of(const std::string& id, std::size_t shards) {
    // FNV-1a: any stable hash will do, std::hash is not stable.
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : id) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return hash % shards;
}

}  // namespace khomo::search
