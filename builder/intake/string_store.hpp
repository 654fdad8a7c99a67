// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "builder/intake/descriptor.hpp"

namespace khomo::builder {

/// Numbered strings in bounded memory: the first 48 MB stay in memory, the rest goes to files that have no name in `folder`. Not thread-safe.
class StringStore {
public:
    explicit StringStore(std::filesystem::path folder) : folder_(std::move(folder)) {}
    /// Throws Error(io) when the disk is full.
    void add(std::string_view text);
    std::uint64_t size() const { return count_; }
    /// Replaces `out`; `index` is below size().
    void get(std::uint64_t index, std::string& out) const;

private:
    void spill(std::string_view text);
    void flush();
    static void read_at(int fd, std::uint64_t at, void* to, std::size_t length);

    std::filesystem::path folder_;
    std::string memory_;
    std::vector<std::uint32_t> ends_;  ///< of the strings in memory
    Descriptor texts_;                 ///< the others, one after the other
    Descriptor places_;                ///< where each ends in texts_, 64 bits
    std::string text_buffer_;
    std::vector<std::uint64_t> place_buffer_;
    std::uint64_t count_ = 0;
    std::uint64_t spilled_bytes_ = 0;
};

}  // namespace khomo::builder
