// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "catalog/base/bilingual.hpp"
#include "catalog/base/instant.hpp"
#include "catalog/model/field.hpp"
#include "catalog/model/value.hpp"

namespace khomo {

/// "13/05/2026" or "13 May 2026".
std::string show_date(const Date& date, Lang lang);
/// A period of a contract ("2026", "2026-05", "2026-Q3", "2026-H1") as "2026", "05/2026", "quý 3/2026", "nửa đầu năm 2026".
std::string show_period(const std::string& period, Lang lang);
/// "1,2 MB" or "1.2 MB" (powers of 1000).
std::string show_bytes(std::uint64_t bytes, Lang lang);
/// "1.234.567" or "1,234,567".
std::string show_count(std::uint64_t count, Lang lang);
/// A cell as a reader expects it: numbers with separators, dates and periods in the language's order, instants in Vietnam's time, "có"/"không", "" for no value.
std::string show_value(const catalog::Value& value, const catalog::Field& field, Lang lang);
/// The word for an update frequency.
std::string show_frequency(const std::string& frequency, Lang lang);

}  // namespace khomo
