// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// A fuzz target is one file below targets/ that defines both functions. libFuzzer drives it when built with clang (scripts/fuzz), a plain loop over
/// seeds and their mutations in every test run. The driver makes every exception but khomo::Error a fault, as is every signal.
namespace khomo::fuzz {

/// Reads the bytes the way the program reads what comes from outside.
void run(std::string_view input);

/// Honest inputs to start from.
std::vector<std::string> seeds();

/// A folder of the process's own in memory, for readers that take paths; files in it are overwritten by the next run.
const std::filesystem::path& scratch();

/// Writes `bytes` to a file of that folder and returns its path.
std::filesystem::path file_of(std::string_view bytes, const std::string& name);

}  // namespace khomo::fuzz
