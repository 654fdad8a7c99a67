// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "builder/gate/cell_parser.hpp"
#include "builder/gate/cell_text.hpp"
#include "builder/gate/code_list.hpp"
#include "builder/gate/finding_tally.hpp"
#include "builder/gate/pattern.hpp"
#include "catalog/model/dataset.hpp"

namespace khomo::builder {

/// The rules of one field over its cells, one after the other. Whatever is handed in must outlive it. Not thread-safe.
class FieldCheck {
public:
    FieldCheck(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::Field& field, const catalog::Delivery& delivery,
               const catalog::RawHeader& header, catalog::Findings& findings);

    const catalog::Field& field() const { return *field_; }
    void learn(const catalog::RawCell& cell);
    /// Types the cell into `out` (null where there is no value or it is refused); false after a blocking finding.
    bool check(const catalog::RawCell& cell, std::uint64_t row, catalog::Value& out);
    void finish() { tally_.finish(); }

private:
    bool is_null(std::string_view text) const;
    bool refuse_null(std::uint64_t row);
    bool refuse_type(ParseFault fault, std::string_view text, std::uint64_t row);
    bool check_traits(const TextTraits& traits, std::string_view text, std::uint64_t row);
    bool check_text(const catalog::RawCell& cell, std::uint64_t row, std::string& value);
    bool check_range(double value, std::string_view text, std::uint64_t row);
    void refuse_code(std::string_view text, std::uint64_t row);
    bool check_form(std::string_view text, std::uint64_t row);
    /// The value as a message may quote it: not at all where the field is personal or may be suppressed.
    std::string shown(std::string_view text) const;

    const catalog::Field* field_;
    const std::vector<std::string>* nulls_;
    bool withheld_ = false;
    std::string_view total_;  ///< the declared value of rows that sum up this dimension; "" for none
    ColumnStyle style_;
    CodeList codes_;
    std::optional<Pattern> pattern_;
    ColumnTally tally_;
    std::string scratch_;
};

}  // namespace khomo::builder
