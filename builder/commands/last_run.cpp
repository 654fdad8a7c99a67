// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/last_run.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

#include "catalog/base/digest.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/number.hpp"
#include "catalog/read/entry_cache.hpp"
#include "catalog/release/layout.hpp"

namespace khomo::builder {
namespace {

using catalog::FileStamp;
using nlohmann::json;

constexpr std::int64_t kCoarse = 2'000'000'000;  // nanoseconds; of the clocks of old file systems

std::string text_of(const FileStamp& stamp) {
    return std::to_string(stamp.inode) + ' ' + std::to_string(stamp.size) + ' ' + std::to_string(stamp.modified) + ' ' + std::to_string(stamp.changed);
}

/// Collects the stamps of files and folders, in an order that does not depend on the file system's.
class Stamps {
public:
    void add(const std::filesystem::path& path) { add(path.native(), catalog::stamp_of(path)); }

    /// All below `folder` but what lies in `without` and in hidden folders and node_modules, which are no inputs.
    void add_tree(const std::filesystem::path& folder, const std::filesystem::path& without) {
        add(folder);
        add_inside(folder.native(), without.native());
    }

    std::string digest() {
        std::sort(lines_.begin(), lines_.end());
        Sha256 sha;
        for (const auto& line : lines_) {
            sha.update(line);
            sha.update("\n");
        }
        return sha.finish();
    }

    std::int64_t youngest() const { return youngest_; }

private:
    void add(const std::string& path, const FileStamp& stamp) {
        youngest_ = std::max(youngest_, stamp.changed);
        auto& line = lines_.emplace_back(path);
        for (const auto part : {stamp.inode, stamp.size, static_cast<std::uint64_t>(stamp.modified), static_cast<std::uint64_t>(stamp.changed)}) {
            line.append(1, line.size() == path.size() ? '\n' : ' ');
            append_text(line, static_cast<std::int64_t>(part));
        }
    }

    void add_inside(const std::string& folder, const std::string& without) {
        for (const auto& file : catalog::stamps_in(folder)) {
            const auto path = folder + '/' + file.name;
            if (file.folder && (file.name.starts_with('.') || file.name == "node_modules" || path == without)) {
                continue;
            }
            add(path, file.stamp);
            if (file.folder) {
                add_inside(path, without);
            }
        }
    }

    std::vector<std::string> lines_;
    std::int64_t youngest_ = 0;
};

json to_json(const LastRun::Report& report) {
    json outcomes = json::array();
    for (const auto& outcome : report.outcomes) {
        outcomes.push_back({{"dataset", outcome.dataset},
                            {"delivery", outcome.delivery},
                            {"verdict", static_cast<int>(outcome.verdict)},
                            {"version", outcome.version},
                            {"rows", outcome.rows},
                            {"findings", outcome.findings}});
    }
    return {{"release", report.release}, {"units", report.units}, {"outcomes", std::move(outcomes)}, {"findings", report.findings}};
}

LastRun::Report report_of(const json& record) {
    LastRun::Report report;
    record.at("release").get_to(report.release);
    record.at("units").get_to(report.units);
    record.at("findings").get_to(report.findings);
    for (const auto& item : record.at("outcomes")) {
        DeliveryOutcome outcome;
        item.at("dataset").get_to(outcome.dataset);
        item.at("delivery").get_to(outcome.delivery);
        outcome.verdict = static_cast<DeliveryOutcome::Verdict>(item.at("verdict").get<int>());
        item.at("version").get_to(outcome.version);
        item.at("rows").get_to(outcome.rows);
        item.at("findings").get_to(outcome.findings);
        // What was accepted then is known now.
        outcome.verdict = outcome.verdict == DeliveryOutcome::Verdict::accepted ? DeliveryOutcome::Verdict::known : outcome.verdict;
        report.outcomes.push_back(std::move(outcome));
    }
    return report;
}

}  // namespace

LastRun::LastRun(const Options& options, const std::filesystem::path& templates)
    : file_(options.state_folder() / kFile), state_(options.state_folder()), portal_(options.portal), warehouse_(options.warehouse) {
    if (std::filesystem::exists(file_)) {
        record_ = json::parse(read_file(file_), nullptr, false);
    }
    if (warehouse_.empty() && record_.is_object()) {
        warehouse_ = record_.value("warehouse", "");
    }
    Stamps stamps;
    stamps.add("/proc/self/exe");
    stamps.add_tree(options.portal, options.out);
    stamps.add_tree(templates, options.out);
    if (!warehouse_.empty()) {
        stamps.add_tree(warehouse_, options.out);
    }
    inputs_ = stamps.digest();
    const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    settled_ = stamps.youngest() < now - kCoarse;
}

std::string LastRun::journal_stamp() const { return text_of(catalog::stamp_of(state_ / "journal.sqlite")); }

std::optional<LastRun::Report> LastRun::recall(const std::filesystem::path& live_release, Instant as_of) const {
    try {
        const bool same = record_.is_object() && record_.at("inputs") == inputs_ && record_.at("journal") == journal_stamp() &&
                          record_.at("release") == live_release.filename().string() && record_.at("manifest") == text_of(catalog::stamp_of(live_release / catalog::layout::kManifest));
        return same && as_of.seconds < record_.at("valid_until").get<std::int64_t>() ? std::optional(report_of(record_)) : std::nullopt;
    } catch (const json::exception&) {
        return std::nullopt;  // of another version of the program
    }
}

void LastRun::keep(const Report& report, const std::filesystem::path& live_release, const std::filesystem::path& warehouse, std::optional<Instant> valid_until) const {
    auto record = to_json(report);
    // Stamps taken without knowing where the warehouse lies say nothing; the next run knows.
    const auto relative = warehouse.lexically_relative(portal_);
    const bool covered = warehouse == warehouse_ || (!relative.empty() && *relative.begin() != "..");
    record["inputs"] = settled_ && covered ? inputs_ : "";
    record["warehouse"] = warehouse.string();
    record["journal"] = journal_stamp();
    record["manifest"] = text_of(catalog::stamp_of(live_release / catalog::layout::kManifest));
    record["valid_until"] = valid_until ? valid_until->seconds : std::numeric_limits<std::int64_t>::max();
    replace_file(file_, record.dump());
}

void LastRun::forget() const {
    std::error_code ignored;  // it would only be found outdated
    std::filesystem::remove(file_, ignored);
}

}  // namespace khomo::builder
