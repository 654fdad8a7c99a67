// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/store/journal.hpp"

namespace khomo::builder {

/// What was looked at and what is wrong with it.
struct RecordReport {
    std::int64_t entries = 0;
    std::size_t versions = 0;
    std::size_t releases = 0;
    std::vector<Text> faults;  ///< each names file, entry or range of bytes
};

/// Reads everything: journal, seal, each approved byte of the version store, and the public record of each kept release in `out` (where there
/// are any) with what the journal says of it. Writes nothing.
RecordReport check_record(const std::filesystem::path& state, const std::filesystem::path& out);

/// What every build asks before it adds to the record: the sealed entries are there, the chain goes on from them, and the live release
/// (`live` may be empty) was made from this journal. Throws Error(refused).
void require_record(const std::filesystem::path& state, const catalog::Journal& journal, const std::filesystem::path& live);

}  // namespace khomo::builder
