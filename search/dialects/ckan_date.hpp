// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalog/base/instant.hpp"

namespace khomo::search {

/// "2026-10-12T03:15:00.000000": UTC without saying so, as CKAN writes it.
std::string ckan_date(Instant instant);

/// A date of Solr: RFC 3339 with or without fractions and offset (then UTC), a plain date, or NOW; each with date math behind it
/// ("NOW-7DAYS", "NOW/DAY+1MONTH"). Fractions are dropped.
std::optional<Instant> parse_solr_date(std::string_view text, Instant now);

/// The UUID of what is neither dataset nor resource: kind "agency", "theme", "tag".
std::string ckan_uuid(const std::string& kind, const std::string& name);

}  // namespace khomo::search
