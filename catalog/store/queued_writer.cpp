// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/store/queued_writer.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace khomo::catalog {
namespace {

constexpr std::size_t kBatchRows = 512;
constexpr std::size_t kBatchBytes = 1U << 20;
constexpr std::size_t kWaiting = 4;  // batches

/// Rows and the memory of their strings, used again and again.
struct Batch {
    std::vector<Row> rows = std::vector<Row>(kBatchRows);
    std::size_t used = 0;
    std::size_t bytes = 0;
};

std::size_t bytes_of(const Row& row) {
    std::size_t bytes = row.geometry.size();
    for (const auto& value : row.values) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            bytes += text->size();
        }
    }
    return bytes;
}

}  // namespace

struct QueuedDataFileWriter::State {
    State(const std::filesystem::path& path, const CatalogEntry& entry, const DataGeometry& geometry) : writer(path, entry, geometry), thread([this] { work(); }) {}

    ~State() {
        {
            const std::lock_guard lock(mutex);
            abandoned = true;
        }
        stop();
    }

    void stop() {
        {
            const std::lock_guard lock(mutex);
            done = true;
        }
        filled.notify_one();
        if (thread.joinable()) {
            thread.join();
        }
    }

    void work() {
        try {
            for (std::unique_ptr<Batch> batch; (batch = next()) != nullptr; give_back(std::move(batch))) {
                for (std::size_t i = 0; i < batch->used; ++i) {
                    writer.add(batch->rows[i]);
                }
            }
        } catch (...) {  // handed to the caller's thread, not swallowed
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
            freed.notify_one();
        }
    }

    std::unique_ptr<Batch> next() {
        std::unique_lock lock(mutex);
        filled.wait(lock, [this] { return done || !waiting.empty(); });
        if (waiting.empty() || abandoned) {
            return nullptr;
        }
        auto batch = std::move(waiting.front());
        waiting.pop_front();
        return batch;
    }

    void give_back(std::unique_ptr<Batch> batch) {
        batch->used = 0;
        batch->bytes = 0;
        {
            const std::lock_guard lock(mutex);
            spare.push_back(std::move(batch));
        }
        freed.notify_one();
    }

    /// Hands the current batch over and takes an empty one; waits while the thread is behind.
    void hand_over() {
        std::unique_lock lock(mutex);
        freed.wait(lock, [this] { return failure || waiting.size() < kWaiting; });
        if (failure) {
            std::rethrow_exception(failure);
        }
        waiting.push_back(std::move(current));
        if (spare.empty()) {
            current = std::make_unique<Batch>();
        } else {
            current = std::move(spare.back());
            spare.pop_back();
        }
        lock.unlock();
        filled.notify_one();
    }

    DataFileWriter writer;
    std::mutex mutex;
    std::condition_variable filled;
    std::condition_variable freed;
    std::deque<std::unique_ptr<Batch>> waiting;
    std::vector<std::unique_ptr<Batch>> spare;
    std::unique_ptr<Batch> current = std::make_unique<Batch>();
    std::exception_ptr failure;
    bool done = false;
    bool abandoned = false;
    std::thread thread;  // last: it uses all of the above
};

QueuedDataFileWriter::QueuedDataFileWriter(const std::filesystem::path& path, const CatalogEntry& entry, const DataGeometry& geometry)
    : state_(std::make_unique<State>(path, entry, geometry)) {}

QueuedDataFileWriter::~QueuedDataFileWriter() = default;

void QueuedDataFileWriter::add(const Row& row) {
    if (state_->current->used == kBatchRows || state_->current->bytes >= kBatchBytes) {
        state_->hand_over();
    }
    auto& batch = *state_->current;
    batch.rows[batch.used++] = row;
    batch.bytes += bytes_of(row);
}

DataSummary QueuedDataFileWriter::finish() {
    if (state_->current->used > 0) {
        state_->hand_over();
    }
    state_->stop();
    if (state_->failure) {
        std::rethrow_exception(state_->failure);
    }
    return state_->writer.finish();
}

}  // namespace khomo::catalog
