// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "builder/gate/personal/column_judge.hpp"

namespace khomo::builder {

struct ScannedColumn {
    std::vector<std::string> headings;  ///< every name it goes by: heading in the file, title; the strictest reading counts
    bool disclosed = false;             ///< small counts are taken care of by disclosure control
};

struct ColumnJudgement {
    std::size_t column = 0;
    Judgement judgement;
};

/// The personal-data detectors over one table, row by row, in bounded memory. Columns decide together: a date beside names is a date of birth.
/// Not thread-safe.
class TableScan {
public:
    /// `about`: title and summary of the dataset. `year`: the year in which ages are told.
    TableScan(std::vector<ScannedColumn> columns, std::string_view about, int year);

    void cell(std::size_t column, const catalog::Value& value, std::uint64_t row) { profiles_[column].add(value, row); }
    void text(std::size_t column, std::string_view value, std::uint64_t row) { profiles_[column].add_text(value, row); }

    /// What is to be said, column by column. Headings that carry a stamp of secrecy are told too.
    std::vector<ColumnJudgement> finish() const;
    const TableContext& context() const { return table_.context; }
    Role role(std::size_t column) const { return facts_[column].role; }
    /// Whether some column shows a private person in each row.
    bool lists_persons() const;

private:
    std::vector<ScannedColumn> columns_;
    std::vector<ColumnProfile> profiles_;
    std::vector<ColumnFacts> facts_;
    TableFacts table_;
};

}  // namespace khomo::builder
