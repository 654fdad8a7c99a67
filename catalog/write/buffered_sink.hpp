// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "catalog/write/row_writer.hpp"

namespace khomo::catalog {

/// Collects small pieces and hands them on in large ones.
class BufferedSink {
public:
    explicit BufferedSink(ByteSink sink) : sink_(std::move(sink)) { text.reserve(kFull + 4096); }
    /// Hands on when the buffer is full.
    void settle() {
        if (text.size() >= kFull) {
            flush();
        }
    }
    void flush() {
        if (!text.empty()) {
            sink_(text);
            text.clear();
        }
    }
    std::string text;  ///< append here

private:
    static constexpr std::size_t kFull = 1U << 16;
    ByteSink sink_;
};

}  // namespace khomo::catalog
