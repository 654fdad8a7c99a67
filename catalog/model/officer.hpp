// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace khomo::catalog {

/// The person who manages data for an agency (Appendix I, part I). Read for reports alone: it is no part of the catalogue, so that no page
/// and no file of the portal can show it.
struct Officer {
    std::string agency;
    std::vector<std::string> datasets;  ///< empty = all of the agency's that nobody else is named for
    std::string name;
    std::string position;
    std::string unit;
    std::string phone;
    bool it_specialist = false;
};

}  // namespace khomo::catalog
