// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "catalog/base/bilingual.hpp"
#include "catalog/base/instant.hpp"

namespace khomo::builder {

/// What the command line says, for every command.
struct Options {
    std::filesystem::path portal = "catalog/son-la";
    std::filesystem::path warehouse;   ///< empty: as portal.yaml says
    std::filesystem::path out = "public";
    std::filesystem::path state;       ///< empty: .state in the portal folder
    std::filesystem::path templates;   ///< empty: beside the program or the source tree
    std::filesystem::path key;         ///< signing key, empty = unsigned
    Instant as_of;
    bool json = false;
    bool full = false;  ///< reuse nothing
    bool offline = false;  ///< ask no database and no API: what they gave before stands
    int jobs = 0;       ///< 0 = as many as there are cores
    Lang lang = Lang::vi;

    std::filesystem::path state_folder() const { return state.empty() ? portal / ".state" : state; }
};

}  // namespace khomo::builder
