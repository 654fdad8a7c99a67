// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "builder/intake/form_notes.hpp"
#include "catalog/model/portal.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// What a child needs to know to read one table of a database.
struct DatabaseRequest {
    std::string name;                    ///< in findings
    std::string connection;              ///< of a server (libpq's); empty for a file
    std::filesystem::path file;          ///< SQLite or GeoPackage
    std::vector<std::string> readable;   ///< certificates that the connection names
    std::filesystem::path scratch;       ///< folder of its own, made by the child
    std::string table;
    std::vector<std::string> columns;
    std::vector<std::string> order;
    bool geometry = false;
    std::string geometry_column;
    std::uint64_t seconds = 600;
    catalog::Limits limits;
};

void to_json(nlohmann::json& json, const DatabaseRequest& request);
void from_json(const nlohmann::json& json, DatabaseRequest& request);

/// What the child runs: enters the sandbox, opens the table and hands its rows to `use`. A child that reads a server may connect until its connection
/// stands, then never again. Faults become blocking notes of the family feed/*.
void read_database(const DatabaseRequest& request, FormNotes& notes, const std::function<void(catalog::RawReader&)>& use);

}  // namespace khomo::builder
