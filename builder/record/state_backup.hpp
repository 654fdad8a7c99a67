// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "catalog/base/instant.hpp"

namespace khomo::builder {

/// What a backup says of itself.
struct BackupNote {
    std::string portal;         ///< id of the portal whose state it is
    std::string made;           ///< RFC 3339
    std::int64_t entries = 0;   ///< of the journal
    std::string head;           ///< hash of the last one
    std::size_t files = 0;
    std::uint64_t bytes = 0;
};

/// Writes the record, every approved version and what the feeds gave last into one new file (tar with Zstandard, docs/operator.md). The
/// journal is copied first, in one instant; the versions that it names never change: so the backup is consistent while a build runs. Every byte
/// is held against its hash on the way; what does not fit is named and there is no backup. Keys, caches and quarantine are left out.
BackupNote back_up_state(const std::filesystem::path& state, const std::filesystem::path& file, const std::string& portal, Instant at);

/// Restores a backup of this portal into `state`, which must hold no record and no version. Everything is unpacked beside it and checked as
/// `khomo state check` does before `state` is touched; a damaged or foreign backup, or one older than what the release `live` shows (which may be
/// empty), throws Error and changes nothing.
BackupNote restore_state(const std::filesystem::path& file, const std::filesystem::path& state, const std::string& portal, const std::filesystem::path& live);

}  // namespace khomo::builder
