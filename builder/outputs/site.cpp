// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/site.hpp"

#include "builder/outputs/distribution.hpp"
#include "builder/outputs/tombstone.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

json read_assets(const std::filesystem::path& templates) {
    const auto file = templates / "assets/dist/assets.json";
    if (!std::filesystem::exists(file)) {
        throw Error(ErrorKind::input, {"Chưa có " + file.string() + ". Chạy scripts/setup trước", file.string() + " is not there. Run scripts/setup first"});
    }
    return json::parse(read_file(file));
}

/// Raise it when layout(), card() or badges() write something else.
constexpr std::string_view kLayoutRevision = "layout 4";

std::string class_key(const catalog::CatalogEntry& entry) { return "class_" + std::string(to_string(entry.open_class)); }

}  // namespace

Site::Site(std::filesystem::path templates) : templates_(std::move(templates)), assets_(read_assets(templates_)), assets_hash_(sha256_hex(assets_.dump())), engine_(templates_) {}

std::string Site::url(const std::string& path, Lang lang) {
    if (lang == Lang::vi) {
        return path;
    }
    return path == "/" ? "/en/" : "/en" + path;
}

std::string Site::file(const std::string& path, Lang lang) {
    const auto address = url(path, lang);
    return "site" + (address.ends_with('/') ? address + "index.html" : address + ".html");
}

json Site::layout(const catalog::CatalogSnapshot& snapshot, const PageHead& head, Lang lang) const {
    const auto& catalogue = snapshot.catalogue();
    const auto& portal = catalogue.portal;
    const auto other = lang == Lang::vi ? Lang::en : Lang::vi;
    const auto nav_item = [&](const std::string& key, const std::string& path) {
        return json{{"label", text(key, lang)}, {"url", url(path, lang)}, {"current", head.path == path}};
    };
    const auto* owner = catalogue.agency(portal.operator_agency);
    json frame = {{"title", head.path == "/" ? portal.title.in(lang) : head.title + " – " + portal.title.in(lang)},
                  {"description", head.description},
                  {"canonical", head.path.empty() ? "" : portal.base_url + url(head.path, lang)},
                  {"vi_url", portal.base_url + url(head.path, Lang::vi)},
                  {"en_url", portal.base_url + url(head.path, Lang::en)},
                  {"assets", assets_},
                  {"json_ld", head.json_ld},
                  {"notice", portal.notice.in(lang)},
                  {"root", lang == Lang::vi ? "" : "/en"},
                  {"portal_title", portal.title.in(lang)},
                  {"other_url", url(head.path.empty() ? "/" : head.path, other)},
                  {"other_lang", code(other)},
                  {"other_label", other == Lang::en ? "English" : "Tiếng Việt"},
                  {"nav", json::array({nav_item("search", "/search"), nav_item("themes", "/theme"), nav_item("agencies", "/agency"), nav_item("units", "/unit"), nav_item("map", "/map"), nav_item("inventory", "/inventory")})},
                  {"alternates", json::array()},
                  {"has_breadcrumbs", !head.breadcrumbs.empty()},
                  {"breadcrumbs", json::array({{{"label", text("home", lang)}, {"url", url("/", lang)}}})},
                  {"footer_owner", owner == nullptr ? "" : owner->name.in(lang)},
                  {"contact_email", portal.contact.email},
                  {"footer_pages", json::array({{{"label", text("freshness", lang)}, {"url", url("/freshness", lang)}}, {{"label", text("feeds", lang)}, {"url", url("/feeds", lang)}}})}};
    for (const auto& [label, path] : head.breadcrumbs) {
        frame["breadcrumbs"].push_back({{"label", label}, {"url", path.empty() ? "" : url(path, lang)}});
    }
    for (const auto& [type, address] : head.alternates) {
        frame["alternates"].push_back({{"type", type}, {"url", address}});
    }
    for (const auto& page : catalogue.pages) {
        frame["footer_pages"].push_back({{"label", page.title.in(lang)}, {"url", url("/page/" + page.id, lang)}});
    }
    return frame;
}

std::string Site::render(const catalog::CatalogSnapshot& snapshot, const std::string& page, const json& context, const PageHead& head, Lang lang) const {
    return engine_.render(page, context, layout(snapshot, head, lang), lang);
}

void Site::write(UnitWriter& writer, const catalog::CatalogSnapshot& snapshot, const std::string& page, const json& context, const PageHead& head, Lang lang) const {
    writer.write(file(head.path, lang), render(snapshot, page, context, head, lang));
}

json Site::badges(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, Lang lang) const {
    json list = json::array({{{"kind", to_string(entry.open_class)}, {"label", text(class_key(entry), lang)}}});
    const auto state = publication_state(snapshot, entry);
    if (state == "waiting") {
        list.push_back({{"kind", "plain"}, {"label", text("state_waiting", lang)}});
    } else if (state == "withdrawn" || state == "suspended") {
        list.push_back({{"kind", state == "withdrawn" ? "restricted" : "warm"}, {"label", text("state_" + state, lang)}});
    } else if (state == "published" && entry.illustrative) {
        list.push_back({{"kind", "warm"}, {"label", text("illustrative_badge", lang)}});
    }
    return list;
}

json Site::card(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry, Lang lang) const {
    const auto* agency = snapshot.catalogue().agency(entry.agency);
    const auto* version = snapshot.current(entry.id);
    json formats = json::array();
    if (version != nullptr) {
        for (const auto& distribution : distributions(version->info())) {
            const bool known = distribution.format == "csv" || distribution.format == "xlsx" || distribution.format == "geojson" || distribution.format == "gpkg";
            if (known && !distribution.attachment) {
                formats.push_back(distribution.format);
            }
        }
    }
    return {{"url", url("/dataset/" + entry.id, lang)},
            {"title", entry.title.in(lang)},
            {"summary", entry.summary.in(lang)},
            {"agency", agency->short_name.empty() ? agency->name.in(lang) : agency->short_name.in(lang)},
            {"updated", version == nullptr ? "" : show_date(date_vn(version->info().delivery.approved_at()), lang)},
            {"rows", version == nullptr ? "" : show_count(version->info().rows, lang)},
            {"badges", badges(snapshot, entry, lang)},
            {"formats", formats}};
}

json Site::search_form(Lang lang) const { return {{"search_url", url("/search", lang)}, {"query", ""}}; }

std::string Site::icon_url(const std::string& icon) const { return assets_.at("icons").get<std::string>() + "#" + icon; }

Fingerprint Site::fingerprint(std::string_view kind, const catalog::CatalogSnapshot& snapshot) const {
    Fingerprint inputs(kind);
    inputs.add(kLayoutRevision).add(engine_.revision()).add(assets_hash_).add(snapshot.catalogue().context_sha256);
    return inputs;
}

std::string Site::card_fingerprint(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry) {
    Fingerprint inputs("card 1");
    inputs.add(entry.id).add(entry.title.vi).add(entry.title.en).add(entry.summary.vi).add(entry.summary.en).add(entry.agency);
    inputs.add(to_string(entry.open_class)).add(entry.illustrative ? 1 : 0).add(publication_state(snapshot, entry));
    if (const auto* version = snapshot.current(entry.id)) {
        const auto& info = version->info();
        inputs.add(info.number).add(info.content_sha256).add(info.delivery.approved_at().seconds);
    }
    return inputs.text();
}

}  // namespace khomo::builder
