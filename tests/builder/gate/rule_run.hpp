// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "builder/gate/row_rule.hpp"
#include "tests/support/show_lists.hpp"

namespace khomo::tests {

/// Rows that a test wrote, for rules that read other rows than those of the delivery.
class GivenRows : public catalog::RowReader {
public:
    explicit GivenRows(std::vector<catalog::Row> rows) : rows_(std::move(rows)) {}
    bool next(catalog::Row& row) override {
        if (at_ == rows_.size()) {
            return false;
        }
        row = rows_[at_++];
        return true;
    }

private:
    std::vector<catalog::Row> rows_;
    std::size_t at_ = 0;
};

inline catalog::Row row_of(std::vector<catalog::Value> values, std::string geometry = {}) {
    catalog::Row row;
    row.values = std::move(values);
    row.geometry = std::move(geometry);
    return row;
}

/// A contract, a version before it, and what the rules over rows say to some rows.
class RuleRun {
public:
    catalog::Catalogue catalogue;
    catalog::CatalogEntry entry;
    catalog::Delivery delivery;
    catalog::Findings findings;
    catalog::VersionInfo previous;
    std::vector<catalog::Row> previous_rows;
    bool has_previous = false;
    std::string crs;
    std::map<std::string, std::vector<catalog::Row>> others;  ///< "dataset.field" → rows

    RuleRun() {
        entry.id = "thu";
        delivery.dataset = "thu";
        delivery.name = "dot-1";
    }
    catalog::Field& field(const std::string& name, catalog::FieldType type = catalog::FieldType::string) {
        catalog::Field made;
        made.name = name;
        made.column = name;
        made.type = type;
        return entry.fields.emplace_back(made);
    }
    /// The version before has the fields of the contract as they are now.
    void before(std::vector<catalog::Row> rows) {
        has_previous = true;
        previous.fields = entry.fields;
        previous.key = entry.key;
        previous.rows = rows.size();
        previous.crs = crs;
        previous_rows = std::move(rows);
    }
    builder::RowRuleContext context() {
        std::function<std::unique_ptr<catalog::RowReader>()> open;
        if (has_previous) {
            open = [this] { return std::make_unique<GivenRows>(previous_rows); };
        }
        const auto other = [this](const std::string& dataset, const std::string& name) -> std::unique_ptr<catalog::RowReader> {
            const auto found = others.find(dataset + "." + name);
            return found == others.end() ? nullptr : std::make_unique<GivenRows>(found->second);
        };
        return {catalogue, entry, delivery, "a.csv", has_previous ? &previous : nullptr, open, findings, "", crs, other};
    }
    /// "severity rule row column xcount" of each finding.
    std::vector<std::string> check(const std::vector<catalog::Row>& rows) {
        const auto with = context();
        const auto rules = builder::row_rules(with);
        std::uint64_t number = 1;
        for (const auto& row : rows) {
            ++number;
            for (const auto& rule : rules) {
                rule->row(row, number);
            }
        }
        for (const auto& rule : rules) {
            rule->finish();
        }
        return told();
    }
    std::vector<std::string> told() const {
        std::vector<std::string> list;
        for (const auto& finding : findings.sorted()) {
            list.push_back(std::string(to_string(finding.severity)) + " " + finding.rule + " " + std::to_string(finding.place.row) + " " + finding.place.column +
                           (finding.count > 1 ? " x" + std::to_string(finding.count) : ""));
            CHECK(finding.dataset == "thu");
            CHECK(finding.place.file == "a.csv");
            CHECK_FALSE(finding.message.vi.empty());
            CHECK_FALSE(finding.message.en.empty());
            CHECK_FALSE(finding.fix.vi.empty());
            CHECK_FALSE(finding.fix.en.empty());
        }
        return list;
    }
    std::string message() const { return findings.sorted().at(0).message.en; }
    std::string fix() const { return findings.sorted().at(0).fix.en; }
};

}  // namespace khomo::tests
