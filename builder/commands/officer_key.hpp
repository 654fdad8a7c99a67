// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "builder/commands/options.hpp"

namespace khomo::builder {

/// Whom a key for signing approvals is made for.
struct OfficerKeyRequest {
    std::filesystem::path file;  ///< the secret key; the public one lies beside it as <file>.pub
    std::string holder;
    std::string position;
    std::vector<std::string> steps;  ///< empty: all three
    std::string document;
};

/// khomo key: makes a key pair (Ed25519, minisign's files, the secret one readable by its owner alone) and prints the lines for agencies.yaml.
/// Of a key that exists the lines are printed again. Throws Error(refused) rather than write over anything.
int run_officer_key(const Options& options, const OfficerKeyRequest& request);

/// Writes a new pair to `file` (mode 0600) and `file`.pub; the text of the public key. Throws Error(refused) when `file` exists.
std::string make_key_files(const std::filesystem::path& file);

}  // namespace khomo::builder
