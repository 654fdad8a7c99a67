// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/change_answers.hpp"

#include <algorithm>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>

#include "catalog/base/file.hpp"
#include "catalog/base/instant.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/address.hpp"
#include "search/dialects/parameter_value.hpp"
#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::uint64_t kLongestDocument = 256ULL << 20;
constexpr std::int64_t kMostChanges = 1000;
const std::vector<std::string> kNames = {"_limit", "_offset", "agency", "dataset", "since", "theme"};

struct Asked {
    std::string since;  ///< as the document writes instants, so that texts compare; empty: all
    std::vector<std::pair<std::string, std::string>> same;  ///< member and value
    std::size_t limit = 100;
    std::size_t offset = 0;
};

std::string instant_of(const std::string& value) {
    const auto instant = parse_instant(value);
    if (!instant) {
        throw RequestFault("since", {"since là ngày (giờ Việt Nam) hoặc thời điểm: 2026-11-01, 2026-11-01T08:00:00+07:00", "since is a day (Vietnam's time) or an instant: 2026-11-01, 2026-11-01T08:00:00+07:00"});
    }
    return to_iso_utc(*instant);
}

Asked read(const ApiRequest& request) {
    Asked asked;
    std::set<std::string> seen;
    for (const auto& [name, value] : request.query) {
        if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) {
            throw RequestFault(shown(name), {"Không có tham số «" + shown(name) + "»", "There is no parameter «" + shown(name) + "»"}, kNames, nearest(shown(name), kNames));
        }
        if (!seen.insert(name).second) {
            throw RequestFault(name, {"«" + name + "» được nêu hai lần", "«" + name + "» is named twice"});
        }
        if (name == "since") {
            asked.since = instant_of(value);
        } else if (name == "_limit") {
            asked.limit = number_of(name, value, kMostChanges);
        } else if (name == "_offset") {
            asked.offset = number_of(name, value, 100000000);
        } else {
            asked.same.emplace_back(name, value);
        }
    }
    return asked;
}

bool fits(const json& change, const Asked& asked) {
    return change.at("at").get_ref<const std::string&>() >= asked.since &&
           std::all_of(asked.same.begin(), asked.same.end(), [&](const auto& same) { return change.at(same.first) == same.second; });
}

}  // namespace

struct ChangeAnswers::State {
    std::filesystem::path path;
    std::once_flag once;
    json changes;

    const json& all() {
        std::call_once(once, [this] { changes = json::parse(read_file(path, kLongestDocument)).at("changes"); });
        return changes;
    }
};

ChangeAnswers::ChangeAnswers(std::filesystem::path document) : state_(std::make_unique<State>()) { state_->path = std::move(document); }
ChangeAnswers::~ChangeAnswers() = default;

ApiResponse ChangeAnswers::answer(const ApiRequest& request) const {
    const auto asked = read(request);
    json body = {{"total", 0}, {"changes", json::array()}, {"next", nullptr}};
    std::size_t total = 0;
    for (const auto& change : state_->all()) {
        if (!fits(change, asked)) {
            continue;
        }
        if (total >= asked.offset && total - asked.offset < asked.limit) {
            body["changes"].push_back(change);
        }
        ++total;
    }
    body["total"] = total;
    ApiResponse response;
    response.content_type = "application/json; charset=utf-8";
    response.headers.emplace_back("Cache-Control", "public, max-age=60");
    if (const auto end = asked.offset + body["changes"].size(); asked.limit > 0 && end < total && end > asked.offset) {
        body["next"] = address_with(request, "_offset", std::to_string(end));
        response.headers.emplace_back("Link", "<" + body["next"].get<std::string>() + ">; rel=\"next\"");
    }
    response.body = body.dump() + "\n";
    return response;
}

}  // namespace khomo::search
