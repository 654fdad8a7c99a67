// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/indicators.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "builder/outputs/distribution.hpp"
#include "catalog/model/period.hpp"
#include "catalog/store/sqlite.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using catalog::IndicatorView;
using nlohmann::json;

struct Point {
    std::string period;
    double value = 0;
};

json both(const Text& text) { return {{"vi", text.vi}, {"en", text.in(Lang::en)}}; }

const catalog::Field* field_or_null(const CatalogEntry& entry, const std::string& name) { return name.empty() ? nullptr : entry.field(name); }

std::string gathered(const IndicatorView& view) {
    static const std::map<std::string, std::string> kFunctions = {{"sum", "sum"}, {"mean", "avg"}, {"min", "min"}, {"max", "max"}, {"count", "count"}};
    return kFunctions.at(view.gather) + "(" + (view.value.empty() ? "*" : catalog::quote_identifier(view.value)) + ")";
}

/// The period of a row. Instants are stored in UTC and belong to a day in Vietnam.
std::string period_sql(const CatalogEntry& entry, const IndicatorView& view) {
    if (view.period.empty()) {
        return "''";
    }
    const auto name = catalog::quote_identifier(view.period);
    const auto day = entry.field(view.period)->type == catalog::FieldType::datetime ? "date(" + name + ",'+7 hours')" : name;
    return view.step.empty() ? day : "substr(" + day + ",1," + (view.step == "year" ? "4)" : "7)");
}

/// The two latest periods of one version. None where the version lacks a field that the indicator names.
std::vector<Point> points_of(const CatalogEntry& entry, const IndicatorView& view, const catalog::ApprovedVersion& version) {
    const auto has = [&](const std::string& name) { return name.empty() || entry.field(name) != nullptr; };
    if (!has(view.period) || !has(view.value) || !std::all_of(view.where.begin(), view.where.end(), [&](const auto& one) { return has(one.first); })) {
        return {};
    }
    const auto period = period_sql(entry, view);
    std::string sql = "SELECT " + period + ", " + gathered(view) + " FROM " + catalog::quote_identifier(entry.table_name()) + " WHERE " + period + " IS NOT NULL";
    if (!view.value.empty()) {
        sql += " AND " + catalog::quote_identifier(view.value) + " IS NOT NULL";
    }
    for (const auto& [field, value] : view.where) {
        sql += " AND CAST(" + catalog::quote_identifier(field) + " AS TEXT) = ?";
    }
    const catalog::Database database(version.data_path(), catalog::Database::Mode::immutable);
    auto select = database.prepare(sql + " GROUP BY 1 ORDER BY 1 DESC LIMIT 2");
    int place = 0;
    for (const auto& [field, value] : view.where) {
        select.bind(++place, std::string_view(value));
    }
    std::vector<Point> points;
    while (select.step()) {
        points.push_back({view.period.empty() ? version.info().delivery.period : std::string(select.text(0)), select.real(1)});
    }
    return points;
}

/// The latest two periods that any version has, the later version's figure where two have the same period.
std::vector<Point> latest_points(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry, const IndicatorView& view) {
    std::vector<Point> points;
    const auto& versions = snapshot.versions(entry.id);
    for (auto version = versions.rbegin(); version != versions.rend() && points.size() < 2; ++version) {
        for (auto& point : points_of(catalog::entry_at(entry, version->info()), view, *version)) {
            const bool known = std::any_of(points.begin(), points.end(), [&](const Point& other) { return other.period == point.period; });
            if (!known && points.size() < 2 && (points.empty() || point.period < points.back().period)) {
                points.push_back(std::move(point));
            }
        }
    }
    return points;
}

json period_json(const std::string& period) {
    const auto interval = catalog::read_period(period);
    return {{"period", period}, {"interval", interval ? json{{"first", interval->first}, {"last", interval->last}} : json(nullptr)}};
}

/// A mean has more digits than anybody measured; nothing is rounded away that was delivered.
double tidy(double value) { return std::round(value * 1e6) / 1e6; }

std::pair<std::string, Text> status_of(const IndicatorView& view, double value) {
    if (!view.target) {
        return {"no_target", {"không đặt chỉ tiêu", "no target"}};
    }
    const bool reached = view.better == "lower" ? value <= *view.target : value >= *view.target;
    return reached ? std::pair{std::string("reached"), Text{"đạt", "reached"}} : std::pair{std::string("not_reached"), Text{"chưa đạt", "not reached"}};
}

/// What is known of the indicator; null while nothing is.
json indicator_json(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry, const IndicatorView& view) {
    const auto points = latest_points(snapshot, entry, view);
    if (points.empty()) {
        return nullptr;
    }
    const auto& version = snapshot.current(entry.id)->info();
    const auto* field = field_or_null(entry, view.value);
    const auto value = tidy(points.front().value);
    json document = {{"id", view.id}, {"dataset", entry.id}, {"title", both(view.title)}, {"unit", field == nullptr ? "" : field->unit}, {"gather", view.gather}, {"value", value}};
    document.update(period_json(points.front().period));
    document["previous"] = nullptr;
    document["change"] = nullptr;
    document["trend"] = nullptr;
    if (points.size() == 2) {
        const auto before = tidy(points[1].value);
        document["previous"] = period_json(points[1].period);
        document["previous"]["value"] = before;
        document["change"] = tidy(value - before);
        document["trend"] = value > before ? "up" : value < before ? "down" : "same";
    }
    const auto [status, words] = status_of(view, value);
    document["target"] = view.target ? json(*view.target) : json(nullptr);
    document["better"] = view.better.empty() ? json(nullptr) : json(view.better);
    document["status"] = status;
    document["status_title"] = both(words);
    document["scenarios"] = json::array();
    for (const auto& [id, title] : catalog::scenario_titles()) {
        if (std::find(entry.scenarios.begin(), entry.scenarios.end(), id) != entry.scenarios.end()) {
            document["scenarios"].push_back({{"id", id}, {"title", both(title)}});
        }
    }
    document["agency"] = entry.agency;
    document["frequency"] = to_string(entry.frequency);
    document["version"] = version.number;
    document["updated"] = to_iso_vn(version.delivery.approved_at());
    document["illustrative"] = entry.illustrative || version.delivery.illustrative;
    document["page"] = "/dataset/" + entry.id;
    document["url"] = "/api/v1/datasets/" + entry.id + "/indicators/" + view.id;
    return document;
}

json indicators_of(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    json list = json::array();
    for (const auto& view : entry.views.indicators) {
        if (auto document = indicator_json(snapshot, entry, view); !document.is_null()) {
            list.push_back(std::move(document));
        }
    }
    return list;
}

std::string list_text(const json& list) { return json{{"total", list.size()}, {"indicators", list}}.dump(1) + "\n"; }

void write_dataset(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry, UnitWriter& writer) {
    const auto list = indicators_of(snapshot, entry);
    const auto base = "site/api/v1/datasets/" + entry.id + "/indicators";
    writer.write(base + ".json", list_text(list));
    for (const auto& document : list) {
        writer.write(base + "/" + document.at("id").get<std::string>() + ".json", document.dump(1) + "\n");
    }
}

void write_portal(const catalog::CatalogSnapshot& snapshot, const std::vector<const CatalogEntry*>& watched, UnitWriter& writer) {
    json all = json::array();
    std::map<std::string, json> by_scenario;
    for (const auto& [id, title] : catalog::scenario_titles()) {
        by_scenario[id] = json::array();
    }
    for (const auto* entry : watched) {
        for (const auto& document : indicators_of(snapshot, *entry)) {
            for (const auto& scenario : document.at("scenarios")) {
                by_scenario[scenario.at("id").get<std::string>()].push_back(document);
            }
            all.push_back(document);
        }
    }
    writer.write("site/api/v1/indicators.json", list_text(all));
    for (const auto& [id, list] : by_scenario) {  // an empty list too: the address stands whatever is published
        writer.write("site/api/v1/indicators/" + id + ".json", list_text(list));
    }
}

}  // namespace

std::vector<Unit> Indicators::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    std::vector<const CatalogEntry*> watched;
    Fingerprint all("indicators 1");
    for (const auto& entry : snapshot.catalogue().entries) {
        if (entry.views.indicators.empty() || snapshot.current(entry.id) == nullptr) {
            continue;
        }
        watched.push_back(&entry);
        Fingerprint inputs("indicators/dataset 1");
        for (const auto& version : snapshot.versions(entry.id)) {
            inputs.add(version_fingerprint(snapshot.catalogue(), entry, version.info()));
        }
        all.add(inputs.hex());
        units.push_back({"indicators/" + entry.id, inputs.hex(), [&snapshot, &entry](UnitWriter& writer) { write_dataset(snapshot, entry, writer); }});
    }
    units.push_back({"indicators", all.hex(), [&snapshot, watched](UnitWriter& writer) { write_portal(snapshot, watched, writer); }});
    return units;
}

}  // namespace khomo::builder
