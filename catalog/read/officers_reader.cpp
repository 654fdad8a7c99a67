// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/officers_reader.hpp"

#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "catalog/read/yaml_map.hpp"

namespace khomo::catalog {
namespace {

constexpr const char* kFile = "officers.yaml";
constexpr std::uint64_t kLargest = 4U << 20;

template <typename T>
void require_known(YamlMap& map, std::string_view key, const std::string& id, const std::vector<T>& list) {
    std::vector<std::string> ids;
    for (const auto& item : list) {
        if (item.id == id) {
            return;
        }
        ids.push_back(item.id);
    }
    const auto near = nearest(id, ids);
    map.fault(key, "catalogue/reference", {"«" + id + "» không có trong danh mục", "«" + id + "» is not in the lists"}, near.empty() ? Text{} : Text{"Có phải là «" + near + "»?", "Did you mean «" + near + "»?"});
}

}  // namespace

std::vector<Officer> read_officers(const std::filesystem::path& portal_folder, const Catalogue& catalogue, Findings& findings) {
    std::vector<Officer> officers;
    const auto path = portal_folder / kFile;
    if (!std::filesystem::exists(path)) {
        return officers;
    }
    auto map = YamlMap::parse(read_file(path, kLargest), {kFile, 0, "", &findings});
    for (auto& item : map.maps("officers")) {
        Officer officer{item.string("agency", true), item.strings("datasets"), item.string("name", true), item.string("position"), item.string("unit"), item.string("phone"), item.boolean("it_specialist")};
        require_known(item, "agency", officer.agency, catalogue.agencies);
        for (const auto& dataset : officer.datasets) {
            require_known(item, "datasets", dataset, catalogue.entries);
        }
        item.reject_unknown_keys();
        officers.push_back(std::move(officer));
    }
    map.reject_unknown_keys();
    return officers;
}

}  // namespace khomo::catalog
