// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/base/instant.hpp"

namespace khomo::search {

/// What a catalogue of another dialect is searched and sorted by; the rest of a dataset stands in its document.
struct PublishedDataset {
    std::string id;
    std::string uuid;
    Text title;
    std::string title_words;  ///< as searchable() makes them, both languages
    std::string words;        ///< title, summary, keywords, agency, theme, likewise
    std::pair<std::string, Text> agency;
    std::pair<std::string, Text> theme;
    std::string licence;
    std::string key;          ///< the field whose value names a row; empty where it takes more than one, or none does
    std::vector<std::string> keywords;
    struct Form {
        std::string format;  ///< "csv"
        std::string key;     ///< resource_key()
    };
    std::vector<Form> forms;           ///< the distributions, in their order
    bool layer = false;                ///< its rows have geometry
    std::optional<std::array<double, 4>> bbox;  ///< west, south, east, north in degrees
    std::string period;                ///< of the current version
    Instant created;                   ///< approval of the first version that is still there
    /// When data or description last changed: the approval of the current version, or the making of the document if that was later. It never
    /// falls but by a rollback.
    Instant modified;
};

/// A resource of another dialect: one distribution of the current version.
struct ResourceAddress {
    std::size_t dataset = 0;
    std::string key;
};

/// The published datasets of one release, by id; read when they are first asked for. Withdrawn and suspended ones, and what the inventory
/// only names, are not among them. Thread-safe.
class PublishedCatalogue {
public:
    /// `data` is data/ of a release, `portal` portal.json of its templates (names and addresses stay empty where there is none).
    PublishedCatalogue(std::filesystem::path data, std::filesystem::path portal) : data_(std::move(data)), portal_(std::move(portal)) {}

    const std::vector<PublishedDataset>& datasets() const { return read().datasets; }
    /// Position by id or UUID.
    std::optional<std::size_t> find(std::string_view name) const;
    /// By the UUID that resource_uuid() gives.
    std::optional<ResourceAddress> find_resource(std::string_view uuid) const;
    /// dataset.json (docs/release-format.md). Throws Error(store).
    nlohmann::json document(const PublishedDataset& dataset) const;

    const std::string& base_url() const { return read().base_url; }
    const Text& title() const { return read().title; }
    const std::string& owner() const { return read().owner; }
    const std::string& contact_email() const { return read().contact_email; }
    /// The latest change of anything.
    Instant modified() const { return read().modified; }

private:
    struct Contents {
        std::vector<PublishedDataset> datasets;
        std::vector<std::pair<std::array<std::uint64_t, 2>, ResourceAddress>> resources;  ///< sorted by UUID
        std::vector<std::pair<std::string, std::size_t>> uuids;                           ///< sorted
        std::string base_url;
        Text title;
        std::string owner;
        std::string contact_email;
        Instant modified;
    };
    const Contents& read() const;
    void load() const;

    std::filesystem::path data_;
    std::filesystem::path portal_;
    mutable std::once_flag once_;
    mutable Contents contents_;
};

/// Keys of the resources that are no files: the rows to be asked for, and the features of a layer.
inline constexpr const char* kRowsService = "api/rows";
inline constexpr const char* kFeatureService = "api/ogc";

/// What tells a distribution from the others of its dataset, in every version: its format, of a document its file's name.
std::string resource_key(const nlohmann::json& distribution);

/// Never changes for a dataset and key, whatever is rebuilt or uploaded again.
std::string resource_uuid(const std::string& dataset, const std::string& key);

/// Folded words with one space before, between and after them.
std::string searchable(std::string_view text);

/// The first and the last day of "2026", "2026-05", "2026-Q3", "2026-H1", "2026-05-13" or of two of them with "/" between; none for
/// anything else.
std::optional<std::pair<Date, Date>> days_of_period(std::string_view period);

}  // namespace khomo::search
