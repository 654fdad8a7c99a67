// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "search/index/row_document.hpp"

namespace khomo::search {

/// Writes one shard of the index of rows: like IndexWriter, but a dataset's rows come and go together. finish() must be called. Every
/// call throws Error(store) with Xapian's words when something fails. Not thread-safe, but shards may be written side by side.
class RowIndexWriter {
public:
    /// `folder` must not exist; with `from` it becomes a copy of that shard first.
    explicit RowIndexWriter(const std::filesystem::path& folder, const std::filesystem::path& from = {});
    ~RowIndexWriter();
    RowIndexWriter(const RowIndexWriter&) = delete;
    RowIndexWriter& operator=(const RowIndexWriter&) = delete;

    /// Removes every row of the dataset.
    void remove(const std::string& dataset);
    void add(const RowDocument& row);
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::search
