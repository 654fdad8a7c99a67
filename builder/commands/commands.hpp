// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/commands/options.hpp"

namespace khomo::builder {

/// Exit codes of every command: 0 done, 1 failed, 2 usage, 3 done but something was refused.
enum ExitCode { kDone = 0, kFailed = 1, kUsage = 2, kRefused = 3 };

/// khomo build: deliveries → versions → outputs → release.
int run_build(const Options& options);
/// khomo check: everything before the outputs, writing nothing.
int run_check(const Options& options);
/// khomo status: what is published, from which delivery, since when.
int run_status(const Options& options);
/// khomo release list|key <file>: the kept releases; a new signing key.
int run_release_list(const Options& options);
int run_release_key(const std::filesystem::path& file);
/// khomo release rollback: makes an older kept release live again (`id` empty: the one before the live one), after everything that was
/// withdrawn since has been taken out of it and its files compared with its manifest. `reason` goes to the journal, `by` too.
int run_release_rollback(const Options& options, const std::string& id, const std::string& reason, const std::string& by);
/// khomo verify <release>: compares a release (default: the live one) with its manifest, and the signature with `public_key`.
int run_verify(const Options& options, const std::filesystem::path& release, const std::filesystem::path& public_key);

}  // namespace khomo::builder
