// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "builder/commands/options.hpp"
#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// The site-templates folder: given, in the current folder, in the source tree the program was built from, or where the package installs it.
/// Throws Error(input) when there is none.
std::filesystem::path templates_folder(const Options& options);

/// Every product of a build, in a fixed order.
std::vector<std::unique_ptr<Output>> all_outputs(const Options& options);

}  // namespace khomo::builder
