// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/yaml_map.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::catalog {
namespace {

constexpr std::string_view kSyntax = "catalogue/yaml-syntax";
constexpr std::string_view kMissing = "catalogue/missing-key";
constexpr std::string_view kKind = "catalogue/wrong-kind";
constexpr std::string_view kUnknown = "catalogue/unknown-key";

Finding finding_at(const YAML::Mark& mark, const YamlSource& source, std::string_view key, std::string_view rule, Text message, Text fix) {
    Finding finding;
    finding.rule = rule;
    finding.dataset = source.dataset;
    finding.place.file = source.file;
    finding.place.column = key;
    if (mark.line >= 0) {
        finding.place.line = static_cast<std::uint64_t>(mark.line) + 1 + source.line_offset;
        finding.place.line_column = static_cast<std::uint64_t>(mark.column) + 1;
    }
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    return finding;
}

YAML::Node at(const YAML::Node& map, std::string_view key) { return map.IsMap() ? map[std::string(key)] : YAML::Node(YAML::NodeType::Undefined); }

}  // namespace

YamlMap::YamlMap(const YAML::Node& node, std::shared_ptr<const YamlSource> source)
    : node_(std::make_shared<YAML::Node>(node)), source_(std::move(source)) {}

YamlMap YamlMap::parse(const std::string& yaml, YamlSource source) {
    auto shared = std::make_shared<const YamlSource>(std::move(source));
    try {
        const auto node = YAML::Load(yaml);
        if (node.IsMap()) {
            return {node, shared};
        }
        shared->findings->add(finding_at(node.Mark(), *shared, "", kKind, {"Tệp phải là một bảng khóa: giá trị", "The file must be a map of keys and values"}, {}));
    } catch (const YAML::Exception& error) {
        shared->findings->add(finding_at(error.mark, *shared, "", kSyntax, {"YAML sai cú pháp: " + error.msg, "YAML syntax error: " + error.msg},
                                         {"Kiểm tra thụt lề, dấu hai chấm và dấu nháy ở dòng này", "Check indentation, colons and quotes on this line"}));
    }
    return {YAML::Node(YAML::NodeType::Map), shared};
}

void YamlMap::add(const YAML::Node& where, std::string_view key, std::string_view rule, Text message, Text fix) {
    const auto mark = where.IsDefined() ? where.Mark() : node_->Mark();
    source_->findings->add(finding_at(mark, *source_, key, rule, std::move(message), std::move(fix)));
}

bool YamlMap::has(std::string_view key) const {
    const auto node = at(*node_, key);
    return node.IsDefined() && !node.IsNull();
}

std::optional<std::string> YamlMap::scalar(std::string_view key, bool required) {
    known_.emplace_back(key);
    const auto node = at(*node_, key);
    if (!node.IsDefined() || node.IsNull()) {
        if (required) {
            add(*node_, key, kMissing, {"Thiếu khóa «" + std::string(key) + "»", "The key «" + std::string(key) + "» is missing"},
                {"Thêm khóa này", "Add the key"});
        }
        return std::nullopt;
    }
    if (!node.IsScalar()) {
        add(node, key, kKind, {"«" + std::string(key) + "» phải là một giá trị đơn", "«" + std::string(key) + "» must be a single value"}, {});
        return std::nullopt;
    }
    return clean_text(node.Scalar());
}

std::string YamlMap::string(std::string_view key, bool required) { return scalar(key, required).value_or(""); }

Text YamlMap::text(std::string_view key, bool required) {
    const auto node = at(*node_, key);
    if (!node.IsDefined() || !node.IsMap()) {
        return {string(key, required), ""};
    }
    known_.emplace_back(key);
    YamlMap both(node, source_);
    Text text{both.string("vi", true), both.string("en")};
    both.reject_unknown_keys();
    return text;
}

bool YamlMap::boolean(std::string_view key, bool otherwise) {
    const auto word = scalar(key, false);
    if (!word || *word == "true" || *word == "false") {
        return word ? *word == "true" : otherwise;
    }
    fault(key, kKind, {"«" + std::string(key) + "» phải là true hoặc false", "«" + std::string(key) + "» must be true or false"});
    return otherwise;
}

std::int64_t YamlMap::integer(std::string_view key, std::int64_t otherwise) {
    const auto word = scalar(key, false);
    const auto value = word ? parse_integer(*word) : std::nullopt;
    if (word && !value) {
        fault(key, kKind, {"«" + std::string(key) + "» phải là số nguyên", "«" + std::string(key) + "» must be a whole number"});
    }
    return value.value_or(otherwise);
}

std::optional<double> YamlMap::number(std::string_view key) {
    const auto word = scalar(key, false);
    const auto value = word ? parse_double(*word) : std::nullopt;
    if (word && !value) {
        fault(key, kKind, {"«" + std::string(key) + "» phải là số", "«" + std::string(key) + "» must be a number"});
    }
    return value;
}

std::optional<Date> YamlMap::date(std::string_view key, bool required) {
    const auto word = scalar(key, required);
    const auto value = word ? parse_iso_date(*word) : std::nullopt;
    if (word && !value) {
        fault(key, kKind, {"«" + std::string(key) + "» phải là ngày dạng 2026-05-13", "«" + std::string(key) + "» must be a date such as 2026-05-13"});
    }
    return value;
}

std::optional<Instant> YamlMap::instant(std::string_view key) {
    const auto word = scalar(key, false);
    const auto value = word ? parse_instant(*word) : std::nullopt;
    if (word && !value) {
        fault(key, kKind, {"«" + std::string(key) + "» phải là thời điểm dạng 2026-10-01T08:00:00+07:00",
                           "«" + std::string(key) + "» must be an instant such as 2026-10-01T08:00:00+07:00"});
    }
    return value;
}

std::vector<std::string> YamlMap::strings(std::string_view key) {
    known_.emplace_back(key);
    const auto node = at(*node_, key);
    std::vector<std::string> list;
    if (!node.IsDefined() || node.IsNull()) {
        return list;
    }
    if (node.IsScalar()) {
        return {clean_text(node.Scalar())};
    }
    for (const auto& item : node) {
        if (!node.IsSequence() || !item.IsScalar()) {
            add(node, key, kKind, {"«" + std::string(key) + "» phải là danh sách chữ", "«" + std::string(key) + "» must be a list of words"}, {});
            return {};
        }
        list.push_back(clean_text(item.Scalar()));
    }
    return list;
}

std::vector<double> YamlMap::numbers(std::string_view key) {
    std::vector<double> list;
    for (const auto& word : strings(key)) {
        const auto value = parse_double(word);
        if (!value) {
            fault(key, kKind, {"«" + word + "» không phải số", "«" + word + "» is not a number"});
            return {};
        }
        list.push_back(*value);
    }
    return list;
}

std::optional<YamlMap> YamlMap::map(std::string_view key, bool required) {
    known_.emplace_back(key);
    const auto node = at(*node_, key);
    if (node.IsDefined() && node.IsMap()) {
        return YamlMap(node, source_);
    }
    if (node.IsDefined() && !node.IsNull()) {
        add(node, key, kKind, {"«" + std::string(key) + "» phải là một bảng khóa: giá trị", "«" + std::string(key) + "» must be a map"}, {});
    } else if (required) {
        add(*node_, key, kMissing, {"Thiếu khóa «" + std::string(key) + "»", "The key «" + std::string(key) + "» is missing"}, {"Thêm khóa này", "Add the key"});
    }
    return std::nullopt;
}

bool YamlMap::is_list(std::string_view key) const {
    const auto node = at(*node_, key);
    return node.IsDefined() && node.IsSequence();
}

std::vector<YamlMap> YamlMap::maps(std::string_view key) {
    known_.emplace_back(key);
    const auto node = at(*node_, key);
    std::vector<YamlMap> list;
    if (!node.IsDefined() || node.IsNull()) {
        return list;
    }
    if (!node.IsSequence()) {
        add(node, key, kKind, {"«" + std::string(key) + "» phải là danh sách", "«" + std::string(key) + "» must be a list"}, {});
        return list;
    }
    for (const auto& item : node) {
        if (item.IsMap()) {
            list.push_back(YamlMap(item, source_));
        } else {
            add(item, key, kKind, {"Mỗi mục của «" + std::string(key) + "» phải là một bảng khóa: giá trị", "Each item of «" + std::string(key) + "» must be a map"}, {});
        }
    }
    return list;
}

std::vector<std::pair<std::string, std::string>> YamlMap::entries() {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& pair : *node_) {
        const auto key = pair.first.as<std::string>();
        all.emplace_back(key, string(key));
    }
    return all;
}

std::string YamlMap::one_of(std::string_view key, const std::vector<std::string>& allowed, bool required) {
    auto word = scalar(key, required);
    if (!word || std::find(allowed.begin(), allowed.end(), *word) != allowed.end()) {
        return word.value_or("");
    }
    std::string list;
    for (const auto& item : allowed) {
        list += (list.empty() ? "" : ", ") + item;
    }
    const auto near = nearest(*word, allowed);
    fault(key, kKind, {"«" + *word + "» không phải giá trị của «" + std::string(key) + "» (" + list + ")", "«" + *word + "» is not a value of «" + std::string(key) + "» (" + list + ")"},
          near.empty() ? Text{} : Text{"Có phải là «" + near + "»?", "Did you mean «" + near + "»?"});
    return "";
}

void YamlMap::reject_unknown_keys() {
    for (const auto& pair : *node_) {
        const auto key = pair.first.IsScalar() ? pair.first.Scalar() : std::string("?");
        if (std::find(known_.begin(), known_.end(), key) != known_.end()) {
            continue;
        }
        const auto near = nearest(key, known_);
        add(pair.first, key, kUnknown, {"Khóa lạ «" + key + "»", "Unknown key «" + key + "»"},
            near.empty() ? Text{"Xóa khóa này", "Remove the key"} : Text{"Có phải là «" + near + "»?", "Did you mean «" + near + "»?"});
    }
}

void YamlMap::fault(std::string_view key, std::string_view rule, Text message, Text fix) {
    add(at(*node_, key), key, rule, std::move(message), std::move(fix));
}

}  // namespace khomo::catalog
