// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/dataset_context.hpp"

#include <cctype>
#include <functional>
#include <map>

#include "builder/outputs/data_package.hpp"
#include "builder/outputs/distribution.hpp"
#include "builder/outputs/pictures.hpp"
#include "builder/outputs/tiles.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

/// Percent-encodes a word for a query string.
std::string encode(const std::string& word) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : word) {
        const auto b = static_cast<unsigned char>(c);
        if (std::isalnum(b) != 0 || c == '-' || c == '_' || c == '.') {
            out += c;
        } else {
            out.append("%").append(1, kDigits[b >> 4U]).append(1, kDigits[b & 15U]);
        }
    }
    return out;
}

/// What most people want stands first.
bool is_common(const std::string& format) { return format == "csv" || format == "xlsx" || format == "gpkg" || format == "geojson" || format == "zip"; }

}  // namespace

json DatasetContext::page(const UnitWriter& writer) const {
    const bool published = view_ != nullptr;
    const bool closed = entry_.open_class == catalog::OpenClass::restricted || entry_.open_class == catalog::OpenClass::never;
    json page = json::object();
    page["badges"] = site_.badges(snapshot_, entry_, lang_);
    page["published"] = published;
    page["unpublished"] = !published;
    page["unpublished_title"] = t(closed ? "restricted_title" : "not_supplied_title");
    page["unpublished_text"] = t(closed ? "restricted_text" : "not_supplied_text");
    page["class_reason"] = entry_.class_reason.in(lang_);
    page["illustrative"] = published && (entry_.illustrative || info().delivery.illustrative);
    page["old_version"] = false;
    page["latest_page_url"] = Site::url("/dataset/" + entry_.id, lang_);
    page["facts"] = facts();
    page["report_url"] = Site::url("/page/bao-loi", lang_);
    add_words(page);
    page.update(dataset_quality(site_, entry_, quality_, published ? info().number : 0, lang_));
    if (published) {
        page["glance"] = glance();
        add_downloads(page, writer, false);
        add_map(page, writer);
        add_charts(page);
        add_preview(page);
        add_dictionary(page);
        add_units(page);
        add_approval(page);
        add_versions(page);
        add_correction(page);
        page["rows_url"] = "/api/v1/datasets/" + entry_.id + "/rows?_limit=100";
        page["api_rows_url"] = catalogue_.portal.base_url + "/api/v1/datasets/" + entry_.id + "/rows?_limit=10";
        page["openapi_url"] = catalogue_.portal.base_url + "/api/v1/datasets/" + entry_.id + "/openapi.json";
        page["ogc_base_url"] = catalogue_.portal.base_url + "/ogc";
        page["dataset_id"] = entry_.id;
        page["ckan_url"] = catalogue_.portal.base_url + "/api/3/action/package_show?id=" + entry_.id;
        page["ogc_url"] = info().geometry_type.empty() ? "" : catalogue_.portal.base_url + "/ogc/collections/" + entry_.id;
        page["citation"] = citation(catalogue_, entry_, info()).in(lang_);
    }
    return page;
}

void DatasetContext::pin(json& page, const UnitWriter& writer) const {
    page["old_version"] = view_->version != snapshot_.current(entry_.id);
    add_downloads(page, writer, true);
}

void DatasetContext::add_words(json& page) const {
    const auto other = vi() ? Lang::en : Lang::vi;
    page["title"] = entry_.title.in(lang_);
    page["other_title"] = entry_.title.in(other) == entry_.title.in(lang_) ? "" : entry_.title.in(other);
    page["other_lang"] = code(other);
    page["summary"] = entry_.summary.in(lang_);
    page["note"] = entry_.note.in(lang_);
    // Where nothing is published the Vietnamese note stays on the Vietnamese page.
    const bool own = vi() || !entry_.description.en.empty();
    page["description_html"] = own || view_ != nullptr ? markdown_to_html(entry_.description.in(lang_)) : "";
    page["description_lang"] = own ? "" : "vi";
    page["sources"] = json::array();
    for (const auto& source : entry_.sources) {
        page["sources"].push_back({{"name", source.name.in(lang_)}, {"url", source.url}});
    }
    page["has_sources"] = !entry_.sources.empty();
    page["keywords"] = json::array();
    const auto& keywords = vi() || entry_.keywords.en.empty() ? entry_.keywords.vi : entry_.keywords.en;
    for (const auto& word : keywords) {
        page["keywords"].push_back({{"label", word}, {"url", Site::url("/search", lang_) + "?q=" + encode(word)}});
    }
    page["has_keywords"] = !keywords.empty();
}

json DatasetContext::glance() const {
    const auto* agency = catalogue_.agency(entry_.agency);
    json line = json::array();
    line.push_back({{"text", (agency->short_name.empty() ? agency->name : agency->short_name).in(lang_)}});
    line.push_back({{"text", t("updated") + " " + show_date(date_vn(info().delivery.approved_at()), lang_)}});
    line.push_back({{"text", show_count(info().rows, lang_) + " " + t("rows_unit")}});
    return line;
}

json DatasetContext::facts() const {
    const auto* agency = catalogue_.agency(entry_.agency);
    const auto* theme = catalogue_.theme(entry_.theme);
    json facts = json::array();
    const auto add = [&](const std::string& key, const std::string& value, const std::string& url = "") {
        if (!value.empty()) {
            facts.push_back({{"label", t(key)}, {"value", value}, {"url", url}});
        }
    };
    add("agency", agency->name.in(lang_), Site::url("/agency/" + agency->id, lang_));
    add("theme", theme->title.in(lang_), Site::url("/theme/" + theme->id, lang_));
    add("frequency", show_frequency(std::string(to_string(entry_.frequency)), lang_));
    add("inventory_row", entry_.inventory, Site::url("/inventory", lang_) + "#" + entry_.inventory);
    if (const auto* licence = catalogue_.licence(entry_.licence)) {
        add("licence", licence->title.in(lang_), licence->url);
    }
    if (view_ != nullptr) {
        add("last_updated", show_date(date_vn(info().delivery.approved_at()), lang_));
        add("version", std::to_string(info().number));
        add("row_count", show_count(info().rows, lang_));
        add("crs", info().crs);
    }
    add("contact", agency->contact.email, agency->contact.email.empty() ? "" : "mailto:" + agency->contact.email);
    return facts;
}

void DatasetContext::add_downloads(json& page, const UnitWriter& writer, bool pinned) const {
    page["downloads"] = json::array();
    page["other_downloads"] = json::array();
    page["attachments"] = json::array();
    const auto list = distributions(info());
    for (const auto& distribution : list) {
        const auto* file = writer.made(version_file(info(), distribution));
        auto& item = page[distribution.attachment ? "attachments" : is_common(distribution.format) ? "downloads" : "other_downloads"].emplace_back(json::object());
        item["description"] = distribution.description.in(lang_);
        item["url"] = pinned ? version_url(info(), distribution) : latest_url(info(), distribution);
        item["format"] = distribution.format;
        item["title"] = distribution.title.in(lang_);
        item["size"] = file == nullptr ? "" : show_bytes(file->bytes, lang_);
        item["sha256"] = file == nullptr ? "" : file->sha256;
    }
    page["has_attachments"] = !page["attachments"].empty();
    page["api_csv_url"] = catalogue_.portal.base_url + (pinned ? version_url(info(), list.front()) : latest_url(info(), list.front()));
}

void DatasetContext::add_map(json& page, const UnitWriter& writer) const {
    page["has_map"] = view_->has_map;
    page["map_url"] = map_path(info(), lang_).substr(4);
    page["map_width"] = 900;
    page["map_height"] = 700;
    page["map_alt"] = (vi() ? "Bản đồ: " : "Map: ") + entry_.title.in(lang_);
    page["map_caption"] = vi() ? "Vẽ từ chính dữ liệu này; ranh giới xã, phường để tham khảo." : "Drawn from this very data; commune boundaries for orientation.";
    const auto* land = boundary_layer(snapshot_);
    page["has_tiles"] = snapshot_.current(entry_.id) == view_->version && writer.made(tiles_path(entry_.id)) != nullptr;
    page["map_layer"] = entry_.id;
    page["map_land"] = land == nullptr ? "" : land->id;
    page["map_script"] = site_.assets().value("map", "");
    page["map_worker"] = site_.assets().value("map_worker", "");
    page["map_page_url"] = Site::url("/map", lang_) + "#l=" + entry_.id;
}

void DatasetContext::add_approval(json& page) const {
    page["steps"] = json::array();
    const auto& delivery = info().delivery;
    const auto add = [&](const char* name_vi, const char* name_en, const std::optional<catalog::ApprovalStep>& step) {
        if (step) {
            page["steps"].push_back({{"name", vi() ? name_vi : name_en},
                                     {"at", step->at ? show_date(date_vn(*step->at), lang_) : ""},
                                     {"position", step->position},
                                     {"by", step->by},
                                     {"document", step->document}});
        }
    };
    add("Lập", "Prepared", delivery.prepared);
    add("Thẩm định", "Appraised", delivery.appraised);
    add("Phê duyệt", "Approved", delivery.approved);
    page["decision"] = entry_.decision ? entry_.decision->number + " (" + show_date(entry_.decision->date, lang_) + ", " + entry_.decision->signer + ")" : "";
    page["remarks"] = json::array();
    for (const auto& finding : info().findings) {
        page["remarks"].push_back({{"text", finding.message.in(lang_)}});
    }
    page["has_remarks"] = !page["remarks"].empty();
    page["waivers"] = json::array();
    for (const auto& waiver : info().waivers) {
        const auto* field = view_->entry.field(waiver.field);
        page["waivers"].push_back({{"field", field == nullptr ? waiver.field : field->title.in(lang_)}, {"rule", waiver.rule}, {"by", waiver.by}, {"position", waiver.position}, {"document", waiver.document},
                                   {"date", show_date(waiver.date, lang_)}, {"reason", waiver.reason.in(lang_)}, {"reason_lang", vi() || !waiver.reason.en.empty() ? "" : "vi"}});
    }
    page["has_waivers"] = !page["waivers"].empty();
}

void DatasetContext::add_versions(json& page) const {
    std::map<int, json, std::greater<>> list;
    const auto add = [&](int number, json item) {
        item["url"] = version_url_of(number);
        item["label"] = t("version") + " " + std::to_string(number);
        list.emplace(number, std::move(item));
    };
    for (const auto& version : snapshot_.versions(entry_.id)) {
        const auto& each = version.info();
        add(each.number, {{"gone", ""},
                          {"corrects", each.delivery.corrects ? std::to_string(each.delivery.corrects->version) : ""},
                          {"date", show_date(date_vn(each.delivery.approved_at()), lang_)},
                          {"rows", show_count(each.rows, lang_)},
                          {"period", each.delivery.period}});
    }
    for (const int number : snapshot_.withdrawals().versions(entry_.id)) {
        const auto* gone = snapshot_.withdrawals().single(entry_.id, number);
        add(number, {{"gone", t("state_" + std::string(to_string(gone->kind))) + " " + show_date(date_vn(gone->at), lang_)}});
    }
    page["versions"] = json::array();
    for (auto& [number, item] : list) {
        page["versions"].push_back(std::move(item));
    }
}

/// What this version mends, and which later one mends it.
void DatasetContext::add_correction(json& page) const {
    const auto& correction = info().delivery.corrects;
    page["corrects"] = correction ? std::to_string(correction->version) : "";
    page["corrects_url"] = correction ? version_url_of(correction->version) : "";
    page["corrects_reason"] = correction ? correction->reason.in(lang_) : "";
    page["corrects_document"] = correction ? correction->document : "";
    page["corrected_by"] = "";
    page["corrected_by_url"] = "";
    for (const auto& later : snapshot_.versions(entry_.id)) {
        if (later.info().delivery.corrects && later.info().delivery.corrects->version == info().number) {
            page["corrected_by"] = std::to_string(later.info().number);
            page["corrected_by_url"] = version_url_of(later.info().number);
        }
    }
}

}  // namespace khomo::builder
