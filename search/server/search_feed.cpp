// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <nlohmann/json.hpp>

#include "search/server/search_page.hpp"
#include "search/server/search_request.hpp"
#include "site-templates/engine/template_engine.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::size_t kEntries = 50;
constexpr std::string_view kNever = "1970-01-01T00:00:00Z";  // RFC 4287 wants a date also of a feed without entries

struct Entry {
    std::string url;
    std::string title;
    std::string summary;
    std::string updated;
    std::string agency;
};

struct FeedText {
    std::string title;
    std::string page;
    std::string self;
    std::vector<Entry> entries;
};

std::string plain(const json& text, Lang lang) { return Text{text.at("vi").get<std::string>(), text.at("en").get<std::string>()}.in(lang); }

/// A version is one entry: its address carries the number, so that a reader shows each once.
Entry entry_of(const PortalWords& words, const SearchResult& result, Lang lang) {
    const auto payload = json::parse(result.payload);
    const auto url = words.base_url() + (lang == Lang::en ? "/en" : "") + payload.at("url").get<std::string>() + "/v" + std::to_string(payload.at("version").get<int>());
    return {url, plain(payload.at("title"), lang), plain(payload.at("summary"), lang), payload.at("updated").get<std::string>(), words.label("agency", payload.at("agency").get<std::string>(), lang)};
}

std::string atom(const FeedText& feed, const PortalWords& words, Lang lang) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + std::string(code(lang)) + "\">\n";
    const auto element = [&](const std::string& name, const std::string& text) { xml += "<" + name + ">" + escape_html(text) + "</" + name + ">\n"; };
    element("id", feed.page);
    element("title", feed.title);
    element("updated", feed.entries.empty() ? std::string(kNever) : feed.entries.front().updated);
    xml += "<author><name>" + escape_html(words.portal_title(lang)) + "</name></author>\n";
    xml += "<link rel=\"self\" type=\"application/atom+xml\" href=\"" + escape_html(feed.self) + "\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"" + escape_html(feed.page) + "\"/>\n";
    for (const auto& entry : feed.entries) {
        xml += "<entry>\n";
        element("id", entry.url);
        element("title", entry.title);
        element("updated", entry.updated);
        xml += "<author><name>" + escape_html(entry.agency) + "</name></author>\n<link href=\"" + escape_html(entry.url) + "\"/>\n";
        element("summary", entry.summary.empty() ? entry.title : entry.summary);
        xml += "</entry>\n";
    }
    return xml + "</feed>\n";
}

std::string json_feed(const FeedText& feed, Lang lang) {
    json body = {{"version", "https://jsonfeed.org/version/1.1"}, {"title", feed.title}, {"home_page_url", feed.page}, {"feed_url", feed.self}, {"language", code(lang)}, {"items", json::array()}};
    for (const auto& entry : feed.entries) {
        body["items"].push_back({{"id", entry.url}, {"url", entry.url}, {"title", entry.title}, {"content_text", entry.summary.empty() ? entry.title : entry.summary}, {"date_modified", entry.updated}, {"authors", json::array({{{"name", entry.agency}}})}});
    }
    return body.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string SearchPage::feed(const ApiRequest& request, Feed kind, Lang lang) const {
    auto asked = SearchRequest::of(request, kEntries).query;
    const auto page = search_address(lang, asked, 1);
    asked.offset = 0;
    asked.rows = false;
    asked.sort = Sort::newest;
    asked.facets["published"] = {"yes"};
    FeedText feed;
    feed.title = words_->portal_title(lang) + (asked.text.empty() ? "" : ": " + asked.text);
    feed.page = words_->base_url() + page;
    feed.self = words_->base_url() + (lang == Lang::en ? "/en" : "") + (kind == Feed::atom ? "/search.atom" : "/search.json") + page.substr(page.find('?'));
    for (const auto& result : finder_->search(asked, lang).results) {
        feed.entries.push_back(entry_of(*words_, result, lang));
    }
    // The search sorts by day.
    std::stable_sort(feed.entries.begin(), feed.entries.end(), [](const Entry& a, const Entry& b) { return a.updated > b.updated; });
    return kind == Feed::atom ? atom(feed, *words_, lang) : json_feed(feed, lang);
}

}  // namespace khomo::search
