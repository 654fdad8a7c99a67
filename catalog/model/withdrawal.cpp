// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/withdrawal.hpp"

#include <algorithm>

namespace khomo::catalog {

std::string_view to_string(Withdrawal::Kind kind) { return kind == Withdrawal::Kind::withdrawn ? "withdrawn" : "suspended"; }

void Withdrawals::withdraw(Withdrawal withdrawal) {
    if (withdrawal.ended()) {
        ended_.push_back(withdrawal);
    }
    for (const int number : withdrawal.versions) {
        auto& versions = single_[withdrawal.dataset];
        const auto known = versions.find(number);
        if (known == versions.end() || !known->second.ended() || withdrawal.ended()) {
            versions.insert_or_assign(number, withdrawal);
        }
    }
    if (withdrawal.whole()) {
        const auto known = whole_.find(withdrawal.dataset);
        if (known == whole_.end() || !known->second.ended() || withdrawal.ended()) {
            whole_.insert_or_assign(withdrawal.dataset, std::move(withdrawal));
        }
    }
}

void Withdrawals::resume(const std::string& dataset, const std::vector<int>& versions) {
    if (versions.empty()) {
        if (const auto whole = whole_.find(dataset); whole != whole_.end() && !whole->second.ended()) {
            whole_.erase(whole);
        }
        return;
    }
    const auto single = single_.find(dataset);
    if (single == single_.end()) {
        return;
    }
    std::erase_if(single->second, [&](const auto& item) { return !item.second.ended() && std::find(versions.begin(), versions.end(), item.first) != versions.end(); });
    if (single->second.empty()) {
        single_.erase(single);
    }
}

const Withdrawal* Withdrawals::dataset(const std::string& id) const {
    const auto found = whole_.find(id);
    return found == whole_.end() ? nullptr : &found->second;
}

const Withdrawal* Withdrawals::single(const std::string& id, int number) const {
    const auto single = single_.find(id);
    if (single == single_.end()) {
        return nullptr;
    }
    const auto found = single->second.find(number);
    return found == single->second.end() ? nullptr : &found->second;
}

const Withdrawal* Withdrawals::version(const std::string& id, int number) const {
    const auto* whole = dataset(id);
    return whole != nullptr ? whole : single(id, number);
}

std::vector<int> Withdrawals::versions(const std::string& id) const {
    std::vector<int> numbers;
    if (const auto single = single_.find(id); single != single_.end()) {
        for (const auto& [number, withdrawal] : single->second) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

std::vector<Withdrawal> Withdrawals::standing() const {
    std::map<std::int64_t, Withdrawal> all;  // one withdrawal of several versions stands once
    for (const auto& [id, versions] : single_) {
        for (const auto& [number, withdrawal] : versions) {
            const auto [place, fresh] = all.emplace(withdrawal.sequence, withdrawal);
            if (fresh) {
                place->second.versions.clear();
            }
            place->second.versions.push_back(number);
        }
    }
    for (const auto& [id, withdrawal] : whole_) {
        all.emplace(withdrawal.sequence, withdrawal);
    }
    std::vector<Withdrawal> list;
    for (auto& [sequence, withdrawal] : all) {
        list.push_back(std::move(withdrawal));
    }
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.dataset < b.dataset; });
    return list;
}

}  // namespace khomo::catalog
