// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "builder/commands/options.hpp"

namespace khomo::builder {

struct InitRequest {
    std::filesystem::path folder;
    std::string province;  ///< "Sơn La", or with its kind before it: "thành phố Huế"
    std::string code;      ///< two digits; "" = to be filled in
};

/// khomo init: a portal folder that passes khomo check at once and builds, with comments that say what to change. Never writes into a
/// folder that holds anything.
int run_init(const Options& options, const InitRequest& request);

}  // namespace khomo::builder
