// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/portal.hpp"

#include <algorithm>

namespace khomo::catalog {
namespace {

template <typename T>
const T* find_by_id(const std::vector<T>& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

const Agency* Catalogue::agency(std::string_view id) const { return find_by_id(agencies, id); }
const Theme* Catalogue::theme(std::string_view id) const { return find_by_id(themes, id); }
const Licence* Catalogue::licence(std::string_view id) const { return find_by_id(licences, id); }

const Unit* Catalogue::unit(std::string_view code) const {
    const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.code == code; });
    return found == units.end() ? nullptr : &*found;
}

const CatalogEntry* Catalogue::entry(std::string_view id) const {
    const auto found = std::lower_bound(entries.begin(), entries.end(), id,
                                        [](const CatalogEntry& entry, std::string_view wanted) { return entry.id < wanted; });
    return found == entries.end() || found->id != id ? nullptr : &*found;
}

}  // namespace khomo::catalog
