// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "catalog/model/dataset.hpp"
#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// Copies the files of a delivery (all but approval.yaml) into `quarantine`, which is made, hashing while copying: what is checked is
/// what is published even if a writer changes the original meanwhile. Links, hard links, FIFOs, devices, sub-folders, odd names and files
/// over `limits.file_mb` become findings (form/*) and are not opened. Sorted by path. Throws Error(io) when the disk fails.
std::vector<catalog::ReceivedFile> take_in(const catalog::Delivery& delivery, const std::filesystem::path& quarantine, const catalog::Limits& limits,
                                           catalog::Findings& findings);

/// Starts the helper process from which every reading child is forked. Call it once, early in main(), before any thread is started and
/// any database is opened; open_rows() calls it by itself when that was forgotten, and throws Error(internal) if threads already run.
void start_intake_helper();

/// Opens the data file of a delivery (the one `entry.file_glob` names, or the only one that can hold data) in a child process without network,
/// with a view of that one file and the limits of portal.yaml, and gives its rows as they lie in the file. Memory does not grow with the rows.
/// Null after a blocking finding when the file is refused at once (also when take_in() refused it). What the child finds later (an unclosed quote, a killed child, a
/// limit that was reached: the finding names it) goes to `findings` while rows are read and at the latest before next() returns false, so look at findings.blocked()
/// after the last row. `findings`, `entry` and the received copies must outlive the reader. Archives are unpacked beside the copy, below the folder ".unpacked", which
/// the caller removes together with the quarantine. The reader may be dropped early: its child is stopped. Not thread-safe, but several readers may be used by several
/// threads.
std::unique_ptr<catalog::RawReader> open_rows(const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, const std::vector<catalog::ReceivedFile>& received,
                                              const catalog::Limits& limits, catalog::Findings& findings);

}  // namespace khomo::builder
