// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/front_matter.hpp"

#include "catalog/base/text.hpp"

namespace khomo::catalog {

FrontMatter split_front_matter(const std::string& file) {
    FrontMatter parts;
    const std::string text = file.starts_with("\xEF\xBB\xBF") ? file.substr(3) : file;
    const auto first_end = text.find('\n');
    if (first_end == std::string::npos || trim(text.substr(0, first_end)) != "---") {
        parts.body = text;
        return parts;
    }
    for (auto at = first_end + 1; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (trim(text.substr(at, end - at)) == "---") {
            parts.yaml = text.substr(first_end + 1, at - first_end - 1);
            parts.yaml_line = 1;
            parts.body = end < text.size() ? text.substr(end + 1) : "";
            parts.found = true;
            return parts;
        }
        at = end + 1;
    }
    parts.body = text;
    return parts;
}

}  // namespace khomo::catalog
