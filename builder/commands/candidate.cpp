// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/candidate.hpp"

#include "builder/commands/attach.hpp"
#include "builder/gate/approval_rules.hpp"
#include "builder/gate/contract_check.hpp"
#include "builder/gate/disclosure_control.hpp"
#include "builder/gate/personal/entry_scan.hpp"
#include "builder/gate/personal/published_texts.hpp"
#include "builder/gate/row_rule.hpp"
#include "builder/gate/rule.hpp"
#include "builder/gate/signature_rules.hpp"
#include "builder/gate/withdrawal_rules.hpp"
#include "builder/intake/attachments.hpp"
#include "builder/intake/delivery_reader.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/wkb.hpp"
#include "catalog/store/data_file.hpp"
#include "catalog/store/queued_writer.hpp"
#include "geo/crs/transformer.hpp"
#include "geo/geometry_check.hpp"

namespace khomo::builder {
namespace {

/// Bounds of the geometries that are published, in WGS 84.
class CoarseBounds {
public:
    explicit CoarseBounds(const std::string& crs) : to_wgs84_(crs.empty() ? std::nullopt : std::optional<geo::Transformer>(std::in_place, crs, "EPSG:4326")) {}
    void add(const std::string& wkb) {
        if (wkb.empty() || !to_wgs84_) {
            return;
        }
        wkb_for_each_point(wkb, [&](double x, double y) {
            if (to_wgs84_->transform(x, y)) {
                box_ = box_ ? std::array{std::min((*box_)[0], x), std::min((*box_)[1], y), std::max((*box_)[2], x), std::max((*box_)[3], y)} : std::array{x, y, x, y};
            }
        });
    }
    std::optional<std::array<double, 4>> wgs84() const { return box_; }

private:
    std::optional<geo::Transformer> to_wgs84_;
    std::optional<std::array<double, 4>> box_;
};

void add_rules(std::string& text, const catalog::CatalogEntry& entry) {
    const auto add = [&](std::string_view name, const std::vector<std::string>& parts) {
        text += std::string(name) + '{';
        for (const auto& part : parts) {
            text += std::to_string(part.size()) + ':' + part;
        }
        text += '}';
    };
    for (const auto& field : entry.fields) {
        if (field.references) {
            add("references", {field.name, field.references->dataset, field.references->field});
        }
        if (!field.equals.empty()) {
            add("equals", {field.name, field.equals, to_text(field.tolerance)});
        }
    }
    for (const auto& condition : entry.conditions) {
        add("check", {condition.check, condition.warns ? "warn" : "block"});
    }
    // What lets personal data through: without it the live version may have to go.
    for (const auto& flag : entry.personal_data) {
        add("personal", {flag.field, flag.basis});
    }
    for (const auto& waiver : entry.waivers) {
        add("waiver", {waiver.rule, waiver.field, waiver.by, waiver.document});
    }
    if (entry.row_count.declared()) {
        add("rows", {std::to_string(entry.row_count.min.value_or(0)), std::to_string(entry.row_count.max.value_or(0))});
        add("by", entry.row_count.by);
    }
    if (entry.disclosure.declared()) {
        const auto& d = entry.disclosure;
        add("disclosure", {std::to_string(d.small_cells), std::to_string(d.k), d.geometry, to_text(d.grid_m), d.status});
        add("quasi", d.quasi);
        add("measures", d.measures);
        add("dimensions", d.dimensions);
        for (const auto& [field, value] : d.totals) {
            add("total", {field, value});
        }
        for (const auto& linked : d.linked) {
            add("linked " + linked.dataset, linked.by);
        }
    }
}

int epsg_of(const std::string& crs) { return crs.starts_with("EPSG:") ? static_cast<int>(parse_integer(crs.substr(5)).value_or(0)) : 0; }

}  // namespace

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
    // What a contract does not use adds nothing: its hash stays as it was before there were such rules.
    add_rules(text, entry);
    return sha256_hex(text);
}

Candidate::Candidate(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, State& state, Instant as_of,
                     const catalog::StoredVersion* before, RowsOf rows_of)
    : catalogue_(catalogue), entry_(entry), delivery_(delivery), state_(state), as_of_(as_of), before_(before), rows_of_(std::move(rows_of)) {}

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

std::vector<catalog::Waiver> Candidate::used_waivers(const std::vector<catalog::Finding>& findings) const {
    std::vector<catalog::Waiver> used;
    const auto look = [&](const catalog::Waiver& waiver) {
        const auto* field = entry_.field(waiver.field);
        const bool let_through = field != nullptr && std::any_of(findings.begin(), findings.end(), [&](const auto& finding) {
            return finding.rule == waiver.rule && finding.severity == catalog::Severity::info && finding.place.column.find(field->column) != std::string::npos;
        });
        if (let_through) {
            used.push_back(waiver);
        }
    };
    std::for_each(entry_.waivers.begin(), entry_.waivers.end(), look);
    std::for_each(delivery_.waivers.begin(), delivery_.waivers.end(), look);
    return used;
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
    catalog::QueuedDataFileWriter writer(workspace / info.data_file, entry_, layout);
    CheckedRows rows(catalogue_, entry_, delivery_, *reader, findings);
    const RowRuleContext context = {catalogue_, entry_,   delivery_, reader->header().file, before_ == nullptr ? nullptr : &before_->info, previous_rows(), findings, reader->header().sheet,
                                    info.crs,   rows_of_};
    const auto rules = row_rules(context);
    check_disclosure_declared(context);
    const auto disclosure = DisclosureControl::needed(entry_) ? std::make_unique<DisclosureControl>(context) : nullptr;
    const auto keep = [&](const catalog::Row& published) {
        writer.add(published);
        count_unit(published, info);
    };
    catalog::Row row;
    while (rows.next(row)) {
        if (geometry) {
            geometry->row(row, rows.row_number());  // makes the geometry of tables
        }
        for (const auto& rule : rules) {
            rule->row(row, rows.row_number());
        }
        // Once something blocks, the rest is read for its findings alone.
        if (findings.blocked()) {
            continue;
        }
        if (disclosure) {
            disclosure->row(row, rows.row_number());
        } else {
            keep(row);
        }
    }
    for (const auto& rule : rules) {
        rule->finish();
    }
    if (geometry) {
        geometry->finish();
        info.bbox = geometry->bbox();
    }
    if (disclosure && !findings.blocked()) {
        CoarseBounds bounds(info.crs);
        disclosure->finish([&](const catalog::Row& published) {
            keep(published);
            bounds.add(published.geometry);
        });
        if (geometry && !entry_.disclosure.geometry.empty()) {
            info.bbox = bounds.wgs84();  // the exact one would say where the outermost points lie
        }
    }
    if (findings.blocked()) {
        return false;
    }
    const auto summary = writer.finish();
    info.rows = summary.rows;
    for (std::size_t i = 0; i < summary.filled.size(); ++i) {
        info.filled[entry_.fields[i].name] = summary.filled[i];
    }
    info.filled[""] = summary.with_geometry;
    info.content_sha256 = summary.content_sha256;
    return true;
}

bool Candidate::list_documents(const std::vector<catalog::ReceivedFile>& received, const std::filesystem::path& workspace, catalog::VersionInfo& info,
                               catalog::Findings& findings) const {
    if (received.empty()) {
        catalog::Finding finding;
        finding.rule = "form/no-data-file";
        finding.message = {"Đợt giao không có tài liệu nào", "The delivery holds no document"};
        finding.fix = {"Giao ít nhất một tài liệu", "Deliver one document at least"};
        add(findings, std::move(finding));
    }
    if (findings.blocked()) {
        return false;
    }
    write_document_list(entry_, workspace, info);
    return true;
}

std::optional<catalog::StoredVersion> Candidate::examine(catalog::Findings& findings, int number, bool keep) {
    const auto workspace = state_.versions().workspace(delivery_.dataset);
    catalog::Findings found;
    const auto received = take_in(delivery_, workspace / "delivery", catalogue_.portal.limits, found);
    found.add(check_approval(entry_, delivery_, received, as_of_));
    if (!delivery_.fetched_at) {  // a feed's signatures were checked with its standing approval
        check_signatures(catalogue_, delivery_, "approval.yaml", "", found);
    }
    found.add(check_correction(delivery_, number));
    found.add(check_withdrawn_files(state_.withdrawals(), delivery_, received));
    catalog::VersionInfo info;
    info.dataset = delivery_.dataset;
    info.number = number;
    info.delivery = delivery_;
    info.contract_sha256 = contract_hash(entry_);
    info.personal_rules = kPersonalRules;
    info.fields = entry_.fields;
    info.key = entry_.key;
    const auto parts = part_files(entry_, received);
    info.attachments = take_attachments(entry_, delivery_, parts.attachments, catalogue_.portal.limits, workspace / "attachments", found);
    for (auto& finding : scan_texts(texts_of(info), date_vn(as_of_).year)) {
        found.add(std::move(finding));
    }
    const bool read = !entry_.fields.empty() && (entry_.documents_only ? list_documents(received, workspace, info, found) : read_rows(parts.data, workspace, info, found));
    if (read) {
        found.add(check_withdrawn_rows(state_.withdrawals(), delivery_, info.content_sha256));
    }
    for (auto finding : found.sorted()) {
        add(findings, std::move(finding));
    }
    if (!read || findings.blocked()) {
        std::filesystem::remove_all(workspace);
        return std::nullopt;
    }
    if (delivery_.fetched_at && before_ != nullptr && info.content_sha256 == before_->info.content_sha256 && info.contract_sha256 == before_->info.contract_sha256) {
        unchanged_ = true;
        std::filesystem::remove_all(workspace);
        return std::nullopt;
    }
    info.findings = findings.sorted();
    info.waivers = used_waivers(info.findings);
    if (!keep) {
        const auto scratch = state_.scratch() / (delivery_.dataset + "." + std::to_string(number));
        std::filesystem::remove_all(scratch);
        std::filesystem::rename(workspace, scratch);
        return catalog::StoredVersion{info, scratch, ""};
    }
    return state_.versions().commit(workspace, info);
}

}  // namespace khomo::builder
