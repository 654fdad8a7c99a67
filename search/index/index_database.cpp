// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/index/index_database.hpp"

#include <array>
#include <fstream>
#include <string_view>

#include "search/index/index_error.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

void settle_identity(const std::filesystem::path& folder) {
    // The UUID stands in iamglass behind 14 bytes of magic and 2 of version.
    constexpr std::string_view kMagic = "\x0f\x0dXapian Glass";
    std::fstream file(folder / "iamglass", std::ios::in | std::ios::out | std::ios::binary);
    std::array<char, 14> magic{};
    file.read(magic.data(), magic.size());
    if (file && std::string_view(magic.data(), magic.size()) == kMagic) {
        file.seekp(16);
        file.write("khomo index v001", 16);
    }
}

}  // namespace

Xapian::WritableDatabase open_index(const std::filesystem::path& folder, const std::filesystem::path& from) {
    try {
        if (!from.empty()) {
            std::filesystem::create_directories(folder);
            std::filesystem::copy(from, folder, std::filesystem::copy_options::recursive);
        }
        Xapian::WritableDatabase database(folder.string(), (from.empty() ? Xapian::DB_CREATE : Xapian::DB_OPEN) | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
        database.set_metadata(std::string(schema::kMetaRevision), std::string(schema::kRevision));
        return database;
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    } catch (const std::filesystem::filesystem_error& error) {
        throw io_error("chép", "copy", from.string(), error.code().value());
    }
}

void close_index(Xapian::WritableDatabase& database, const std::filesystem::path& folder) {
    try {
        database.commit();
        database.close();
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
    settle_identity(folder);
}

}  // namespace khomo::search
