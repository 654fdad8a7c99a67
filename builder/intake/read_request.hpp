// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "builder/intake/form_notes.hpp"
#include "catalog/model/dataset.hpp"
#include "catalog/model/portal.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// Everything a child needs to know to open one delivered file.
struct ReadRequest {
    std::filesystem::path copy;                   ///< the file in the quarantine
    std::string name;                             ///< the file as the delivery names it
    std::vector<std::filesystem::path> siblings;  ///< parts of the same layer that lie beside it (.dbf, .shx, .prj …)
    std::filesystem::path scratch;                ///< folder of its own, made by the child: unpacked archives, strings that do not fit in memory
    catalog::TableLayout table;
    std::vector<std::string> ignored;  ///< columns that the contract leaves out
    std::string layer;
    bool attachment = false;  ///< a document, picture or recording to look into, not a table
    bool spatial = false;  ///< the contract has a geometry that does not come from columns
    catalog::Limits limits;
};

void to_json(nlohmann::json& json, const ReadRequest& request);
void from_json(const nlohmann::json& json, ReadRequest& request);

/// Finds out by content what the file is, checks that its name says the same, unpacks archives, and opens it with the reader for its kind.
/// Null after a blocking note. This is what the child runs; nothing else should call it on a file that somebody else wrote.
std::unique_ptr<catalog::RawReader> open_source(const ReadRequest& request, FormNotes& notes);

/// Seconds of processor time a child may use: they grow with the file (limits.cpu_seconds + cpu_seconds_per_10mb).
std::uint64_t cpu_limit_seconds(const catalog::Limits& limits, std::uint64_t bytes);

}  // namespace khomo::builder
