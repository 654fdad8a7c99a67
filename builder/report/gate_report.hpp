// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

#include "catalog/model/version.hpp"
#include "catalog/store/journal.hpp"
#include "catalog/write/print_document.hpp"

namespace khomo::builder {

/// From the first second to before the last, by the journal's own instants; none = all time.
struct ReportSpan {
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::string words;  ///< "quý 3/2026"
};

/// What the gate examined, refused and let through, for the provincial police (Đ5.1e, 13): rules and counts, never a value. Names of
/// deliveries and reasons are words of people, so runs of digits in them are masked.
nlohmann::ordered_json gate_report(const catalog::CatalogSnapshot& snapshot, const catalog::Journal& journal, const ReportSpan& span);
/// The same for print.
catalog::PrintDocument gate_document(const catalog::CatalogSnapshot& snapshot, const nlohmann::ordered_json& report);

/// `text` with every run of six digits or more (separators between them counted in) and every address of a mailbox masked.
std::string without_personal_numbers(const std::string& text);

}  // namespace khomo::builder
