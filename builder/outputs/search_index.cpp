// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/search_index.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "builder/outputs/search_documents.hpp"
#include "builder/outputs/search_places.hpp"
#include "builder/outputs/search_rows.hpp"
#include "builder/outputs/static_search.hpp"
#include "catalog/base/file.hpp"
#include "search/index/index_writer.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

std::string shard_name(std::size_t number) { return "shard-" + std::string(number < 10 ? "0" : "") + std::to_string(number); }

/// Makes one shard; `hashes` holds the documents that belong in it.
class ShardMaker {
public:
    ShardMaker(const catalog::CatalogSnapshot& snapshot, std::string name, std::map<std::string, std::string> hashes)
        : snapshot_(snapshot), name_(std::move(name)), hashes_(std::move(hashes)) {}

    void operator()(UnitWriter& writer) const {
        const auto folder = writer.scratch() / name_;
        const auto before = hashes_of_parent(writer);
        {
            search::IndexWriter index(folder, before.empty() ? std::filesystem::path() : writer.parent("search/" + name_));
            for (const auto& [id, hash] : before) {
                if (!hashes_.contains(id)) {
                    index.remove(id);
                }
            }
            for (const auto& [id, hash] : hashes_) {
                const auto old = before.find(id);
                if (old == before.end() || old->second != hash) {
                    index.replace(search_document(snapshot_, *snapshot_.catalogue().entry(id)));
                }
            }
            index.finish();
        }
        for (const auto& item : std::filesystem::directory_iterator(folder)) {
            const auto file = item.path().filename().string();
            if (file != "flintlock") {  // a lock of the writer, no part of the index
                writer.adopt("search/" + name_ + "/" + file, item.path());
            }
        }
        writer.write("search/" + name_ + ".json", json(hashes_).dump(1) + "\n");
    }

private:
    /// Empty when there is no parent shard, or more than half of it changed: then a fresh one is smaller and as quick.
    std::map<std::string, std::string> hashes_of_parent(const UnitWriter& writer) const {
        const auto list = writer.parent("search/" + name_ + ".json");
        if (list.empty() || writer.parent("search/" + name_).empty()) {
            return {};
        }
        const auto before = json::parse(read_file(list)).get<std::map<std::string, std::string>>();
        std::size_t same = 0;
        for (const auto& [id, hash] : hashes_) {
            const auto old = before.find(id);
            same += old != before.end() && old->second == hash ? 1 : 0;
        }
        return same * 2 > hashes_.size() ? before : std::map<std::string, std::string>();
    }

    const catalog::CatalogSnapshot& snapshot_;
    std::string name_;
    std::map<std::string, std::string> hashes_;
};

}  // namespace

std::vector<Unit> SearchIndex::plan(const catalog::CatalogSnapshot& snapshot) const {
    const auto& entries = snapshot.catalogue().entries;
    const auto shards = search::shard_count(entries.size());
    std::vector<std::map<std::string, std::string>> hashes(shards);
    for (const auto& entry : entries) {
        hashes[search::shard_of(entry.id, shards)].emplace(entry.id, search_document_hash(snapshot, entry));
    }
    std::vector<Unit> units;
    for (std::size_t i = 0; i < shards; ++i) {
        Fingerprint inputs("search 2");
        inputs.add(search::index_revision());
        for (const auto& [id, hash] : hashes[i]) {
            inputs.add(id).add(hash);
        }
        units.push_back({"search/" + shard_name(i), inputs.hex(), ShardMaker(snapshot, shard_name(i), hashes[i])});
    }
    Fingerprint schema("search schema 2");
    units.push_back({"search/schema", schema.add(search::schema_json()).hex(), [](UnitWriter& writer) { writer.write("search/schema.json", search::schema_json()); }});
    units.push_back(places_unit(snapshot));
    for (auto more : {row_units(snapshot), static_search_units(snapshot, hashes)}) {
        std::move(more.begin(), more.end(), std::back_inserter(units));
    }
    return units;
}

}  // namespace khomo::builder
