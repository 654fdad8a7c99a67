// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/dialects/api.hpp"

namespace khomo::search {

/// The request's own address with one parameter set anew. Path and parameters are percent-encoded to unreserved characters, so that what
/// comes out can stand in JSON, a header or HTML as it is.
std::string address_with(const ApiRequest& request, std::string_view parameter, std::string_view value);

/// `text` with everything but unreserved characters percent-encoded.
std::string encoded(std::string_view text);

/// "a=1&b=x+y" in order, percent-decoded, "+" a space. A "%" without two hexadecimal digits stands for itself.
std::vector<std::pair<std::string, std::string>> read_query(std::string_view text);

}  // namespace khomo::search
