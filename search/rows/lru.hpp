// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace khomo::search {

/// Remembers the values used last, at most `most` of them. Thread-safe.
template <typename Value>
class Lru {
public:
    explicit Lru(std::size_t most) : most_(most) {}

    std::optional<Value> find(const std::string& key) {
        const std::lock_guard lock(mutex_);
        const auto found = by_key_.find(key);
        if (found == by_key_.end()) {
            return std::nullopt;
        }
        list_.splice(list_.begin(), list_, found->second);
        return found->second->second;
    }

    void put(const std::string& key, Value value) {
        const std::lock_guard lock(mutex_);
        if (const auto found = by_key_.find(key); found != by_key_.end()) {
            found->second->second = std::move(value);
            list_.splice(list_.begin(), list_, found->second);
            return;
        }
        list_.emplace_front(key, std::move(value));
        by_key_.emplace(list_.front().first, list_.begin());
        if (list_.size() > most_) {
            by_key_.erase(list_.back().first);
            list_.pop_back();
        }
    }

private:
    std::size_t most_;
    std::mutex mutex_;
    std::list<std::pair<std::string, Value>> list_;
    std::unordered_map<std::string_view, typename std::list<std::pair<std::string, Value>>::iterator> by_key_;
};

}  // namespace khomo::search
