// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/publication_basis.hpp"

#include <algorithm>
#include <array>

namespace khomo::builder {
namespace {

struct Basis {
    std::string_view id;
    bool name;     ///< names of persons may stand
    bool contact;  ///< phone and mailbox of a contact person may stand
    bool address;  ///< the address is an organisation's
};

constexpr std::array<Basis, 8> kBases = {{
    {"nd42-lien-he", true, true, false},         // decree 42/2022: official contact persons of agencies
    {"dang-ky-doanh-nghiep", true, false, true}, // representatives in the business register
    {"dang-ky-hanh-nghe", true, false, false},   // registers of practitioners
    {"nguoi-ky", true, false, false},            // signatories of published documents
    {"danh-hieu", true, false, false},           // holders of titles of the State
    {"tac-gia", true, false, false},             // inventors and authors
    {"to-chuc", true, true, true},               // the owner or contact is an organisation, not a person
    {"nhan-vat-lich-su", true, false, false},    // historical persons
}};

}  // namespace

std::vector<std::string> publication_bases() {
    std::vector<std::string> ids;
    for (const auto& basis : kBases) {
        ids.emplace_back(basis.id);
    }
    return ids;
}

bool is_publication_basis(std::string_view basis) {
    return std::any_of(kBases.begin(), kBases.end(), [&](const Basis& known) { return known.id == basis; });
}

Verdict lowered(const Judgement& judgement, std::string_view basis) {
    const auto known = std::find_if(kBases.begin(), kBases.end(), [&](const Basis& one) { return one.id == basis; });
    if (known == kBases.end()) {
        return judgement.verdict;
    }
    if (judgement.rule == "personal/name" && known->name) {
        return Verdict::allow;
    }
    if (judgement.rule == "personal/address" && known->address) {
        return Verdict::allow;
    }
    const bool contact = judgement.rule == "personal/phone" || judgement.rule == "personal/email";
    if (contact && known->contact) {
        const bool named_mailbox = judgement.rule == "personal/email" && judgement.verdict == Verdict::warn;
        return named_mailbox ? Verdict::allow : Verdict::warn;
    }
    return judgement.verdict;
}

const catalog::Waiver* waiver_for(const std::vector<catalog::Waiver>& waivers, std::string_view rule, std::string_view field) {
    const auto found = std::find_if(waivers.begin(), waivers.end(), [&](const auto& waiver) { return waiver.rule == rule && waiver.field == field; });
    return found == waivers.end() ? nullptr : &*found;
}

}  // namespace khomo::builder
