// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace khomo::builder {

/// Whether a text reads as an address down to a house, lane, hamlet, village or residents' group: "Số nhà 12, tổ 3, phường …", "Bản Mòn, xã …".
bool is_home_address(std::string_view text);

}  // namespace khomo::builder
