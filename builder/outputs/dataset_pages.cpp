// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "builder/outputs/data_package.hpp"
#include "builder/outputs/distribution.hpp"
#include "builder/outputs/json_ld.hpp"
#include "builder/outputs/pages.hpp"
#include "catalog/store/data_file.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using nlohmann::json;

constexpr std::size_t kPreviewRows = 20;
constexpr std::size_t kPreviewColumns = 12;
constexpr std::size_t kCodesShown = 24;

/// The page of one dataset, or of one of its versions, in one language.
class DatasetPage {
public:
    DatasetPage(const Site& site, const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry, const catalog::ApprovedVersion* version, bool permalink, Lang lang)
        : site_(site), snapshot_(snapshot), catalogue_(snapshot.catalogue()), entry_(entry), version_(version), permalink_(permalink), lang_(lang) {}

    void write(UnitWriter& writer) const {
        PageHead head;
        head.path = "/dataset/" + entry_.id + (permalink_ ? "/v" + std::to_string(version_->info().number) : "");
        head.title = entry_.title.in(lang_);
        head.description = entry_.summary.in(lang_).empty() ? entry_.title.in(lang_) : entry_.summary.in(lang_);
        const auto* theme = catalogue_.theme(entry_.theme);
        head.breadcrumbs = {{site_.text("themes", lang_), "/theme"}, {theme->title.in(lang_), "/theme/" + theme->id}};
        if (permalink_) {
            head.breadcrumbs.emplace_back(entry_.title.in(lang_), "/dataset/" + entry_.id);
            head.breadcrumbs.emplace_back(site_.text("version", lang_) + " " + std::to_string(version_->info().number), "");
        } else {
            head.breadcrumbs.emplace_back(entry_.title.in(lang_), "");
        }
        head.alternates = {{"application/json", "/api/v1/datasets/" + entry_.id}};
        if (version_ != nullptr) {
            head.json_ld = dataset_json_ld(snapshot_, entry_, version_->info(), writer, lang_);
        }
        site_.write(writer, snapshot_, "dataset", context(writer), head, lang_);
    }

private:
    std::string t(const std::string& key) const { return site_.text(key, lang_); }
    bool vi() const { return lang_ == Lang::vi; }

    json context(const UnitWriter& writer) const {
        const auto other = vi() ? Lang::en : Lang::vi;
        const bool closed = entry_.open_class == catalog::OpenClass::restricted || entry_.open_class == catalog::OpenClass::never;
        json page = {{"title", entry_.title.in(lang_)},
                     {"other_title", entry_.title.in(other) == entry_.title.in(lang_) ? "" : entry_.title.in(other)},
                     {"other_lang", code(other)},
                     {"summary", entry_.summary.in(lang_)},
                     {"badges", site_.badges(snapshot_, entry_, lang_)},
                     {"published", version_ != nullptr},
                     {"unpublished", version_ == nullptr},
                     {"unpublished_title", t(closed ? "restricted_title" : "not_supplied_title")},
                     {"unpublished_text", t(closed ? "restricted_text" : "not_supplied_text")},
                     {"class_reason", entry_.class_reason.in(lang_)},
                     {"illustrative", version_ != nullptr && (entry_.illustrative || version_->info().delivery.illustrative)},
                     {"old_version", permalink_ && version_ != snapshot_.current(entry_.id)},
                     {"latest_page_url", Site::url("/dataset/" + entry_.id, lang_)},
                     {"facts", facts()},
                     {"note", entry_.note.in(lang_)},
                     {"report_url", Site::url("/page/bao-loi", lang_)},
                     {"sources", json::array()},
                     {"has_sources", !entry_.sources.empty()},
                     {"keywords", json::array()}};
        const bool own = !entry_.description.en.empty() || vi();
        // Where nothing is published the Vietnamese note stays on the Vietnamese page.
        const bool shown = own || version_ != nullptr;
        page["description_html"] = shown ? markdown_to_html(entry_.description.in(lang_)) : "";
        page["description_lang"] = own ? "" : "vi";
        for (const auto& source : entry_.sources) {
            page["sources"].push_back({{"name", source.name.in(lang_)}, {"url", source.url}});
        }
        const auto& keywords = vi() || entry_.keywords.en.empty() ? entry_.keywords.vi : entry_.keywords.en;
        for (const auto& word : keywords) {
            page["keywords"].push_back({{"label", word}, {"url", Site::url("/search", lang_) + "?q=" + encode(word)}});
        }
        page["has_keywords"] = !keywords.empty();
        if (version_ != nullptr) {
            add_version(page, writer);
        }
        return page;
    }

    /// Percent-encodes a word for a query string.
    static std::string encode(const std::string& word) {
        static constexpr std::string_view kDigits = "0123456789ABCDEF";
        std::string out;
        for (const char c : word) {
            const auto b = static_cast<unsigned char>(c);
            if (std::isalnum(b) != 0 || c == '-' || c == '_' || c == '.') {
                out += c;
            } else {
                out.append("%").append(1, kDigits[b >> 4]).append(1, kDigits[b & 15]);
            }
        }
        return out;
    }

    json facts() const {
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
        if (version_ != nullptr) {
            const auto& info = version_->info();
            add("last_updated", show_date(date_vn(info.delivery.approved_at()), lang_));
            add("version", std::to_string(info.number));
            add("row_count", show_count(info.rows, lang_));
            add("crs", info.crs);
        }
        add("contact", agency->contact.email, agency->contact.email.empty() ? "" : "mailto:" + agency->contact.email);
        return facts;
    }

    void add_version(json& page, const UnitWriter& writer) const {
        const auto& info = version_->info();
        page["downloads"] = json::array();
        page["other_downloads"] = json::array();
        for (const auto& distribution : distributions(info)) {
            const auto* file = writer.made(version_file(info, distribution));
            page[is_common(distribution.format) ? "downloads" : "other_downloads"].push_back({{"url", permalink_ ? version_url(info, distribution) : latest_url(info, distribution)},
                                         {"format", distribution.format},
                                         {"title", distribution.title.in(lang_)},
                                         {"size", file == nullptr ? "" : show_bytes(file->bytes, lang_)},
                                         {"sha256", file == nullptr ? "" : file->sha256}});
        }
        page["charts"] = json::array();
        const auto map = "site/pictures/" + entry_.id + "/v" + std::to_string(info.number) + "/map." + std::string(code(lang_)) + ".svg";
        page["has_map"] = writer.made(map) != nullptr;
        page["map_url"] = map.substr(4);
        page["map_width"] = 900;
        page["map_height"] = 700;
        page["map_alt"] = (vi() ? "Bản đồ: " : "Map: ") + entry_.title.in(lang_);
        page["map_caption"] = vi() ? "Vẽ từ chính dữ liệu này; ranh giới xã, phường để tham khảo." : "Drawn from this very data; commune boundaries for orientation.";
        add_preview(page);
        add_dictionary(page);
        add_units(page);
        add_approval(page);
        add_versions(page);
        const auto base = catalogue_.portal.base_url;
        page["rows_url"] = "/api/v1/datasets/" + entry_.id + "/rows?_limit=100";
        page["api_rows_url"] = base + "/api/v1/datasets/" + entry_.id + "/rows?_limit=10";
        const auto csv = distributions(info).front();
        page["api_csv_url"] = base + (permalink_ ? version_url(info, csv) : latest_url(info, csv));
        page["citation"] = citation(catalogue_, entry_, info).in(lang_);
    }

    /// What most people want stands first.
    static bool is_common(const std::string& format) { return format == "csv" || format == "xlsx" || format == "gpkg" || format == "geojson" || format == "zip"; }

    std::vector<std::size_t> preview_columns() const {
        std::vector<std::size_t> columns;
        for (std::size_t i = 0; i < entry_.fields.size(); ++i) {
            const auto& wanted = entry_.views.table_columns;
            const bool shown = wanted.empty() || std::find(wanted.begin(), wanted.end(), entry_.fields[i].name) != wanted.end();
            if (shown && columns.size() < kPreviewColumns) {
                columns.push_back(i);
            }
        }
        return columns;
    }

    /// A code reads better as its title.
    std::string cell_text(const catalog::Field& field, const catalog::Value& value) const {
        if (const auto* text = std::get_if<std::string>(&value)) {
            if (const auto* unit = field.codelist == "units" ? catalogue_.unit(*text) : nullptr) {
                return unit->name.in(lang_);
            }
            for (const auto& item : field.codes) {
                if (item.code == *text) {
                    return item.title.in(lang_);
                }
            }
        }
        return show_value(value, field, lang_);
    }

    void add_preview(json& page) const {
        const auto columns = preview_columns();
        page["columns"] = json::array();
        const auto numeric = [&](std::size_t i) { return entry_.fields[i].type == catalog::FieldType::number || entry_.fields[i].type == catalog::FieldType::integer; };
        for (const auto i : columns) {
            page["columns"].push_back({{"title", entry_.fields[i].title.in(lang_)}, {"unit", entry_.fields[i].unit}, {"numeric", numeric(i)}});
        }
        page["rows"] = json::array();
        const auto reader = catalog::read_data_file(version_->data_path(), entry_);
        catalog::Row row;
        for (std::size_t count = 0; count < kPreviewRows && reader->next(row); ++count) {
            json cells = json::array();
            for (const auto i : columns) {
                cells.push_back({{"value", cell_text(entry_.fields[i], row.values[i])}, {"numeric", numeric(i)}});
            }
            page["rows"].push_back({{"cells", cells}});
        }
        const auto shown = std::to_string(page["rows"].size());
        const auto all = show_count(version_->info().rows, lang_);
        page["preview_note"] = vi() ? shown + " dòng đầu trong " + all + " dòng." : "The first " + shown + " of " + all + " rows.";
    }

    void add_dictionary(json& page) const {
        page["fields"] = json::array();
        for (const auto& field : entry_.fields) {
            json codes = json::array();
            for (const auto& item : field.codes) {
                if (codes.size() < kCodesShown) {
                    codes.push_back({{"code", item.code}, {"label", item.title.in(lang_)}});
                }
            }
            page["fields"].push_back({{"name", field.name},
                                      {"title", field.title.in(lang_)},
                                      {"description", field.description.in(lang_)},
                                      {"type", to_string(field.type)},
                                      {"unit", field.unit},
                                      {"required", field.required},
                                      {"codes", codes},
                                      {"has_codes", !codes.empty()}});
        }
    }

    void add_units(json& page) const {
        page["units"] = json::array();
        const auto& all = site_.unit_counts(snapshot_);
        const auto found = version_ == snapshot_.current(entry_.id) ? all.find(entry_.id) : all.end();
        if (found != all.end()) {
            for (const auto& [unit_code, count] : found->second) {
                if (const auto* unit = catalogue_.unit(unit_code)) {
                    page["units"].push_back({{"name", unit->name.in(lang_)}, {"url", Site::url("/unit/" + unit_code, lang_)}, {"count", show_count(count, lang_)}});
                }
            }
        }
        const auto count = std::to_string(page["units"].size());
        page["has_units"] = !page["units"].empty();
        page["units_summary"] = vi() ? "Có dữ liệu ở " + count + " xã, phường" : "Data for " + count + " communes and wards";
    }

    void add_approval(json& page) const {
        page["steps"] = json::array();
        const auto& delivery = version_->info().delivery;
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
        for (const auto& finding : version_->info().findings) {
            page["remarks"].push_back({{"text", finding.message.in(lang_)}});
        }
        page["has_remarks"] = !page["remarks"].empty();
    }

    void add_versions(json& page) const {
        page["versions"] = json::array();
        const auto& versions = snapshot_.versions(entry_.id);
        for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
            const auto& info = version->info();
            page["versions"].push_back({{"url", Site::url("/dataset/" + entry_.id + "/v" + std::to_string(info.number), lang_)},
                                        {"label", t("version") + " " + std::to_string(info.number)},
                                        {"date", show_date(date_vn(info.delivery.approved_at()), lang_)},
                                        {"rows", show_count(info.rows, lang_)},
                                        {"period", info.delivery.period}});
        }
    }

    const Site& site_;
    const catalog::CatalogSnapshot& snapshot_;
    const catalog::Catalogue& catalogue_;
    const CatalogEntry& entry_;
    const catalog::ApprovedVersion* version_;
    bool permalink_;
    Lang lang_;
};

}  // namespace

std::vector<Unit> DatasetPages::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    units.reserve(snapshot.catalogue().entries.size());
    for (const auto& entry : snapshot.catalogue().entries) {
        auto inputs = site_->fingerprint("pages/dataset 2", snapshot);
        inputs.add(entry.source_sha256);
        for (const auto& version : snapshot.versions(entry.id)) {
            inputs.add(version_fingerprint(snapshot.catalogue(), entry, version.info()));
        }
        units.push_back({"pages/dataset/" + entry.id, inputs.hex(), [site = site_, &snapshot, &entry](UnitWriter& writer) {
                             for (const auto lang : {Lang::vi, Lang::en}) {
                                 const auto* current = snapshot.current(entry.id);
                                 const auto now = current == nullptr ? entry : catalog::entry_at(entry, current->info());
                                 DatasetPage(*site, snapshot, now, current, false, lang).write(writer);
                                 for (const auto& version : snapshot.versions(entry.id)) {
                                     const auto then = catalog::entry_at(entry, version.info());
                                     DatasetPage(*site, snapshot, then, &version, true, lang).write(writer);
                                 }
                             }
                         }});
    }
    return units;
}

}  // namespace khomo::builder
