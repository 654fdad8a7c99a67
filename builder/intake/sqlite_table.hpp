// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "builder/intake/database_child.hpp"

namespace khomo::builder {

/// Rows of one table of an SQLite file, or of a GeoPackage: in one read transaction, sorted, memory flat. Views, virtual tables and what is no table are refused;
/// the file's own schema is not trusted. A layer with geometry is read from a GeoPackage only. Null after a blocking note; throws Error(store) when the
/// file breaks. Runs in a child process.
std::unique_ptr<catalog::RawReader> open_sqlite_table(const DatabaseRequest& request, FormNotes& notes);

}  // namespace khomo::builder
