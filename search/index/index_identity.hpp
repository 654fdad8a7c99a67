// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace khomo::search {

/// Xapian gives each database a random UUID, which nothing here uses. This writes the same one over it, so that the same documents make the
/// same bytes. Call it on a closed database; a folder that is no glass database is left as it is.
void settle_identity(const std::filesystem::path& database);

}  // namespace khomo::search
