// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/server/search_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/instant.hpp"
#include "search/server/row_page.hpp"
#include "search/server/search_request.hpp"
#include "site-templates/engine/format.hpp"
#include "site-templates/engine/template_engine.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::size_t kPerPage = 20;
constexpr std::size_t kFacetValues = 8;  // shown at once; the others behind "more"
constexpr std::size_t kPlacesNamed = 3;

/// Facets shown, in order, with the key of their title; the first few stand open.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kShown = {{{"theme", "theme"},
                                                                                  {"agency", "agency"},
                                                                                  {"kind", "map_or_table"},
                                                                                  {"published", "state"},
                                                                                  {"format", "format"},
                                                                                  {"unit", "unit"},
                                                                                  {"year", "year"},
                                                                                  {"frequency", "frequency"},
                                                                                  {"licence", "licence"},
                                                                                  {"quality", "quality"},
                                                                                  {"class", "class"}}};
constexpr std::size_t kOpenFacets = 3;

std::string html_of(const std::vector<Segment>& segments) {
    std::string html;
    for (const auto& segment : segments) {
        const auto text = escape_html(segment.text);
        html += segment.marked ? "<mark>" + text + "</mark>" : text;
    }
    return html;
}

/// How far a reading is from what was typed; rows that are nearer stand before the datasets.
int distance(const std::string& reading) {
    static constexpr std::array<std::string_view, 7> kOrder = {"literal", "folded", "typing", "prefix", "spelling", "partial", "none"};
    return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), reading) - kOrder.begin());
}

/// Makes the context of one page.
class PageMaker {
public:
    PageMaker(const PortalWords& words, const SearchRequest& asked, const SearchResults& found, Lang lang) : words_(words), asked_(asked), query_(asked.query), found_(found), lang_(lang) {}

    json make() {
        page_ = {{"heading", t("search_results")}, {"search_url", vi() ? "/search" : "/en/search"}, {"query", query_.text}, {"start", std::to_string(query_.offset + 1)}};
        page_["chips"] = json::array();
        page_["facets"] = json::array();
        add_reading();
        add_place();
        add_facets();
        add_box();
        page_["has_chips"] = !page_["chips"].empty();
        if (query_.rows_of.empty()) {
            add_results();
        } else {
            add_rows_alone();
        }
        add_rows();
        add_ways_on();
        add_pager();
        page_["atom_url"] = (vi() ? "/search.atom?" : "/en/search.atom?") + parameters_of(query_, 1);
        page_["json_feed_url"] = (vi() ? "/search.json?" : "/en/search.json?") + parameters_of(query_, 1);
        return std::move(page_);
    }

private:
    bool vi() const { return lang_ == Lang::vi; }
    const std::string& t(const std::string& key) const { return words_.text(key, lang_); }
    std::string address(const SearchQuery& query) const { return search_address(lang_, query, 1); }
    std::string link(const std::string& path) const { return (vi() ? "" : "/en") + path; }

    /// Tells which reading answered when it is not the literal one.
    void add_reading() {
        std::string note;
        if (found_.reading == "folded" || found_.reading == "prefix" || found_.reading == "partial") {
            note = t("reading_" + found_.reading);
        } else if (found_.reading == "typing" || found_.reading == "spelling") {
            note = t("reading_other") + " «" + found_.read_as + "».";
        }
        auto literal = query_;
        literal.literal = true;
        page_["reading_note"] = note;
        page_["literal_url"] = note.empty() ? "" : address(literal);
        page_["literal_label"] = t("search_exactly") + " «" + query_.text + "»";
    }

    void add_chip(const std::string& label, const SearchQuery& without) { page_["chips"].push_back({{"label", label}, {"remove_url", address(without)}}); }

    void add_place() {
        page_["place_note"] = "";
        page_["place_links"] = json::array();
        if (!found_.place) {
            return;
        }
        std::string names;
        for (const auto& name : found_.place->names) {
            names += (names.empty() ? "" : ", ") + name.in(lang_);
        }
        auto everywhere = query_;
        everywhere.place = false;
        add_chip(t("place") + ": " + names, everywhere);
        const auto& units = found_.place->units;
        page_["place_note"] = t("place_limited") + " " + names + (units.size() > kPlacesNamed ? fmt::format(" ({} {})", units.size(), t("communes_today")) : "") + ".";
        for (std::size_t i = 0; i < std::min(kPlacesNamed, units.size()); ++i) {
            page_["place_links"].push_back({{"url", link("/unit/" + units[i])}, {"label", words_.label("unit", units[i], lang_)}});
        }
    }

    json facet_value(const std::string& facet, const FacetCount& count, bool chosen) {
        auto other = query_;
        auto& list = other.facets[facet];
        if (chosen) {
            std::erase(list, count.value);
        } else {
            list.push_back(count.value);
        }
        const auto text = words_.label(facet, count.value, lang_);
        if (chosen) {
            add_chip(text, other);
        }
        return {{"url", address(other)}, {"label", text}, {"count", show_count(count.count, lang_)}, {"chosen", chosen}};
    }

    /// A value that no dataset has, from an old link: it limits all the same, so it must be possible to take it back.
    void add_unknown_chips(const std::string& facet, const std::vector<FacetCount>& counts) {
        const auto chosen = query_.facets.find(facet);
        for (const auto& value : chosen == query_.facets.end() ? std::vector<std::string>() : chosen->second) {
            if (std::none_of(counts.begin(), counts.end(), [&](const FacetCount& count) { return count.value == value; })) {
                auto without = query_;
                std::erase(without.facets[facet], value);
                add_chip(words_.label(facet, value, lang_), without);
            }
        }
    }

    void add_facets() {
        std::size_t number = 0;
        for (const auto& [facet, title] : kShown) {
            const std::string name(facet);
            const auto counts = found_.facets.find(name);
            const bool empty = counts == found_.facets.end() || counts->second.empty();
            add_unknown_chips(name, empty ? std::vector<FacetCount>() : counts->second);
            if (empty) {
                continue;
            }
            const auto chosen = query_.facets.find(name);
            json first = json::array();
            json more = json::array();
            bool any_chosen = false;
            for (const auto& count : counts->second) {
                const bool is_chosen = chosen != query_.facets.end() && std::find(chosen->second.begin(), chosen->second.end(), count.value) != chosen->second.end();
                any_chosen = any_chosen || is_chosen;
                (first.size() < kFacetValues || is_chosen ? first : more).push_back(facet_value(name, count, is_chosen));
            }
            page_["facets"].push_back({{"title", t(std::string(title))}, {"open", number++ < kOpenFacets || any_chosen}, {"values", first}, {"has_more", !more.empty()}, {"more_label", fmt::format("{} ({})", t("more"), more.size())}, {"more", more}});
        }
    }

    /// A form of four numbers: it works without script. It carries the rest of the search along.
    void add_box() {
        json kept = json::array({{{"name", "q"}, {"value", query_.text}}});
        for (const auto& [name, values] : query_.facets) {
            for (const auto& value : values) {
                kept.push_back({{"name", name}, {"value", value}});
            }
        }
        json sides = json::array();
        static constexpr std::array<const char*, 4> kSides = {"west", "south", "east", "north"};
        for (std::size_t i = 0; i < kSides.size(); ++i) {
            sides.push_back({{"name", kSides[i]}, {"label", t(std::string("side_") + kSides[i])}, {"value", query_.box ? fmt::format("{}", (*query_.box)[i]) : ""}});
        }
        page_["box"] = {{"open", query_.box.has_value()}, {"kept", kept}, {"sides", sides}};
        if (query_.box) {
            auto without = query_;
            without.box.reset();
            add_chip(t("in_box"), without);
        }
    }

    json badges(const json& payload) const {
        const auto open_class = payload.at("class").get<std::string>();
        json badges = json::array({{{"kind", open_class}, {"label", t("class_" + open_class)}}});
        const auto state = payload.value("state", std::string());
        if (state == "withdrawn" || state == "suspended") {
            badges.push_back({{"kind", state == "withdrawn" ? "restricted" : "warm"}, {"label", t("state_" + state)}});
        } else if (!payload.at("published").get<bool>()) {
            const bool closed = open_class == "restricted" || open_class == "never";
            badges.push_back({{"kind", "plain"}, {"label", t(closed ? "state_closed" : "state_waiting")}});
        } else if (payload.at("illustrative").get<bool>()) {
            badges.push_back({{"kind", "warm"}, {"label", t("illustrative_badge")}});
        }
        return badges;
    }

    std::string reason(const json& payload) const {
        const auto open_class = payload.at("class").get<std::string>();
        if (open_class != "restricted" && open_class != "never") {
            return "";
        }
        const auto& text = payload.at("class_reason");
        return Text{text.at("vi").get<std::string>(), text.at("en").get<std::string>()}.in(lang_);
    }

    json result(const SearchResult& found) const {
        const auto payload = json::parse(found.payload);
        const auto updated = payload.at("updated").is_string() ? parse_instant(payload.at("updated").get<std::string>()) : std::nullopt;
        json formats = json::array();
        for (const auto& format : payload.at("formats")) {
            if (format == "csv" || format == "xlsx" || format == "geojson" || format == "gpkg") {
                formats.push_back(format);
            }
        }
        return {{"url", link(payload.at("url").get<std::string>())},
                {"title_html", html_of(found.title)},
                {"snippet_html", html_of(found.snippet)},
                {"reason", reason(payload)},
                {"agency", words_.label("agency", payload.at("agency").get<std::string>(), lang_)},
                {"updated", updated ? show_date(date_vn(*updated), lang_) : ""},
                {"badges", badges(payload)},
                {"formats", formats}};
    }

    void add_results() {
        page_["count_text"] = show_count(found_.total, lang_) + " " + t(found_.total == 1 ? "result_one" : "result_many");
        page_["sorts"] = json::array();
        for (const auto& [sort, key] : {std::pair{Sort::relevance, "sort_relevance"}, std::pair{Sort::newest, "sort_newest"}, std::pair{Sort::title, "sort_title"}}) {
            auto other = query_;
            other.sort = sort;
            page_["sorts"].push_back({{"chosen", query_.sort == sort}, {"label", t(key)}, {"url", address(other)}});
        }
        page_["results"] = json::array();
        for (const auto& item : found_.results) {
            page_["results"].push_back(result(item));
        }
        page_["has_results"] = !found_.results.empty();
    }

    /// All rows of one dataset that were found: no datasets beside them.
    void add_rows_alone() {
        auto without = query_;
        without.rows_of.clear();
        add_chip(found_.rows.groups.empty() ? query_.rows_of : title_of(json::parse(found_.rows.groups.front().payload)), without);
        page_["has_chips"] = true;
        page_["facets"] = json::array();
        page_["results"] = json::array();
        page_["sorts"] = json::array();
        page_["has_results"] = false;
        page_["count_text"] = show_count(found_.rows.total, lang_) + " " + t(found_.rows.total == 1 ? "row_one" : "row_many");
    }

    std::string title_of(const json& payload) const {
        const auto& title = payload.at("title");
        return Text{title.at("vi").get<std::string>(), title.at("en").get<std::string>()}.in(lang_);
    }

    SearchQuery within(const std::string& dataset) const {
        auto inside = query_;
        inside.rows_of = dataset;
        return inside;
    }

    void add_rows() {
        json groups = json::array();
        for (const auto& group : found_.rows.groups) {
            const auto payload = json::parse(group.payload);
            json rows = json::array();
            for (const auto& row : group.rows) {
                rows.push_back({{"url", link(RowPage::address(group.dataset, row.row))}, {"title_html", html_of(row.title)}, {"text_html", html_of(row.text)}});
            }
            const bool more = group.total > group.rows.size();
            groups.push_back({{"title", title_of(payload)},
                              {"url", link(payload.at("url").get<std::string>())},
                              {"rows", rows},
                              {"more_url", more && query_.rows_of.empty() ? search_address(lang_, within(group.dataset), 1) : ""},
                              {"more_label", more ? fmt::format("{} {} {}", t("all_rows_before"), show_count(group.total, lang_), t("all_rows_after")) : ""}});
        }
        page_["row_groups"] = groups;
        const bool nearer = found_.rows.total > 0 && !query_.rows_of.empty() ? true : found_.rows.total > 0 && (found_.total == 0 || distance(found_.rows.reading) < distance(found_.reading));
        page_["rows_first"] = nearer;
        page_["rows_last"] = found_.rows.total > 0 && !nearer;
        page_["rows_count"] = show_count(found_.rows.total, lang_) + " " + t(found_.rows.total == 1 ? "row_one" : "row_many");
    }

    /// Never a blank page: near words, what is known but not open, themes.
    void add_ways_on() {
        page_["no_results"] = page_["results"].empty() && found_.rows.total == 0;
        page_["near"] = json::array();
        for (const auto& word : found_.near) {
            SearchQuery other;
            other.text = word;
            page_["near"].push_back({{"label", word}, {"url", address(other)}});
        }
        page_["has_near"] = !found_.near.empty();
        page_["not_open"] = json::array();
        for (const auto& item : found_.not_open) {
            page_["not_open"].push_back(result(item));
        }
        page_["has_not_open"] = !found_.not_open.empty();
        page_["themes"] = json::array();
        if (page_["no_results"].get<bool>()) {
            for (const auto& [id, names] : words_.labels("theme").items()) {
                page_["themes"].push_back({{"label", names.at(std::string(code(lang_)))}, {"url", link("/theme/" + id)}});
            }
        }
    }

    void add_pager() {
        const auto total = query_.rows_of.empty() ? found_.total : found_.rows.total;
        const auto pages = std::max<std::size_t>(1, (total + kPerPage - 1) / kPerPage);
        page_["has_pager"] = pages > 1;
        page_["previous_url"] = asked_.page > 1 ? search_address(lang_, query_, asked_.page - 1) : "";
        page_["next_url"] = asked_.page < pages ? search_address(lang_, query_, asked_.page + 1) : "";
        page_["page_position"] = std::to_string(asked_.page) + " / " + std::to_string(pages);
    }

    const PortalWords& words_;
    const SearchRequest& asked_;
    const SearchQuery& query_;
    const SearchResults& found_;
    Lang lang_;
    json page_;
};

}  // namespace

SearchAnswer SearchPage::render(const ApiRequest& request, Lang lang) const {
    const auto asked = SearchRequest::of(request, kPerPage);
    const auto found = finder_->search(asked.query, lang);
    const auto title = words_->text("search_results", lang) + (asked.query.text.empty() ? "" : ": " + asked.query.text);
    const auto page = PageMaker(*words_, asked, found, lang).make();
    const json alternates = json::array({{{"type", "application/atom+xml"}, {"url", page.at("atom_url")}}, {{"type", "application/feed+json"}, {"url", page.at("json_feed_url")}}});
    const bool missed = asked.page == 1 && !asked.query.text.empty() && found.reading == "none" && found.rows.total == 0;
    return {words_->render("search", page, title, search_address(Lang::vi, asked.query, asked.page), alternates, lang), missed};
}

}  // namespace khomo::search
