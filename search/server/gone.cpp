// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/server/gone.hpp"

#include <array>

#include "catalog/base/number.hpp"

namespace khomo::search {
namespace {

using Kind = DatasetAddress::Kind;

/// "v12" → 12, anything else → 0.
int version_of(std::string_view part) {
    const auto number = part.starts_with('v') ? parse_integer(part.substr(1)) : std::nullopt;
    return number && *number > 0 && *number < 1'000'000'000 ? static_cast<int>(*number) : 0;
}

std::string_view first_part(std::string_view path) { return path.substr(0, path.find('/')); }

}  // namespace

std::optional<DatasetAddress> dataset_address(std::string_view path, const std::optional<std::string>& version) {
    static constexpr std::array<std::pair<std::string_view, Kind>, 7> kPlaces = {{{"/dataset/", Kind::page},
                                                                                 {"/en/dataset/", Kind::page},
                                                                                 {"/files/", Kind::file},
                                                                                 {"/pictures/", Kind::file},
                                                                                 {"/tiles/", Kind::file},
                                                                                 {"/api/v1/datasets/", Kind::api},
                                                                                 {"/ogc/collections/", Kind::api}}};
    for (const auto& [place, kind] : kPlaces) {
        if (!path.starts_with(place)) {
            continue;
        }
        const auto rest = path.substr(place.size());
        const auto name = first_part(rest);
        DatasetAddress address{std::string(name.substr(0, name.find('.'))), 0, kind};
        if (name.size() < rest.size()) {
            const auto next = first_part(rest.substr(name.size() + 1));
            address.version = version_of(next.substr(0, next.find('.')));
        }
        const auto last = path.substr(path.rfind('/') + 1);
        if (kind == Kind::page && last.find('.') != std::string_view::npos && !last.ends_with(".html")) {
            address.kind = Kind::file;  // quality.json, cho.jsonld: programs ask for it
        }
        if (kind == Kind::api && version) {
            address.version = version_of("v" + *version);
        }
        return address.dataset.empty() ? std::nullopt : std::optional(std::move(address));
    }
    return std::nullopt;
}

}  // namespace khomo::search
