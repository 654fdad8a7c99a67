// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/read_request.hpp"

#include <nlohmann/json.hpp>

namespace khomo::builder {

void to_json(nlohmann::json& json, const ReadRequest& request) {
    std::vector<std::string> siblings;
    for (const auto& path : request.siblings) {
        siblings.push_back(path.string());
    }
    const auto& table = request.table;
    json = {{"copy", request.copy.string()},
            {"name", request.name},
            {"siblings", siblings},
            {"scratch", request.scratch.string()},
            {"encoding", table.encoding},
            {"delimiter", table.delimiter},
            {"sheet", table.sheet},
            {"header_rows", table.header_rows},
            {"skip_rows", table.skip_rows},
            {"record", table.record},
            {"ignored", request.ignored},
            {"layer", request.layer},
            {"spatial", request.spatial},
            {"attachment", request.attachment},
            {"memory_mb", request.limits.memory_mb},
            {"cpu_seconds", request.limits.cpu_seconds},
            {"cpu_seconds_per_10mb", request.limits.cpu_seconds_per_10mb},
            {"file_mb", request.limits.file_mb}};
}

void from_json(const nlohmann::json& json, ReadRequest& request) {
    request.copy = json.at("copy").get<std::string>();
    json.at("name").get_to(request.name);
    for (const auto& path : json.at("siblings")) {
        request.siblings.emplace_back(path.get<std::string>());
    }
    request.scratch = json.at("scratch").get<std::string>();
    auto& table = request.table;
    json.at("encoding").get_to(table.encoding);
    json.at("delimiter").get_to(table.delimiter);
    json.at("sheet").get_to(table.sheet);
    json.at("header_rows").get_to(table.header_rows);
    json.at("skip_rows").get_to(table.skip_rows);
    json.at("record").get_to(table.record);
    json.at("ignored").get_to(request.ignored);
    json.at("layer").get_to(request.layer);
    json.at("spatial").get_to(request.spatial);
    json.at("attachment").get_to(request.attachment);
    json.at("memory_mb").get_to(request.limits.memory_mb);
    json.at("cpu_seconds").get_to(request.limits.cpu_seconds);
    json.at("cpu_seconds_per_10mb").get_to(request.limits.cpu_seconds_per_10mb);
    json.at("file_mb").get_to(request.limits.file_mb);
}

std::uint64_t cpu_limit_seconds(const catalog::Limits& limits, std::uint64_t bytes) {
    return limits.cpu_seconds + limits.cpu_seconds_per_10mb * (bytes / 10'000'000);
}

}  // namespace khomo::builder
