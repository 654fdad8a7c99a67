// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/server/search_page.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/file.hpp"
#include "catalog/base/number.hpp"
#include "search/text/index_schema.hpp"
#include "site-templates/engine/format.hpp"
#include "site-templates/engine/template_engine.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::size_t kPerPage = 20;
constexpr std::size_t kMostPages = 500;
constexpr std::size_t kFacetValues = 15;

/// Facets shown, in order, with the key of their title.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kShown = {
    {{"theme", "theme"}, {"agency", "agency"}, {"published", "state"}, {"class", "class"}, {"format", "format"}, {"frequency", "frequency"}}};

std::string encode(std::string_view text) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto b = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (plain) {
            out += c;
        } else {
            out.append("%").append(1, kDigits[b >> 4]).append(1, kDigits[b & 15]);
        }
    }
    return out;
}

std::string html_of(const std::vector<Segment>& segments) {
    std::string html;
    for (const auto& segment : segments) {
        const auto text = escape_html(segment.text);
        html += segment.marked ? "<mark>" + text + "</mark>" : text;
    }
    return html;
}

Sort sort_of(const std::string& word) { return word == "newest" ? Sort::newest : word == "title" ? Sort::title : Sort::relevance; }

SearchQuery query_of(const ApiRequest& request, std::size_t& page) {
    SearchQuery query;
    query.text = request.parameter("q").value_or("");
    query.sort = sort_of(request.parameter("sort").value_or(""));
    query.literal = request.parameter("literal").value_or("") == "1";
    page = static_cast<std::size_t>(std::clamp<std::int64_t>(parse_integer(request.parameter("page").value_or("1")).value_or(1), 1, kMostPages));
    query.limit = kPerPage;
    query.offset = (page - 1) * kPerPage;
    for (const auto& [name, value] : request.query) {
        if (std::find(schema::kFacets.begin(), schema::kFacets.end(), name) != schema::kFacets.end() && !value.empty()) {
            query.facets[name].push_back(value);
        }
    }
    return query;
}

/// The address of the same search with other choices.
std::string address(Lang lang, const SearchQuery& query, std::size_t page) {
    std::string url = lang == Lang::vi ? "/search?q=" : "/en/search?q=";
    url += encode(query.text);
    for (const auto& [name, values] : query.facets) {
        for (const auto& value : values) {
            url += "&" + name + "=" + encode(value);
        }
    }
    url += query.sort == Sort::newest ? "&sort=newest" : query.sort == Sort::title ? "&sort=title" : "";
    url += query.literal ? "&literal=1" : "";
    return url + (page > 1 ? "&page=" + std::to_string(page) : "");
}

}  // namespace

struct SearchPage::State {
    TemplateEngine engine;
    json portal;
    std::shared_ptr<const Finder> finder;

    std::string label(const std::string& facet, const std::string& value, Lang lang) const {
        const auto language = std::string(code(lang));
        if (facet == "class") {
            return engine.text("class_" + value, lang);
        }
        if (facet == "published") {
            return engine.text(value == "yes" ? "state_published" : "state_waiting", lang);
        }
        if (facet == "frequency") {
            return show_frequency(value, lang);
        }
        const auto labels = portal.at("labels").find(facet);
        if (labels != portal.at("labels").end() && labels->contains(value)) {
            return labels->at(value).at(language).get<std::string>();
        }
        return value;
    }

    json badges(const json& payload, Lang lang) const {
        const auto open_class = payload.at("class").get<std::string>();
        json badges = json::array({{{"kind", open_class}, {"label", engine.text("class_" + open_class, lang)}}});
        const auto state = payload.value("state", std::string());
        if (state == "withdrawn" || state == "suspended") {
            badges.push_back({{"kind", state == "withdrawn" ? "restricted" : "warm"}, {"label", engine.text("state_" + state, lang)}});
        } else if (!payload.at("published").get<bool>()) {
            const bool closed = open_class == "restricted" || open_class == "never";
            badges.push_back({{"kind", "plain"}, {"label", engine.text(closed ? "state_closed" : "state_waiting", lang)}});
        } else if (payload.at("illustrative").get<bool>()) {
            badges.push_back({{"kind", "warm"}, {"label", engine.text("illustrative_badge", lang)}});
        }
        return badges;
    }

    json result(const SearchResult& found, Lang lang) const {
        const auto payload = json::parse(found.payload);
        const auto updated = payload.at("updated").is_string() ? parse_instant(payload.at("updated").get<std::string>()) : std::nullopt;
        json formats = json::array();
        for (const auto& format : payload.at("formats")) {
            if (format == "csv" || format == "xlsx" || format == "geojson" || format == "gpkg") {
                formats.push_back(format);
            }
        }
        return {{"url", (lang == Lang::en ? "/en" : "") + payload.at("url").get<std::string>()},
                {"title_html", html_of(found.title)},
                {"snippet_html", html_of(found.snippet)},
                {"agency", label("agency", payload.at("agency").get<std::string>(), lang)},
                {"updated", updated ? show_date(date_vn(*updated), lang) : ""},
                {"badges", badges(payload, lang)},
                {"formats", formats}};
    }

    void add_facets(json& page, const SearchResults& found, const SearchQuery& query, Lang lang) const {
        page["facets"] = json::array();
        page["chips"] = json::array();
        for (const auto& [facet, title] : kShown) {
            const std::string name(facet);
            const auto chosen = query.facets.find(name);
            json values = json::array();
            for (const auto& count : found.facets.at(name)) {
                const bool is_chosen = chosen != query.facets.end() && std::find(chosen->second.begin(), chosen->second.end(), count.value) != chosen->second.end();
                if (values.size() >= kFacetValues && !is_chosen) {
                    continue;
                }
                auto other = query;
                auto& list = other.facets[name];
                if (is_chosen) {
                    list.erase(std::remove(list.begin(), list.end(), count.value), list.end());
                } else {
                    list.push_back(count.value);
                }
                const auto text = label(name, count.value, lang);
                values.push_back({{"url", address(lang, other, 1)}, {"label", text}, {"count", std::to_string(count.count)}, {"chosen", is_chosen}});
                if (is_chosen) {
                    page["chips"].push_back({{"label", text}, {"remove_url", address(lang, other, 1)}});
                }
            }
            if (!values.empty()) {
                page["facets"].push_back({{"title", engine.text(std::string(title), lang)}, {"values", values}});
            }
        }
        page["has_chips"] = !page["chips"].empty();
    }

    /// Tells which reading answered when it is not the literal one.
    void add_reading(json& page, const SearchResults& found, const SearchQuery& query, Lang lang) const {
        const bool vi = lang == Lang::vi;
        std::string note;
        if (found.reading == "folded") {
            note = vi ? "Không có kết quả đúng dấu; đang hiện kết quả bỏ qua dấu." : "Nothing with these exact marks; showing results without regard to marks.";
        } else if (found.reading == "typing" || found.reading == "spelling") {
            note = (vi ? "Đang hiện kết quả cho «" : "Showing results for «") + found.read_as + "».";
        } else if (found.reading == "prefix") {
            note = vi ? "Đang hiện kết quả có từ bắt đầu như bạn gõ." : "Showing results with words that begin as typed.";
        } else if (found.reading == "partial") {
            note = vi ? "Không có kết quả chứa mọi từ; đang hiện kết quả chứa một số từ." : "Nothing holds all words; showing results with some of them.";
        }
        auto literal = query;
        literal.literal = true;
        page["reading_note"] = note;
        page["literal_url"] = note.empty() ? "" : address(lang, literal, 1);
        page["literal_label"] = vi ? "Tìm đúng «" + query.text + "»" : "Search exactly «" + query.text + "»";
    }
};

SearchPage::SearchPage(const std::filesystem::path& templates, std::shared_ptr<const Finder> finder)
    : state_(new State{TemplateEngine(templates), json::parse(read_file(templates / "portal.json")), std::move(finder)}) {}

SearchPage::~SearchPage() = default;

std::string SearchPage::render(const ApiRequest& request, Lang lang) const {
    const auto& s = *state_;
    const bool vi = lang == Lang::vi;
    std::size_t number = 1;
    const auto query = query_of(request, number);
    const auto found = s.finder->search(query, lang);
    json page = {{"heading", s.engine.text("search_results", lang)}, {"search_url", vi ? "/search" : "/en/search"}, {"query", query.text}, {"start", std::to_string(query.offset + 1)}};
    s.add_reading(page, found, query, lang);
    if (found.facets.empty()) {
        page["facets"] = json::array();
        page["chips"] = json::array();
        page["has_chips"] = false;
    } else {
        s.add_facets(page, found, query, lang);
    }
    page["count_text"] = show_count(found.total, lang) + (vi ? " kết quả" : found.total == 1 ? " result" : " results");
    page["sorts"] = json::array();
    for (const auto& [sort, key] : {std::pair{Sort::relevance, "sort_relevance"}, std::pair{Sort::newest, "sort_newest"}, std::pair{Sort::title, "sort_title"}}) {
        auto other = query;
        other.sort = sort;
        page["sorts"].push_back({{"chosen", query.sort == sort}, {"label", s.engine.text(key, lang)}, {"url", address(lang, other, 1)}});
    }
    page["results"] = json::array();
    for (const auto& result : found.results) {
        page["results"].push_back(s.result(result, lang));
    }
    page["no_results"] = found.results.empty();
    page["suggestions"] = json::array();
    if (found.results.empty()) {
        for (const auto& [id, names] : s.portal.at("labels").at("theme").items()) {
            page["suggestions"].push_back({{"label", names.at(std::string(code(lang)))}, {"url", (vi ? "/theme/" : "/en/theme/") + id}});
        }
    }
    const auto pages = std::max<std::size_t>(1, (found.total + kPerPage - 1) / kPerPage);
    page["has_pager"] = pages > 1;
    page["previous_url"] = number > 1 ? address(lang, query, number - 1) : "";
    page["next_url"] = number < pages ? address(lang, query, number + 1) : "";
    page["page_position"] = std::to_string(number) + " / " + std::to_string(pages);
    return s.engine.render("search", page, s.portal.at(std::string(code(lang))), lang);
}

}  // namespace khomo::search
