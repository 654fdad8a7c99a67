// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

#include "catalog/model/delivery.hpp"

namespace khomo::builder {

/// A name that stands for a great change: the entry of `confirmations` in the approval record for this rule, or null. One that lacks its person,
/// position, document or reason confirms nothing.
inline const catalog::Confirmation* confirmation_of(const catalog::Delivery& delivery, std::string_view rule) {
    const auto found = std::find_if(delivery.confirmations.begin(), delivery.confirmations.end(), [&](const auto& one) {
        return one.rule == rule && !one.by.empty() && !one.position.empty() && !one.document.empty() && !one.reason.empty();
    });
    return found == delivery.confirmations.end() ? nullptr : &*found;
}

}  // namespace khomo::builder
