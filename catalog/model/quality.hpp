// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/model/timeliness.hpp"
#include "catalog/model/version.hpp"

namespace khomo::catalog {

// "đúng, đủ, sạch, sống" (Đ4.3, 8.1) as four measured numbers. The formulas, with examples, are in docs/quality.md; everything they need
// is in quality.json beside each dataset, so that anybody can compute them again.

/// Scores are in 1/10000 and rounded down: 10000 only where there is no fault at all.
inline constexpr int kFull = 10000;

struct Scores {
    std::optional<int> valid;     ///< đúng
    std::optional<int> complete;  ///< đủ
    std::optional<int> clean;     ///< sạch
    std::optional<int> timely;    ///< sống
    friend bool operator==(const Scores&, const Scores&) = default;
};

/// The word that a finding of the rule counts against.
enum class QualityWord { valid, complete, clean, none };
QualityWord word_of(std::string_view rule);
/// "valid", "complete", "clean", "none".
std::string_view to_string(QualityWord word);

/// What the scores of one version are computed from.
struct QualityInputs {
    std::uint64_t rows = 0;
    std::uint64_t cells = 0;         ///< rows × (fields + 1 where there is a geometry)
    std::uint64_t filled = 0;        ///< cells that hold a value
    std::uint64_t expected = 1;      ///< communes, or rows, that the contract expects
    std::uint64_t present = 1;       ///< of them
    std::uint64_t valid_faults = 0;  ///< places with a finding against "đúng"
    std::uint64_t clean_faults = 0;
};

struct VersionQuality {
    int version = 0;
    QualityInputs inputs;
    ArrivalRecord arrival;
    Scores scores;
};

/// A dataset: its versions, its deadlines, and the scores that are shown for it (đúng, đủ, sạch of the current version; sống of its deadlines).
struct DatasetQuality {
    std::vector<VersionQuality> versions;
    Timeliness timeliness;
    Scores scores;
};

QualityInputs quality_inputs(const CatalogEntry& entry, const VersionInfo& version, std::size_t communes);
/// đúng, đủ, sạch; sống is left out.
Scores scores_of(const QualityInputs& inputs);
DatasetQuality quality_of(const CatalogSnapshot& snapshot, const CatalogEntry& entry);

/// The first deadline of any dataset that lies ahead: until then nothing that is shown changes by itself.
std::optional<Instant> next_deadline(const CatalogSnapshot& snapshot);

/// The mean of the scores that are there, rounded down, word by word.
Scores mean_of(const std::vector<Scores>& scores);

/// What one agency did in one quarter (or in all time): deadlines that fell into it, versions that came in it.
struct PeriodQuality {
    std::string period;  ///< "2026-Q3"
    std::uint64_t on_time = 0;
    std::uint64_t late = 0;
    std::uint64_t missing = 0;
    std::uint64_t versions = 0;
    Scores scores;  ///< means over the versions that came; sống = deadlines kept among those that fell into the quarter
};

/// The quarters in which the agency had a deadline or brought a version, newest first. `quality` and `entries` go together.
std::vector<PeriodQuality> quarters_of(const CatalogSnapshot& snapshot, const std::vector<const CatalogEntry*>& entries, const std::vector<DatasetQuality>& quality);

}  // namespace khomo::catalog
