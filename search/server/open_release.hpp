// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "catalog/base/error.hpp"
#include "search/dialects/api.hpp"
#include "search/dialects/ckan_api.hpp"
#include "search/dialects/ogc_api.hpp"
#include "search/find/finder.hpp"
#include "search/server/row_page.hpp"
#include "search/server/search_page.hpp"

namespace khomo::search {

/// A file of a release that may be served.
struct ServedFile {
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    std::string etag;  ///< quoted SHA-256
};

/// One release, opened for answering. Only files that its manifest lists are served, so that nothing else on the disk can be reached.
/// Immutable after construction, safe to share; kept alive by the requests that use it.
class OpenRelease {
public:
    /// Throws Error when the manifest is damaged. A damaged search index does not: search() is null then and the rest is served.
    explicit OpenRelease(const std::filesystem::path& folder);

    const std::string& id() const { return id_; }
    const std::filesystem::path& folder() const { return folder_; }
    /// The file for a request path such as "/dataset/ho-chua": as it stands, with .html, as a folder's index.html, or with .json below
    /// /api/. Null when the release has none.
    const ServedFile* find(std::string_view request_path) const;
    /// A compressed form beside it (".br", ".gz"), or null.
    const ServedFile* sibling(std::string_view request_path, std::string_view ending) const;
    const SearchPage* search_page() const { return search_page_.get(); }
    std::shared_ptr<const Finder> finder() const { return finder_; }
    const RowPage& row_page() const { return *row_page_; }
    const PortalWords& words() const { return *words_; }
    /// What the dialects answer; none where the address is nobody's.
    std::optional<ApiResponse> ask(const ApiRequest& request) const;
    /// Whether something was taken out of the folder since it was opened (its redactions.json is another now).
    bool outdated() const;

private:
    void apply_redactions();
    const ServedFile* exact(const std::string& path) const;

    std::string id_;
    std::filesystem::path folder_;
    std::string redactions_;  ///< stamp of redactions.json when it was read
    std::unordered_map<std::string, ServedFile> files_;  ///< by path below site/
    std::shared_ptr<const Finder> finder_;
    std::unique_ptr<SearchPage> search_page_;
    std::shared_ptr<const PortalWords> words_;
    std::unique_ptr<RowPage> row_page_;
    std::unique_ptr<NativeApi> api_;
    std::unique_ptr<CkanApi> ckan_;
    std::unique_ptr<OgcApi> ogc_;
};

/// Follows `<root>/current`: the release that is live now. Thread-safe.
class LiveRelease {
public:
    /// Throws Error(not_found) when nothing was ever published below root.
    explicit LiveRelease(std::filesystem::path root);

    std::shared_ptr<const OpenRelease> now() const;
    /// Looks at the link and opens another release if it points elsewhere, or the same one anew if something was taken out of it; a release that cannot be opened leaves the old one live
    /// and throws.
    bool refresh();

private:
    std::filesystem::path root_;
    mutable std::mutex mutex_;
    std::shared_ptr<const OpenRelease> release_;
};

}  // namespace khomo::search
