// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "catalog/model/withdrawal.hpp"
#include "catalog/release/redaction.hpp"

namespace khomo::builder {

/// What to put in place of what is taken out: texts by path, all below site/. `whole`: nothing of the dataset stays in this release.
struct Replacement {
    std::map<std::string, std::string> pages;    ///< used where the release has such a file
    std::map<std::string, std::string> markers;  ///< written in any case
};
using ReplacementMaker = std::function<Replacement(const std::filesystem::path& release, const catalog::Withdrawal& withdrawal, bool whole)>;

/// Takes what `withdrawals` name out of one kept release: the record (signed when there is a key) is durable before the first byte goes, the
/// files go by unlinking or by new files in their place, so that what other releases share with this one by hard link is touched in none
/// but this. Ends what a killed run began. True when anything was written or removed.
bool redact(const std::filesystem::path& release, const std::vector<catalog::Withdrawal>& withdrawals, const ReplacementMaker& replacement, const std::string& secret_key);

/// How a release stands to its record: bytes that are still there, replacements that are not as recorded. Empty where there is no record.
std::vector<std::string> verify_redactions(const std::filesystem::path& release, const catalog::RedactionRecord& record);

}  // namespace khomo::builder
