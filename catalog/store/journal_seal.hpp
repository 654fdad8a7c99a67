// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "catalog/base/bilingual.hpp"

namespace khomo::catalog {

class Journal;

/// journal.seal beside the journal: how many entries it has, the hash of the last, and the SHA-256 of each block of its file. The chain finds
/// an entry that was changed; the seal finds a tail that was cut off and a byte that no entry holds.
struct JournalSeal {
    static constexpr const char* kFile = "journal.seal";
    static constexpr std::uint64_t kBlock = 65536;

    std::int64_t entries = 0;
    std::string head;
    std::uint64_t bytes = 0;
    std::vector<std::string> blocks;
};

/// Writes the seal of the journal as it stands in `state`. Called at the end of every command that appended; what a killed command appended
/// after the last seal is not lost: the chain carries it.
void seal_journal(const std::filesystem::path& state, const Journal& journal);

/// Quick enough for every build: the journal still has the sealed entries, and what came after them continues the chain. Throws
/// Error(refused) that names what is wrong. A state of before there were seals passes.
void check_sealed_head(const std::filesystem::path& state, const Journal& journal);

/// Everything that is wrong with journal and seal, each with its place; empty when both are whole.
std::vector<Text> check_journal(const std::filesystem::path& state);

}  // namespace khomo::catalog
