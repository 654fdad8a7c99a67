// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include "builder/intake/database_child.hpp"
#include "builder/intake/descriptor.hpp"
#include "builder/intake/read_request.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// How a reading child ended.
struct ChildStatus {
    std::int32_t exit_code = -1;  ///< -1 when a signal ended it
    std::int32_t signal = 0;
    std::uint64_t cpu_ms = 0;
    std::uint64_t peak_kb = 0;  ///< largest resident set
};

/// Exit codes of a child beside 0.
constexpr int kChildOutOfMemory = 71;
constexpr int kChildFailed = 72;

/// A running child; it is stopped when the object dies.
class ReadingChild {
public:
    ReadingChild(Descriptor rows, Descriptor status) : rows_(std::move(rows)), status_(std::move(status)) {}

    int rows_fd() const { return rows_.get(); }
    /// Closes the pipe and waits for the end of the child, which is stopped if it does not come at once.
    ChildStatus wait();

private:
    Descriptor rows_;
    Descriptor status_;  ///< when it closes, the supervisor stops the child
};

/// Forks a child that runs open_source() in the sandbox and writes frames (row_frames.hpp). Starts the helper where that was not done.
std::unique_ptr<ReadingChild> start_child(const ReadRequest& request);
/// The same for a child that reads a table of a database (database_child.hpp).
std::unique_ptr<ReadingChild> start_child(const DatabaseRequest& request);

}  // namespace khomo::builder
