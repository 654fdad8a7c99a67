// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "catalog/store/data_file.hpp"

namespace khomo::catalog {

/// A DataFileWriter that works in a thread of its own, so that rows are checked on one core while they are stored on another. Rows wait in
/// at most a few batches of about a megabyte. What fails in the thread is thrown by the next add() or by finish(). Not thread-safe.
class QueuedDataFileWriter {
public:
    QueuedDataFileWriter(const std::filesystem::path& path, const CatalogEntry& entry, const DataGeometry& geometry);
    /// Without finish() the file is removed.
    ~QueuedDataFileWriter();
    QueuedDataFileWriter(const QueuedDataFileWriter&) = delete;
    QueuedDataFileWriter& operator=(const QueuedDataFileWriter&) = delete;

    void add(const Row& row);
    DataSummary finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::catalog
