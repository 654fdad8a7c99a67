// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalog/model/journal_entry.hpp"

namespace khomo::catalog {

/// Something that is to go on record.
struct JournalEvent {
    std::string action;
    std::string dataset;
    std::string details;  ///< JSON object
};

/// The append-only record (Đ5.3d, 6, 9.4): SQLite, each entry bound to the one before by its hash. Not thread-safe.
class Journal {
public:
    static constexpr const char* kFile = "journal.sqlite";

    /// Makes the file where there is none.
    explicit Journal(const std::filesystem::path& file);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    const JournalEntry append(Instant at, const std::string& actor, const std::string& action, const std::string& dataset, const nlohmann::json& details);
    /// All of them or none: what belongs together stays together whatever happens.
    void append(Instant at, const std::string& actor, const std::vector<JournalEvent>& events);
    std::vector<JournalEntry> entries(const std::string& dataset = "", const std::string& action = "") const;
    std::optional<JournalEntry> last(const std::string& action) const;
    /// The newest entry.
    std::optional<JournalEntry> head() const;
    /// The entry with this number.
    std::optional<JournalEntry> entry(std::int64_t sequence) const;
    /// The entries numbered `first` to `last`, in order.
    void visit(std::int64_t first, std::int64_t last, const std::function<void(const JournalEntry&)>& see) const;
    /// Sequence of the first entry from `first` on that does not fit the chain; none when it is whole.
    std::optional<std::int64_t> first_broken(std::int64_t first = 1) const;
    /// What SQLite finds wrong with its own file; empty when nothing.
    std::string file_faults() const;
    /// A copy of this instant in a new file, while others may write.
    void copy_to(const std::filesystem::path& file) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::catalog
