// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "catalog/model/dataset.hpp"
#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"

namespace khomo::builder {

/// Starts a finding of a rule about a delivery; the caller fills in place and texts. Every rule id has a page docs/rules/<family>-<name>.md.
inline catalog::Finding finding_of(std::string_view rule, catalog::Severity severity, const catalog::Delivery& delivery, catalog::Place place, Text message, Text fix) {
    catalog::Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.dataset = delivery.dataset;
    finding.delivery = delivery.name;
    finding.place = std::move(place);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    return finding;
}

}  // namespace khomo::builder
