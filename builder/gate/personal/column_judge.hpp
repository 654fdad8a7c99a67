// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "builder/gate/personal/column_profile.hpp"
#include "builder/gate/personal/heading_role.hpp"
#include "catalog/base/bilingual.hpp"

namespace khomo::builder {

enum class Verdict { allow, warn, block };
std::string_view to_string(Verdict verdict);

/// What one rule says about one column. Requirements D: `block` is never published; `warn` needs a signed waiver, but for notes on quality.
struct Judgement {
    std::string_view rule;  ///< "personal/phone"
    Verdict verdict = Verdict::allow;
    Text what;              ///< "số điện thoại di động"
    std::vector<Sighting> shown;
    std::uint64_t count = 0;
    bool in_text = false;   ///< inside longer texts: each place is told by itself
    bool waivable = true;   ///< a warning that needs a waiver
};

/// One column with everything that is known of it.
struct ColumnFacts {
    Role role = Role::plain;
    TableContext heading;
    bool sensitive_topic = false;
    bool disclosed = false;  ///< disclosure control (class aggregated) takes care of small counts
    const ColumnProfile* profile = nullptr;
};

/// What the other columns and the title tell.
struct TableFacts {
    TableContext context;
    bool private_names = false;  ///< another column holds names of private persons or their numbers
    bool counts = false;         ///< a column counts persons: the table is a statistic
};

/// Whether the column by itself shows a private person in each row: its name, number, birth …
bool tells_persons(const ColumnFacts& column);

/// All that the detectors P1 to P17 say about the column, by rule.
std::vector<Judgement> judge(const ColumnFacts& column, const TableFacts& table);

}  // namespace khomo::builder
