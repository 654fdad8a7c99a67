// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/release/public_journal.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "catalog/base/file.hpp"
#include "catalog/release/layout.hpp"

namespace khomo::catalog {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Details of these are made by the program, of names and numbers that stand on the pages too.
constexpr std::array<std::string_view, 5> kWhole = {"version-approved", "waiver-used", "release-published", "deadlines-passed", "withdrawn-bytes-destroyed"};
/// Details of these hold words and names that people wrote.
constexpr std::array<std::string_view, 4> kOutline = {"dataset-withdrawn", "dataset-suspended", "dataset-resumed", "release-rolled-back"};

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::vector<std::string> lines;
    const auto bytes = read_file(file);
    for (std::size_t at = 0; at < bytes.size();) {
        const auto end = std::min(bytes.find('\n', at), bytes.size());
        lines.push_back(bytes.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Checks lines one after the other against the chain.
class ChainReader {
public:
    explicit ChainReader(PublicJournal& journal) : journal_(journal) { journal_.head = chain_start(); }

    bool line(const std::string& file, std::size_t number, const std::string& text) {
        const auto fault = fault_of(text);
        if (!fault.empty()) {
            const auto place = file + ":" + std::to_string(number) + ": ";
            journal_.faults.push_back({place + fault.vi, place + fault.en});
        }
        return fault.empty();
    }

private:
    Text fault_of(const std::string& text) {
        const auto entry = json::parse(text, nullptr, false);
        if (!entry.is_object() || !entry.contains("sequence") || !entry.contains("hash") || !entry.contains("previous")) {
            return {"không đọc được", "cannot be read"};
        }
        try {
            if (entry.at("sequence") != journal_.entries + 1) {
                return {"không phải mục " + std::to_string(journal_.entries + 1), "is not entry " + std::to_string(journal_.entries + 1)};
            }
            if (entry.at("previous") != journal_.head) {
                return {"không nối tiếp mục trước", "does not continue the entry before"};
            }
            if (entry.contains("content_sha256") && !is_right(entry)) {
                return {"nội dung không khớp mã băm", "does not fit its hash"};
            }
            journal_.head = entry.at("hash");
        } catch (const json::exception&) {
            return {"không đọc được", "cannot be read"};
        }
        ++journal_.entries;
        return {};
    }

    static bool is_right(const json& entry) {
        const auto word = [&](const char* key) { return entry.at(key).get<std::string>(); };
        const auto content = word("content_sha256");
        const bool shown = !entry.contains("details") || content_hash(word("actor"), entry.at("details").dump()) == content;
        return shown && chain_hash(word("previous"), entry.at("sequence"), word("at"), word("action"), word("dataset"), content) == word("hash");
    }

    PublicJournal& journal_;
};

}  // namespace

Publicity publicity_of(const JournalEntry& entry) {
    bool older = false;
    if (!has_right_hash(entry, &older) || older) {
        return Publicity::hidden;
    }
    if (is_one_of(kWhole, entry.action) && entry.actor == "khomo") {
        return Publicity::whole;
    }
    return is_one_of(kOutline, entry.action) ? Publicity::outline : Publicity::hidden;
}

const std::vector<std::string>& content_actions() {
    static const std::vector<std::string> kActions = {"version-approved", "waiver-used", "dataset-withdrawn", "dataset-suspended", "dataset-resumed", "release-rolled-back"};
    return kActions;
}

std::string public_line(const JournalEntry& entry) {
    const auto publicity = publicity_of(entry);
    ordered_json line = {{"sequence", entry.sequence}};
    if (publicity != Publicity::hidden) {
        line["at"] = to_iso_vn(entry.at);
        line["action"] = entry.action;
        line["dataset"] = entry.dataset;
        if (publicity == Publicity::whole) {
            line["actor"] = entry.actor;
            line["details"] = ordered_json::parse(entry.details);
        }
        line["content_sha256"] = content_hash(entry.actor, entry.details);
    }
    line["previous"] = entry.previous;
    line["hash"] = entry.hash;
    return line.dump() + "\n";
}

std::string segment_path(std::int64_t number) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%06lld", static_cast<long long>(number));
    return std::string(layout::kJournal) + "/journal-" + digits.data() + ".ndjson";
}

std::string last_segment_path() { return std::string(layout::kJournal) + "/journal.ndjson"; }

PublicJournal check_public_journal(const std::filesystem::path& release) {
    PublicJournal journal;
    if (!std::filesystem::is_regular_file(release / last_segment_path())) {
        return journal;
    }
    ChainReader chain(journal);
    for (std::int64_t number = 1;; ++number) {
        const bool whole = std::filesystem::is_regular_file(release / segment_path(number));
        const auto path = whole ? segment_path(number) : last_segment_path();
        std::size_t at = 0;
        for (const auto& line : lines_of(release / path)) {
            if (!chain.line(path, ++at, line)) {
                return journal;  // what follows a break says nothing
            }
        }
        if (!whole) {
            return journal;
        }
    }
}

PublicJournal public_journal_head(const std::filesystem::path& release) {
    PublicJournal journal;
    const auto file = release / last_segment_path();
    const auto lines = std::filesystem::is_regular_file(file) ? lines_of(file) : std::vector<std::string>();
    const auto last = lines.empty() ? json() : json::parse(lines.back(), nullptr, false);
    if (last.is_object() && last.contains("sequence") && last.contains("hash")) {
        journal.entries = last.at("sequence");
        journal.head = last.at("hash");
    } else if (!lines.empty()) {
        journal.faults.push_back({last_segment_path() + ": không đọc được", last_segment_path() + ": cannot be read"});
    }
    return journal;
}

}  // namespace khomo::catalog
