// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/work_meter.hpp"

#include <ctime>

namespace khomo::search {
namespace {

std::chrono::nanoseconds thread_time() {
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
}

Text message_of(QueryStopped::Why why) {
    if (why == QueryStopped::Why::busy) {
        return {"Máy chủ đang bận với các truy vấn nặng; hãy thử lại sau ít giây", "The server is busy with costly queries; try again in a few seconds"};
    }
    return {"Truy vấn quá nặng: hãy lọc thêm theo một trường có chỉ mục, hoặc tải cả tệp", "The query is too costly: filter on an indexed field too, or download the whole file"};
}

}  // namespace

QueryStopped::QueryStopped(Why why) : Error(ErrorKind::refused, message_of(why)), why_(why) {}

bool WorkGate::enter(std::chrono::milliseconds patience, bool queued) {
    std::unique_lock lock(mutex_);
    if (free_ == 0) {
        if (queued && waiting_ == 0) {
            return false;
        }
        waiting_ -= queued ? 1 : 0;
        const bool came = freed_.wait_for(lock, patience, [this] { return free_ > 0; });
        waiting_ += queued ? 1 : 0;
        if (!came) {
            return false;
        }
    }
    --free_;
    return true;
}

void WorkGate::leave() {
    {
        const std::lock_guard lock(mutex_);
        ++free_;
    }
    freed_.notify_one();
}

WorkMeter::WorkMeter(WorkGate& gate, const WorkLimits& limits, bool stream) : gate_(gate), limits_(limits), stream_(stream), start_(thread_time()), step_(start_) {}

WorkMeter::~WorkMeter() { pause(); }

void WorkMeter::pause() {
    if (inside_) {
        inside_ = false;
        gate_.leave();
    }
}

bool WorkMeter::keep_going() {
    const auto now = thread_time();
    if (next_step_) {
        next_step_ = false;
        step_ = now;
    }
    if (now - step_ > limits_.time) {
        stopped_ = true;
        why_ = QueryStopped::Why::too_costly;
        return false;
    }
    if (inside_ || now - start_ <= limits_.free_work) {
        return true;
    }
    if (!gate_.enter(stream_ ? limits_.stream_patience : limits_.patience, !stream_)) {
        stopped_ = true;
        why_ = QueryStopped::Why::busy;
        return false;
    }
    inside_ = true;
    return true;
}

}  // namespace khomo::search
