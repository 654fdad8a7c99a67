// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "builder/commands/options.hpp"

namespace khomo::builder {

/// khomo template <dataset> --to <folder>: an XLSX, CSV and XML to fill, and the XML's schema (Đ6.2).
int run_template(const Options& options, const std::string& dataset, const std::filesystem::path& folder);

}  // namespace khomo::builder
