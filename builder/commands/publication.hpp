// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "builder/commands/options.hpp"
#include "builder/commands/progress.hpp"
#include "builder/outputs/output.hpp"
#include "builder/release/releases.hpp"
#include "catalog/model/version.hpp"

namespace khomo::builder {

/// What the second look, over the words and bytes about to be published, keeps out of a release.
struct SealRefusal {
    std::string dataset;
    int version = 0;  ///< 0: the catalogue's words, and with them the whole dataset
    std::vector<catalog::Finding> findings;
};

struct PublicationResult {
    bool new_release = false;
    std::string release;  ///< id of the live release
    std::string content_sha256;  ///< of a new one: over the names, fingerprints and files of its manifest
    std::size_t units = 0;
    std::size_t made = 0;     ///< units made in this run; the others were carried
    std::size_t removed = 0;  ///< units of the parent that are no longer there
    std::size_t files = 0;
    std::uint64_t bytes_written = 0;
    std::vector<SealRefusal> refused;  ///< not empty: no release was made, and none can be made with these in the snapshot
    std::vector<std::pair<std::string, std::string>> fidelity;  ///< dataset → what its new tiles keep (site/tiles/<id>.fidelity.json)
};

/// Makes the units whose fingerprint is new, carries the rest from the live release, seals and switches. Makes no release when
/// nothing differs. The personal-data and secrecy rules run over the words and downloads of all units that are made. Several threads make the units of one stage side by side; the first error stops the build and leaves the
/// live release untouched.
PublicationResult publish(const catalog::CatalogSnapshot& snapshot, const std::vector<std::unique_ptr<Output>>& outputs, Releases& releases, int number,
                          const Options& options, Progress& progress);

}  // namespace khomo::builder
