// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>

namespace khomo::search {

/// Opens a database to write at `folder`: a copy of the one at `from`, or a new one where `from` is empty. Throws index_error and io_error.
Xapian::WritableDatabase open_index(const std::filesystem::path& folder, const std::filesystem::path& from);

/// Commits and closes. Xapian gives each database a random UUID, which nothing here uses; the same one is written over it, so that the same
/// documents make the same bytes.
void close_index(Xapian::WritableDatabase& database, const std::filesystem::path& folder);

}  // namespace khomo::search
