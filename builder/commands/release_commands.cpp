// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "builder/commands/commands.hpp"
#include "builder/commands/enforcement.hpp"
#include "builder/commands/officer_key.hpp"
#include "builder/commands/withdraw.hpp"
#include "builder/record/record_check.hpp"
#include "builder/release/releases.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "catalog/release/layout.hpp"
#include "catalog/release/public_journal.hpp"
#include "catalog/release/signature.hpp"

namespace khomo::builder {
namespace {

/// The named release, or the newest that is older than the live one.
std::string rollback_target(const std::vector<std::string>& kept, const std::string& live, const std::string& id) {
    std::string before;
    std::string list;
    bool passed = false;
    for (const auto& one : kept) {
        list += (list.empty() ? "" : ", ") + one;
        before = one == live || passed ? before : one;
        passed |= one == live;
    }
    const bool there = std::find(kept.begin(), kept.end(), id) != kept.end();
    if (there && id != live) {
        return id;
    }
    if (id.empty() && !before.empty()) {
        return before;
    }
    const Text kept_words = {"; đang giữ: " + list, "; kept: " + list};
    if (id.empty()) {
        throw Error(ErrorKind::refused, {"Không có bản cũ hơn để quay lại" + kept_words.vi, "There is no older release to go back to" + kept_words.en});
    }
    if (there) {
        throw Error(ErrorKind::refused, {"Bản " + id + " đang được dùng" + kept_words.vi, "Release " + id + " is live already" + kept_words.en});
    }
    throw Error(ErrorKind::not_found, {"Không có bản phát hành " + id + kept_words.vi, "There is no release " + id + kept_words.en});
}

bool signed_by(const std::filesystem::path& file, const std::filesystem::path& signature, const std::string& public_key) {
    return std::filesystem::exists(signature) && catalog::verify_signature(read_file(file), read_file(signature, 4096), public_key);
}

}  // namespace

int run_release_list(const Options& options) {
    const Releases releases(options.out);
    const auto live = releases.current().filename().string();
    nlohmann::json list = nlohmann::json::array();
    for (const auto& id : releases.list()) {
        const auto manifest = catalog::Manifest::read(options.out / catalog::layout::kReleases / id);
        list.push_back({{"id", id}, {"as_of", manifest.as_of}, {"parent", manifest.parent}, {"units", manifest.units.size()}, {"live", id == live}, {"redacted", std::filesystem::exists(options.out / catalog::layout::kReleases / id / catalog::layout::kRedactions)}});
    }
    if (options.json) {
        std::cout << list.dump(1) << '\n';
        return kDone;
    }
    for (const auto& item : list) {
        std::cout << (item["live"].get<bool>() ? "* " : "  ") << item["id"].get<std::string>() << "  " << item["as_of"].get<std::string>()
                  << (!item["redacted"].get<bool>() ? "" : options.lang == Lang::vi ? "  (đã gỡ dữ liệu bị rút)" : "  (without withdrawn data)") << '\n';
    }
    return kDone;
}

int run_release_key(const std::filesystem::path& file) {
    make_key_files(file);
    std::cout << file.string() << ".pub\n";
    return kDone;
}

int run_release_rollback(const Options& options, const std::string& id, const std::string& reason, const std::string& by) {
    if (trim(reason).empty()) {
        throw Error(ErrorKind::usage, {"Thiếu --reason: vì sao quay lại bản cũ, ghi vào nhật ký", "--reason is missing: why the portal goes back, for the journal"});
    }
    if (!std::filesystem::exists(options.out / catalog::layout::kCurrent)) {
        throw Error(ErrorKind::not_found, {"Chưa có bản phát hành trong " + options.out.string() + ". Chạy khomo build trước", "Nothing is published in " + options.out.string() + ". Run khomo build first"});
    }
    Releases releases(options.out);
    State state(options.state_folder());
    require_record(state.folder(), state.journal(), releases.current());
    const auto at = state.floor(options.as_of);
    const auto live = releases.current().filename().string();
    const auto target = rollback_target(releases.list(), live, id);
    const auto folder = options.out / catalog::layout::kReleases / target;
    enforce_withdrawals(state, &releases, options, at);
    redact_release(folder, state.withdrawals(), options);
    if (const auto faults = verify_release(folder); !faults.empty()) {
        throw Error(ErrorKind::refused, {"Bản " + target + " không còn nguyên vẹn: " + faults.front() + ". Chọn bản khác bằng khomo release list, hoặc dựng bản mới",
                                         "Release " + target + " is not whole: " + faults.front() + ". Choose another with khomo release list, or build a new one"});
    }
    releases.switch_to(target);
    state.journal().append(at, by.empty() ? account_name() : by, "release-rolled-back", "", {{"from", live}, {"to", target}, {"reason", trim(reason)}});
    state.seal();
    if (options.json) {
        std::cout << nlohmann::json({{"from", live}, {"to", target}}).dump(1) << '\n';
    } else {
        std::cout << (options.lang == Lang::vi ? "Đang dùng lại bản " : "Live again: ") << target
                  << (options.lang == Lang::vi ? ". Lần khomo build tới sẽ dựng bản mới từ trạng thái hiện tại.\n" : ". The next khomo build makes a new release from the present state.\n");
    }
    return kDone;
}

int run_verify(const Options& options, const std::filesystem::path& release, const std::filesystem::path& public_key) {
    const auto folder = release.empty() ? std::filesystem::canonical(options.out / catalog::layout::kCurrent) : release;
    auto faults = verify_release(folder);
    for (const auto& fault : catalog::check_public_journal(folder).faults) {
        faults.push_back(fault.in(options.lang));
    }
    if (!public_key.empty()) {
        const auto key = read_file(public_key, 4096);
        if (!signed_by(folder / catalog::layout::kManifest, folder / catalog::layout::kSignature, key)) {
            faults.emplace_back("signature");
        }
        if (std::filesystem::exists(folder / catalog::layout::kRedactions) && !signed_by(folder / catalog::layout::kRedactions, folder / catalog::layout::kRedactionsSignature, key)) {
            faults.emplace_back("signature of redactions.json");
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
