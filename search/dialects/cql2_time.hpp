// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/model/field.hpp"
#include "search/rows/query.hpp"

namespace khomo::search {

/// A stretch of time in the form in which a field's values stand, so that they compare as text: days ("2026-05-13") for dates, UTC ("2026-05-13T01:00:00Z") for
/// instants. A day as a value of a field of instants is all of it, in Vietnam; an instant as a value of a field of dates is its day in Vietnam.
struct TimeSpan {
    std::optional<std::string> from;  ///< none: open
    std::optional<std::string> to;
    bool instant() const { return from && to && *from == *to; }
};

/// {"date": …}, {"timestamp": …}, {"interval": [from, to]} with ".." for an open end, or a text that is one of the first two. Throws RequestFault naming `parameter`.
TimeSpan read_cql2_time(const std::string& parameter, const nlohmann::json& value, catalog::FieldType type);

/// The parameter datetime of OGC API: an instant or a day, or two with "/" between, where ".." or nothing stands for an open end. Throws RequestFault.
TimeSpan read_ogc_datetime(const std::string& parameter, std::string_view text, catalog::FieldType type);

/// `function` (t_after … t_starts) of a field and a span. A row without a value fits none.
Filter time_filter(const std::string& parameter, std::size_t field, catalog::FieldType type, const std::string& function, const TimeSpan& span);

/// The function that says the same with its sides changed over: t_after for t_before.
std::string turned_time_function(const std::string& function);

}  // namespace khomo::search
