// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/acceptance_record.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "builder/report/gate_report.hpp"
#include "catalog/base/file.hpp"
#include "catalog/model/approval_statement.hpp"
#include "catalog/store/version_check.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

constexpr const char* kActor = "khomo";

json version_record(const catalog::StoredVersion& stored, const std::string& reason) {
    json record = {{"version", stored.info.number},
                   {"delivery", stored.info.delivery.name},
                   {"record_sha256", stored.record_sha256},
                   {"content_sha256", stored.info.content_sha256},
                   {"rows", stored.info.rows},
                   {"approved_at", to_iso_vn(stored.info.delivery.approved_at())},
                   {"approved_by", stored.info.delivery.approved ? stored.info.delivery.approved->position : ""}};
    if (!reason.empty()) {
        record["reason"] = reason;
    }
    return record;
}

/// Who and which bytes: names stay in the state, so this is no part of the public record.
json approval_record(const catalog::StoredVersion& stored) {
    const auto& delivery = stored.info.delivery;
    json record = {{"version", stored.info.number}, {"delivery", delivery.name}, {"source_system", delivery.source_system}, {"steps", json::array()}, {"files", json::object()}};
    for (const auto step : {catalog::Step::prepared, catalog::Step::appraised, catalog::Step::approved}) {
        if (const auto& taken = step_of(delivery, step)) {
            record["steps"].push_back({{"step", to_string(step)}, {"by", taken->by}, {"position", taken->position}, {"agency", taken->agency}, {"at", taken->at ? to_iso_vn(*taken->at) : ""}, {"document", taken->document},
                                       {"signed", !taken->signature.empty()}});
        }
    }
    for (const auto& file : delivery.files) {
        record["files"][file.path] = file.sha256;
    }
    for (const auto& one : delivery.confirmations) {
        record["confirmations"].push_back({{"rule", one.rule}, {"by", one.by}, {"document", one.document}, {"reason", one.reason}});
    }
    return record;
}

json waiver_record(const catalog::StoredVersion& stored, const catalog::Waiver& waiver) {
    return {{"version", stored.info.number}, {"rule", waiver.rule}, {"field", waiver.field}, {"position", waiver.position}, {"document", waiver.document}, {"date", to_iso(waiver.date)}, {"reason", without_personal_numbers(waiver.reason.vi)}};
}

}  // namespace

void record_acceptance(State& state, const catalog::StoredVersion& stored, Instant as_of, const std::string& reason) {
    const auto& dataset = stored.info.dataset;
    std::vector<catalog::JournalEvent> events = {{"delivery-approved", dataset, approval_record(stored).dump()}, {"version-approved", dataset, version_record(stored, reason).dump()}};
    for (const auto& waiver : stored.info.waivers) {
        events.push_back({"waiver-used", dataset, waiver_record(stored, waiver).dump()});
    }
    state.journal().append(as_of, kActor, events);
}

void put_aside_unrecorded(State& state) {
    std::set<std::filesystem::path> recorded;
    for (const auto& version : catalog::recorded_versions(state.journal())) {
        recorded.insert(version_folder(state.folder(), version));
    }
    for (const auto& dataset : std::filesystem::directory_iterator(state.folder() / "versions")) {
        const auto name = dataset.path().filename().string();
        if (!dataset.is_directory() || name.starts_with('.')) {
            continue;
        }
        std::vector<std::filesystem::path> unrecorded;
        for (const auto& version : std::filesystem::directory_iterator(dataset.path())) {
            if (!recorded.contains(version.path())) {
                unrecorded.push_back(version.path());
            }
        }
        for (const auto& version : unrecorded) {
            const auto place = state.quarantine() / (name + "-" + version.filename().string());
            std::filesystem::create_directories(state.quarantine());
            std::filesystem::remove_all(place);
            std::filesystem::rename(version, place);
            sync_path(dataset.path());
        }
    }
}

}  // namespace khomo::builder
