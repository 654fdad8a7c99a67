// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "catalog/base/bilingual.hpp"
#include "catalog/base/instant.hpp"

namespace khomo::catalog {

/// A named person answers for publishing what a rule of the personal-data gate warns of.
struct Waiver {
    std::string rule;   ///< "personal/phone"
    std::string field;
    std::string by;
    std::string position;
    std::string document;
    Date date;
    Text reason;
};

}  // namespace khomo::catalog
