// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "catalog/base/error.hpp"

namespace khomo::search {

/// What a query may cost, in time of the processor: a busy machine must not refuse an honest query. One that takes longer than `free_work` has to get one of `running` places to go on, so that costly ones
/// cannot take the machine from cheap ones; at most `waiting` queries wait for a place, the others are sent away at once.
struct WorkLimits {
    std::chrono::milliseconds free_work{20};
    std::chrono::milliseconds time{1000};  ///< of the processor, without the wait; in a stream: from row to row
    std::chrono::milliseconds patience{2000};          ///< of a query that waits for a place
    std::chrono::milliseconds stream_patience{60000};  ///< of a stream
    unsigned running = std::max(1U, std::thread::hardware_concurrency());
    unsigned waiting = 2 * std::max(1U, std::thread::hardware_concurrency());
    std::int64_t memory = 256LL << 20;  ///< bytes of SQLite, whole process
};

/// A query that was not let finish: not a fault of the store, and the client may do something about it.
class QueryStopped : public Error {
public:
    enum class Why {
        too_costly,  ///< it would take longer than any query may
        busy,        ///< too many costly queries at once; later it may do
    };
    explicit QueryStopped(Why why);
    Why why() const { return why_; }

private:
    Why why_;
};

/// The places for costly queries of one process. Thread-safe.
class WorkGate {
public:
    WorkGate(unsigned running, unsigned waiting) : free_(running), waiting_(waiting) {}
    /// False if the queue is full (unless `queued` is false: then there is none) or no place came free in time.
    bool enter(std::chrono::milliseconds patience, bool queued = true);
    void leave();

private:
    std::mutex mutex_;
    std::condition_variable freed_;
    unsigned free_;
    unsigned waiting_;  ///< how many more may wait
};

/// Watches over one query. Used by the thread that runs it.
class WorkMeter {
public:
    /// A stream waits longer for its place and outside the queue: it has sent half a file already.
    WorkMeter(WorkGate& gate, const WorkLimits& limits, bool stream = false);
    ~WorkMeter();
    WorkMeter(const WorkMeter&) = delete;
    WorkMeter& operator=(const WorkMeter&) = delete;

    /// Called often while SQLite works; false ends the query.
    bool keep_going();
    /// A stream has got on to its next row: the time limit counts from here.
    void restart() { next_step_ = true; }
    /// Gives the place back, as while a slow client takes its bytes.
    void pause();
    bool stopped() const { return stopped_; }
    QueryStopped reason() const { return QueryStopped(why_); }

private:
    WorkGate& gate_;
    const WorkLimits& limits_;
    bool stream_;
    std::chrono::nanoseconds start_;  ///< of the query, on the thread's own clock
    std::chrono::nanoseconds step_;   ///< of what the time limit is for
    bool next_step_ = false;
    bool inside_ = false;
    bool stopped_ = false;
    QueryStopped::Why why_ = QueryStopped::Why::too_costly;
};

}  // namespace khomo::search
