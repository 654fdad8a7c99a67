// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "builder/commands/options.hpp"
#include "builder/commands/workshop.hpp"
#include "builder/release/releases.hpp"
#include "catalog/model/withdrawal.hpp"

namespace khomo::builder {

/// Destroys what was withdrawn for personal data wherever the portal keeps it: versions and fetched feeds of the state, every kept release
/// (the live one too, whose server notices). Ends what a killed run began, and costs nothing where nothing is left. `releases` null: the
/// state alone. The ids of the releases that were touched; a touched one is noted in the journal.
std::vector<std::string> enforce_withdrawals(State& state, Releases* releases, const Options& options, Instant at);

/// Takes everything that stands withdrawn or suspended now out of one release, before it goes live again.
void redact_release(const std::filesystem::path& release, const catalog::Withdrawals& withdrawals, const Options& options);

}  // namespace khomo::builder
