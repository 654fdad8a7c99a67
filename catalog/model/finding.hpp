// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"

namespace khomo::catalog {

enum class Severity { block, warn, info };
std::string_view to_string(Severity severity);

/// Where in a delivery something was found. Rows count from 1 as a person sees them in the file, header lines included.
struct Place {
    std::string file;
    std::string sheet;
    std::uint64_t row = 0;  ///< 0 = not about one row
    std::string column;     ///< heading in the file, or key in a YAML file
    std::string feature;    ///< key of the feature, in a layer
    std::uint64_t line = 0;         ///< in a YAML or Markdown file
    std::uint64_t line_column = 0;  ///< idem
    friend bool operator==(const Place&, const Place&) = default;
};

/// One thing a rule has to say about a delivery. Each rule id has a page in docs/rules/.
struct Finding {
    std::string rule;  ///< such as "contract/type"
    Severity severity = Severity::block;
    std::string dataset;
    std::string delivery;
    Place place;
    Text message;  ///< never holds a personal value
    Text fix;      ///< how to mend it
    std::uint64_t count = 1;  ///< how many places one shown finding stands for

    bool blocks() const { return severity == Severity::block; }
};

void to_json(nlohmann::json& json, const Finding& finding);
void from_json(const nlohmann::json& json, Finding& finding);

/// Collects findings: at most `shown_per_rule` are kept for one (rule, file, column), all are counted.
/// The last one kept carries the count of those that are not shown. Not thread-safe.
class Findings {
public:
    explicit Findings(std::size_t shown_per_rule = 20) : shown_per_rule_(shown_per_rule) {}

    void add(Finding finding);
    void add(const Findings& others);
    bool blocked() const { return blocking_ > 0; }
    bool empty() const { return list_.empty(); }
    std::uint64_t blocking() const { return blocking_; }
    std::uint64_t total() const { return total_; }
    /// Sorted by severity, file, row, column, rule.
    std::vector<Finding> sorted() const;

private:
    struct Tally {
        std::size_t shown = 0;
        std::size_t last = 0;
    };
    std::size_t shown_per_rule_;
    std::vector<Finding> list_;
    std::map<std::string, Tally> tallies_;
    std::uint64_t blocking_ = 0;
    std::uint64_t total_ = 0;
};

}  // namespace khomo::catalog
