// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/server/missed_searches.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "search/text/analysis.hpp"

namespace khomo::search {

std::string MissedSearches::key_of(const std::string& query) {
    std::string key;
    for (const auto& token : tokenize(query)) {
        const bool digits = std::any_of(token.folded.begin(), token.folded.end(), [](char c) { return c >= '0' && c <= '9'; });
        const auto word = digits ? std::string("#") : token.folded;
        if (key.size() + 1 + word.size() > kLongest) {
            break;
        }
        key += (key.empty() ? "" : " ") + word;
    }
    return key;
}

void MissedSearches::note(const std::string& query, Instant now) {
    auto key = key_of(query);
    if (key.empty()) {
        return;
    }
    const std::lock_guard lock(mutex_);
    auto& counts = days_[to_iso(date_vn(now))];
    if (counts.size() < kMostQueries || counts.contains(key)) {
        ++counts[std::move(key)];
    }
}

void MissedSearches::write_past_days(Instant now) { write_before(to_iso(date_vn(now))); }

void MissedSearches::write_all() { write_before("~"); }

void MissedSearches::write_before(const std::string& day) {
    const std::lock_guard lock(mutex_);
    const auto end = days_.lower_bound(day);
    for (auto past = days_.begin(); past != end; ++past) {
        for (const auto& [key, count] : past->second) {
            spdlog::info("missed-search {} {} {}", past->first, count, key);
        }
    }
    days_.erase(days_.begin(), end);
}

}  // namespace khomo::search
