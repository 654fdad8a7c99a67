// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "catalog/base/error.hpp"
#include "search/dialects/api.hpp"

namespace khomo::search {

/// A request that is wrong in one parameter; becomes a problem document (RFC 9457) that names it, what is valid, and the nearest.
class RequestFault : public Error {
public:
    RequestFault(std::string parameter, Text message, std::vector<std::string> valid = {}, std::string nearest = {})
        : Error(ErrorKind::usage, std::move(message)), parameter_(std::move(parameter)), valid_(std::move(valid)), nearest_(std::move(nearest)) {}

    const std::string& parameter() const { return parameter_; }
    const std::vector<std::string>& valid() const { return valid_; }
    const std::string& nearest_name() const { return nearest_; }

private:
    std::string parameter_;
    std::vector<std::string> valid_;
    std::string nearest_;
};

/// Problem documents for faults of the request, missing things, costly queries and broken stores. Only faults of the request say more than
/// their kind: paths and SQL never leave; they are logged instead.
ApiResponse to_problem(const Error& error);
ApiResponse problem(int status, const std::string& title, const Text& detail);
/// 500 for a fault of ours; `what` is logged.
ApiResponse internal_problem(const std::string& what);

/// What `route` answers, or the document of the fault it throws.
template <typename Route>
std::optional<ApiResponse> answer_or_problem(const Route& route) {
    try {
        return route();
    } catch (const Error& error) {
        return to_problem(error);
    } catch (const std::exception& error) {
        return internal_problem(error.what());
    }
}

}  // namespace khomo::search
