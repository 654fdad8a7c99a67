// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/release/manifest.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/number.hpp"
#include "catalog/release/layout.hpp"

namespace khomo::catalog {
namespace {

constexpr std::string_view kName = R"({"name":")";
constexpr std::string_view kFingerprint = R"(","fingerprint":")";
constexpr std::string_view kFiles = R"(","files":[)";
constexpr std::string_view kPath = R"({"path":")";
constexpr std::string_view kBytes = R"(","bytes":)";
constexpr std::string_view kSha = R"(,"sha256":")";

[[noreturn]] void damaged(std::string_view line) {
    throw Error(ErrorKind::format, {"manifest.json hỏng ở: " + std::string(line.substr(0, 120)),
                                    "manifest.json is damaged at: " + std::string(line.substr(0, 120))});
}

/// Takes `literal` off the front of `rest`, or complains.
void expect(std::string_view& rest, std::string_view literal, std::string_view line) {
    if (!rest.starts_with(literal)) {
        damaged(line);
    }
    rest.remove_prefix(literal.size());
}

/// Names, paths and hashes never need JSON escapes: they are checked when a unit is made.
std::string_view until_quote(std::string_view& rest, std::string_view line) {
    const auto end = rest.find('"');
    if (end == std::string_view::npos) {
        damaged(line);
    }
    const auto text = rest.substr(0, end);
    rest.remove_prefix(end);
    return text;
}

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c != '"' && c != '\\'; });
}

}  // namespace

ManifestUnit::ManifestUnit(std::string_view name, std::string_view fingerprint, const std::vector<ReleaseFile>& files) {
    std::string line;
    line.append(kName).append(name).append(kFingerprint).append(fingerprint).append(kFiles);
    bool first = true;
    for (const auto& file : files) {
        if (!is_plain(file.path) || !is_plain(name)) {
            throw Error(ErrorKind::internal, {"Tên không dùng được trong bản phát hành: " + file.path, "Not a name for a release: " + file.path});
        }
        line.append(first ? "" : ",").append(kPath).append(file.path).append(kBytes);
        append_text(line, static_cast<std::int64_t>(file.bytes));
        line.append(kSha).append(file.sha256).append("\"}");
        first = false;
    }
    line.append("]}");
    text_ = std::make_shared<const std::string>(std::move(line));
    line_ = *text_;
    name_ = line_.substr(kName.size(), name.size());
    fingerprint_ = line_.substr(kName.size() + name.size() + kFingerprint.size(), fingerprint.size());
}

ManifestUnit ManifestUnit::parse(std::string_view line, std::shared_ptr<const std::string> text) {
    ManifestUnit unit;
    auto rest = line;
    expect(rest, kName, line);
    unit.name_ = until_quote(rest, line);
    expect(rest, kFingerprint, line);
    unit.fingerprint_ = until_quote(rest, line);
    expect(rest, kFiles, line);
    unit.line_ = line;
    unit.text_ = std::move(text);
    return unit;
}

std::vector<ReleaseFile> ManifestUnit::files() const {
    std::vector<ReleaseFile> files;
    std::string_view rest = line_;
    rest.remove_prefix(rest.find(kFiles) + kFiles.size());
    while (rest != "]}") {
        if (!files.empty()) {
            expect(rest, ",", line_);
        }
        ReleaseFile file;
        expect(rest, kPath, line_);
        file.path = until_quote(rest, line_);
        expect(rest, kBytes, line_);
        const auto digits = rest.substr(0, rest.find(','));
        const auto bytes = parse_integer(digits);
        if (!bytes || *bytes < 0) {
            damaged(line_);
        }
        file.bytes = static_cast<std::uint64_t>(*bytes);
        rest.remove_prefix(digits.size());
        expect(rest, kSha, line_);
        file.sha256 = until_quote(rest, line_);
        expect(rest, "\"}", line_);
        files.push_back(std::move(file));
    }
    return files;
}

std::size_t ManifestUnit::file_count() const {
    std::size_t count = 0;
    for (auto at = line_.find(kPath); at != std::string_view::npos; at = line_.find(kPath, at + kPath.size())) {
        ++count;
    }
    return count;
}

bool ManifestUnit::holds(std::string_view path) const {
    std::string item(kPath);
    item.append(path).append("\"");
    return line_.find(item) != std::string_view::npos;
}

std::string Manifest::content_sha256() const {
    Sha256 sha;
    for (const auto& unit : units) {
        sha.update(unit.line());
        sha.update("\n");
    }
    return sha.finish();
}

void Manifest::seal() {
    std::sort(units.begin(), units.end(), [](const ManifestUnit& a, const ManifestUnit& b) { return a.name() < b.name(); });
    id = std::to_string(number) + '-' + sha256_hex(content_sha256() + as_of + tool).substr(0, 12);
}

std::string Manifest::to_json() const {
    const nlohmann::json head = {{"format", 1}, {"number", number}, {"id", id}, {"parent", parent}, {"as_of", as_of}, {"tool", tool}};
    std::string json = head.dump();
    std::size_t size = json.size() + 20;
    for (const auto& unit : units) {
        size += unit.line().size() + 2;
    }
    json.reserve(size);
    json.back() = ',';
    json += "\"units\":[\n";
    for (std::size_t i = 0; i < units.size(); ++i) {
        json.append(units[i].line()).append(i + 1 < units.size() ? ",\n" : "\n");
    }
    return json + "]}\n";
}

Manifest Manifest::parse(std::string text) {
    const auto shared = std::make_shared<const std::string>(std::move(text));
    const std::string_view json(*shared);
    const auto first_end = json.find('\n');
    constexpr std::string_view kUnits = ",\"units\":[";
    const auto head_text = json.substr(0, first_end);
    if (first_end == std::string_view::npos || !head_text.ends_with(kUnits)) {
        damaged(head_text);
    }
    Manifest manifest;
    const auto head = nlohmann::json::parse(std::string(head_text.substr(0, head_text.size() - kUnits.size())) + "}", nullptr, false);
    if (head.is_discarded() || head.value("format", 0) != 1) {
        damaged(head_text);
    }
    manifest.number = head.at("number");
    manifest.id = head.at("id");
    manifest.parent = head.at("parent");
    manifest.as_of = head.at("as_of");
    manifest.tool = head.at("tool");
    auto rest = json.substr(first_end + 1);
    while (!rest.starts_with("]}")) {
        const auto end = rest.find('\n');
        if (end == std::string_view::npos) {
            damaged(rest);
        }
        auto line = rest.substr(0, end);
        if (line.ends_with(',')) {
            line.remove_suffix(1);
        }
        manifest.units.push_back(ManifestUnit::parse(line, shared));
        rest.remove_prefix(end + 1);
    }
    return manifest;
}

Manifest Manifest::read(const std::filesystem::path& release) { return parse(read_file(release / layout::kManifest)); }

}  // namespace khomo::catalog
