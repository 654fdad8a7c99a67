// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "catalog/model/delivery.hpp"

namespace khomo::catalog {

/// The three steps of Đ5.2a in their order.
enum class Step { prepared, appraised, approved };
std::string_view to_string(Step step);
/// "lập" / "prepared" and so on.
Text step_name(Step step);
std::optional<Step> parse_step(std::string_view text);
const std::optional<ApprovalStep>& step_of(const Delivery& delivery, Step step);
std::optional<ApprovalStep>& step_of(Delivery& delivery, Step step);

/// Whether two names are one person's: case, spaces and invisible characters do not count, and a name written without marks fits every way
/// of marking it. «Hoa» and «Hòa» are two persons.
bool same_person(std::string_view a, std::string_view b);

/// What the person of a step puts a name to, as a text that is the same on every machine: the dataset, the delivery, each file with its
/// SHA-256, the step itself and the SHA-256 of the statement of the step before; the last step covers confirmations and waivers too. The
/// step's signature is over these bytes (docs/approval.md). `scope` is empty for a delivery, and the approved source for the standing
/// approval of a feed.
std::string approval_statement(const Delivery& delivery, Step step, std::string_view scope = {});

}  // namespace khomo::catalog
