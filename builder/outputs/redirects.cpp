// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/redirects.hpp"

#include <nlohmann/json.hpp>

namespace khomo::builder {

std::vector<Unit> Redirects::plan(const catalog::CatalogSnapshot& snapshot) const {
    const auto& redirects = snapshot.catalogue().redirects;
    Fingerprint inputs("redirects 1");
    for (const auto& [from, to] : redirects) {
        inputs.add(from).add(to);
    }
    return {{"redirects", inputs.hex(), [&redirects](UnitWriter& writer) {
                 for (const auto& [from, to] : redirects) {
                     writer.write("site/moved" + from + ".json", nlohmann::json{{"to", to}}.dump() + "\n");
                 }
             }}};
}

}  // namespace khomo::builder
