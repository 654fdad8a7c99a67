// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/index/index_identity.hpp"

#include <array>
#include <fstream>
#include <string_view>

namespace khomo::search {

void settle_identity(const std::filesystem::path& database) {
    // The UUID stands in iamglass behind 14 bytes of magic and 2 of version.
    constexpr std::string_view kMagic = "\x0f\x0dXapian Glass";
    std::fstream file(database / "iamglass", std::ios::in | std::ios::out | std::ios::binary);
    std::array<char, 14> magic{};
    file.read(magic.data(), magic.size());
    if (file && std::string_view(magic.data(), magic.size()) == kMagic) {
        file.seekp(16);
        file.write("khomo index v001", 16);
    }
}

}  // namespace khomo::search
