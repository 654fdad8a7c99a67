// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/server/row_page.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/server/search_request.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::uint64_t kPerPage = 50;
constexpr std::int64_t kMostRows = 10'000'000;

std::uint64_t number_of(const ApiRequest& request, const char* name, std::int64_t otherwise) {
    return static_cast<std::uint64_t>(std::clamp<std::int64_t>(parse_integer(request.parameter(name).value_or("")).value_or(otherwise), 0, kMostRows));
}

std::string cell_text(const PortalWords& words, const catalog::Field& field, const catalog::Value& value, Lang lang) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (field.codelist == "units") {
            return words.label("unit", *text, lang);
        }
        if (field.codelist == "agencies") {
            return words.label("agency", *text, lang);
        }
        for (const auto& item : field.codes) {
            if (item.code == *text) {
                return item.title.in(lang);
            }
        }
    }
    return show_value(value, field, lang);
}

bool is_quantity(const catalog::Field& field) { return field.type == catalog::FieldType::number || field.type == catalog::FieldType::integer; }

/// What was asked for, within the bounds of the table.
struct Asked {
    std::string text;
    std::uint64_t row = 0;   ///< 0: none
    std::uint64_t page = 1;
    std::uint64_t pages = 1;
    std::uint64_t total = 0;
    Query query;
};

Asked asked_of(const ApiRequest& request, const RowTable& table) {
    Asked asked;
    asked.text = request.parameter("q").value_or("");
    if (!is_valid_utf8(asked.text)) {
        asked.text.clear();
    }
    const auto words = folded_words(asked.text);
    asked.query.filter = words.empty() ? Filter() : Filter::of_words(words);
    asked.total = table.count(asked.query.filter);
    asked.pages = std::max<std::uint64_t>(1, (asked.total + kPerPage - 1) / kPerPage);
    asked.row = words.empty() ? number_of(request, "row", 0) : 0;
    const auto page = asked.row > 0 ? (asked.row - 1) / kPerPage + 1 : number_of(request, "page", 1);
    asked.page = std::clamp<std::uint64_t>(page, 1, asked.pages);
    asked.query.limit = kPerPage;
    asked.query.offset = (asked.page - 1) * kPerPage;
    return asked;
}

}  // namespace

std::string RowPage::address(const std::string& dataset, std::uint64_t row) {
    const auto number = std::to_string(row);
    return "/dataset/" + dataset + "/rows?row=" + number + "#r" + number;
}

std::string RowPage::dataset_of(std::string_view path) {
    constexpr std::string_view kBefore = "/dataset/";
    constexpr std::string_view kAfter = "/rows";
    path.remove_prefix(path.starts_with("/en/") ? 3 : 0);
    if (!path.starts_with(kBefore) || !path.ends_with(kAfter) || path.size() <= kBefore.size() + kAfter.size()) {
        return "";
    }
    const auto id = path.substr(kBefore.size(), path.size() - kBefore.size() - kAfter.size());
    return is_slug(id) ? std::string(id) : "";
}

std::optional<std::string> RowPage::render(const std::string& dataset, const ApiRequest& request, Lang lang) const {
    const auto table = rows_->table(dataset);
    if (!table) {
        return std::nullopt;
    }
    const auto asked = asked_of(request, *table);
    const auto& fields = table->schema().fields;
    const auto root = std::string(lang == Lang::en ? "/en" : "");
    const auto path = "/dataset/" + dataset + "/rows";
    const auto title = table->dataset().title.in(lang);
    json columns = json::array();
    for (const auto& field : fields) {
        columns.push_back({{"title", field.title.in(lang)}, {"unit", field.unit}, {"numeric", is_quantity(field)}});
    }
    json rows = json::array();
    auto cursor = table->open(asked.query, RowTable::Delivery::page);
    catalog::Row row;
    while (cursor.next()) {
        cursor.read(row);
        const auto number = static_cast<std::uint64_t>(cursor.row_id());
        json cells = json::array();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            cells.push_back({{"value", cell_text(*words_, fields[i], row.values[i], lang)}, {"numeric", is_quantity(fields[i])}});
        }
        rows.push_back({{"id", "r" + std::to_string(number)}, {"number", show_count(number, lang)}, {"current", number == asked.row}, {"cells", cells}});
    }
    const auto page_url = [&](std::uint64_t page) { return root + path + "?" + (asked.text.empty() ? "" : "q=" + encode_parameter(asked.text) + "&") + "page=" + std::to_string(page); };
    const json context = {{"heading", title},
                          {"dataset_url", root + "/dataset/" + dataset},
                          {"action", root + path},
                          {"query", asked.text},
                          {"count_text", show_count(asked.total, lang) + " " + words_->text(asked.total == 1 ? "row_one" : "row_many", lang)},
                          {"columns", columns},
                          {"rows", rows},
                          {"has_rows", !rows.empty()},
                          {"has_pager", asked.pages > 1},
                          {"previous_url", asked.page > 1 ? page_url(asked.page - 1) : ""},
                          {"next_url", asked.page < asked.pages ? page_url(asked.page + 1) : ""},
                          {"page_position", show_count(asked.page, lang) + " / " + show_count(asked.pages, lang)}};
    const auto own = path + (asked.row > 0 ? "?row=" + std::to_string(asked.row) : "?" + (asked.text.empty() ? "" : "q=" + encode_parameter(asked.text) + "&") + "page=" + std::to_string(asked.page));
    return words_->render("rows", context, words_->text("rows_of", lang) + ": " + title, own, json::array(), lang);
}

}  // namespace khomo::search
