// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/chart_svg.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "builder/outputs/axis_ticks.hpp"
#include "catalog/base/number.hpp"
#include "site-templates/engine/template_engine.hpp"

namespace khomo::builder {
namespace {

struct Colour {
    const char* light;
    const char* dark;
};

/// Told apart by eyes that see colours differently, and dark (light) enough on the paper of both schemes.
constexpr std::array<Colour, kMostSeries> kColours = {{{"#1c5a3c", "#8fd0a8"},
                                                       {"#c2541b", "#f0a27c"},
                                                       {"#1b6ca8", "#93c8ee"},
                                                       {"#8a6508", "#ecc766"},
                                                       {"#7a4fa3", "#c9a6ea"},
                                                       {"#0f766e", "#5fd0c5"},
                                                       {"#b5366b", "#f39bbd"},
                                                       {"#525a56", "#b3c0b7"}}};
constexpr double kLetter = 7.9;  ///< mean width of a letter at kSize
constexpr double kSize = 14;
constexpr double kLine = 20;
constexpr double kEdge = 12;
constexpr int kDecimals = 2;
constexpr std::size_t kMostMarkers = 40;

bool starts_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t count_code_points(const std::string& text) { return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_letter)); }

std::string first_code_points(const std::string& text, std::size_t count) {
    std::size_t at = 0;
    for (std::size_t seen = 0; at < text.size(); ++at) {
        if (starts_letter(text[at]) && seen++ == count) {
            break;
        }
    }
    return text.substr(0, at);
}

double width_of(const std::string& text) { return static_cast<double>(count_code_points(text)) * kLetter; }

std::string shortened(const std::string& text, double width) {
    const auto letters = static_cast<std::size_t>(std::max(4.0, width / kLetter));
    return count_code_points(text) <= letters ? text : first_code_points(text, letters - 1) + "…";
}

/// The elements of one drawing.
class Svg {
public:
    static std::string number(double value) { return to_text(std::round(value * 10) / 10); }

    void text(double x, double y, const std::string& words, const char* anchor = "start", const char* kind = "soft", bool bold = false) {
        out_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" class=\"" + kind + "\" fill=\"" + (std::string_view(kind) == "ink" ? "#1d2621" : "#4e5952") + "\"" +
                (std::string_view(anchor) == "start" ? "" : " text-anchor=\"" + std::string(anchor) + "\"") + (bold ? " font-weight=\"600\"" : "") + ">" + escape_html(words) + "</text>\n";
    }
    void line(double x1, double y1, double x2, double y2, bool strong = false) {
        out_ += "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) + "\" class=\"" + (strong ? "axis" : "grid") + "\" stroke=\"" +
                (strong ? "#8a8775" : "#d9d5c7") + "\"/>\n";
    }
    void bar(double x, double y, double width, double height, std::size_t series) {
        out_ += "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(std::max(1.0, width)) + "\" height=\"" + number(std::max(1.0, height)) + "\" rx=\"2\" class=\"f" +
                std::to_string(series) + "\" fill=\"" + kColours[series].light + "\"/>\n";
    }
    void path(const std::string& points, std::size_t series) {
        out_ += "<path d=\"" + points + "\" fill=\"none\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-linecap=\"round\" class=\"l" + std::to_string(series) + "\" stroke=\"" +
                kColours[series].light + "\"" + (series < 4 ? "" : " stroke-dasharray=\"7 5\"") + "/>\n";
    }
    void dot(double x, double y, std::size_t series) {
        out_ += "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"3\" class=\"f" + std::to_string(series) + "\" fill=\"" + kColours[series].light + "\"/>\n";
    }
    const std::string& elements() const { return out_; }

private:
    std::string out_;
};

/// What large numbers are told in: "triệu đồng" instead of six zeros.
struct Scale {
    double by = 1;
    Text word;
};

Scale scale_for(double largest) {
    if (largest >= 2e9) {
        return {1e9, {"tỷ", "billion"}};
    }
    return largest >= 2e6 ? Scale{1e6, {"triệu", "million"}} : Scale{};
}

class ChartDrawing {
public:
    ChartDrawing(const ChartData& chart, Lang lang, int width) : chart_(chart), lang_(lang), width_(width) {
        bool any = false;
        for (const auto& series : chart.series) {
            for (const auto& value : series.values) {
                if (value) {
                    low_ = any ? std::min(low_, *value) : *value;
                    high_ = any ? std::max(high_, *value) : *value;
                    any = true;
                }
            }
        }
        scale_ = scale_for(std::max(std::fabs(low_), std::fabs(high_)));
    }

    ChartPicture draw() {
        y_ = kEdge + kSize;
        svg_.text(kEdge, y_, shortened(measure(), width_ - 2 * kEdge), "start", "ink", true);
        y_ += 8;
        draw_legend();
        if (chart_.time_axis) {
            draw_over_time();
        } else {
            draw_categories();
        }
        return {document(), width_, static_cast<int>(std::ceil(y_))};
    }

private:
    std::string measure() const {
        const auto& word = scale_.word.in(lang_);
        const auto unit = word.empty() ? chart_.unit : chart_.unit.empty() ? word : word + " " + chart_.unit;
        return chart_.y_title.in(lang_) + (unit.empty() ? "" : " (" + unit + ")");
    }

    std::string shown(double value, int decimals = kDecimals) const { return format_number(value / scale_.by, lang_ == Lang::vi, decimals); }

    void draw_legend() {
        if (chart_.series.size() < 2) {
            y_ += 4;
            return;
        }
        double x = kEdge;
        y_ += kLine - 4;
        for (std::size_t i = 0; i < chart_.series.size(); ++i) {
            const auto name = shortened(chart_.series[i].name.in(lang_), width_ - 2 * kEdge - 30);
            const double needed = 22 + width_of(name) + 14;
            if (x > kEdge && x + needed > width_ - kEdge) {
                x = kEdge;
                y_ += kLine;
            }
            if (chart_.line) {
                svg_.path("M" + Svg::number(x) + " " + Svg::number(y_ - 5) + "h16", i);
            } else {
                svg_.bar(x, y_ - 11, 12, 12, i);
            }
            svg_.text(x + 22, y_, name);
            x += needed;
        }
        y_ += 8;
    }

    void draw_over_time() {
        // A line may start above zero, a bar never: its length is what is read.
        const bool from_zero = !chart_.line || low_ < 0 || low_ < 0.6 * high_;
        const auto ticks = axis_ticks((from_zero ? std::min(0.0, low_) : low_) / scale_.by, (from_zero ? std::max(0.0, high_) : high_) / scale_.by, width_ < 500 ? 4 : 5);
        double label_width = 0;
        for (const auto tick : ticks) {
            label_width = std::max(label_width, width_of(format_number(tick, lang_ == Lang::vi, 6)));
        }
        const double left = kEdge + label_width + 6;
        const double right = width_ - kEdge - 8;
        const double top = y_ + 10;
        const double height = width_ < 500 ? 210 : 270;
        const double bottom = top + height;
        const auto y_at = [&](double scaled) { return bottom - (scaled - ticks.front()) / (ticks.back() - ticks.front()) * height; };
        for (const auto tick : ticks) {
            svg_.line(left, y_at(tick), right, y_at(tick), tick == 0 || tick == ticks.front());
            svg_.text(left - 6, y_at(tick) + 5, format_number(tick, lang_ == Lang::vi, 6), "end");
        }
        chart_.line ? draw_lines(left, right, bottom, y_at) : draw_columns(left, right, bottom, y_at);
        y_ = bottom + 24;
        svg_.text(right, y_ + 18, chart_.x_title.in(lang_), "end");
        y_ += 18 + kEdge;
    }

    template <typename YAt>
    void draw_lines(double left, double right, double bottom, YAt y_at) {
        const auto& at = chart_.positions;
        const double span = at.back() - at.front();
        const auto x_at = [&](std::size_t i) { return span == 0 ? (left + right) / 2 : left + 10 + (at[i] - at.front()) / span * (right - left - 20); };
        draw_place_labels(x_at, left, right, bottom);
        for (std::size_t s = 0; s < chart_.series.size(); ++s) {
            const auto& values = chart_.series[s].values;
            std::string points;
            bool pen_down = false;
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (values[i]) {
                    points += (pen_down ? "L" : "M") + Svg::number(x_at(i)) + " " + Svg::number(y_at(*values[i] / scale_.by));
                }
                pen_down = values[i].has_value();
            }
            svg_.path(points, s);
            for (std::size_t i = 0; i < values.size(); ++i) {
                const bool alone = values[i] && (i == 0 || !values[i - 1]) && (i + 1 == values.size() || !values[i + 1]);
                if (values[i] && (values.size() <= kMostMarkers || alone)) {
                    svg_.dot(x_at(i), y_at(*values[i] / scale_.by), s);
                }
            }
        }
    }

    template <typename YAt>
    void draw_columns(double left, double right, double bottom, YAt y_at) {
        const auto places = chart_.places.size();
        const double slot = (right - left) / static_cast<double>(places);
        const double column = std::min(56.0, slot * 0.8 / static_cast<double>(chart_.series.size()));
        const auto x_at = [&](std::size_t i) { return left + slot * (static_cast<double>(i) + 0.5); };
        draw_place_labels(x_at, left, right, bottom);
        for (std::size_t s = 0; s < chart_.series.size(); ++s) {
            for (std::size_t i = 0; i < places; ++i) {
                if (const auto& value = chart_.series[s].values[i]) {
                    const double x = x_at(i) + (static_cast<double>(s) - static_cast<double>(chart_.series.size()) / 2) * column;
                    const double zero = y_at(0);
                    const double end = y_at(*value / scale_.by);
                    svg_.bar(x, std::min(zero, end), column - 1, std::fabs(zero - end), s);
                }
            }
        }
    }

    /// Every n-th label below the axis, so that they fit without touching; the last place always has one.
    template <typename XAt>
    void draw_place_labels(XAt x_at, double left, double right, double bottom) {
        double widest = 0;
        for (const auto& place : chart_.places) {
            widest = std::max(widest, width_of(place.in(lang_)));
        }
        const auto count = chart_.places.size();
        const auto fitting = std::max<std::size_t>(1, static_cast<std::size_t>((right - left) / (widest + 14)));
        const auto step = (count + fitting - 1) / fitting;
        double free_until = width_ + 10;
        for (std::size_t i = count; i-- > 0;) {
            const auto& label = chart_.places[i].in(lang_);
            const double half = width_of(label) / 2;
            const double centre = std::max(kEdge + half, std::min(x_at(i), width_ - 4 - half));
            if ((count - 1 - i) % step == 0 && centre + half + 6 <= free_until) {
                svg_.text(centre, bottom + 20, label, "middle");
                free_until = centre - half;
            }
        }
    }

    /// Horizontal bars: long Vietnamese names stay readable.
    void draw_categories() {
        const bool above = width_ < 500;
        double label_width = 0;
        for (const auto& place : chart_.places) {
            label_width = std::max(label_width, width_of(place.in(lang_)));
        }
        label_width = above ? 0 : std::min(label_width, width_ * 0.36);
        double value_width = std::max(width_of(shown(high_)), width_of(shown(low_)));
        const double left = kEdge + label_width + (above ? 0 : 10);
        const double right = width_ - kEdge - value_width - 6;
        const double low = std::min(0.0, low_);
        const double high = std::max(0.0, high_);
        const auto x_at = [&](double value) { return high == low ? left : left + (value - low) / (high - low) * (right - left); };
        const double thickness = chart_.series.size() == 1 ? 20 : 16;
        y_ += 8;
        const double top = y_ - 2;
        for (std::size_t i = 0; i < chart_.places.size(); ++i) {
            const auto& label = chart_.places[i].in(lang_);
            const double group = thickness * static_cast<double>(chart_.series.size());
            if (above) {
                svg_.text(kEdge, y_ + kSize, shortened(label, width_ - 2 * kEdge), "start", "ink");
                y_ += kLine;
            } else {
                svg_.text(left - 10, y_ + group / 2 + 5, shortened(label, label_width + kLetter), "end", "ink");
            }
            for (std::size_t s = 0; s < chart_.series.size(); ++s) {
                if (const auto& value = chart_.series[s].values[i]) {
                    const double from = x_at(std::min(0.0, *value));
                    const double to = x_at(std::max(0.0, *value));
                    svg_.bar(from, y_ + thickness * static_cast<double>(s), to - from, thickness - 2, s);
                    svg_.text(to + 6, y_ + thickness * static_cast<double>(s) + thickness / 2 + 4, shown(*value));
                }
            }
            y_ += group + (above ? 8 : 9);
        }
        if (!above) {
            svg_.line(x_at(0), top, x_at(0), y_ - 6, true);
        }
        y_ += kEdge;
    }

    std::string document() const {
        const auto size = std::to_string(width_) + "\" height=\"" + std::to_string(static_cast<int>(std::ceil(y_)));
        std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" viewBox=\"0 0 " + std::to_string(width_) + " " + std::to_string(static_cast<int>(std::ceil(y_))) +
                          "\" role=\"img\" aria-labelledby=\"t d\" lang=\"" + std::string(code(lang_)) + "\" font-family=\"'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\" font-size=\"" +
                          Svg::number(kSize) + "\">\n<title id=\"t\">" + escape_html(chart_.title.in(lang_)) + "</title>\n<desc id=\"d\">" + escape_html(chart_words(chart_, lang_)) + "</desc>\n";
        // Colours stand on the elements; only the dark scheme is styled, so that a strict content policy costs no more than that.
        out += "<style>@media (prefers-color-scheme: dark){.paper{fill:#19231d}.ink{fill:#eaf0ea}.soft{fill:#b3c0b7}.grid{stroke:#33433a}.axis{stroke:#7d8f85}";
        for (std::size_t i = 0; i < chart_.series.size(); ++i) {
            const auto n = std::to_string(i);
            out += ".f" + n + "{fill:" + kColours[i].dark + "}.l" + n + "{stroke:" + kColours[i].dark + "}";
        }
        return out + "}</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + svg_.elements() + "</svg>\n";
    }

    const ChartData& chart_;
    Lang lang_;
    int width_;
    Svg svg_;
    double low_ = 0;
    double high_ = 0;
    Scale scale_;
    double y_ = 0;
};

}  // namespace

ChartPicture draw_chart(const ChartData& chart, Lang lang, int width) { return ChartDrawing(chart, lang, width).draw(); }

}  // namespace khomo::builder
