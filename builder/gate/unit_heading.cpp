// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/unit_heading.hpp"

#include <algorithm>
#include <array>

#include "catalog/base/letter_case.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

/// A unit by what it measures and how many of the first unit of its kind it is. Names are folded and without spaces.
struct KnownUnit {
    std::string_view name;
    std::string_view kind;
    double size;
};

constexpr std::array<KnownUnit, 62> kUnits = {{{"m2", "area", 1},           {"metvuong", "area", 1},      {"ha", "area", 1e4},         {"hecta", "area", 1e4},
                                               {"nghinha", "area", 1e7},    {"km2", "area", 1e6},         {"kmvuong", "area", 1e6},    {"m", "length", 1},
                                               {"met", "length", 1},        {"mm", "length", 1e-3},       {"cm", "length", 1e-2},      {"km", "length", 1e3},
                                               {"kg", "mass", 1},           {"g", "mass", 1e-3},          {"yen", "mass", 10},         {"ta", "mass", 100},
                                               {"tan", "mass", 1000},       {"nghintan", "mass", 1e6},    {"trieutan", "mass", 1e9},   {"dong", "money", 1},
                                               {"vnd", "money", 1},         {"d", "money", 1},            {"nghindong", "money", 1e3}, {"ngandong", "money", 1e3},
                                               {"1000dong", "money", 1e3},  {"trieudong", "money", 1e6},  {"trd", "money", 1e6},       {"tydong", "money", 1e9},
                                               {"tidong", "money", 1e9},    {"usd", "dollars", 1},        {"nghinusd", "dollars", 1e3}, {"trieuusd", "dollars", 1e6},
                                               {"nguoi", "people", 1},      {"nghinnguoi", "people", 1e3}, {"ngannguoi", "people", 1e3}, {"ho", "households", 1},
                                               {"nghinho", "households", 1e3}, {"con", "animals", 1},      {"nghincon", "animals", 1e3}, {"trieucon", "animals", 1e6},
                                               {"m3", "volume", 1},         {"metkhoi", "volume", 1},     {"nghinm3", "volume", 1e3},  {"10^3m3", "volume", 1e3},
                                               {"trieum3", "volume", 1e6},  {"10^6m3", "volume", 1e6},    {"lit", "volume", 1e-3},     {"l", "volume", 1e-3},
                                               {"%", "share", 1e-2},        {"phantram", "share", 1e-2},  {"‰", "share", 1e-3},        {"lan", "share", 1},
                                               {"kwh", "energy", 1},        {"mwh", "energy", 1e3},       {"trieukwh", "energy", 1e6}, {"kw", "power", 1},
                                               {"mw", "power", 1e3},        {"ngay", "days", 1},          {"cay", "trees", 1},         {"nghincay", "trees", 1e3},
                                               {"m3/s", "flow", 1},         {"l/s", "flow", 1e-3}}};

std::string plain(std::string_view unit) {
    std::string text;
    for (const char c : fold(clean_text(unit))) {
        if (c != ' ' && c != '.') {
            text += c;
        }
    }
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"²", "2"}, {"³", "3"}, {"⁶", "^6"}}) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from)) {
            text.replace(at, from.size(), to);
        }
    }
    for (const std::string_view lead : {"dvt:", "donvitinh:", "donvi:", "unit:"}) {
        if (text.starts_with(lead)) {
            text.erase(0, lead.size());
        }
    }
    return text;
}

/// Words that are a unit with their own marks alone: "(đông)" in a heading is a direction, "(đồng)" is money.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kMarked = {{{"dong", "ĐỒNG"}, {"tan", "TẤN"}, {"ta", "TẠ"}, {"yen", "YẾN"}, {"ho", "HỘ"}, {"nguoi", "NGƯỜI"},
                                                                                   {"con", "CON"}, {"ngay", "NGÀY"}, {"cay", "CÂY"}, {"lan", "LẦN"}, {"met", "MÉT"}, {"lit", "LÍT"}}};

bool is_another_word(std::string_view unit, std::string_view name) {
    const auto marked = std::find_if(kMarked.begin(), kMarked.end(), [&](const auto& one) { return one.first == name; });
    const auto written = to_upper(clean_text(unit));
    const bool has_marks = std::any_of(written.begin(), written.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return marked != kMarked.end() && has_marks && written != marked->second;
}

const KnownUnit* known(std::string_view unit) {
    const auto name = plain(unit);
    if (is_another_word(unit, name)) {
        return nullptr;
    }
    const auto found = std::find_if(kUnits.begin(), kUnits.end(), [&](const auto& one) { return one.name == name; });
    return found == kUnits.end() ? nullptr : found;
}

}  // namespace

UnitHeading split_unit(std::string_view heading) {
    const auto text = trim(heading);
    const auto open = text.rfind('(');
    if (open == std::string_view::npos || !text.ends_with(')') || open == 0) {
        return {std::string(text), ""};
    }
    return {std::string(trim(text.substr(0, open))), std::string(trim(text.substr(open + 1, text.size() - open - 2)))};
}

UnitMatch compare_units(std::string_view a, std::string_view b) {
    if (plain(a) == plain(b)) {
        return UnitMatch::same;
    }
    const auto* first = known(a);
    const auto* second = known(b);
    if (first == nullptr || second == nullptr) {
        return UnitMatch::unknown;
    }
    return first->kind == second->kind && first->size == second->size ? UnitMatch::same : UnitMatch::different;
}

std::string conversion(std::string_view from, std::string_view to) {
    const auto* first = known(from);
    const auto* second = known(to);
    if (first == nullptr || second == nullptr || first->kind != second->kind) {
        return "";
    }
    const double factor = first->size / second->size;
    return factor >= 1 ? "×" + to_text(factor) : "÷" + to_text(second->size / first->size);
}

}  // namespace khomo::builder
