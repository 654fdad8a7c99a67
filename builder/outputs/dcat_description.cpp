// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/dcat_description.hpp"

#include <algorithm>

#include "builder/outputs/distribution.hpp"
#include "builder/outputs/json_ld.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/number.hpp"
#include "catalog/model/period.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using catalog::VersionInfo;

constexpr const char* kDateTime = "xsd:dateTime";

/// Well-known text in CRS84, longitude first: GeoSPARQL's default.
std::string box_text(const std::array<double, 4>& box) {
    const auto w = to_text(box[0]);
    const auto s = to_text(box[1]);
    const auto e = to_text(box[2]);
    const auto n = to_text(box[3]);
    return "POLYGON((" + w + " " + s + "," + e + " " + s + "," + e + " " + n + "," + w + " " + n + "," + w + " " + s + "))";
}

std::string centre_text(const std::array<double, 4>& box) { return "POINT(" + to_text((box[0] + box[2]) / 2) + " " + to_text((box[1] + box[3]) / 2) + ")"; }

/// "2026", "2026-05" and "2026-05-13" have types of their own.
std::string date_type(const std::string& date) { return date.size() == 4 ? "xsd:gYear" : date.size() == 7 ? "xsd:gYearMonth" : "xsd:date"; }


/// Formats whose coordinates are WGS 84, whatever the source's were.
bool is_spatial(const std::string& format) { return format == "gpkg" || format == "geojson" || format == "shp"; }

}  // namespace

std::string DcatDescription::add_document(RdfGraph& graph, const std::string& iri) const { return DcatSubject(graph, profile_, "document", iri).iri(); }

std::string DcatDescription::add_standard(RdfGraph& graph, const std::string& iri, const Text& title) const {
    return DcatSubject(graph, profile_, "standard", iri).text("title", title).iri();
}

std::string DcatDescription::add_checksum(RdfGraph& graph, const std::string& iri, const std::string& sha256) const {
    return DcatSubject(graph, profile_, "checksum", iri).term("algorithm", "checksum", "sha256").text("value", sha256, "xsd:hexBinary").iri();
}

std::string DcatDescription::add_agent(RdfGraph& graph, const std::string& id) const {
    const auto* agency = catalogue_.agency(id);
    const auto iri = base_ + "/agency/" + id + "#agency";
    if (!graph.has(iri)) {
        DcatSubject agent(graph, profile_, "agent", iri);
        agent.text("name", agency->name).term("type", "publisher", "authority");
        agent.iri("homepage", add_document(graph, agency->website.empty() ? base_ + "/agency/" + id : agency->website));
    }
    return iri;
}

std::string DcatDescription::add_contact(RdfGraph& graph, const std::string& id) const {
    const auto* agency = catalogue_.agency(id);
    const auto iri = base_ + "/agency/" + id + "#contact";
    if (!graph.has(iri)) {
        const auto& email = agency->contact.email.empty() ? catalogue_.portal.contact.email : agency->contact.email;
        DcatSubject(graph, profile_, "contact", iri).text("name", agency->name).iri("email", email.empty() ? "" : "mailto:" + email).iri("page", base_ + "/agency/" + id);
    }
    return iri;
}

std::string DcatDescription::add_licence(RdfGraph& graph, const std::string& id) const {
    const auto* licence = catalogue_.licence(id);
    if (licence == nullptr) {
        return "";
    }
    const auto iri = licence->url.empty() ? base_ + "/page/dieu-khoan#" + licence->id : licence->url;
    if (!graph.has(iri)) {
        DcatSubject(graph, profile_, "licence", iri).text("title", licence->title).term("type", "licence", licence->spdx);
    }
    return iri;
}

std::string DcatDescription::add_theme(RdfGraph& graph, const std::string& id) const {
    const auto* theme = catalogue_.theme(id);
    const auto iri = base_ + "/theme/" + id + "#theme";
    if (!graph.has(iri)) {
        DcatSubject(graph, profile_, "concept", iri).text("label", theme->title).iri("scheme", base_ + "/theme#themes");
    }
    return iri;
}

std::string DcatDescription::add_location(RdfGraph& graph, const std::string& iri, const std::array<double, 4>& box, const Text& label) const {
    if (!graph.has(iri)) {
        DcatSubject(graph, profile_, "location", iri).text("label", label).text("bbox", box_text(box), "geo:wktLiteral").text("centroid", centre_text(box), "geo:wktLiteral");
    }
    return iri;
}

void DcatDescription::add_period(RdfGraph& graph, DcatSubject& subject, const std::string& period) const {
    if (const auto interval = catalog::read_period(period)) {
        const auto iri = subject.iri().substr(0, subject.iri().find('#')) + "#temporal";
        DcatSubject(graph, profile_, "period", iri).text("start", interval->first, date_type(interval->first)).text("end", interval->last, date_type(interval->last));
        subject.iri("temporal", iri);
    }
}

void DcatDescription::add_provenance(RdfGraph& graph, const CatalogEntry& entry, const VersionInfo& version, DcatSubject& dataset) const {
    const auto& delivery = version.delivery;
    Text words;
    const auto add = [&](const char* vi, const char* en, const std::optional<catalog::ApprovalStep>& step) {
        if (!step) {
            return;
        }
        const auto document = step->document.empty() ? "" : ", " + step->document;
        words.vi += std::string(words.vi.empty() ? "" : "; ") + vi + ": " + step->agency + document + (step->at ? ", " + show_date(date_vn(*step->at), Lang::vi) : "");
        words.en += std::string(words.en.empty() ? "" : "; ") + en + ": " + step->agency + document + (step->at ? ", " + show_date(date_vn(*step->at), Lang::en) : "");
    };
    add("Lập", "Prepared", delivery.prepared);
    add("Thẩm định", "Appraised", delivery.appraised);
    add("Phê duyệt", "Approved", delivery.approved);
    if (entry.decision) {
        words.vi += "; Quyết định mở dữ liệu " + entry.decision->number + ", " + show_date(entry.decision->date, Lang::vi);
        words.en += "; Open-data decision " + entry.decision->number + ", " + show_date(entry.decision->date, Lang::en);
    }
    const auto iri = base_ + "/dataset/" + entry.id;
    dataset.iri("provenance", DcatSubject(graph, profile_, "provenance", iri + "#provenance").text("label", words).iri());
    const Text label = {"Phê duyệt phiên bản " + std::to_string(version.number), "Approval of version " + std::to_string(version.number)};
    DcatSubject approval(graph, profile_, "approval", iri + "#approval");
    approval.text("label", label).text("ended", to_iso_vn(delivery.approved_at()), kDateTime).iri("agent", add_agent(graph, entry.agency));
    dataset.iri("generated_by", approval.iri());
}

void DcatDescription::add_versions(RdfGraph& graph, const CatalogEntry& entry, DcatSubject& dataset) const {
    // A version has no type of DCAT's own: harvesters take every dcat:Dataset they meet for another dataset.
    std::string previous;
    for (const auto& version : snapshot_.versions(entry.id)) {
        const auto& info = version.info();
        const auto page = base_ + "/dataset/" + entry.id + "/v" + std::to_string(info.number);
        DcatSubject subject(graph, profile_, "version", page + "#version");
        const auto number = std::to_string(info.number);
        subject.text("title", Text{entry.title.vi + " – phiên bản " + number, entry.title.en.empty() ? "" : entry.title.en + " – version " + number});
        subject.text("version", number).iri("version_of", dataset.iri()).iri("previous", previous).text("issued", to_iso_vn(info.delivery.approved_at()), kDateTime);
        if (info.delivery.corrects) {
            subject.text("version_notes", info.delivery.corrects->reason);
        }
        subject.iri("landing_page", add_document(graph, page));
        add_period(graph, subject, info.delivery.period);
        dataset.iri("has_version", subject.iri());
        previous = subject.iri();
    }
    dataset.iri("current_version", previous);
}

void DcatDescription::add_distributions(RdfGraph& graph, const CatalogEntry& entry, const VersionInfo& version, DcatSubject& dataset) const {
    const auto page = base_ + "/dataset/" + entry.id;
    const auto issued = to_iso_vn(version.delivery.approved_at());
    for (const auto& distribution : distributions(version)) {
        const auto* file = writer_.made(version_file(version, distribution));
        if (file == nullptr) {
            continue;
        }
        const auto name = distribution.attachment ? distribution.file : distribution.format;
        DcatSubject subject(graph, profile_, "distribution", page + "#" + name);
        const auto& words = distribution.attachment && !distribution.description.empty() ? distribution.description : Text{};
        const Text description = {words.vi.empty() ? entry.title.vi + " – " + distribution.title.vi : words.vi,
                                  words.en.empty() ? entry.title.in(Lang::en) + " – " + distribution.title.in(Lang::en) : words.en};
        subject.text("title", distribution.title).text("description", description);
        subject.iri("access_url", page).iri("download_url", base_ + version_url(version, distribution));
        subject.term("format", "format", distribution.format);
        subject.iri("media_type", DcatSubject(graph, profile_, "media_type", profile_.media_type(distribution.media_type)).iri());
        subject.text("byte_size", std::to_string(file->bytes), "xsd:nonNegativeInteger");
        subject.iri("checksum", add_checksum(graph, page + "#" + name + "-sha256", file->sha256));
        subject.iri("licence", add_licence(graph, entry.licence)).text("issued", issued, kDateTime);
        subject.term("language", "language", "vi").term("availability", "availability", "stable").term("status", "file_status", "published");
        if (is_spatial(distribution.format) && !distribution.attachment) {
            subject.iri("conforms_to", add_standard(graph, profile_.crs("CRS84"), {"WGS 84 (kinh độ, vĩ độ)", "WGS 84 (longitude, latitude)"}));
        }
        if (distribution.format == "csv" && !distribution.attachment) {
            subject.iri("access_service", add_service(graph, {&entry}));
        }
        dataset.iri("distribution", subject.iri());
    }
}

void DcatDescription::add_dataset(RdfGraph& graph, const CatalogEntry& current) const {
    const auto& version = snapshot_.current(current.id)->info();
    const auto entry = catalog::entry_at(current, version);
    const auto page = base_ + "/dataset/" + entry.id;
    DcatSubject dataset(graph, profile_, "dataset", dataset_iri(entry.id));
    dataset.text("title", entry.title);
    dataset.text("description", Text{dataset_description(catalogue_, entry, Lang::vi), entry.summary.en.empty() ? "" : dataset_description(catalogue_, entry, Lang::en)});
    dataset.text("identifier", "urn:uuid:" + uuid5("dataset/" + entry.id));
    for (const auto& word : entry.keywords.vi) {
        dataset.text("keyword", Text{word, ""});
    }
    for (const auto& word : entry.keywords.en) {
        dataset.text("keyword", Text{"", word});
    }
    dataset.term("theme", "theme", catalogue_.theme(entry.theme)->eu).iri("theme", add_theme(graph, entry.theme));
    dataset.iri("publisher", add_agent(graph, catalogue_.portal.publisher)).iri("creator", add_agent(graph, entry.agency)).iri("contact", add_contact(graph, entry.agency));
    dataset.iri("landing_page", add_document(graph, page));
    const auto& first = snapshot_.versions(entry.id).front().info();
    dataset.text("issued", to_iso_vn(first.delivery.approved_at()), kDateTime).text("modified", to_iso_vn(version.delivery.approved_at()), kDateTime);
    dataset.term("frequency", "frequency", std::string(to_string(entry.frequency))).term("language", "language", "vi").term("access_rights", "access", "public");
    const auto where = version.bbox ? add_location(graph, page + "#spatial", *version.bbox, {}) : add_location(graph, base_ + "/dcat/catalog#spatial", catalogue_.portal.extent, {});
    dataset.iri("spatial", where);
    for (const auto& source : entry.sources) {
        dataset.iri("source", source.url);
    }
    add_period(graph, dataset, version.delivery.period);
    dataset.text("version", std::to_string(version.number));
    if (version.delivery.corrects) {
        dataset.text("version_notes", version.delivery.corrects->reason);
    }
    add_versions(graph, entry, dataset);
    add_provenance(graph, entry, version, dataset);
    if (!version.crs.empty()) {
        dataset.iri("conforms_to", add_standard(graph, profile_.crs(version.crs), {version.crs, ""}));
    }
    add_distributions(graph, entry, version, dataset);
}

std::string DcatDescription::add_service(RdfGraph& graph, const std::vector<const CatalogEntry*>& published) const {
    DcatSubject service(graph, profile_, "service", base_ + "/api/#service");
    service.text("title", Text{"API truy vấn dữ liệu", "Data query API"});
    service.text("description", Text{"Danh mục, tìm kiếm và truy vấn từng dòng dữ liệu, không cần khóa.", "Catalogue, search and queries over single rows, without a key."});
    service.iri("endpoint", base_ + "/api/v1").iri("endpoint_description", base_ + "/api/v1").iri("publisher", add_agent(graph, catalogue_.portal.publisher));
    service.iri("contact", add_contact(graph, catalogue_.portal.operator_agency)).text("keyword", Text{"dữ liệu mở", "open data"}).term("theme", "theme", "GOVE").term("access_rights", "access", "public");
    service.iri("conforms_to", add_standard(graph, "https://www.rfc-editor.org/rfc/rfc9110", {"HTTP", "HTTP"}));
    for (const auto* entry : published) {
        service.iri("serves", dataset_iri(entry->id));
    }
    return service.iri();
}

void DcatDescription::add_catalogue(RdfGraph& graph, const std::vector<const CatalogEntry*>& listed) const {
    const auto& portal = catalogue_.portal;
    DcatSubject catalogue(graph, profile_, "catalogue", catalogue_iri());
    catalogue.text("title", portal.title).text("description", portal.tagline.empty() ? portal.title : portal.tagline);
    catalogue.iri("publisher", add_agent(graph, portal.publisher)).term("language", "language", "vi").term("language", "language", "en");
    catalogue.iri("homepage", add_document(graph, base_ + "/"));
    catalogue.iri("spatial", add_location(graph, base_ + "/dcat/catalog#spatial", portal.extent, {}));
    const auto scheme = DcatSubject(graph, profile_, "scheme", base_ + "/theme#themes").text("title", Text{"Lĩnh vực của cổng", "Themes of the portal"}).iri();
    catalogue.iri("themes", scheme);
    const auto& themes = profile_.vocabulary("theme");
    if (!themes.scheme.empty()) {
        catalogue.iri("themes", DcatSubject(graph, profile_, "scheme", themes.scheme).text("title", themes.title).iri());
    }
    for (const auto* entry : listed) {
        catalogue.iri("dataset", dataset_iri(entry->id));
    }
    catalogue.iri("service", add_service(graph, listed)).iri("withdrawn", base_ + "/dcat/withdrawn.ttl");
    catalogue.iri("conforms_to", add_standard(graph, profile_.conforms_to(), {profile_.name(), profile_.name()}));
}

void DcatDescription::add_dates(RdfGraph& graph, const std::vector<const CatalogEntry*>& published) const {
    DcatSubject catalogue(graph, profile_, "catalogue", catalogue_iri());
    std::optional<Instant> issued;
    std::optional<Instant> modified;
    for (const auto* entry : published) {
        const auto first = snapshot_.versions(entry->id).front().info().delivery.approved_at();
        const auto last = snapshot_.current(entry->id)->info().delivery.approved_at();
        issued = std::min(issued.value_or(first), first);
        modified = std::max(modified.value_or(last), last);
    }
    for (const auto& withdrawal : snapshot_.withdrawals().standing()) {
        modified = std::max(modified.value_or(withdrawal.at), withdrawal.at);
    }
    if (issued) {
        catalogue.text("issued", to_iso_vn(*issued), kDateTime);
    }
    if (modified) {
        catalogue.text("modified", to_iso_vn(*modified), kDateTime);
    }
}

void DcatDescription::add_withdrawn(RdfGraph& graph) const {
    for (const auto& withdrawal : snapshot_.withdrawals().standing()) {
        if (snapshot_.withdrawal(withdrawal.dataset) == nullptr) {
            continue;  // a single version: the dataset lives on
        }
        const auto* entry = catalogue_.entry(withdrawal.dataset);
        const auto& title = entry != nullptr ? entry->title : withdrawal.title;
        DcatSubject dataset(graph, profile_, "dataset", dataset_iri(withdrawal.dataset));
        dataset.text("title", title).text("description", withdrawal.reason).text("identifier", "urn:uuid:" + uuid5("dataset/" + withdrawal.dataset));
        dataset.text("modified", to_iso_vn(withdrawal.at), kDateTime).term("status", "status", std::string(to_string(withdrawal.kind)));
        dataset.text("version_notes", withdrawal.document).iri("publisher", add_agent(graph, catalogue_.portal.publisher));
        dataset.iri("landing_page", add_document(graph, base_ + "/dataset/" + withdrawal.dataset));
    }
}

}  // namespace khomo::builder
