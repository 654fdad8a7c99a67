// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/model/portal.hpp"

namespace khomo::builder {

/// Copies the files of a delivery into `quarantine`, hashing while copying. Links, FIFOs, devices, sub-folders, names with strange
/// characters and files over the limit are findings (form/*) and are not opened.
std::vector<catalog::ReceivedFile> receive(const catalog::Delivery& delivery, const std::filesystem::path& quarantine, const catalog::Limits& limits,
                                           catalog::Findings& findings);

}  // namespace khomo::builder
