// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/dataset.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace khomo::catalog {
namespace {

template <typename Enum, std::size_t N>
std::string_view name_of(const std::array<std::pair<Enum, std::string_view>, N>& names, Enum value) {
    return std::find_if(names.begin(), names.end(), [&](const auto& pair) { return pair.first == value; })->second;
}

template <typename Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<std::pair<Enum, std::string_view>, N>& names, std::string_view text) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& pair) { return pair.second == text; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

constexpr std::array<std::pair<FieldType, std::string_view>, 7> kFieldTypes = {{{FieldType::string, "string"},
                                                                               {FieldType::integer, "integer"},
                                                                               {FieldType::number, "number"},
                                                                               {FieldType::boolean, "boolean"},
                                                                               {FieldType::date, "date"},
                                                                               {FieldType::datetime, "datetime"},
                                                                               {FieldType::period, "period"}}};
constexpr std::array<std::pair<OpenClass, std::string_view>, 4> kClasses = {{{OpenClass::open, "open"},
                                                                            {OpenClass::aggregated, "aggregated"},
                                                                            {OpenClass::restricted, "restricted"},
                                                                            {OpenClass::never, "never"}}};
constexpr std::array<std::pair<Frequency, std::string_view>, 6> kFrequencies = {{{Frequency::daily, "daily"},
                                                                                {Frequency::monthly, "monthly"},
                                                                                {Frequency::quarterly, "quarterly"},
                                                                                {Frequency::yearly, "yearly"},
                                                                                {Frequency::on_change, "on-change"},
                                                                                {Frequency::on_request, "on-request"}}};

}  // namespace

std::string_view to_string(FieldType type) { return name_of(kFieldTypes, type); }
std::optional<FieldType> parse_field_type(std::string_view text) { return value_of(kFieldTypes, text); }
std::string_view to_string(OpenClass open_class) { return name_of(kClasses, open_class); }
std::optional<OpenClass> parse_open_class(std::string_view text) { return value_of(kClasses, text); }
std::string_view to_string(Frequency frequency) { return name_of(kFrequencies, frequency); }
std::optional<Frequency> parse_frequency(std::string_view text) { return value_of(kFrequencies, text); }

bool CatalogEntry::publishable() const {
    return (open_class == OpenClass::open || open_class == OpenClass::aggregated) && !fields.empty() && decision.has_value() &&
           !licence.empty();
}

const Field* CatalogEntry::field(std::string_view name) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

const Field* CatalogEntry::unit_field() const {
    const auto found = std::find_if(fields.begin(), fields.end(), [](const Field& field) { return field.codelist == "units"; });
    return found == fields.end() ? nullptr : &*found;
}

std::string CatalogEntry::table_name() const {
    std::string name = id;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

const std::vector<std::pair<std::string, Text>>& scenario_titles() {
    static const std::vector<std::pair<std::string, Text>> kTitles = {
        {"kinh-te-xa-hoi", {"Kinh tế - xã hội", "Economy and society"}},
        {"y-te", {"Y tế", "Health"}},
        {"giao-duc", {"Giáo dục", "Education"}},
        {"giao-thong", {"Giao thông", "Transport"}},
        {"moi-truong", {"Môi trường", "Environment"}},
        {"an-ninh-trat-tu", {"An ninh trật tự", "Public order"}},
        {"an-sinh-xa-hoi", {"An sinh xã hội", "Social security"}},
        {"nganh-khac", {"Ngành, lĩnh vực khác", "Other sectors"}},
        {"chuyen-de", {"Chuyên đề", "Special topics"}},
        {"tuc-thoi", {"Tức thời", "Emergencies"}},
    };
    return kTitles;
}

}  // namespace khomo::catalog
