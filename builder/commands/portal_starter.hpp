// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace khomo::builder {

/// What fills the places in the starting texts.
struct StarterWords {
    std::string kind;       ///< "tỉnh" or "thành phố"
    std::string kind_en;    ///< "province" or "city"
    std::string name;       ///< "Sơn La"
    std::string slug;       ///< "son-la"
    std::string host;       ///< "sonla"
    std::string code;       ///< "14", or "" when it must be filled in
};

/// Path below the portal folder and text of every file that `khomo init` writes.
std::vector<std::pair<std::string, std::string>> portal_starter(const StarterWords& words);

}  // namespace khomo::builder
