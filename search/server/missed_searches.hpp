// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "catalog/base/instant.hpp"

namespace khomo::search {

/// Counts what people looked for and did not find: folded words, day, number; no address, no hour. Kept in memory and written to the log
/// when the day is over or the server stops, one line each: "missed-search 2026-11-24 3 ho chua nuoc ngam". `khomo report searches` adds
/// them up. Words with digits are hidden (they may be somebody's), long texts are cut, and a day holds at most kMostQueries of them.
/// Thread-safe.
class MissedSearches {
public:
    static constexpr std::size_t kMostQueries = 5000;
    static constexpr std::size_t kLongest = 80;  ///< bytes

    void note(const std::string& query, Instant now);
    /// Writes the days that are over: called by a clock and never by a search, so that no line tells when somebody searched.
    void write_past_days(Instant now);
    /// Writes all of it, at the end.
    void write_all();
    /// The words of a query as they are counted: "Hồ chứa  0912345678" → "ho chua #".
    static std::string key_of(const std::string& query);

private:
    void write_before(const std::string& day);

    std::mutex mutex_;
    std::map<std::string, std::map<std::string, std::uint64_t>> days_;
};

}  // namespace khomo::search
