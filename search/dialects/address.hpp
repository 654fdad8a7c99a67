// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "search/dialects/api.hpp"

namespace khomo::search {

/// The request's own address with one parameter set anew. Path and parameters are percent-encoded to unreserved characters, so that what
/// comes out can stand in JSON, a header or HTML as it is.
std::string address_with(const ApiRequest& request, std::string_view parameter, std::string_view value);

}  // namespace khomo::search
