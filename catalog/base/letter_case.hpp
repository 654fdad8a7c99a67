// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace khomo {

/// Unicode upper case (locale vi). `text` is UTF-8; bytes that are not become U+FFFD.
std::string to_upper(std::string_view text);

}  // namespace khomo
