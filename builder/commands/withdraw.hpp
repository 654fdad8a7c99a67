// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "builder/commands/options.hpp"

namespace khomo::builder {

/// What one ends, pauses or takes up again, and by what right (Đ9.4).
struct WithdrawRequest {
    std::string dataset;
    std::vector<int> versions;  ///< empty: the whole dataset
    std::string document;
    std::string reason;     ///< Vietnamese; shown in public
    std::string reason_en;  ///< empty: the Vietnamese one
    std::string by;         ///< empty: the account's name
    bool personal_data = false;
};

/// Of the account that runs the program: who, for the journal, unless somebody is named.
std::string account_name();

/// khomo withdraw: for good. It is in the journal at once; the next build leaves a tombstone. With personal data as the reason the bytes are
/// destroyed at once in the state and in every kept release.
int run_withdraw(const Options& options, const WithdrawRequest& request);
/// khomo suspend: until khomo resume.
int run_suspend(const Options& options, const WithdrawRequest& request);
/// khomo resume: ends a suspension. What was withdrawn does not come back.
int run_resume(const Options& options, const WithdrawRequest& request);

}  // namespace khomo::builder
