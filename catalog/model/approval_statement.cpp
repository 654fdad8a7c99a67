// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/approval_statement.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"
#include "catalog/base/text.hpp"

namespace khomo::catalog {
namespace {

constexpr std::array<std::string_view, 3> kNames = {"prepared", "appraised", "approved"};

nlohmann::json unsigned_step(const ApprovalStep& step) {
    return {{"by", step.by}, {"position", step.position}, {"agency", step.agency}, {"at", step.at ? to_iso_vn(*step.at) : ""}, {"document", step.document}};
}

std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : to_lower(clean_text(name))) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space) {
            plain += c;
        } else if (!plain.ends_with(' ')) {
            plain += ' ';
        }
    }
    return plain;
}

}  // namespace

std::string_view to_string(Step step) { return kNames.at(static_cast<std::size_t>(step)); }

Text step_name(Step step) {
    static const std::array<Text, 3> kTexts = {{{"lập", "prepared"}, {"thẩm định", "appraised"}, {"phê duyệt", "approved"}}};
    return kTexts.at(static_cast<std::size_t>(step));
}

std::optional<Step> parse_step(std::string_view text) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames.at(i) == text) {
            return static_cast<Step>(i);
        }
    }
    return std::nullopt;
}

const std::optional<ApprovalStep>& step_of(const Delivery& delivery, Step step) {
    return step == Step::prepared ? delivery.prepared : step == Step::appraised ? delivery.appraised : delivery.approved;
}

std::optional<ApprovalStep>& step_of(Delivery& delivery, Step step) {
    return step == Step::prepared ? delivery.prepared : step == Step::appraised ? delivery.appraised : delivery.approved;
}

bool same_person(std::string_view a, std::string_view b) {
    const auto first = plain_name(a);
    const auto second = plain_name(b);
    const auto bare = fold(first);
    return first == second || (bare == fold(second) && (first == bare || second == bare));
}

std::string approval_statement(const Delivery& delivery, Step step, std::string_view scope) {
    const nlohmann::json all = delivery;
    nlohmann::json statement = {{"khomo_approval", 1},
                                {"dataset", delivery.dataset},
                                {"delivery", delivery.name},
                                {"source_system", delivery.source_system},
                                {"period", delivery.period},
                                {"illustrative", delivery.illustrative},
                                {"changed_at", all.at("changed_at")},
                                {"files", all.at("files")},
                                {"step", to_string(step)}};
    if (!scope.empty()) {
        statement["scope"] = scope;
    }
    if (const auto& own = step_of(delivery, step)) {
        statement["signed_by"] = unsigned_step(*own);
    }
    if (step != Step::prepared) {
        statement["after"] = sha256_hex(approval_statement(delivery, static_cast<Step>(static_cast<int>(step) - 1), scope));
    }
    if (step == Step::approved) {
        statement["confirmations"] = all.value("confirmations", nlohmann::json::array());
        statement["waivers"] = all.value("waivers", nlohmann::json::array());
        if (delivery.corrects) {
            statement["corrects"] = all.at("corrects");
        }
    }
    return statement.dump(1) + "\n";
}

}  // namespace khomo::catalog
