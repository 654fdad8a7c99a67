// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "builder/intake/json_cursor.hpp"

namespace khomo::builder {

/// The names that lead from a top-level value to the array of its records: "result.records" → {result, records}; "" and "." → {}.
std::vector<std::string> parse_json_path(std::string_view text);

/// Where the records lie when nothing is declared: in an array, or in a member called records, data, items, rows, results or features of an object, also
/// one level down in data or result; else the top-level values are the records themselves (NDJSON). Reads as far as it must.
std::vector<std::string> find_json_records(JsonCursor& cursor);

/// Walks over the records of a sequence of JSON values (one document, several pages one after the other, or NDJSON). Not thread-safe.
class JsonRecords {
public:
    enum class Step {
        record,      ///< the cursor has just read the begin_object of a record; read it to its end before the next step
        not_record,  ///< something else stands where a record should; it has been passed over
        end,
        fault,  ///< the cursor tells what
    };
    JsonRecords(JsonCursor& cursor, std::vector<std::string> path) : cursor_(cursor), path_(std::move(path)) {}
    Step next();
    /// Whether the path led anywhere so far.
    bool found() const { return found_; }

private:
    /// Goes down to the value at the path; false when it is not there.
    bool descend(JsonToken& token);

    JsonCursor& cursor_;
    std::vector<std::string> path_;
    bool in_array_ = false;
    bool found_ = false;
};

}  // namespace khomo::builder
