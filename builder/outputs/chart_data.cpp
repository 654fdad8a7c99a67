// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/chart_data.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "catalog/base/number.hpp"
#include "catalog/store/sqlite.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using catalog::Field;
using catalog::FieldType;

constexpr std::size_t kMostDates = 400;

/// Rates are averaged, quantities are added.
bool is_rate(const std::string& unit) { return unit.find('/') != std::string::npos || unit.find('%') != std::string::npos || unit.find("°") != std::string::npos; }

bool is_time(const Field& field, bool line) {
    switch (field.type) {
        case FieldType::date:
        case FieldType::datetime:
        case FieldType::period: return true;
        case FieldType::integer: return line || field.name == "nam" || field.name == "year";
        default: return false;
    }
}

/// A period where room is short: "10/2026", "Oct 2026".
std::string short_period(const std::string& period, Lang lang) {
    const auto shown = show_period(period, lang);
    const auto space = shown.find(' ');
    const bool month = lang == Lang::en && period.size() == 7 && period[5] != 'Q' && period[5] != 'H' && space != std::string::npos;
    return month ? shown.substr(0, std::min<std::size_t>(3, space)) + shown.substr(space) : shown;
}

/// A date in days, a month, quarter or half-year in months, a year in years, a number as it is.
double position_of(const std::string& place) {
    if (const auto date = parse_iso_date(place)) {
        return static_cast<double>(days_since_epoch(*date));
    }
    if (place.size() == 7 && place[4] == '-') {
        const double year = parse_double(place.substr(0, 4)).value_or(0);
        const double part = parse_double(place.substr(6)).value_or(1);
        const double month = place[5] == 'Q' ? part * 3 - 2 : place[5] == 'H' ? part * 6 - 5 : parse_double(place.substr(5)).value_or(1);
        return year * 12 + month;
    }
    return parse_double(place).value_or(0);
}

/// Reads the points of one chart out of a data file.
class ChartReader {
public:
    ChartReader(const catalog::Catalogue& catalogue, const CatalogEntry& entry, const catalog::ChartView& view, const std::filesystem::path& data_file)
        : catalogue_(catalogue), entry_(entry), view_(view), database_(data_file, catalog::Database::Mode::immutable), table_(catalog::quote_identifier(entry.table_name())),
          x_(entry.field(view.x)), y_(view.y.empty() ? nullptr : entry.field(view.y)), by_(view.by.empty() ? nullptr : entry.field(view.by)) {}

    std::optional<ChartData> read() {
        if (x_ == nullptr || (y_ == nullptr && !view_.y.empty()) || (by_ == nullptr && !view_.by.empty())) {
            return std::nullopt;
        }
        ChartData chart;
        chart.line = view_.kind == "line";
        chart.time_axis = is_time(*x_, chart.line);
        chart.title = view_.title;
        chart.x_title = x_->title;
        chart.by_title = by_ == nullptr ? Text{} : by_->title;
        chart.y_title = y_ == nullptr ? Text{"Số dòng", "Rows"} : y_->title;
        chart.unit = y_ == nullptr ? "" : y_->unit;
        choose_x();
        choose_series(chart);
        gather(chart);
        if (points_.empty()) {
            return std::nullopt;
        }
        fill(chart);
        return chart;
    }

private:
    static std::string name(const Field& field) { return catalog::quote_identifier(field.name); }

    std::string rows_with_values() const { return " FROM " + table_ + " WHERE " + name(*x_) + " IS NOT NULL" + (y_ == nullptr ? "" : " AND " + name(*y_) + " IS NOT NULL"); }

    std::size_t count(const std::string& what) const {
        auto select = database_.prepare("SELECT count(DISTINCT " + what + ")" + rows_with_values());
        select.step();
        return static_cast<std::size_t>(select.integer(0));
    }

    /// Days become months, months become years where there are too many for a reader to tell apart, or where the series have their values on
    /// days of their own, so that no line would join two of them.
    void choose_x() {
        x_sql_ = name(*x_);
        if (x_->type != FieldType::date && x_->type != FieldType::datetime) {
            return;
        }
        // Instants are stored in UTC and read in Vietnam's time.
        const auto day = x_->type == FieldType::date ? name(*x_) : "datetime(" + name(*x_) + ",'+7 hours')";
        for (const int length : {10, 7, 4}) {
            x_sql_ = "substr(" + day + ",1," + std::to_string(length) + ")";
            const auto places = count(x_sql_);
            const auto series = by_ == nullptr ? 1 : count(name(*by_));
            const auto points = by_ == nullptr ? places : count(x_sql_ + " || '|' || " + name(*by_));
            if (places <= kMostDates && points * 2 >= places * series) {
                return;
            }
        }
    }

    void choose_series(ChartData& chart) {
        if (by_ == nullptr) {
            chart.all_series = 1;
            return;
        }
        chart.all_series = count(name(*by_));
        auto select = database_.prepare("SELECT CAST(" + name(*by_) + " AS TEXT), count(*)" + rows_with_values() + " AND " + name(*by_) + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT " +
                                        std::to_string(kMostSeries));
        while (select.step()) {
            groups_.emplace_back(select.text(0));
        }
        std::sort(groups_.begin(), groups_.end(), [&](const auto& a, const auto& b) { return rank(*by_, a) < rank(*by_, b); });
    }

    void gather(ChartData& chart) {
        std::string sql = "SELECT CAST(" + x_sql_ + " AS TEXT), " + (by_ == nullptr ? "''" : "CAST(" + name(*by_) + " AS TEXT)") + ", " + (y_ == nullptr ? "0, 0" : "sum(" + name(*y_) + "), avg(" + name(*y_) + ")") +
                          ", count(*)" + rows_with_values();
        if (by_ != nullptr) {
            sql += " AND CAST(" + name(*by_) + " AS TEXT) IN (";
            for (std::size_t i = 0; i < groups_.size(); ++i) {
                sql += i == 0 ? "?" : ",?";
            }
            sql += ")";
        }
        auto select = database_.prepare(sql + " GROUP BY 1, 2");
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            select.bind(static_cast<int>(i) + 1, std::string_view(groups_[i]));
        }
        bool several = false;
        while (select.step()) {
            auto& point = points_[std::string(select.text(0))][std::string(select.text(1))];
            point = {select.real(2), select.real(3), static_cast<double>(select.integer(4))};
            several = several || select.integer(4) > 1;
        }
        chart.gathering = y_ == nullptr ? Gathering::count : !several ? Gathering::single : is_rate(y_->unit) ? Gathering::mean : Gathering::sum;
    }

    /// Places in order: time and numbers upward, an own code list as it stands, other categories from the largest down.
    std::vector<std::string> ordered_places(const ChartData& chart) const {
        std::vector<std::string> places;
        std::map<std::string, double> weight;
        for (const auto& [place, by_group] : points_) {
            places.push_back(place);
            for (const auto& [group, point] : by_group) {
                weight[place] += value_of(point, chart.gathering);
            }
        }
        if (chart.time_axis) {
            const bool numbers = x_->type == FieldType::integer;
            std::sort(places.begin(), places.end(), [&](const auto& a, const auto& b) { return numbers ? parse_double(a).value_or(0) < parse_double(b).value_or(0) : a < b; });
        } else if (x_->codes.empty()) {
            std::stable_sort(places.begin(), places.end(), [&](const auto& a, const auto& b) { return weight.at(a) > weight.at(b); });
        } else {
            std::stable_sort(places.begin(), places.end(), [&](const auto& a, const auto& b) { return rank(*x_, a) < rank(*x_, b); });
        }
        return places;
    }

    void fill(ChartData& chart) const {
        auto places = ordered_places(chart);
        chart.all_places = places.size();
        if (!chart.time_axis && places.size() > kMostCategories) {
            places.resize(kMostCategories);
        }
        for (const auto& place : places) {
            chart.places.push_back({label(*x_, place, Lang::vi), label(*x_, place, Lang::en)});
            if (chart.time_axis) {
                chart.positions.push_back(position_of(place));
            }
        }
        if (!std::is_sorted(chart.positions.begin(), chart.positions.end())) {  // years beside months: only the order is known
            std::iota(chart.positions.begin(), chart.positions.end(), 0.0);
        }
        for (const auto& group : by_ == nullptr ? std::vector<std::string>{""} : groups_) {
            ChartSeries series;
            series.name = by_ == nullptr ? Text{} : Text{label(*by_, group, Lang::vi), label(*by_, group, Lang::en)};
            for (const auto& place : places) {
                const auto& here = points_.at(place);
                const auto point = here.find(group);
                series.values.push_back(point == here.end() ? std::nullopt : std::optional(value_of(point->second, chart.gathering)));
            }
            chart.series.push_back(std::move(series));
        }
    }

    struct Point {
        double sum = 0;
        double mean = 0;
        double rows = 0;
    };

    static double value_of(const Point& point, Gathering gathering) {
        return gathering == Gathering::count ? point.rows : gathering == Gathering::mean ? point.mean : point.sum;
    }

    static std::size_t rank(const Field& field, const std::string& code) {
        return static_cast<std::size_t>(std::find_if(field.codes.begin(), field.codes.end(), [&](const auto& item) { return item.code == code; }) - field.codes.begin());
    }

    std::string label(const Field& field, const std::string& code, Lang lang) const {
        if (const auto* unit = field.codelist == "units" ? catalogue_.unit(code) : nullptr) {
            return unit->name.in(lang);
        }
        if (const auto* agency = field.codelist == "agencies" ? catalogue_.agency(code) : nullptr) {
            return (agency->short_name.empty() ? agency->name : agency->short_name).in(lang);
        }
        if (field.type == FieldType::boolean) {
            return code == "1" ? (lang == Lang::vi ? "có" : "yes") : (lang == Lang::vi ? "không" : "no");
        }
        const auto place = rank(field, code);
        if (place < field.codes.size()) {
            return field.codes[place].title.in(lang);
        }
        if (field.type == FieldType::date || field.type == FieldType::datetime || field.type == FieldType::period) {
            const auto date = parse_iso_date(code);
            return date ? show_date(*date, lang) : short_period(code, lang);
        }
        return code;
    }

    const catalog::Catalogue& catalogue_;
    const CatalogEntry& entry_;
    const catalog::ChartView& view_;
    catalog::Database database_;
    std::string table_;
    const Field* x_;
    const Field* y_;
    const Field* by_;
    std::string x_sql_;
    std::vector<std::string> groups_;
    std::map<std::string, std::map<std::string, Point>> points_;  ///< place → group
};

}  // namespace

std::optional<ChartData> read_chart(const catalog::Catalogue& catalogue, const CatalogEntry& entry, const catalog::ChartView& view, const std::filesystem::path& data_file) {
    return ChartReader(catalogue, entry, view, data_file).read();
}

}  // namespace khomo::builder
