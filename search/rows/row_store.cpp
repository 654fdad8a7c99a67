// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/row_store.hpp"

#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "catalog/release/layout.hpp"
#include "search/rows/row_table.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kOpenTables = 64;
constexpr std::size_t kDescriptions = 512;
constexpr std::uint64_t kLongestDescription = 16ULL << 20;

}  // namespace

struct RowStore::State {
    State(std::filesystem::path folder, const WorkLimits& limits) : data(std::move(folder)), shared(std::make_shared<StoreShared>(limits)) {}
    std::filesystem::path data;
    std::shared_ptr<StoreShared> shared;
    Lru<std::shared_ptr<const DatasetDescription>> descriptions{kDescriptions};
    Lru<std::shared_ptr<const RowTable>> tables{kOpenTables};
    std::mutex opening;  // two threads must not open the same file twice and keep both
};

RowStore::RowStore(std::filesystem::path data_folder, const WorkLimits& limits) : state_(std::make_shared<State>(std::move(data_folder), limits)) {
    catalog::limit_sqlite_memory(limits.memory);
}

RowStore::~RowStore() = default;

std::shared_ptr<const DatasetDescription> RowStore::describe(const std::string& dataset) const {
    if (auto known = state_->descriptions.find(dataset)) {
        return *known;
    }
    if (!is_slug(dataset)) {
        return nullptr;
    }
    const auto path = state_->data / dataset / catalog::layout::kDatasetDocument;
    if (!std::filesystem::exists(path)) {
        return nullptr;
    }
    auto description = std::make_shared<const DatasetDescription>(parse_description(read_file(path, kLongestDescription)));
    state_->descriptions.put(dataset, description);
    return description;
}

std::shared_ptr<const RowTable> RowStore::table(const std::string& dataset, std::optional<int> version) const {
    const auto description = describe(dataset);
    const auto* found = description == nullptr ? nullptr : description->find(version.value_or(description->version));
    if (found == nullptr) {
        return nullptr;
    }
    const auto key = dataset + '/' + std::to_string(found->number);
    if (auto known = state_->tables.find(key)) {
        return *known;
    }
    const std::lock_guard lock(state_->opening);
    if (auto known = state_->tables.find(key)) {
        return *known;
    }
    if (!is_safe_relative(found->file)) {
        throw Error(ErrorKind::store, {"dataset.json nêu tệp lạ", "dataset.json names a strange file"});
    }
    auto state = std::make_unique<RowTable::State>(description, *found, state_->data / dataset, state_->shared);
    auto table = std::shared_ptr<RowTable>(new RowTable(std::move(state)));
    state_->tables.put(key, table);
    return table;
}

}  // namespace khomo::search
