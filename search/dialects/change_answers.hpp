// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "search/dialects/api.hpp"

namespace khomo::search {

/// /api/v1/changes with parameters: the changes of one release approved or decided at `since` or later, latest first, page by page
/// (`_limit`, `_offset`), of one `dataset`, `agency` or `theme` or of all. Withdrawals and suspensions are among them. Thread-safe.
class ChangeAnswers {
public:
    /// `document` is changes.json as the build writes it; it is read when first asked for.
    explicit ChangeAnswers(std::filesystem::path document);
    ~ChangeAnswers();
    ApiResponse answer(const ApiRequest& request) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::search
