// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/feed_progress.hpp"

#include <nlohmann/json.hpp>

#include "catalog/base/file.hpp"

namespace khomo::builder {
namespace {

constexpr std::uint64_t kLargestNote = 64U << 20;

// One list of the fields for both ways, so that none is written and not read.
template <typename Note, typename Visit>
void each_field(Note& note, const Visit& visit) {
    visit("settings", note.settings);
    visit("started", note.started);
    visit("page", note.page);
    visit("records", note.records);
    visit("bytes", note.bytes);
    visit("url", note.url);
    visit("etag", note.etag);
    visit("part_validator", note.part_validator);
    visit("heading", note.heading);
    visit("records_path", note.records_path);
    visit("seen", note.seen);
}

}  // namespace

void FeedProgress::save(const std::filesystem::path& file) const {
    nlohmann::json json = nlohmann::json::object();
    each_field(*this, [&](const char* name, const auto& value) { json[name] = value; });
    if (total) {
        json["total"] = *total;
    }
    replace_file(file, json.dump());
}

std::optional<FeedProgress> FeedProgress::load(const std::filesystem::path& file) {
    if (!std::filesystem::is_regular_file(file)) {
        return std::nullopt;
    }
    try {
        const auto json = nlohmann::json::parse(read_file(file, kLargestNote));
        FeedProgress progress;
        each_field(progress, [&](const char* name, auto& value) { json.at(name).get_to(value); });
        if (json.contains("total")) {
            progress.total = json.at("total").get<std::uint64_t>();
        }
        return progress;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

}  // namespace khomo::builder
