// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/api.hpp"

namespace khomo::search {

std::optional<std::string> ApiRequest::parameter(std::string_view name) const {
    for (auto pair = query.rbegin(); pair != query.rend(); ++pair) {
        if (pair->first == name) {
            return pair->second;
        }
    }
    return std::nullopt;
}

}  // namespace khomo::search
