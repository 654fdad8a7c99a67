// SPDX-License-Identifier: GPL-3.0-or-later

#include <iostream>
#include <nlohmann/json.hpp>

#include "builder/commands/commands.hpp"
#include "builder/commands/officer_key.hpp"
#include "builder/release/releases.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/release/layout.hpp"
#include "catalog/release/signature.hpp"

namespace khomo::builder {

int run_release_list(const Options& options) {
    const Releases releases(options.out);
    const auto live = releases.current().filename().string();
    nlohmann::json list = nlohmann::json::array();
    for (const auto& id : releases.list()) {
        const auto manifest = catalog::Manifest::read(options.out / catalog::layout::kReleases / id);
        list.push_back({{"id", id}, {"as_of", manifest.as_of}, {"parent", manifest.parent}, {"units", manifest.units.size()}, {"live", id == live}});
    }
    if (options.json) {
        std::cout << list.dump(1) << '\n';
        return kDone;
    }
    for (const auto& item : list) {
        std::cout << (item["live"].get<bool>() ? "* " : "  ") << item["id"].get<std::string>() << "  " << item["as_of"].get<std::string>() << '\n';
    }
    return kDone;
}

int run_release_key(const std::filesystem::path& file) {
    make_key_files(file);
    std::cout << file.string() << ".pub\n";
    return kDone;
}

int run_verify(const Options& options, const std::filesystem::path& release, const std::filesystem::path& public_key) {
    const auto folder = release.empty() ? std::filesystem::canonical(options.out / catalog::layout::kCurrent) : release;
    auto faults = verify_release(folder);
    if (!public_key.empty()) {
        const auto signature = folder / catalog::layout::kSignature;
        const bool fine = std::filesystem::exists(signature) &&
                          catalog::verify_signature(read_file(folder / catalog::layout::kManifest), read_file(signature, 4096), read_file(public_key, 4096));
        if (!fine) {
            faults.emplace_back("signature");
        }
    }
    if (options.json) {
        std::cout << nlohmann::json({{"release", folder.filename().string()}, {"faults", faults}}).dump(1) << '\n';
    } else if (faults.empty()) {
        std::cout << (options.lang == Lang::vi ? "Nguyên vẹn: " : "Whole: ") << folder.filename().string() << '\n';
    } else {
        for (const auto& fault : faults) {
            std::cout << fault << '\n';
        }
    }
    return faults.empty() ? kDone : kFailed;
}

}  // namespace khomo::builder
