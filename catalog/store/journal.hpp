// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/base/instant.hpp"

namespace khomo::catalog {

/// One entry of the record: who did what to which bytes, when and why.
struct JournalEntry {
    std::int64_t sequence = 0;  ///< from 1, without gaps
    Instant at;
    std::string actor;
    std::string action;   ///< "version-approved", "delivery-refused", "release-published" …
    std::string dataset;  ///< empty where the portal is meant
    std::string details;  ///< JSON object
    std::string previous; ///< hash of the entry before, 64 zeros for the first
    std::string hash;     ///< SHA-256 over previous and all of the above
};

/// The append-only record (Đ5.3d, 6, 9.4): SQLite, each entry bound to the one before by its hash. Not thread-safe.
class Journal {
public:
    explicit Journal(const std::filesystem::path& file);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    const JournalEntry append(Instant at, const std::string& actor, const std::string& action, const std::string& dataset, const nlohmann::json& details);
    std::vector<JournalEntry> entries(const std::string& dataset = "", const std::string& action = "") const;
    std::optional<JournalEntry> last(const std::string& action) const;
    /// Sequence of the first entry that does not fit the chain; none when it is whole.
    std::optional<std::int64_t> first_broken() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::catalog
