// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/publication.hpp"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "builder/gate/personal/published_texts.hpp"
#include "builder/release/published_rows.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/parallel.hpp"
#include "version.hpp"

namespace khomo::builder {
namespace {

using Parent = std::unordered_map<std::string_view, const catalog::ManifestUnit*>;
using Stages = std::vector<std::vector<Unit>>;

class Publication {
public:
    Publication(StagingArea& area, Parent parent, const Options& options, Progress& progress)
        : area_(area), parent_(std::move(parent)), options_(options), progress_(progress) {}

    /// Carries every unit whose fingerprint is known; the others wait for make().
    void carry(const Stages& stages) {
        std::vector<const catalog::ManifestUnit*> known;
        for (const auto& stage : stages) {
            fresh_.emplace_back();
            for (const auto& unit : stage) {
                const auto found = parent_.find(unit.name);
                known_names += found == parent_.end() ? 0 : 1;
                if (!options_.full && found != parent_.end() && found->second->fingerprint() == unit.fingerprint) {
                    known.push_back(found->second);
                    units_.push_back(*found->second);
                    files += found->second->file_count();
                } else {
                    fresh_.back().push_back(&unit);
                }
            }
        }
        area_.carry(std::move(known));
    }

    /// The words of the datasets whose pages are to be made.
    void check_texts(const catalog::CatalogSnapshot& snapshot) {
        constexpr std::string_view kPages = "pages/dataset/";
        const int year = date_vn(snapshot.as_of()).year;
        for (const auto* unit : fresh_.back()) {
            const auto* entry = unit->name.starts_with(kPages) ? snapshot.catalogue().entry(unit->name.substr(kPages.size())) : nullptr;
            if (entry == nullptr) {
                continue;
            }
            refuse(entry->id, 0, scan_texts(texts_of(*entry), year));
            for (const auto& version : snapshot.versions(entry->id)) {
                refuse(entry->id, version.info().number, scan_texts(texts_of(version.info()), year));
            }
        }
    }

    /// Ends early when something may not be published.
    void make(const catalog::CatalogSnapshot& snapshot) {
        for (const auto& stage : fresh_) {
            if (refused.empty()) {
                make_stage(stage, snapshot);
            }
        }
    }

    std::vector<SealRefusal> refused;

    std::vector<catalog::ManifestUnit> take_units() { return std::move(units_); }
    std::vector<ReleaseFile> made_files;
    std::size_t made = 0;
    std::size_t files = 0;
    std::size_t known_names = 0;  ///< units that the parent has too, with whatever content

private:
    void make_stage(const std::vector<const Unit*>& fresh, const catalog::CatalogSnapshot& snapshot) {
        progress_.step({"Tạo nội dung", "Making content"}, fresh.size());
        std::mutex mutex;
        const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        in_parallel(fresh.size(), options_.jobs > 0 ? options_.jobs : cores, [&](std::size_t i) {
            auto fresh_files = make(*fresh[i]);
            const auto* version = version_of(*fresh[i], snapshot);
            const auto found = version == nullptr ? std::vector<catalog::Finding>() : scan(fresh_files, *snapshot.catalogue().entry(version->dataset), *version);
            progress_.advance(fresh[i]->name);
            const std::lock_guard lock(mutex);
            if (version != nullptr) {
                refuse(version->dataset, version->number, found);
            }
            area_.remember(fresh_files);
            made_files.insert(made_files.end(), fresh_files.begin(), fresh_files.end());
            units_.emplace_back(fresh[i]->name, fresh[i]->fingerprint, fresh_files);
        });
        made += fresh.size();
    }

    std::vector<ReleaseFile> make(const Unit& unit) {
        auto writer = area_.unit(unit.name);
        unit.make(writer);
        return writer.finish();
    }

    static const catalog::VersionInfo* version_of(const Unit& unit, const catalog::CatalogSnapshot& snapshot) {
        constexpr std::string_view kVersions = "versions/";
        const auto slash = unit.name.rfind("/v");
        if (!unit.name.starts_with(kVersions) || slash == std::string::npos) {
            return nullptr;
        }
        for (const auto& version : snapshot.versions(unit.name.substr(kVersions.size(), slash - kVersions.size()))) {
            if (unit.name.compare(slash + 2, std::string::npos, std::to_string(version.info().number)) == 0) {
                return &version.info();
            }
        }
        return nullptr;
    }

    std::vector<catalog::Finding> scan(const std::vector<ReleaseFile>& written, const catalog::CatalogEntry& entry, const catalog::VersionInfo& version) const {
        const auto folder = "site/files/" + version.dataset + "/v" + std::to_string(version.number) + "/" + version.dataset + ".";
        std::vector<catalog::Finding> all;
        for (const auto& file : written) {
            if (file.path.starts_with(folder)) {  // attachments, which lie deeper, were looked into as they came
                auto found = scan_download(area_.root(), file.path, entry, version);
                std::move(found.begin(), found.end(), std::back_inserter(all));
            }
        }
        return all;
    }

    void refuse(const std::string& dataset, int version, std::vector<catalog::Finding> findings) {
        if (std::any_of(findings.begin(), findings.end(), [](const auto& finding) { return finding.blocks(); })) {
            for (auto& finding : findings) {
                finding.dataset = dataset;
            }
            refused.push_back({dataset, version, std::move(findings)});
        }
    }

    StagingArea& area_;
    Parent parent_;
    const Options& options_;
    Progress& progress_;
    std::vector<std::vector<const Unit*>> fresh_;  ///< by stage
    std::vector<catalog::ManifestUnit> units_;
};

Stages plan(const catalog::CatalogSnapshot& snapshot, const std::vector<std::unique_ptr<Output>>& outputs) {
    Stages stages(3);
    for (const auto& output : outputs) {
        auto units = output->plan(snapshot);
        auto& stage = stages[static_cast<std::size_t>(output->stage())];
        std::move(units.begin(), units.end(), std::back_inserter(stage));
    }
    std::unordered_set<std::string_view> names;
    names.reserve(3 * snapshot.catalogue().entries.size());
    for (const auto& stage : stages) {
        for (const auto& unit : stage) {
            if (!names.insert(unit.name).second) {
                throw Error(ErrorKind::internal, {"Hai đơn vị cùng tên " + unit.name, "Two units are named " + unit.name});
            }
        }
    }
    return stages;
}

/// What the tiles made in this run keep of their layers, by dataset.
std::vector<std::pair<std::string, std::string>> fidelity_of(const std::vector<ReleaseFile>& files, const std::filesystem::path& root) {
    constexpr std::string_view kFolder = "site/tiles/";
    constexpr std::string_view kEnd = ".fidelity.json";
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& file : files) {
        if (file.path.starts_with(kFolder) && file.path.ends_with(kEnd)) {
            found.emplace_back(file.path.substr(kFolder.size(), file.path.size() - kFolder.size() - kEnd.size()), read_file(root / file.path));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool nothing_new(const Stages& stages, const Parent& parent) {
    std::size_t units = 0;
    for (const auto& stage : stages) {
        for (const auto& unit : stage) {
            const auto found = parent.find(unit.name);
            if (found == parent.end() || found->second->fingerprint() != unit.fingerprint) {
                return false;
            }
            ++units;
        }
    }
    return units == parent.size();
}

}  // namespace

PublicationResult publish(const catalog::CatalogSnapshot& snapshot, const std::vector<std::unique_ptr<Output>>& outputs, Releases& releases, int number,
                          const Options& options, Progress& progress) {
    const auto stages = plan(snapshot, outputs);
    const auto live = releases.current_manifest();
    const auto redacted = releases.redacted_units();
    Parent parent;
    if (live) {
        parent.reserve(live->units.size());
        for (const auto& unit : live->units) {
            if (redacted.empty() || !redacted.contains(std::string(unit.name()))) {
                parent.emplace(unit.name(), &unit);
            }
        }
    }
    PublicationResult result;
    result.units = stages[0].size() + stages[1].size() + stages[2].size();
    if (live && redacted.empty() && !options.full && nothing_new(stages, parent)) {
        result.release = live->id;
        return result;
    }
    const auto area = releases.stage(!options.full, snapshot.catalogue().portal.keep_releases);
    Publication publication(*area, parent, options, progress);
    publication.carry(stages);
    publication.check_texts(snapshot);
    publication.make(snapshot);
    if (!publication.refused.empty()) {
        result.refused = std::move(publication.refused);
        return result;  // the staging area takes itself away
    }
    result.fidelity = fidelity_of(publication.made_files, area->root());
    catalog::Manifest manifest;
    manifest.number = number;
    manifest.parent = live ? live->id : "";
    manifest.as_of = to_iso_vn(snapshot.as_of());
    manifest.tool = std::string("khomo ") + kVersion;
    manifest.units = publication.take_units();
    if (live && redacted.empty() && options.full) {
        manifest.seal();
        result.content_sha256 = manifest.content_sha256();
        // Everything was made anew, on the same inputs: the live release stays, unless it is not what its manifest says any more.
        if (result.content_sha256 == live->content_sha256() && verify_release(releases.current()).empty()) {
            result.release = live->id;
            return result;
        }
    }
    progress.step({"Niêm phong", "Sealing"}, 1);
    releases.seal(*area, manifest, publication.made_files, options.key.empty() ? "" : read_file(options.key, 4096));
    result.content_sha256 = manifest.content_sha256();
    releases.prune(snapshot.catalogue().portal.keep_releases);
    progress.done();
    result.new_release = true;
    result.release = manifest.id;
    result.made = publication.made;
    result.files = publication.files + publication.made_files.size();
    result.removed = parent.size() - publication.known_names;
    for (const auto& file : publication.made_files) {
        result.bytes_written += file.bytes;
    }
    return result;
}

}  // namespace khomo::builder
