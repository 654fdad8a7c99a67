// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "builder/commands/options.hpp"
#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// Every product of a build, in a fixed order.
std::vector<std::unique_ptr<Output>> all_outputs(const Options& options);

}  // namespace khomo::builder
