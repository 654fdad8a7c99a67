// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace khomo::builder {

/// Whether a cell says that its row sums up the others: "Tổng cộng", "Cộng", "TỔNG SỐ", "Toàn tỉnh", "Total" and the like, in any
/// case and with or without marks, perhaps with a colon, a number of rows or a unit behind. Quick for cells that are nothing like it.
bool is_totals_label(std::string_view text);

}  // namespace khomo::builder
