// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"

namespace khomo::builder {

/// Limits of every request of a feed.
struct HttpLimits {
    double request_seconds = 300;          ///< for one request, redirects included
    double stall_seconds = 30;             ///< without at least 100 bytes a second
    double connect_seconds = 15;
    std::uint64_t body_bytes = 1U << 30;   ///< after unpacking
    std::filesystem::path ca_file;         ///< certificates to trust instead of the system's
};

struct HttpRequest {
    std::string url;
    std::vector<std::string> headers;      ///< "Name: value"; those with secrets too: they go to no other host and into no message
    std::filesystem::path body;            ///< where the body is written
    std::uint64_t from = 0;                ///< bytes that `body` already holds: the rest is asked for
    std::string validator;                 ///< If-Range for the above: strong ETag or date
    std::string known_etag;                ///< If-None-Match
    bool packed = false;                   ///< accept gzip
};

enum class HttpFault {
    none,
    address,      ///< scheme or address that a feed may not use
    unreachable,  ///< no such host, nobody listens
    tls,          ///< the certificate is not to be trusted
    timeout,
    broken,     ///< the peer ended early or spoke nonsense
    too_large,  ///< more bytes than allowed
    redirect,   ///< to another host, without https, or too often
    packing,    ///< the packed body cannot be unpacked
};

struct HttpAnswer {
    HttpFault fault = HttpFault::none;
    Text message;                ///< for a fault; names neither URL nor token
    long status = 0;
    std::string etag;
    std::string last_modified;
    std::string content_type;    ///< lower case, without parameters
    std::string next_link;       ///< of the header Link with rel="next", as it stands
    std::optional<double> retry_after;  ///< seconds
    bool resumed = false;        ///< the body was added to what was there
    std::uint64_t bytes = 0;     ///< the body's length on disk
};

/// One GET through libcurl. Only http and https; redirects stay on the host and never leave https; the environment's proxies are not used. Addresses: link-local, multicast and unspecified
/// ones are refused always, loopback unless the URL itself names it (a public name that leads home is an attack), private ones are what a government network
/// is made of and allowed; plain http only to loopback and private addresses. Thread-safe.
HttpAnswer http_get(const HttpRequest& request, const HttpLimits& limits);

/// `link` as seen from `base`; none when it leads to another scheme, host or port.
std::optional<std::string> resolve_link(const std::string& base, const std::string& link);
/// The URL with `name=value` added to its query, or put in the place of what the query says of `name`.
std::string with_parameter(const std::string& url, std::string_view name, std::string_view value);

}  // namespace khomo::builder
