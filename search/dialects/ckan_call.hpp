// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "search/dialects/api.hpp"

namespace khomo::search {

/// What CKAN answers when an action fails: its status, and the `error` object, or a bare text for what never became an action.
class CkanFault : public std::runtime_error {
public:
    CkanFault(int status, nlohmann::json error) : std::runtime_error("ckan"), status_(status), error_(std::move(error)) {}
    int status() const { return status_; }
    const nlohmann::json& error() const { return error_; }

    static CkanFault bad_request(const std::string& why);                                   ///< 400, a text
    static CkanFault not_found(const std::string& what);                                    ///< 404
    static CkanFault denied(const std::string& why);                                        ///< 403
    static CkanFault invalid(const std::string& parameter, const std::string& why);         ///< 409
    static CkanFault bad_search(const std::string& why);                                    ///< 400: q, fq or sort

private:
    int status_;
    nlohmann::json error_;
};

/// A call of an action: its parameters from wherever a client put them.
struct CkanCall {
    std::string action;
    nlohmann::json parameters = nlohmann::json::object();

    /// None where it is missing, null or an empty text.
    std::optional<std::string> text(const std::string& name) const;
    /// As text(), but its absence is a fault.
    std::string required(const std::string& name) const;
    std::uint64_t number(const std::string& name, std::uint64_t otherwise) const;
    bool flag(const std::string& name, bool otherwise) const;
    /// A list, a text that holds one as JSON, or a text with commas. Empty where it is missing.
    std::vector<std::string> list(const std::string& name) const;
    /// An object, list or plain text; a text that holds an object or list as JSON is read. Null where it is missing.
    nlohmann::json structure(const std::string& name) const;
};

/// Reads a GET with its query string, and a POST whose parameters stand in a JSON body, a form, JSON sent as a form (as curl does), or in the
/// query string with nothing in the body. Those of the body win. Throws CkanFault.
CkanCall read_ckan_call(const ApiRequest& request, std::string action);

}  // namespace khomo::search
