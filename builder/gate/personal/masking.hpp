// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace khomo::builder {

/// A value as a finding may show it: enough to find the cell again, too little to learn the value. Long numbers keep three digits and the last
/// ("014********1"), mail addresses their domain, words their first letters.
std::string masked(std::string_view value);

}  // namespace khomo::builder
