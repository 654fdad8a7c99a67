// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/base/instant.hpp"
#include "catalog/model/finding.hpp"

namespace YAML {
class Node;
}

namespace khomo::catalog {

/// Where a YAML text comes from, and where its faults go.
struct YamlSource {
    std::string file;              ///< as the operator names it, relative to the portal folder
    std::uint64_t line_offset = 0; ///< lines above the YAML in the file (front matter)
    std::string dataset;
    Findings* findings = nullptr;
};

/// A YAML map that is read key by key. Each fault (missing key, wrong kind, unknown key) becomes a finding with file, line and
/// column, never an exception; the caller gets an empty value and goes on, so that all faults are told at once.
class YamlMap {
public:
    /// Parses a text whose top is a map; on a syntax error the map is empty and the finding says where.
    static YamlMap parse(const std::string& yaml, YamlSource source);

    bool has(std::string_view key) const;
    std::string string(std::string_view key, bool required = false);
    Text text(std::string_view key, bool required = false);
    bool boolean(std::string_view key, bool otherwise = false);
    std::int64_t integer(std::string_view key, std::int64_t otherwise);
    std::optional<double> number(std::string_view key);
    std::optional<Date> date(std::string_view key, bool required = false);
    std::optional<Instant> instant(std::string_view key);
    /// A list of strings, or one string standing for a list of one.
    std::vector<std::string> strings(std::string_view key);
    std::vector<double> numbers(std::string_view key);
    std::optional<YamlMap> map(std::string_view key, bool required = false);
    std::vector<YamlMap> maps(std::string_view key);
    /// Whether the value at the key is a list.
    bool is_list(std::string_view key) const;
    /// All entries of a map whose keys are free.
    std::vector<std::pair<std::string, std::string>> entries();
    /// One of the allowed words; a finding names the nearest otherwise.
    std::string one_of(std::string_view key, const std::vector<std::string>& allowed, bool required = false);

    /// Reports every key that nobody asked for, with the nearest known one. Call it last.
    void reject_unknown_keys();
    /// A fault of the value at `key` (or of the whole map when the key is not there).
    void fault(std::string_view key, std::string_view rule, Text message, Text fix = {});

private:
    YamlMap(const YAML::Node& node, std::shared_ptr<const YamlSource> source);
    std::optional<std::string> scalar(std::string_view key, bool required);
    void add(const YAML::Node& at, std::string_view key, std::string_view rule, Text message, Text fix);

    std::shared_ptr<YAML::Node> node_;
    std::shared_ptr<const YamlSource> source_;
    std::vector<std::string> known_;
};

}  // namespace khomo::catalog
