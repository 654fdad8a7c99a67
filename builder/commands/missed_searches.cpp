// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/missed_searches.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catalog/base/error.hpp"
#include "catalog/base/instant.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr std::string_view kMark = "missed-search ";  // search/server/missed_searches.hpp writes it

struct Missed {
    std::int64_t count = 0;
    std::string first;  ///< day
    std::string last;
};

using Searches = std::map<std::string, Missed>;

/// "… missed-search 2026-11-24 3 ho chua": other lines of the log are left alone.
void add_line(Searches& searches, const std::string& line) {
    const auto mark = line.find(kMark);
    if (mark == std::string::npos) {
        return;
    }
    std::istringstream words(line.substr(mark + kMark.size()));
    std::string day;
    std::string count;
    std::string text;
    words >> day >> count;
    std::getline(words, text);
    text = trim(text);
    const auto number = parse_integer(count);
    if (!parse_iso_date(day) || !number || *number < 1 || text.empty() || !is_valid_utf8(text)) {
        return;
    }
    auto& missed = searches[text];
    missed.count += *number;
    missed.first = missed.first.empty() ? day : std::min(missed.first, day);
    missed.last = std::max(missed.last, day);
}

void add_log(Searches& searches, std::istream& log) {
    for (std::string line; std::getline(log, line);) {
        add_line(searches, line);
    }
}

}  // namespace

int run_report_searches(const Options& options, const std::vector<std::filesystem::path>& logs) {
    Searches searches;
    for (const auto& path : logs) {
        std::ifstream log(path);
        if (!log) {
            throw Error(ErrorKind::input, {"Không đọc được nhật ký " + path.string(), "The log " + path.string() + " cannot be read"});
        }
        add_log(searches, log);
    }
    if (logs.empty()) {
        add_log(searches, std::cin);
    }
    std::vector<std::pair<std::string, Missed>> list(searches.begin(), searches.end());
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
    if (options.json) {
        auto json = nlohmann::json::array();
        for (const auto& [text, missed] : list) {
            json.push_back({{"words", text}, {"count", missed.count}, {"first", missed.first}, {"last", missed.last}});
        }
        std::cout << nlohmann::json({{"searches", json}}).dump(1) << '\n';
        return 0;
    }
    const bool vi = options.lang == Lang::vi;
    std::cout << (vi ? "Số lần  Ngày đầu    Ngày cuối   Đã tìm mà không thấy\n" : "Count   First day   Last day    Looked for and not found\n");
    for (const auto& [text, missed] : list) {
        auto count = std::to_string(missed.count);
        count.resize(std::max<std::size_t>(count.size(), 6), ' ');
        std::cout << count << "  " << missed.first << "  " << missed.last << "  " << text << '\n';
    }
    return 0;
}

}  // namespace khomo::builder
