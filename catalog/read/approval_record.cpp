// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/approval_record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "catalog/model/approval_statement.hpp"
#include "catalog/read/record_text.hpp"
#include "catalog/read/yaml_map.hpp"

namespace khomo::catalog {
namespace {

/// A JSON string is a double-quoted YAML scalar.
std::string quoted(const std::string& text) { return nlohmann::json(text).dump(); }

std::string text_map(const Text& text) { return "{vi: " + quoted(text.vi) + (text.en.empty() ? "" : ", en: " + quoted(text.en)) + "}"; }

/// "key: value" pairs inside braces.
class Flow {
public:
    Flow& add(std::string_view key, const std::string& value) {
        text_ += (text_.empty() ? "{" : ", ") + std::string(key) + ": " + value;
        return *this;
    }
    std::string line() const { return "  - " + text_ + "}\n"; }

private:
    std::string text_;
};

RecordSection step_section(Step name, const ApprovalStep& step) {
    std::string lines = "  " + std::string(to_string(name)) + ":\n";
    const auto add = [&](const char* key, const std::string& value) { lines += "    " + std::string(key) + ": " + value + "\n"; };
    add("by", quoted(step.by));
    add("position", quoted(step.position));
    add("agency", quoted(step.agency));
    if (step.at) {
        add("at", to_iso_vn(*step.at));
    }
    add("document", quoted(step.document));
    if (!step.signature.empty()) {
        add("signature", quoted(step.signature));
    }
    return {std::string(to_string(name)), std::move(lines), {}};
}

std::string file_line(const DeliveredFile& file) {
    Flow flow;
    flow.add("path", quoted(file.path)).add("sha256", quoted(file.sha256)).add("bytes", std::to_string(file.bytes));
    if (!file.title.empty()) {
        flow.add("title", text_map(file.title));
    }
    if (!file.description.empty()) {
        flow.add("description", text_map(file.description));
    }
    return flow.line();
}

std::string waiver_line(const Waiver& one) {
    return Flow().add("rule", quoted(one.rule)).add("field", quoted(one.field)).add("by", quoted(one.by)).add("position", quoted(one.position)).add("document", quoted(one.document))
        .add("date", to_iso(one.date)).add("reason", text_map(one.reason)).line();
}

std::string confirmation_line(const Confirmation& one) {
    return Flow().add("rule", quoted(one.rule)).add("by", quoted(one.by)).add("position", quoted(one.position)).add("document", quoted(one.document)).add("reason", quoted(one.reason)).line();
}

/// Sections in the order of docs/portal-folder.md; what is empty is left out.
class Sections {
public:
    void add(const std::string& key, const std::string& value) {
        if (!value.empty()) {
            list.push_back({key, key + ": " + value + "\n", {}});
        }
    }
    void add_list(const std::string& key, const std::string& lines) {
        if (!lines.empty()) {
            list.push_back({key, key + ":\n" + lines, {}});
        }
    }
    void add_steps(const Delivery& delivery) {
        RecordSection steps{"steps", "steps:\n", {}};
        for (const auto step : {Step::prepared, Step::appraised, Step::approved}) {
            if (const auto& taken = step_of(delivery, step)) {
                steps.parts.push_back(step_section(step, *taken));
            }
        }
        if (!steps.parts.empty()) {
            list.push_back(std::move(steps));
        }
    }
    void add_origin(const Delivery& delivery) {
        add("source_system", delivery.source_system.empty() ? "" : quoted(delivery.source_system));
        add("period", delivery.period.empty() ? "" : quoted(delivery.period));
        add("illustrative", delivery.illustrative ? "true" : "");
    }

    std::vector<RecordSection> list;
};

std::vector<RecordSection> sections_of(const Delivery& delivery) {
    Sections sections;
    sections.add("dataset", quoted(delivery.dataset));
    sections.add_origin(delivery);
    sections.add("changed_at", delivery.changed_at ? to_iso_vn(*delivery.changed_at) : "");
    sections.add_steps(delivery);
    std::string files;
    std::string confirmations;
    std::string waivers;
    std::for_each(delivery.files.begin(), delivery.files.end(), [&](const auto& one) { files += file_line(one); });
    std::for_each(delivery.confirmations.begin(), delivery.confirmations.end(), [&](const auto& one) { confirmations += confirmation_line(one); });
    std::for_each(delivery.waivers.begin(), delivery.waivers.end(), [&](const auto& one) { waivers += waiver_line(one); });
    sections.add_list("files", files);
    sections.add_list("confirmations", confirmations);
    sections.add_list("waivers", waivers);
    if (const auto& one = delivery.corrects) {
        sections.add("corrects", "{version: " + std::to_string(one->version) + ", reason: " + text_map(one->reason) + ", document: " + quoted(one->document) + "}");
    }
    return std::move(sections.list);
}

std::vector<RecordSection> sections_of(const StandingApproval& approval) {
    Sections sections;
    sections.add("dataset", quoted(approval.record.dataset));
    sections.add("source", quoted(approval.source));
    sections.add("valid_until", approval.valid_until ? to_iso_vn(*approval.valid_until) : "");
    sections.add_origin(approval.record);
    sections.add_steps(approval.record);
    return std::move(sections.list);
}

/// The edited text if it reads back as what was meant, else the record as it is written from nothing under the comments of the old one.
template <typename Record, typename Read>
std::string text_of(const Record& record, const std::string& old, const Read& read) {
    const auto wanted = sections_of(record);
    const auto plain = record_text(wanted);
    if (old.empty()) {
        return plain;
    }
    auto edited = edited_record_text(old, sections_of(read(old)), wanted);
    return record_text(sections_of(read(edited))) == plain ? edited : comment_lines(old) + plain;
}

std::optional<ApprovalStep> read_step(YamlMap& steps, std::string_view name) {
    auto map = steps.map(name);
    if (!map) {
        return std::nullopt;
    }
    ApprovalStep step{map->string("by"), map->string("position"), map->string("agency"), map->instant("at"), map->string("document"), map->string("signature")};
    map->reject_unknown_keys();
    return step;
}

void read_steps(YamlMap& map, Delivery& delivery) {
    if (auto steps = map.map("steps")) {
        delivery.prepared = read_step(*steps, "prepared");
        delivery.appraised = read_step(*steps, "appraised");
        delivery.approved = read_step(*steps, "approved");
        steps->reject_unknown_keys();
    }
}

void check_dataset(YamlMap& map, const std::string& dataset, const Text& fix) {
    const auto stated = map.string("dataset", true);
    if (!stated.empty() && stated != dataset) {
        map.fault("dataset", "approval/dataset", {"Biên bản ghi bộ dữ liệu «" + stated + "» nhưng thư mục là «" + dataset + "»", "The record says dataset «" + stated + "» but the folder is «" + dataset + "»"},
                  fix);
    }
}

}  // namespace

void parse_approval(const std::string& yaml, Delivery& delivery, Findings& findings) {
    Findings own;
    auto map = YamlMap::parse(yaml, {"approval.yaml", 0, delivery.dataset, &own});
    check_dataset(map, delivery.dataset, {"Chuyển đợt giao sang đúng thư mục hoặc sửa biên bản", "Move the delivery to its folder or mend the record"});
    delivery.source_system = map.string("source_system");
    delivery.period = map.string("period");
    delivery.illustrative = map.boolean("illustrative");
    delivery.changed_at = map.instant("changed_at");
    read_steps(map, delivery);
    for (auto& file : map.maps("files")) {
        delivery.files.push_back({file.string("path", true), file.string("sha256", true), static_cast<std::uint64_t>(std::max<std::int64_t>(0, file.integer("bytes", 0))),
                                  file.text("title"), file.text("description")});
        file.reject_unknown_keys();
    }
    for (auto& one : map.maps("confirmations")) {
        delivery.confirmations.push_back(
            {one.string("rule", true), one.string("by", true), one.string("position", true), one.string("document", true), one.string("reason", true)});
        one.reject_unknown_keys();
    }
    for (auto& one : map.maps("waivers")) {
        delivery.waivers.push_back({one.string("rule", true), one.string("field", true), one.string("by", true), one.string("position", true), one.string("document", true),
                                    one.date("date", true).value_or(Date{}), one.text("reason", true)});
        one.reject_unknown_keys();
    }
    if (auto one = map.map("corrects")) {
        delivery.corrects = Correction{static_cast<int>(one->integer("version", 0)), one->text("reason"), one->string("document")};
        one->reject_unknown_keys();
    }
    map.reject_unknown_keys();
    for (auto finding : own.sorted()) {
        finding.delivery = delivery.name;
        findings.add(std::move(finding));
    }
}

StandingApproval parse_standing_approval(const std::string& yaml, const std::string& dataset, Findings& findings) {
    auto map = YamlMap::parse(yaml, {"feed.yaml", 0, dataset, &findings});
    StandingApproval approval;
    approval.record.dataset = dataset;
    check_dataset(map, dataset, {"Chuyển biên bản sang đúng thư mục", "Move the record to its folder"});
    approval.source = map.string("source", true);
    approval.valid_until = map.instant("valid_until");
    approval.record.source_system = map.string("source_system");
    approval.record.period = map.string("period");
    approval.record.illustrative = map.boolean("illustrative");
    read_steps(map, approval.record);
    map.reject_unknown_keys();
    return approval;
}

std::string approval_yaml(const Delivery& delivery, const std::string& old) {
    return text_of(delivery, old, [&](const std::string& yaml) {
        Delivery read;
        read.dataset = delivery.dataset;
        Findings ignored;
        parse_approval(yaml, read, ignored);
        return read;
    });
}

std::string standing_approval_yaml(const StandingApproval& approval, const std::string& old) {
    return text_of(approval, old, [&](const std::string& yaml) {
        Findings ignored;
        return parse_standing_approval(yaml, approval.record.dataset, ignored);
    });
}

}  // namespace khomo::catalog
