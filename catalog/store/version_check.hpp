// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalog/base/bilingual.hpp"

namespace khomo::catalog {

class Journal;

/// A version that the journal says was approved.
struct RecordedVersion {
    std::string dataset;
    int number = 0;
    std::string record_sha256;  ///< of its version.json
    std::vector<std::string> notes;  ///< texts of withdrawn.json that are right where a withdrawal took the bytes; empty: they are there
};

/// All of them, by dataset and number.
std::vector<RecordedVersion> recorded_versions(const Journal& journal);

/// <state>/versions/<dataset>/v<n>.
std::filesystem::path version_folder(const std::filesystem::path& state, const RecordedVersion& version);

/// Everything that is wrong with the version store against the journal: a file changed, missing or not listed, a version without its entry
/// or without its bytes, bytes of a destroyed one. Each names the file.
std::vector<Text> check_versions(const std::filesystem::path& state, const Journal& journal);

}  // namespace khomo::catalog
