// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

namespace khomo::tests {

/// A file or folder of the shared test material (KHOMO_SHARED, default ../shared), or none where it is absent;
/// the absence is printed, so that a skipped check is listed by name.
inline std::optional<std::filesystem::path> shared(const std::string& relative) {
    const char* root = std::getenv("KHOMO_SHARED");
    const auto path = (root != nullptr ? std::filesystem::path(root) : std::filesystem::path(KHOMO_SOURCE_DIR).parent_path() / "shared") / relative;
    if (std::filesystem::exists(path)) {
        return path;
    }
    std::cout << "skipped, not there: " << relative << '\n';
    return std::nullopt;
}

/// A file of the repository.
inline std::filesystem::path source(const std::string& relative) { return std::filesystem::path(KHOMO_SOURCE_DIR) / relative; }

}  // namespace khomo::tests
