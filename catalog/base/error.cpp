// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/error.hpp"

#include <cstring>

namespace khomo {

std::string_view code(Lang lang) { return lang == Lang::vi ? "vi" : "en"; }

Error io_error(const std::string& action_vi, const std::string& action_en, const std::string& path, int errno_value) {
    const std::string reason = std::strerror(errno_value);
    return {ErrorKind::io,
            {"Không " + action_vi + " được " + path + ": " + reason, "Cannot " + action_en + " " + path + ": " + reason}};
}

}  // namespace khomo
