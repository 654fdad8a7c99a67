// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/tombstone.hpp"

#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

using catalog::Withdrawal;
using nlohmann::json;

std::string kind_of(const Withdrawal& withdrawal) { return std::string(to_string(withdrawal.kind)); }

Text problem_words(const Withdrawal& withdrawal, int version) {
    const Text what = version == 0 ? Text{"Bộ dữ liệu «" + withdrawal.dataset + "»", "The dataset «" + withdrawal.dataset + "»"}
                                   : Text{"Phiên bản " + std::to_string(version) + " của «" + withdrawal.dataset + "»", "Version " + std::to_string(version) + " of «" + withdrawal.dataset + "»"};
    const Text document = withdrawal.document.empty() ? Text{} : Text{", theo " + withdrawal.document, ", by " + withdrawal.document};
    const auto day = show_date(date_vn(withdrawal.at), Lang::vi);
    const auto day_en = show_date(date_vn(withdrawal.at), Lang::en);
    if (withdrawal.ended()) {
        return {what.vi + " đã được rút khỏi cổng ngày " + day + document.vi + ": " + withdrawal.reason.vi, what.en + " was withdrawn on " + day_en + document.en + ": " + withdrawal.reason.in(Lang::en)};
    }
    return {what.vi + " tạm ngừng công bố từ ngày " + day + document.vi + ": " + withdrawal.reason.vi, what.en + " has been suspended since " + day_en + document.en + ": " + withdrawal.reason.in(Lang::en)};
}

}  // namespace

std::string publication_state(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry) {
    if (const auto* withdrawal = snapshot.withdrawal(entry.id)) {
        return kind_of(*withdrawal);
    }
    if (snapshot.current(entry.id) != nullptr) {
        return "published";
    }
    const bool could = entry.open_class == catalog::OpenClass::open || entry.open_class == catalog::OpenClass::aggregated;
    return could ? "waiting" : "closed";
}

std::string withdrawal_fingerprint(const catalog::CatalogSnapshot& snapshot, const std::string& dataset) {
    const auto& withdrawals = snapshot.withdrawals();
    std::string inputs;
    if (const auto* whole = withdrawals.dataset(dataset)) {
        inputs += whole->entry_hash;
    }
    for (const int number : withdrawals.versions(dataset)) {
        inputs += " v" + std::to_string(number) + " " + withdrawals.single(dataset, number)->entry_hash;
    }
    return inputs;
}

json withdrawal_json(const Withdrawal& withdrawal) {
    return {{"state", kind_of(withdrawal)},
            {"since", to_iso_vn(withdrawal.at)},
            {"document", withdrawal.document},
            {"reason", {{"vi", withdrawal.reason.vi}, {"en", withdrawal.reason.in(Lang::en)}}},
            {"versions", withdrawal.versions}};
}

std::string gone_marker(const std::string& dataset, int version) { return "site/gone/" + dataset + (version == 0 ? "" : "/v" + std::to_string(version)) + ".json"; }

std::string gone_problem(const Withdrawal& withdrawal, int version) {
    const auto words = problem_words(withdrawal, version);
    json problem = {{"type", "about:blank"}, {"status", 410}, {"title", "Gone"}, {"detail", words.en}, {"detail_vi", words.vi}, {"dataset", withdrawal.dataset}};
    problem.update(withdrawal_json(withdrawal));
    if (version != 0) {
        problem["versions"] = json::array({version});
    }
    return problem.dump(1) + "\n";
}

json gone_page(const TemplateEngine& engine, const Withdrawal& withdrawal, int version, const std::string& latest_url, const std::string& inventory_url, Lang lang) {
    const auto kind = kind_of(withdrawal);
    const auto words = (version == 0 ? "gone_" : "gone_version_") + kind;
    const auto& number = engine.text("version", lang) + " " + std::to_string(version);
    return {{"title", withdrawal.title.in(lang)},
            {"version", version == 0 ? "" : number},
            {"badge", engine.text("state_" + kind, lang)},
            {"badge_kind", withdrawal.ended() ? "restricted" : "warm"},
            {"words_title", engine.text(words + "_title", lang)},
            {"words_text", engine.text(words + "_text", lang)},
            {"reason", withdrawal.reason.in(lang)},
            {"document", withdrawal.document},
            {"since", show_date(date_vn(withdrawal.at), lang)},
            {"latest_url", latest_url},
            {"inventory_url", inventory_url},
            {"home_url", lang == Lang::vi ? "/" : "/en/"},
            {"json_url", gone_marker(withdrawal.dataset, version).substr(4)}};
}

}  // namespace khomo::builder
