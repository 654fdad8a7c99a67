// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "search/dialects/api.hpp"

namespace khomo::tests {

using Pairs = std::vector<std::pair<std::string, std::string>>;

inline std::string percent_decoded(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

inline std::string header_of(const search::ApiResponse& response, const std::string& name) {
    for (const auto& [known, value] : response.headers) {
        if (known == name) {
            return value;
        }
    }
    return "";
}

/// Asks the interface as a server would, addresses and all.
class ApiClient {
public:
    explicit ApiClient(const std::filesystem::path& release, std::shared_ptr<const search::Finder> finder = nullptr) : api_({"7-abc", release, std::move(finder)}) {}

    search::ApiResponse ask(const std::string& path, Pairs query, Pairs headers = {}) const {
        auto answer = try_ask(path, std::move(query), std::move(headers));
        if (!answer) {
            throw std::runtime_error("not handled: " + path);
        }
        return std::move(*answer);
    }

    search::ApiResponse get(const std::string& address, Pairs headers = {}) const {
        const auto mark = address.find('?');
        Pairs query;
        if (mark != std::string::npos) {
            for (std::size_t at = mark + 1; at <= address.size();) {
                const auto end = std::min(address.find('&', at), address.size());
                const auto pair = address.substr(at, end - at);
                const auto equals = std::min(pair.find('='), pair.size());
                query.emplace_back(percent_decoded(pair.substr(0, equals)), equals < pair.size() ? percent_decoded(pair.substr(equals + 1)) : "");
                at = end + 1;
            }
        }
        return ask(percent_decoded(address.substr(0, mark)), std::move(query), std::move(headers));
    }

    /// The whole body, streamed or not; a stream that breaks off is a fault.
    std::string body(const std::string& address) const {
        const auto response = get(address);
        if (response.status != 200) {
            throw std::runtime_error(address + ": " + response.body);
        }
        if (!response.stream) {
            return response.body;
        }
        std::string whole;
        if (!response.stream([&](std::string_view part) {
                whole += part;
                return true;
            })) {
            throw std::runtime_error("the stream broke off: " + address);
        }
        return whole;
    }

    nlohmann::json json(const std::string& address) const { return nlohmann::json::parse(body(address)); }

    bool handled(const std::string& path) const { return try_ask(path, {}, {}).has_value(); }

private:
    std::optional<search::ApiResponse> try_ask(const std::string& path, Pairs query, Pairs headers) const {
        search::ApiRequest request;
        request.path = path;
        request.query = std::move(query);
        request.header = [headers = std::move(headers)](std::string_view name) {
            for (const auto& [known, value] : headers) {
                if (known == name) {
                    return value;
                }
            }
            return std::string();
        };
        return api_.handle(request);
    }

    search::NativeApi api_;
};

}  // namespace khomo::tests
