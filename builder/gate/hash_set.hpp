// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace khomo::builder {

/// A set of 64-bit hashes in one block of memory, at most two thirds full. Not thread-safe.
class HashSet {
public:
    /// Whether it was new.
    bool insert(std::uint64_t hash) {
        if (hash == 0) {
            const bool fresh = !zero_;
            zero_ = true;
            return fresh;
        }
        if (slots_.empty() || (count_ + 1) * 3 > slots_.size() * 2) {
            grow();
        }
        auto& slot = find(hash);
        if (slot == hash) {
            return false;
        }
        slot = hash;
        ++count_;
        return true;
    }
    bool contains(std::uint64_t hash) const { return hash == 0 ? zero_ : !slots_.empty() && const_cast<HashSet*>(this)->find(hash) == hash; }
    std::size_t size() const { return count_ + (zero_ ? 1 : 0); }
    /// Keeps what `keep` is true for.
    template <typename Keep>
    void filter(const Keep& keep) {
        auto old = std::move(slots_);
        slots_.assign(old.size(), 0);
        count_ = 0;
        zero_ = zero_ && keep(0);
        for (const auto hash : old) {
            if (hash != 0 && keep(hash)) {
                find(hash) = hash;
                ++count_;
            }
        }
    }

private:
    std::uint64_t& find(std::uint64_t hash) {
        const auto mask = slots_.size() - 1;
        auto at = static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15ULL >> 20U) & mask;
        while (slots_[at] != 0 && slots_[at] != hash) {
            at = (at + 1) & mask;
        }
        return slots_[at];
    }
    void grow() {
        auto old = std::move(slots_);
        slots_.assign(old.empty() ? 1024 : old.size() * 2, 0);
        for (const auto hash : old) {
            if (hash != 0) {
                find(hash) = hash;
            }
        }
    }

    std::vector<std::uint64_t> slots_;
    std::size_t count_ = 0;
    bool zero_ = false;
};

}  // namespace khomo::builder
