// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/commands/approve.hpp"
#include "builder/commands/officer_key.hpp"

namespace CLI {
class App;
}

namespace khomo::builder {

/// What `khomo approve` and `khomo key` take on the command line.
void add_approve_options(CLI::App& command, ApproveRequest& request);
void add_key_options(CLI::App& command, OfficerKeyRequest& request);

}  // namespace khomo::builder
