// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "builder/commands/options.hpp"

namespace khomo::builder {

struct ReportRequest {
    std::string quarter;           ///< "2026-Q3"; empty for the gate report = all time
    std::string agency;            ///< empty = all of them
    std::filesystem::path folder;  ///< where the files go
};

/// khomo report quarterly: the form of Appendix I for each agency (XLSX and HTML), the province's summary, tinh-trang.csv.
int run_report_quarterly(const Options& options, const ReportRequest& request);
/// khomo report gate: what was examined and refused, for the provincial police (XLSX, HTML and JSON).
int run_report_gate(const Options& options, const ReportRequest& request);
/// khomo status --late: late datasets and refused deliveries; with `csv` also tinh-trang.csv.
int run_status_late(const Options& options, const std::filesystem::path& csv);

}  // namespace khomo::builder
