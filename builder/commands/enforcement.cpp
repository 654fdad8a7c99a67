// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/enforcement.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "builder/commands/feeds.hpp"
#include "builder/commands/last_run.hpp"
#include "builder/outputs/site.hpp"
#include "builder/outputs/tombstone.hpp"
#include "builder/release/redaction.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/release/layout.hpp"
#include "catalog/store/withdrawal_record.hpp"

namespace khomo::builder {
namespace {

namespace layout = catalog::layout;
using catalog::Withdrawal;
using nlohmann::json;

constexpr const char* kDestroyed = "withdrawn-bytes-destroyed";

/// The frame of a page at `path`, from what the release gives its server.
json frame_of(const json& portal, const std::string& path, const std::string& title, Lang lang) {
    auto frame = portal.at(std::string(code(lang)));
    const auto base = portal.value("base_url", std::string());
    frame["title"] = title + " – " + frame.at("portal_title").get<std::string>();
    frame["description"] = title;
    frame["canonical"] = base + Site::url(path, lang);
    frame["vi_url"] = base + Site::url(path, Lang::vi);
    frame["en_url"] = base + Site::url(path, Lang::en);
    frame["other_url"] = Site::url(path, lang == Lang::vi ? Lang::en : Lang::vi);
    frame["json_ld"] = "";
    frame["alternates"] = json::array();
    frame["has_breadcrumbs"] = false;
    frame["breadcrumbs"] = json::array();
    for (auto& item : frame.at("nav")) {
        item["current"] = false;
    }
    return frame;
}

/// Where the release's own templates know no such page: the bare facts.
std::string plain_page(const Withdrawal& withdrawal, Lang lang) {
    const bool vi = lang == Lang::vi;
    const auto line = [](const std::string& label, const std::string& value) { return value.empty() ? "" : "<p>" + escape_html(label) + ": " + escape_html(value) + "</p>\n"; };
    const auto* state = withdrawal.ended() ? (vi ? "Đã rút khỏi cổng" : "Withdrawn") : (vi ? "Tạm ngừng công bố" : "Suspended");
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(code(lang)) + "\">\n<meta charset=\"utf-8\">\n<title>" + escape_html(withdrawal.title.in(lang)) + "</title>\n<h1>" +
           escape_html(withdrawal.title.in(lang)) + "</h1>\n<p><strong>" + state + "</strong></p>\n" + line(vi ? "Lý do" : "Reason", withdrawal.reason.in(lang)) +
           line(vi ? "Văn bản" : "Document", withdrawal.document) + line(vi ? "Từ ngày" : "Since", to_iso(date_vn(withdrawal.at))) + "</html>\n";
}

std::string page_of(const std::filesystem::path& release, const Withdrawal& withdrawal, int version, const std::string& path, Lang lang) {
    const auto templates = release / layout::kTemplates;
    if (!std::filesystem::exists(templates / "pages/gone.mustache")) {
        return plain_page(withdrawal, lang);
    }
    try {
        const TemplateEngine engine(templates);
        const auto portal = json::parse(read_file(templates / "portal.json"));
        const auto title = withdrawal.title.in(lang);
        return engine.render("gone", gone_page(engine, withdrawal, version, "", "", lang), frame_of(portal, path, title, lang), lang);
    } catch (const json::exception&) {
        return plain_page(withdrawal, lang);
    } catch (const Error&) {
        return plain_page(withdrawal, lang);  // a template of another time; what has to go must go all the same
    }
}

Replacement replacement_for(const std::filesystem::path& release, const Withdrawal& withdrawal, bool whole) {
    Replacement replacement;
    const auto numbers = whole ? std::vector<int>{0} : withdrawal.versions;
    for (const int number : numbers) {
        const auto path = "/dataset/" + withdrawal.dataset + (number == 0 ? "" : "/v" + std::to_string(number));
        for (const auto lang : {Lang::vi, Lang::en}) {
            replacement.pages.emplace(Site::file(path, lang), page_of(release, withdrawal, number, path, lang));
        }
        replacement.markers.emplace(gone_marker(withdrawal.dataset, number), gone_problem(withdrawal, number));
    }
    return replacement;
}

std::string secret_key(const Options& options) { return options.key.empty() ? "" : read_file(options.key, 4096); }

}  // namespace

std::vector<std::string> enforce_withdrawals(State& state, Releases* releases, const Options& options, Instant at) {
    std::vector<Withdrawal> destroying;
    const auto& ended = state.withdrawals().ended();
    std::copy_if(ended.begin(), ended.end(), std::back_inserter(destroying), [](const auto& one) { return one.personal_data; });
    std::vector<std::string> touched;
    if (destroying.empty()) {
        return touched;
    }
    // What is public goes first.
    if (releases != nullptr) {
        const auto live = releases->current();
        const auto key = secret_key(options);
        for (const auto& id : releases->list()) {
            if (redact(options.out / layout::kReleases / id, destroying, replacement_for, key)) {
                touched.push_back(id);
            }
        }
        if (std::find(touched.begin(), touched.end(), live.filename().string()) != touched.end()) {
            releases->switch_to(live.filename().string());  // wakes the servers that follow the link
        }
    }
    bool destroyed = false;
    for (const auto& withdrawal : destroying) {
        bool some = false;
        for (const auto& version : withdrawal.bytes) {
            some |= state.versions().destroy(withdrawal.dataset, version.number, destruction_note(withdrawal, version));
        }
        if (some) {
            state.versions().drop_workspace(withdrawal.dataset);  // of a build that was killed
        }
        destroyed |= some;
        forget_feed(state, withdrawal);
    }
    if (destroyed) {
        std::filesystem::remove(state.folder() / LastRun::kFile);  // its findings may quote a value
    }
    if (!touched.empty()) {
        state.journal().append(at, "khomo", kDestroyed, "", {{"releases", touched}});
    }
    return touched;
}

void redact_release(const std::filesystem::path& release, const catalog::Withdrawals& withdrawals, const Options& options) {
    redact(release, withdrawals.standing(), replacement_for, secret_key(options));
}

}  // namespace khomo::builder
