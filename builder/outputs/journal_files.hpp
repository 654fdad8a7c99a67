// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// journal/: the public part of the record, in segments of a thousand entries, up to the last event that changed what is published.
class JournalFiles : public Output {
public:
    /// `journal` is the file of the state's journal; it may grow while the units are made.
    explicit JournalFiles(std::filesystem::path journal) : journal_(std::move(journal)) {}
    Stage stage() const override { return Stage::data; }
    std::vector<Unit> plan(const catalog::CatalogSnapshot& snapshot) const override;

private:
    std::filesystem::path journal_;
};

}  // namespace khomo::builder
