// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace khomo::catalog {

// Sheets that our own templates (khomo template) put beside the data: nobody has to delete them before delivering.
inline constexpr std::string_view kGuideSheet = "Hướng dẫn";
inline constexpr std::string_view kCodesSheet = "Danh sách mã";

inline bool is_template_sheet(std::string_view name) { return name == kGuideSheet || name == kCodesSheet; }

}  // namespace khomo::catalog
