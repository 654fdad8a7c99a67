// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Names on disk of a release and its surroundings (docs/release-format.md): the only place that knows them.
namespace khomo::catalog::layout {

inline constexpr std::string_view kReleases = "releases";
inline constexpr std::string_view kCurrent = "current";
inline constexpr std::string_view kLock = ".lock";
inline constexpr std::string_view kStagingPrefix = ".tmp-";
inline constexpr std::string_view kManifest = "manifest.json";
inline constexpr std::string_view kSignature = "manifest.json.minisig";
inline constexpr std::string_view kRedactions = "redactions.json";
inline constexpr std::string_view kRedactionsSignature = "redactions.json.minisig";
inline constexpr std::string_view kSite = "site";
inline constexpr std::string_view kData = "data";
inline constexpr std::string_view kSearch = "search";
inline constexpr std::string_view kTemplates = "templates";
inline constexpr std::string_view kJournal = "journal";
inline constexpr std::string_view kDatasetDocument = "dataset.json";

}  // namespace khomo::catalog::layout
