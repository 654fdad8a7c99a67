// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace khomo {

/// Calls `work(i)` for each i below `count` from several threads; rethrows the first error after all have stopped.
template <typename Work>
void in_parallel(std::size_t count, int jobs, Work work) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex mutex;
    const auto loop = [&] {
        try {
            for (auto i = next++; i < count; i = next++) {
                work(i);
            }
        } catch (...) {  // handed to the caller's thread, not swallowed
            const std::lock_guard lock(mutex);
            failure = failure ? failure : std::current_exception();
            next = count;
        }
    };
    std::vector<std::thread> threads;
    for (int i = 1; i < jobs; ++i) {
        threads.emplace_back(loop);
    }
    loop();
    for (auto& thread : threads) {
        thread.join();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

}  // namespace khomo
