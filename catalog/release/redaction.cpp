// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/release/redaction.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/release/layout.hpp"

namespace khomo::catalog {
namespace {

using nlohmann::json;

json cause_json(const RedactionCause& cause) {
    return {{"sequence", cause.sequence}, {"entry_hash", cause.entry_hash}, {"dataset", cause.dataset}, {"versions", cause.versions}, {"document", cause.document}, {"at", cause.at}};
}

json file_json(const RedactedFile& file) {
    return {{"path", file.path}, {"unit", file.unit}, {"sha256", file.sha256}, {"cause", file.cause}, {"text", file.text ? json(*file.text) : json(nullptr)}};
}

RedactedFile file_from(const json& item) {
    RedactedFile file{item.at("path"), item.at("unit"), item.at("sha256"), item.at("cause"), std::nullopt};
    if (!item.at("text").is_null()) {
        file.text = item.at("text").get<std::string>();
    }
    return file;
}

[[noreturn]] void damaged() {
    throw Error(ErrorKind::format, {"redactions.json hỏng. Chạy khomo build để dựng bản mới, rồi bỏ bản phát hành này", "redactions.json is damaged. Run khomo build for a new release and remove this one"});
}

}  // namespace

bool RedactionRecord::holds(std::int64_t cause) const {
    return std::any_of(causes.begin(), causes.end(), [&](const auto& one) { return one.sequence == cause; });
}

std::string RedactionRecord::to_json() const {
    json record = {{"format", 1}, {"release", release}, {"causes", json::array()}, {"files", json::array()}, {"markers", json::array()}};
    for (const auto& cause : causes) {
        record["causes"].push_back(cause_json(cause));
    }
    for (const auto& file : files) {
        record["files"].push_back(file_json(file));
    }
    for (const auto& marker : markers) {
        record["markers"].push_back({{"path", marker.path}, {"text", marker.text}});
    }
    return record.dump(1) + "\n";
}

RedactionRecord RedactionRecord::parse(const std::string& text) {
    RedactionRecord record;
    try {
        const auto document = json::parse(text);
        if (document.at("format") != 1) {
            damaged();
        }
        document.at("release").get_to(record.release);
        for (const auto& item : document.at("causes")) {
            record.causes.push_back({item.at("sequence"), item.at("entry_hash"), item.at("dataset"), item.at("versions"), item.at("document"), item.at("at")});
        }
        for (const auto& item : document.at("files")) {
            record.files.push_back(file_from(item));
        }
        for (const auto& item : document.at("markers")) {
            record.markers.push_back({item.at("path"), item.at("text")});
        }
    } catch (const json::exception&) {
        damaged();
    }
    // The paths are unlinked and written: none may leave the release.
    const bool safe = std::all_of(record.files.begin(), record.files.end(), [](const auto& file) { return is_safe_relative(file.path); }) &&
                      std::all_of(record.markers.begin(), record.markers.end(), [](const auto& marker) { return is_safe_relative(marker.path); });
    if (!safe) {
        damaged();
    }
    return record;
}

std::optional<RedactionRecord> RedactionRecord::read(const std::filesystem::path& release) {
    const auto file = release / layout::kRedactions;
    return std::filesystem::exists(file) ? std::optional(parse(read_file(file))) : std::nullopt;
}

}  // namespace khomo::catalog
