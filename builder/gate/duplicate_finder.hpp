// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace khomo::builder {

/// Finds equal keys among any number of them in bounded memory (about 40 MB) and without mistakes: each key's 64-bit hash is sorted, in files
/// where there are many, and wherever two hashes are equal the keys themselves, kept in a log, are compared. Keys that come in rising order
/// need none of that until the first that does not. Not thread-safe.
class DuplicateFinder {
public:
    DuplicateFinder();
    ~DuplicateFinder();
    DuplicateFinder(DuplicateFinder&&) noexcept;
    DuplicateFinder& operator=(DuplicateFinder&&) noexcept;

    /// Throws Error(io) when the temporary files cannot be written.
    void add(std::string_view key, std::uint64_t row);

    /// Called for each row whose key an earlier row holds already, with the row that held it first. In no particular order.
    using Report = std::function<void(std::uint64_t row, std::uint64_t first_row, std::string_view key)>;
    void finish(const Report& report);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::builder
