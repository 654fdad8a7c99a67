// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace khomo::builder {

/// Numbers of a file in either byte order; what lies beyond the end is 0.
class ByteOrder {
public:
    ByteOrder(std::string_view bytes, bool big) : bytes_(bytes), big_(big) {}
    std::uint32_t u8(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U; }
    std::uint32_t u16(std::size_t at) const { return big_ ? u8(at) << 8 | u8(at + 1) : u8(at + 1) << 8 | u8(at); }
    std::uint32_t u32(std::size_t at) const { return big_ ? u16(at) << 16 | u16(at + 2) : u16(at + 2) << 16 | u16(at); }
    std::uint64_t u64(std::size_t at) const {
        return big_ ? static_cast<std::uint64_t>(u32(at)) << 32 | u32(at + 4) : static_cast<std::uint64_t>(u32(at + 4)) << 32 | u32(at);
    }

private:
    std::string_view bytes_;
    bool big_;
};

}  // namespace khomo::builder
