// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/read/standing_approval.hpp"

namespace khomo::catalog {

/// Reads the text of an approval.yaml into `delivery`, whose dataset and name are known. Faults become findings of the delivery.
void parse_approval(const std::string& yaml, Delivery& delivery, Findings& findings);
/// Reads the text of a feed.yaml. Faults become findings of the dataset.
StandingApproval parse_standing_approval(const std::string& yaml, const std::string& dataset, Findings& findings);

/// The text of approval.yaml that reads back as this delivery. `old` is the text it replaces: what says the same in both stays as it is
/// written there, and so do its comments. For offices without a system that writes the record.
std::string approval_yaml(const Delivery& delivery, const std::string& old = "");
/// The same for feed.yaml.
std::string standing_approval_yaml(const StandingApproval& approval, const std::string& old = "");

}  // namespace khomo::catalog
