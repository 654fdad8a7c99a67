// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/picture.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <unordered_map>

#include "catalog/base/number.hpp"
#include "catalog/base/wkb.hpp"
#include "geo/palette.hpp"
#include "geo/rings.hpp"

namespace khomo::geo {
namespace {

constexpr double kMargin = 24;
constexpr double kLegendWidth = 250;
constexpr double kCell = 3;                 // side of a mosaic cell, in picture units
constexpr std::size_t kMostShapes = 3000;   // beyond that polygons become a mosaic
constexpr double kSmallest = 0.7;           // points nearer than this are one
constexpr double kLandGrain = 1.6;  // outlines for orientation need less
constexpr std::size_t kLongestLabel = 24;  // characters a legend line has room for

std::string escape(const std::string& text) {
    std::string out;
    for (const char c : text) {
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
    }
    return out;
}

std::string short_number(double value) {
    auto text = to_text(std::round(value * 10) / 10);
    return text == "-0" ? "0" : text;
}

/// Longitude and latitude to picture units: equirectangular, true to scale at the middle latitude.
class Projection {
public:
    explicit Projection(const std::array<double, 4>& box) {
        shrink_ = std::cos((box[1] + box[3]) / 2 * M_PI / 180);
        const double width = std::max((box[2] - box[0]) * shrink_, 1e-6);
        const double height = std::max(box[3] - box[1], 1e-6);
        scale_ = std::min((kPictureWidth - kLegendWidth - 2 * kMargin) / width, (kPictureHeight - 2 * kMargin - 40) / height);
        west_ = box[0];
        north_ = box[3];
        left_ = kMargin + ((kPictureWidth - kLegendWidth - 2 * kMargin) - width * scale_) / 2;
        top_ = kMargin + ((kPictureHeight - 2 * kMargin - 40) - height * scale_) / 2;
    }
    Point operator()(const Point& lonlat) const { return {left_ + (lonlat.x - west_) * shrink_ * scale_, top_ + (north_ - lonlat.y) * scale_}; }
    double units_per_km() const { return scale_ / 111.32; }

private:
    double shrink_ = 1;
    double scale_ = 1;
    double west_ = 0;
    double north_ = 0;
    double left_ = 0;
    double top_ = 0;
};

/// The path of rings or lines, points closer than the grain left out.
std::string path_of(const std::vector<Ring>& rings, const Projection& project, bool closed, double smallest = kSmallest) {
    std::string path;
    for (const auto& ring : rings) {
        std::string part;
        Point last{-1e9, -1e9};
        std::size_t kept = 0;
        for (const auto& point : ring) {
            const auto p = project(point);
            if (std::hypot(p.x - last.x, p.y - last.y) < smallest) {
                continue;
            }
            part += (kept == 0 ? "M" : "L") + short_number(p.x) + " " + short_number(p.y);
            last = p;
            ++kept;
        }
        if (kept >= (closed ? 3U : 2U)) {
            path += part + (closed ? "Z" : "");
        }
    }
    return path;
}

/// The class of each feature and how many there are.
class Classes {
public:
    Classes(const catalog::CatalogEntry& entry, Lang lang) : field_(nullptr), lang_(lang) {
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            const bool words = entry.fields[i].type == catalog::FieldType::string || entry.fields[i].type == catalog::FieldType::boolean;
            if (entry.fields[i].name == entry.views.map_colour && words) {
                field_ = &entry.fields[i];
                column_ = i;
            }
        }
    }

    std::string of(const catalog::Row& row) const {
        if (field_ == nullptr) {
            return "";
        }
        const auto* text = std::get_if<std::string>(&row.values[column_]);
        return text == nullptr ? "" : *text;
    }

    void count(const std::string& name) { ++counts_[name]; }

    /// The most frequent classes get a colour of their own, the rest share the last.
    void settle() {
        std::vector<std::pair<std::size_t, std::string>> ordered;
        for (const auto& [name, count] : counts_) {
            ordered.emplace_back(count, name);
        }
        std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (std::size_t i = 0; i < ordered.size(); ++i) {
            const bool own = i < kMostColours;
            colour_[ordered[i].second] = own ? i : kMostColours;
            if (own) {
                legend_.push_back({ordered[i].second, i, ordered[i].first});
            } else if (legend_.size() == kMostColours) {
                legend_.push_back({"…", kMostColours, ordered[i].first});
            } else {
                legend_.back().count += ordered[i].first;
            }
        }
    }

    const char* colour(const std::string& name) const { return kClassPalette.at(colour_.at(name)); }

    struct Line {
        std::string name;
        std::size_t colour = 0;
        std::size_t count = 0;
    };
    const std::vector<Line>& legend() const { return legend_; }

    std::string label(const std::string& name) const {
        if (field_ != nullptr) {
            for (const auto& code : field_->codes) {
                if (code.code == name) {
                    return code.title.in(lang_);
                }
            }
        }
        return name == "…" ? (lang_ == Lang::vi ? "khác" : "other") : name;
    }
    std::string title() const { return field_ == nullptr ? "" : field_->title.in(lang_); }
    bool classed() const { return field_ != nullptr; }

private:
    const catalog::Field* field_;
    std::size_t column_ = 0;
    Lang lang_;
    std::map<std::string, std::size_t> counts_;
    std::map<std::string, std::size_t> colour_;
    std::vector<Line> legend_;
};

/// Area of each class in each cell, by the bounding box of small polygons: enough at a few picture units a cell.
class Mosaic {
public:
    void add(const std::string& name, const std::vector<Ring>& rings, const Projection& project) {
        if (rings.empty() || rings.front().empty()) {
            return;
        }
        double area = 0;
        Point centre{0, 0};
        const auto& ring = rings.front();
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const auto a = project(ring[i]);
            const auto b = project(ring[i + 1]);
            const double cross = a.x * b.y - b.x * a.y;
            area += cross;
            centre.x += (a.x + b.x) * cross;
            centre.y += (a.y + b.y) * cross;
        }
        if (std::fabs(area) < 1e-9) {
            return;
        }
        centre = {centre.x / (3 * area), centre.y / (3 * area)};
        // Spread over the cells that a square of the same area would cover.
        const double half = std::sqrt(std::fabs(area) / 2) / 2;
        for (auto cx = cell(centre.x - half); cx <= cell(centre.x + half); ++cx) {
            for (auto cy = cell(centre.y - half); cy <= cell(centre.y + half); ++cy) {
                cells_[{cy, cx}][name] += std::fabs(area);
            }
        }
    }

    /// Rows of cells of one class as rectangles, a path a class.
    std::map<std::string, std::string> paths() const {
        std::map<std::string, std::string> paths;
        std::int32_t row = 0;
        std::int32_t start = 0;
        std::int32_t next = 0;
        std::string run;
        bool open = false;
        const auto flush = [&] {
            if (open) {
                paths[run] += "M" + short_number(start * kCell) + " " + short_number(row * kCell) + "h" + short_number((next - start) * kCell) + "v" + short_number(kCell) + "h-" +
                              short_number((next - start) * kCell) + "z";
            }
        };
        for (const auto& [place, classes] : cells_) {
            const auto best = std::max_element(classes.begin(), classes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
            if (open && place.first == row && place.second == next && best->first == run) {
                ++next;
                continue;
            }
            flush();
            open = true;
            row = place.first;
            start = place.second;
            next = start + 1;
            run = best->first;
        }
        flush();
        return paths;
    }

private:
    static std::int32_t cell(double value) { return static_cast<std::int32_t>(std::floor(value / kCell)); }
    std::map<std::pair<std::int32_t, std::int32_t>, std::map<std::string, double>> cells_;
};

std::string scale_bar(const Projection& project, Lang lang) {
    double km = 100;
    for (const double candidate : {100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5}) {
        if (candidate * project.units_per_km() < 160) {
            km = candidate;
            break;
        }
    }
    const double length = km * project.units_per_km();
    const double x = kMargin;
    const double y = kPictureHeight - 22;
    return "<g stroke=\"#1d2621\" stroke-width=\"1.5\" fill=\"none\"><path d=\"M" + short_number(x) + " " + short_number(y - 6) + "v6h" + short_number(length) + "v-6\"/></g><text x=\"" +
           short_number(x + length + 8) + "\" y=\"" + short_number(y + 2) + "\">" + format_number(km, lang == Lang::vi, 1) + " km</text><g transform=\"translate(" +
           short_number(x + length + 90) + " " + short_number(y - 14) + ")\"><path d=\"M0 14L5 0l5 14-5-4z\" fill=\"#1d2621\"/><text x=\"14\" y=\"14\">" + (lang == Lang::vi ? "Bắc" : "N") + "</text></g>";
}

/// At most `kLongestLabel` characters, never half a character.
std::string cut(const std::string& label) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const bool start = (static_cast<unsigned char>(label[i]) & 0xC0) != 0x80;
        if (start && ++characters > kLongestLabel) {
            return label.substr(0, i) + "…";
        }
    }
    return label;
}

std::size_t characters_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The label in at most two lines, broken between words: names of classes often differ in their last word alone.
std::vector<std::string> lines_of(const std::string& label) {
    std::size_t at = std::string::npos;
    for (auto space = label.find(' '); space != std::string::npos && characters_of(label.substr(0, space)) <= kLongestLabel; space = label.find(' ', space + 1)) {
        at = space;
    }
    if (at == std::string::npos || characters_of(label) <= kLongestLabel) {
        return {cut(label)};
    }
    return {label.substr(0, at), cut(label.substr(at + 1))};
}

std::string legend(const Classes& classes, const std::string& geometry_type, Lang lang) {
    std::string svg;
    const double x = kPictureWidth - kLegendWidth;
    double y = kMargin + 10;
    if (!classes.title().empty()) {
        svg += "<text x=\"" + short_number(x) + "\" y=\"" + short_number(y) + "\" font-weight=\"600\">" + escape(classes.title()) + "</text>";
        y += 24;
    }
    for (const auto& line : classes.legend()) {
        const std::string colour = kClassPalette.at(line.colour);
        auto label = line.name.empty() ? (classes.classed() ? (lang == Lang::vi ? "không rõ" : "unknown") : (lang == Lang::vi ? "đối tượng" : "features")) : classes.label(line.name);
        if (geometry_type == "Point") {
            svg += "<circle cx=\"" + short_number(x + 8) + "\" cy=\"" + short_number(y - 5) + "\" r=\"5\" fill=\"" + colour + "\"/>";
        } else if (geometry_type == "MultiLineString") {
            svg += "<path d=\"M" + short_number(x) + " " + short_number(y - 5) + "h16\" stroke=\"" + colour + "\" stroke-width=\"3\"/>";
        } else {
            svg += "<rect x=\"" + short_number(x) + "\" y=\"" + short_number(y - 12) + "\" width=\"16\" height=\"14\" fill=\"" + colour + "\"/>";
        }
        auto lines = lines_of(label);
        lines.back() += " (" + format_number(static_cast<double>(line.count), lang == Lang::vi, 0) + ")";
        for (std::size_t i = 0; i < lines.size(); ++i) {
            y += i == 0 ? 0 : 16;
            svg += "<text x=\"" + short_number(x + 24) + "\" y=\"" + short_number(y) + "\">" + escape(lines[i]) + "</text>";
        }
        y += 24;
    }
    return svg;
}

struct Shape {
    std::string name;
    std::vector<Ring> rings;
};

std::string draw_shapes(const std::vector<Shape>& shapes, const std::string& type, const Projection& project, const Classes& classes) {
    std::map<std::string, std::string> paths;
    std::string points;
    for (const auto& shape : shapes) {
        if (type == "Point") {
            const auto p = project(shape.rings.front().front());
            points += "<circle cx=\"" + short_number(p.x) + "\" cy=\"" + short_number(p.y) + "\" r=\"4\" fill=\"" + classes.colour(shape.name) + "\" stroke=\"#fff\" stroke-width=\"1\"/>";
        } else {
            paths[shape.name] += path_of(shape.rings, project, type == "MultiPolygon");
        }
    }
    std::string svg;
    for (const auto& [name, path] : paths) {
        const std::string colour = classes.colour(name);
        svg += type == "MultiPolygon" ? "<path d=\"" + path + "\" fill=\"" + colour + "\" fill-opacity=\".75\" fill-rule=\"evenodd\" stroke=\"#fff\" stroke-width=\".3\"/>"
                                      : "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2.2\" stroke-linejoin=\"round\"/>";
    }
    return svg + points;
}

}  // namespace

std::string draw_map(const catalog::CatalogEntry& entry, const std::string& geometry_type, catalog::RowReader& rows, const std::vector<PictureOutline>& outlines,
                     const std::array<double, 4>& box, Lang lang) {
    const Projection project(box);
    Classes classes(entry, lang);
    std::vector<Shape> shapes;
    Mosaic mosaic;
    bool many = false;
    catalog::Row row;
    while (rows.next(row)) {
        auto rings = rings_of(row.geometry);
        if (rings.empty()) {
            continue;
        }
        const auto name = classes.of(row);
        classes.count(name);
        const bool polygon = geometry_type == "MultiPolygon";
        if (polygon) {
            mosaic.add(name, rings, project);
        }
        many = many || (polygon && shapes.size() >= kMostShapes);
        if (!many) {
            shapes.push_back({name, std::move(rings)});
        }
    }
    classes.settle();
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + std::to_string(kPictureWidth) + " " + std::to_string(kPictureHeight) +
                      "\" role=\"img\" font-family=\"Be Vietnam Pro, system-ui, sans-serif\" font-size=\"13\" fill=\"#1d2621\"><title>" + escape(entry.title.in(lang)) +
                      "</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>";
    std::string land;
    for (const auto& outline : outlines) {
        land += path_of(rings_of(outline.wkb), project, true, kLandGrain);
    }
    svg += "<path d=\"" + land + "\" fill=\"#f4f1e6\" stroke=\"none\"/>";
    if (many) {
        for (const auto& [name, path] : mosaic.paths()) {
            svg += "<path d=\"" + path + "\" fill=\"" + classes.colour(name) + "\"/>";
        }
    } else {
        svg += draw_shapes(shapes, geometry_type, project, classes);
    }
    svg += "<path d=\"" + land + "\" fill=\"none\" stroke=\"#6d6a5c\" stroke-opacity=\".55\" stroke-width=\".7\"/>";
    return svg + legend(classes, geometry_type, lang) + scale_bar(project, lang) + "</svg>\n";
}

}  // namespace khomo::geo
