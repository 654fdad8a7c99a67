// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "builder/release/releases.hpp"
#include "catalog/base/file.hpp"

namespace khomo::tests {

/// An empty --out folder that goes with the object, and releases made in it of units given as path → bytes.
class ReleaseFolder {
public:
    using Files = std::map<std::string, std::string>;
    using Units = std::map<std::string, Files>;

    explicit ReleaseFolder(const std::string& name) : out_(std::filesystem::temp_directory_path() / ("khomo-" + name + "-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(out_);
        std::filesystem::create_directories(out_);
    }
    ~ReleaseFolder() { std::filesystem::remove_all(out_); }
    ReleaseFolder(const ReleaseFolder&) = delete;
    ReleaseFolder& operator=(const ReleaseFolder&) = delete;

    const std::filesystem::path& out() const { return out_; }

    /// A release of exactly these units: those that the live one has with the same bytes are carried. Its id.
    std::string publish(const Units& units, int keep = 3, const std::string& key = "") {
        builder::Releases releases(out_);
        const auto live = releases.current_manifest();
        auto area = releases.stage(true, keep);
        std::vector<const catalog::ManifestUnit*> carried;
        std::vector<catalog::ManifestUnit> made;
        std::vector<builder::ReleaseFile> fresh;
        for (const auto& unit : live ? live->units : std::vector<catalog::ManifestUnit>{}) {
            if (const auto same = units.find(std::string(unit.name())); same != units.end() && fingerprint(same->second) == unit.fingerprint()) {
                carried.push_back(&*std::find_if(live->units.begin(), live->units.end(), [&](const auto& own) { return own.name() == unit.name(); }));
            }
        }
        area->carry(carried);
        for (const auto& [name, files] : units) {
            if (std::any_of(carried.begin(), carried.end(), [&](const auto* unit) { return unit->name() == name; })) {
                continue;
            }
            auto writer = area->unit(name);
            for (const auto& [path, bytes] : files) {
                writer.write(path, bytes);
            }
            const auto written = writer.finish();
            fresh.insert(fresh.end(), written.begin(), written.end());
            made.emplace_back(name, fingerprint(files), written);
        }
        catalog::Manifest manifest;
        manifest.number = releases.last_number() + 1;
        manifest.as_of = "2026-11-01T08:00:00+07:00";
        manifest.tool = "khomo test";
        manifest.units = std::move(made);
        for (const auto* unit : carried) {
            manifest.units.push_back(*unit);
        }
        std::sort(manifest.units.begin(), manifest.units.end(), [](const auto& a, const auto& b) { return a.name() < b.name(); });
        releases.seal(*area, manifest, fresh, key);
        releases.prune(keep);
        return manifest.id;
    }

    std::filesystem::path release(const std::string& id) const { return out_ / "releases" / id; }
    std::string live(const std::string& path) const { return read_file(out_ / "current" / path); }

private:
    static std::string fingerprint(const Files& files) {
        std::string all;
        for (const auto& [path, bytes] : files) {
            all += path + '=' + bytes + ';';
        }
        return std::to_string(std::hash<std::string>()(all));
    }

    std::filesystem::path out_;
};

}  // namespace khomo::tests
