// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/base/instant.hpp"
#include "catalog/model/waiver.hpp"

namespace khomo::catalog {

/// One of the three steps of Đ5.2a.
struct ApprovalStep {
    std::string by;
    std::string position;
    std::string agency;
    std::optional<Instant> at;
    std::string document;
    std::string signature{};  ///< Ed25519 over the step's statement (approval_statement.hpp), a minisign text; empty where nobody signed
};

/// Somebody puts a name to a great change (docs/portal-folder.md, `change`).
struct Confirmation {
    std::string rule;  ///< such as "change/rows-lost"
    std::string by;
    std::string position;
    std::string document;
    std::string reason;
};

/// The delivery mends an earlier version (Đ5.4a): shown on the pages of both.
struct Correction {
    int version = 0;  ///< that one
    Text reason;
    std::string document;
};

struct DeliveredFile {
    std::string path;    ///< relative to the delivery's folder
    std::string sha256;  ///< as the approval record states it
    std::uint64_t bytes = 0;
    Text title{};        ///< of an attachment, where the record describes it
    Text description{};  ///< idem
};

/// A delivered file as it was taken in: the copy is what gets checked and published, so that a writer who changes the
/// original while it is read changes nothing here.
struct ReceivedFile {
    std::string path;    ///< relative to the delivery's folder
    std::string sha256;  ///< of the copy
    std::uint64_t bytes = 0;
    std::filesystem::path copy;
};

/// What the warehouse hands over for one version: files and approval record, as it stands (nothing is checked yet).
struct Delivery {
    std::string dataset;
    std::string name;
    std::filesystem::path folder;
    std::string source_system;
    std::string period;
    bool illustrative = false;
    std::optional<Instant> changed_at;  ///< when the data changed at its source: within 24 hours of it (Đ5.2b) is in time
    std::optional<Instant> fetched_at;  ///< of a feed: when these bytes came; the steps are those of its standing approval
    std::optional<ApprovalStep> prepared;
    std::optional<ApprovalStep> appraised;
    std::optional<ApprovalStep> approved;
    std::vector<DeliveredFile> files;
    std::vector<Confirmation> confirmations;
    std::vector<Waiver> waivers;  ///< for this delivery alone; those that last stand in the catalogue
    std::optional<Correction> corrects{};

    /// Sorts deliveries of one dataset: the instant of approval (of a feed: when it came), or the epoch if it is missing.
    Instant approved_at() const;
};

void to_json(nlohmann::json& json, const Delivery& delivery);
void from_json(const nlohmann::json& json, Delivery& delivery);

}  // namespace khomo::catalog
