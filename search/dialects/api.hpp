// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khomo::search {

class Finder;
class PublishedCatalogue;
class RowStore;
class StreamPlaces;

/// A request as the dialects see it; nothing of HTTP but what an answer depends on. Everything is percent-decoded already.
struct ApiRequest {
    std::string method = "GET";  ///< GET, HEAD, POST …
    std::string path;            ///< "/api/v1/datasets/ho-chua/rows.csv", without the query
    std::vector<std::pair<std::string, std::string>> query;  ///< in order, repetitions kept; "+" is a space; of the address alone, not of a form
    std::string body;            ///< of a POST, as it came: at most 64 KiB
    /// The value of a request header, empty where there is none. Names are compared without case by whoever fills it in.
    std::function<std::string(std::string_view name)> header = [](std::string_view) { return std::string(); };

    /// The last value of a parameter, or none.
    std::optional<std::string> parameter(std::string_view name) const;
};

/// Takes the next bytes of a streamed answer; false when the client is gone.
using StreamSink = std::function<bool(std::string_view)>;

/// An answer: either `body`, or `stream` for one whose length is not known beforehand. For HEAD the server leaves the body out (its length
/// still counts for Content-Length) and never calls the stream.
struct ApiResponse {
    int status = 200;
    std::string content_type;  ///< with charset where it has one; empty for 204 and 304
    std::vector<std::pair<std::string, std::string>> headers;  ///< ETag, Cache-Control, Link, Vary, CORS …; never text of the client's
    std::string body;
    std::string page_title{};  ///< not empty: the body is the inside of a page of the portal, and the server puts the layout round it
    /// Writes everything to the sink and returns true; false where the sink refused or the work was cut off: the connection must then be
    /// closed so that a cut file is not taken for a whole one. May be called once, from any thread, and keeps the release it reads alive.
    std::function<bool(const StreamSink&)> stream;
};

/// One opened release, as the dialects need it.
struct ApiRelease {
    std::string id;              ///< enters every ETag
    std::filesystem::path root;  ///< releases/<id>
    std::shared_ptr<const Finder> finder;  ///< null: the search endpoints answer 503
    std::shared_ptr<const RowStore> rows{};          ///< one for all dialects; null: a dialect opens its own
    std::shared_ptr<const StreamPlaces> streams{};   ///< likewise
    std::filesystem::path portal{};                  ///< portal.json of the templates: names and addresses; empty: none are known
    std::shared_ptr<const PublishedCatalogue> catalogue{};  ///< one for all dialects, read when first asked for; null: a dialect makes its own
};

/// The release with what it lacks made anew.
ApiRelease completed(ApiRelease release);

/// Whether something at this address takes a POST. All of them only read.
bool takes_post(std::string_view path);

/// The native interface under /api/v1 (docs/api.md). Make one for each opened release and drop it when the release is gone: connections
/// and caches live in it. Thread-safe.
class NativeApi {
public:
    explicit NativeApi(ApiRelease release);
    ~NativeApi();
    NativeApi(const NativeApi&) = delete;
    NativeApi& operator=(const NativeApi&) = delete;

    /// None where the path is not under /api/v1: somebody else's. Never throws: faults become problem documents (RFC 9457).
    std::optional<ApiResponse> handle(const ApiRequest& request) const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

}  // namespace khomo::search
