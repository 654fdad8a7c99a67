// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "builder/commands/options.hpp"

namespace khomo::builder {

/// What `khomo journal show` is asked for; empty means everything.
struct JournalRequest {
    std::string dataset;
    std::string action;
    std::string since;  ///< a day or an RFC 3339 instant, at UTC+7
};

/// khomo journal show: the record in its order: when (UTC+7), what, which dataset, who, and the details.
int run_journal_show(const Options& options, const JournalRequest& request);
/// khomo journal verify, khomo state check: journal, seal, every approved byte and the public record of kept releases. kFailed with each
/// fault named.
int run_journal_verify(const Options& options);

/// khomo state backup <file>: may run while a build does.
int run_state_backup(const Options& options, const std::filesystem::path& file);
/// khomo state restore <file>: into a state folder that holds no record yet.
int run_state_restore(const Options& options, const std::filesystem::path& file);

}  // namespace khomo::builder
