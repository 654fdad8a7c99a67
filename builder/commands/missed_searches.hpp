// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "builder/commands/options.hpp"

namespace khomo::builder {

/// khomo report searches: adds up what the logs of khomo-server say was looked for and not found, the most wanted first. Without files
/// the log is read from standard input.
int run_report_searches(const Options& options, const std::vector<std::filesystem::path>& logs);

}  // namespace khomo::builder
