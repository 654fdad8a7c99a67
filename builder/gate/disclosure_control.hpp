// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "builder/gate/row_rule.hpp"

namespace khomo::builder {

/// Disclosure control (docs/disclosure.md) between the checked rows and the canonical file: keeps the rows aside, decides what is withheld
/// when all of them are known, and hands on rows in which it is missing and named in the status field. What comes after it never sees
/// a withheld value. Not thread-safe.
class DisclosureControl {
public:
    /// Whether the contract asks for it. A dataset of class `aggregated` that asks for nothing gets a blocking finding from
    /// check_disclosure_declared().
    static bool needed(const catalog::CatalogEntry& entry);

    /// The context must outlive the object.
    explicit DisclosureControl(const RowRuleContext& context);
    ~DisclosureControl();
    DisclosureControl(const DisclosureControl&) = delete;
    DisclosureControl& operator=(const DisclosureControl&) = delete;

    void row(const catalog::Row& row, std::uint64_t number);
    /// Hands on the rows: those without withheld quasi-identifiers in the order they came, the others behind them in an order that says
    /// nothing of where they stood. Nothing is handed on when a value cannot be protected; the findings say which.
    void finish(const std::function<void(const catalog::Row&)>& emit);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// disclosure/undeclared: class `aggregated` without anything under `disclosure`.
void check_disclosure_declared(const RowRuleContext& context);

}  // namespace khomo::builder
