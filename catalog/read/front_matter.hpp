// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace khomo::catalog {

/// A Markdown file cut in two.
struct FrontMatter {
    std::string yaml;
    std::uint64_t yaml_line = 0;  ///< lines of the file above the YAML
    std::string body;
    bool found = false;  ///< whether the file starts with a `---` line and has a second one
};

FrontMatter split_front_matter(const std::string& file);

}  // namespace khomo::catalog
