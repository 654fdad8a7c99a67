// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/candidate.hpp"

#include "builder/gate/approval_rules.hpp"
#include "builder/gate/contract_check.hpp"
#include "builder/gate/row_rule.hpp"
#include "builder/gate/rule.hpp"
#include "builder/intake/delivery_reader.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/store/data_file.hpp"
#include "geo/crs/transformer.hpp"
#include "geo/geometry_check.hpp"

namespace khomo::builder {
namespace {

/// Hash of what the rows were checked against: when it changes, an accepted version must be looked at again.
std::string contract_hash(const catalog::CatalogEntry& entry) {
    std::string text;
    const auto add = [&](const std::string& part) { text += std::to_string(part.size()) + ':' + part; };
    for (const auto& field : entry.fields) {
        for (const auto& part : {field.name, field.column, std::string(to_string(field.type)), field.unit, field.pattern, field.codelist}) {
            add(part);
        }
        add(field.min ? to_text(*field.min) : "");
        add(field.max ? to_text(*field.max) : "");
        add(std::to_string(field.length) + (field.required ? "r" : "") + (field.unique ? "u" : ""));
        for (const auto& code : field.codes) {
            add(code.code);
        }
    }
    for (const auto& name : entry.key) {
        add(name);
    }
    if (entry.geometry) {
        for (const auto& part : {entry.geometry->type, entry.geometry->crs, entry.geometry->x, entry.geometry->y, entry.geometry->wkt}) {
            add(part);
        }
    }
    return sha256_hex(text);
}

int epsg_of(const std::string& crs) { return crs.starts_with("EPSG:") ? static_cast<int>(parse_integer(crs.substr(5)).value_or(0)) : 0; }

}  // namespace

Candidate::Candidate(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, State& state, Instant as_of,
                     const catalog::StoredVersion* before)
    : catalogue_(catalogue), entry_(entry), delivery_(delivery), state_(state), as_of_(as_of), before_(before) {}

std::function<std::unique_ptr<catalog::RowReader>()> Candidate::previous_rows() const {
    if (before_ == nullptr) {
        return {};
    }
    return [path = before_->data_path(), entry = catalog::entry_at(entry_, before_->info)] { return catalog::read_data_file(path, entry); };
}

void Candidate::add(catalog::Findings& findings, catalog::Finding finding) const {
    finding.dataset = delivery_.dataset;
    finding.delivery = delivery_.name;
    findings.add(std::move(finding));
}

void Candidate::count_unit(const catalog::Row& row, catalog::VersionInfo& info) const {
    const auto* field = entry_.unit_field();
    if (field != nullptr) {
        const auto& value = row.values[static_cast<std::size_t>(field - entry_.fields.data())];
        if (const auto* unit = std::get_if<std::string>(&value)) {
            ++info.rows_by_unit[*unit];
        }
    }
}

bool Candidate::read_rows(const std::vector<catalog::ReceivedFile>& received, const std::filesystem::path& workspace, catalog::VersionInfo& info, catalog::Findings& findings) {
    const auto reader = open_rows(entry_, delivery_, received, catalogue_.portal.limits, findings);
    if (!reader) {
        return false;
    }
    std::unique_ptr<geo::GeometryCheck> geometry;
    catalog::DataGeometry layout;
    if (entry_.geometry) {
        geometry = std::make_unique<geo::GeometryCheck>(entry_, reader->header().crs, catalogue_.portal.extent, reader->header().file, findings);
        if (!geometry->ok()) {
            return false;
        }
        info.crs = geometry->crs();
        info.geometry_type = geometry->type_name();
        layout = {info.geometry_type, epsg_of(info.crs), geo::crs_wkt1(epsg_of(info.crs))};
    }
    info.data_file = entry_.geometry ? "data.gpkg" : "data.sqlite";
    catalog::DataFileWriter writer(workspace / info.data_file, entry_, layout);
    CheckedRows rows(catalogue_, entry_, delivery_, *reader, findings);
    const auto rules = row_rules({catalogue_, entry_, delivery_, reader->header().file, before_ == nullptr ? nullptr : &before_->info, previous_rows(), findings});
    catalog::Row row;
    while (rows.next(row)) {
        for (const auto& rule : rules) {
            rule->row(row, rows.row_number());
        }
        if (geometry) {
            geometry->row(row, rows.row_number());
        }
        // Once something blocks, the rest is read for its findings alone.
        if (!findings.blocked()) {
            writer.add(row);
            count_unit(row, info);
        }
    }
    for (const auto& rule : rules) {
        rule->finish();
    }
    if (geometry) {
        geometry->finish();
        info.bbox = geometry->bbox();
    }
    if (findings.blocked()) {
        return false;
    }
    const auto summary = writer.finish();
    info.rows = summary.rows;
    info.content_sha256 = summary.content_sha256;
    return true;
}

std::optional<catalog::StoredVersion> Candidate::examine(catalog::Findings& findings, int number, bool keep) {
    const auto workspace = state_.versions().workspace(delivery_.dataset);
    catalog::Findings found;
    const auto received = take_in(delivery_, workspace / "delivery", catalogue_.portal.limits, found);
    found.add(check_approval(entry_, delivery_, received, as_of_));
    catalog::VersionInfo info;
    info.dataset = delivery_.dataset;
    info.number = number;
    info.delivery = delivery_;
    info.contract_sha256 = contract_hash(entry_);
    info.fields = entry_.fields;
    info.key = entry_.key;
    const bool read = !entry_.fields.empty() && read_rows(received, workspace, info, found);
    for (auto finding : found.sorted()) {
        add(findings, std::move(finding));
    }
    if (!read || findings.blocked()) {
        std::filesystem::remove_all(workspace);
        return std::nullopt;
    }
    info.findings = findings.sorted();
    if (!keep) {
        std::filesystem::remove_all(workspace);
        return catalog::StoredVersion{info, {}, ""};
    }
    return state_.versions().commit(workspace, info);
}

}  // namespace khomo::builder
