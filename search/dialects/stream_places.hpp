// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include "search/rows/work_meter.hpp"

namespace khomo::search {

/// Streams at a time in one process, whatever dialect asked for them: each holds a thread of the server for as long as its client takes.
/// Thread-safe.
class StreamPlaces {
public:
    static constexpr int kMost = 8;

    /// A place that is free again when the last copy of what is returned goes. Throws QueryStopped(busy) where there is none.
    std::shared_ptr<void> take() const {
        if (taken_->fetch_add(1) >= kMost) {
            taken_->fetch_sub(1);
            throw QueryStopped(QueryStopped::Why::busy);
        }
        return {nullptr, [taken = taken_](void*) { taken->fetch_sub(1); }};
    }

private:
    std::shared_ptr<std::atomic<int>> taken_ = std::make_shared<std::atomic<int>>(0);
};

}  // namespace khomo::search
