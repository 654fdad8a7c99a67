// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalog/model/delivery.hpp"

namespace khomo::builder {

/// The files of a delivery's folder with their hashes, by name, without approval.yaml. Throws Error(refused) when there is none or when
/// something else than a plain file lies there.
std::vector<catalog::DeliveredFile> delivered_files(const std::filesystem::path& folder);

/// Names of files that are not what the record says: changed, gone or new; empty when all fit.
std::string changed_files(const std::vector<catalog::DeliveredFile>& recorded, const std::vector<catalog::DeliveredFile>& present);

}  // namespace khomo::builder
