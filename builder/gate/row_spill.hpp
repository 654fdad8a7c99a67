// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

#include "catalog/model/value.hpp"

namespace khomo::builder {

/// Rows kept aside in a file without a name until all of them are known; memory holds eight bytes a row. Not thread-safe.
class RowSpill {
public:
    /// Throws Error(io) when the file cannot be made.
    RowSpill();
    void add(const catalog::Row& row);
    std::size_t size() const { return places_.size(); }
    /// The row that was added as number `at`, from 0.
    void read(std::size_t at, catalog::Row& row);

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> file_;
    std::vector<std::uint64_t> places_;
    std::uint64_t end_ = 0;
    std::uint64_t position_ = 0;  ///< of the file, so that rows read in order need no seeking
    bool writing_ = true;
    std::string bytes_;
};

}  // namespace khomo::builder
