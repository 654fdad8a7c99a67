// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "builder/commands/options.hpp"

namespace khomo::builder {

/// What one person does to the approval record of one delivery, or to the standing approval of a feed.
struct ApproveRequest {
    std::filesystem::path delivery;  ///< the folder, or <dataset>/<name> in the warehouse; of a feed: the dataset
    bool feed = false;
    std::string step;     ///< prepared | appraised | approved; empty with confirm or waive
    std::string confirm;  ///< a rule change/* that is confirmed by name
    std::string waive;    ///< a rule personal/* whose warning is waived, with `field`
    std::string field;
    std::string by;
    std::string position;
    std::string document;
    std::string reason;
    std::string reason_en;
    std::string at;       ///< RFC 3339; empty: now
    std::string agency;   ///< empty: the dataset's manager
    std::string period;   ///< with the first step, as what follows
    std::string source_system;
    std::string changed_at;  ///< RFC 3339
    std::string until;       ///< of a feed, RFC 3339; empty: without end
    bool illustrative = false;
    std::filesystem::path key;        ///< unencrypted minisign key that signs the step
    std::filesystem::path signature;  ///< a .minisig made elsewhere over what `statement` prints
    bool statement = false;           ///< print what would be signed, write nothing
    bool again = false;               ///< take a step anew: it and the later ones are dropped first
};

/// khomo approve: writes approval.yaml (of a feed: feed.yaml) for offices without a system that does; what it does not change stays as it
/// stands there. Refuses (nothing is written) a step out of order, by a person of an earlier step, at an instant that does not rise, by another
/// agency, over files that changed since the first step, or with a key that is not the person's.
int run_approve(const Options& options, const ApproveRequest& request);

}  // namespace khomo::builder
