// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace khomo::builder {

/// Whether a text carries a stamp of secrecy: MẬT alone (not mật độ, mật ong, bảo mật …), TỐI MẬT, TUYỆT MẬT, "độ mật", "lưu hành nội bộ",
/// "tài liệu mật" in any case, in NFC.
bool has_secrecy_stamp(std::string_view text);

/// The same in names of files and sheets, where marks are often left out: "bao-cao_TOI-MAT.pdf", "[MAT] ke hoach.xlsx".
bool has_secrecy_stamp_in_name(std::string_view name);

}  // namespace khomo::builder
