// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/model/dataset.hpp"

namespace khomo::catalog {

struct Contact {
    std::string email;
    std::string phone;
    Text address;
};

/// A public key that an agency's officer signs approvals with (Đ9.2: given out, limited in time and revoked in writing).
struct SigningKey {
    std::string key;  ///< minisign's public key in base64
    std::string holder;
    std::string position;
    std::vector<std::string> steps;  ///< prepared, appraised, approved; empty: all
    std::optional<Date> from;        ///< first day
    std::optional<Date> until;       ///< last day
    std::string document;            ///< by which it was given out, or revoked
};

struct Agency {
    std::string id;
    std::string code;  ///< H52.…
    bool code_confirmed = false;
    Text name;
    Text short_name;
    std::string as_printed;
    Contact contact;
    std::string website;
    bool signatures_required = false;  ///< each step of an approval by this agency must be signed
    std::vector<SigningKey> keys;
};

struct Theme {
    std::string id;
    Text title;
    Text description;
    std::string icon;
    std::string eu;
};

struct Licence {
    std::string id;
    Text title;
    std::string url;
    std::string spdx;
    Text description;
};

/// A commune or ward.
struct Unit {
    std::string code;
    Text name;
    std::string type;
    double lon = 0;  ///< degrees, WGS 84
    double lat = 0;
    double area_km2 = 0;
};

/// A commune or ward of before a change of boundaries, with the one it went into. One that was divided has several lines.
struct FormerUnit {
    std::string code;
    std::string name;
    std::string district;
    std::string now;  ///< code of today's unit
    bool whole = true;
};

/// A text page of the portal.
struct Page {
    std::string id;
    Text title;
    Text body;  ///< Markdown
    int order = 0;
};

/// Limits of the child process that opens a delivered file (hardening.md §4).
struct Limits {
    std::uint64_t memory_mb = 1024;
    std::uint64_t cpu_seconds = 60;
    std::uint64_t cpu_seconds_per_10mb = 1;
    std::uint64_t file_mb = 2048;
};

struct Portal {
    std::string id;
    Text title;
    Text tagline;
    Text notice;
    std::string base_url;
    std::string publisher;
    std::string operator_agency;
    Contact contact;
    std::string province_code;
    std::array<double, 4> extent{};  ///< west, south, east, north in degrees
    std::string warehouse = "warehouse";
    int keep_releases = 10;
    std::optional<Instant> deadlines_from;  ///< the deadlines of Đ5.2b are watched from this instant on
    Limits limits;
};

/// The whole portal folder, read and checked. Entries are sorted by id.
struct Catalogue {
    Portal portal;
    std::vector<Agency> agencies;
    std::vector<Theme> themes;
    std::vector<Licence> licences;
    std::vector<Unit> units;
    std::vector<FormerUnit> former_units;
    std::vector<Page> pages;
    std::map<std::string, std::string> redirects;  ///< old path → new path
    std::vector<CatalogEntry> entries;
    /// SHA-256 over everything but the entries: pages that name an agency, theme or licence depend on it.
    std::string context_sha256;

    const Agency* agency(std::string_view id) const;
    const Theme* theme(std::string_view id) const;
    const Licence* licence(std::string_view id) const;
    const Unit* unit(std::string_view code) const;
    const CatalogEntry* entry(std::string_view id) const;
};

}  // namespace khomo::catalog
