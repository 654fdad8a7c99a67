// SPDX-License-Identifier: GPL-3.0-or-later

#include <cctype>

#include "builder/gate/approval.hpp"
#include "builder/gate/approval_rules.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "tests/support/show_lists.hpp"

using namespace khomo;
using Told = std::vector<std::string>;

namespace {

Instant at(const std::string& text) {
    return parse_instant(text).value();
}

catalog::ApprovalStep step(const std::string& by, const std::string& when) {
    return {by, "Chuyên viên (minh họa)", "so-y-te", at(when), "01/TTr (minh họa)"};
}

struct Case {
    catalog::CatalogEntry entry;
    catalog::Delivery delivery;
    std::vector<catalog::ReceivedFile> received;
    Instant as_of = at("2026-11-01T00:00:00+07:00");

    Case() {
        entry.id = "thu";
        entry.agency = "so-y-te";
        entry.open_class = catalog::OpenClass::open;
        entry.decision = catalog::Decision{"12/QĐ-UBND", {2026, 6, 1}, "Người ký (minh họa)"};
        entry.licence = "cc-by-4.0";
        entry.fields.resize(1);
        delivery.dataset = "thu";
        delivery.name = "dot-1";
        delivery.prepared = step("Người một (minh họa)", "2026-10-01T08:00:00+07:00");
        delivery.appraised = step("Người hai (minh họa)", "2026-10-02T08:00:00+07:00");
        delivery.approved = step("Người ba (minh họa)", "2026-10-03T08:00:00+07:00");
        delivery.files = {{"a.csv", sha256_hex("a"), 1}};
        received = {{"a.csv", sha256_hex("a"), 1, {}}};
    }
    Told told() const {
        Told list;
        for (const auto& finding : builder::check_approval(entry, delivery, received, as_of).sorted()) {
            CHECK(finding.blocks());
            CHECK_FALSE(finding.fix.vi.empty());
            CHECK_FALSE(finding.fix.en.empty());
            list.push_back(finding.rule + " " + finding.place.file + " " + finding.place.column);
        }
        return list;
    }
};

}  // namespace

TEST_CASE("a complete record by three persons passes") {
    CHECK(Case().told() == Told{});
}

TEST_CASE("one changed byte, a missing and an unlisted file are refused by name") {
    Case changed;
    changed.received[0].sha256 = sha256_hex("b");
    CHECK(changed.told() == Told{"approval/hash a.csv "});
    Case capitals;
    for (auto& c : capitals.delivery.files[0].sha256) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    CHECK(capitals.told() == Told{});
    Case missing;
    missing.received.clear();
    CHECK(missing.told() == Told{"approval/file-missing a.csv "});
    Case extra;
    extra.received.push_back({"b.csv", "", 1, {}});
    CHECK(extra.told() == Told{"approval/file-unlisted b.csv "});
    Case none;
    none.delivery.files.clear();
    none.received.clear();
    CHECK(none.told() == Told{"approval/files approval.yaml files"});
}

TEST_CASE("every step is needed, with its person, document, agency and instant") {
    Case missing;
    missing.delivery.appraised.reset();
    CHECK(missing.told() == Told{"approval/step-missing approval.yaml appraised"});
    Case nobody;
    nobody.delivery.prepared->document.clear();
    CHECK(nobody.told() == Told{"approval/step-incomplete approval.yaml prepared"});
    Case timeless;
    timeless.delivery.prepared->at.reset();
    CHECK(timeless.told() == Told{"approval/step-time approval.yaml prepared"});
    Case stranger;
    stranger.delivery.approved->agency = "so-xay-dung";
    CHECK(stranger.told() == Told{"approval/agency approval.yaml approved"});
}

TEST_CASE("one person may take one step, and the steps follow each other in time") {
    Case same;
    same.delivery.approved->by = " NGƯỜI MỘT (minh họa)";
    CHECK(same.told() == Told{"approval/same-person approval.yaml approved"});
    Case order;
    order.delivery.approved->at = at("2026-10-01T09:00:00+07:00");
    CHECK(order.told() == Told{"approval/order approval.yaml approved"});
    Case future;
    future.as_of = at("2026-10-02T12:00:00+07:00");
    CHECK(future.told() == Told{"approval/step-future approval.yaml approved"});
}

TEST_CASE("without record, decision, licence, contract or an open class nothing is published") {
    Case bare;
    bare.delivery.prepared.reset();
    bare.delivery.appraised.reset();
    bare.delivery.approved.reset();
    bare.delivery.files.clear();
    CHECK(bare.told() == Told{"approval/record approval.yaml "});
    Case decision;
    decision.entry.decision.reset();
    CHECK(decision.told() == Told{"approval/decision approval.yaml decision"});
    Case licence;
    licence.entry.licence.clear();
    CHECK(licence.told() == Told{"approval/licence approval.yaml licence"});
    Case contract;
    contract.entry.fields.clear();
    CHECK(contract.told() == Told{"approval/contract approval.yaml fields"});
    for (const auto closed : {catalog::OpenClass::restricted, catalog::OpenClass::never}) {
        Case shut;
        shut.entry.open_class = closed;
        CHECK(shut.told() == Told{"approval/class approval.yaml class"});
    }
    Case aggregated;
    aggregated.entry.open_class = catalog::OpenClass::aggregated;
    CHECK(aggregated.told() == Told{});
}

TEST_CASE("nothing is approved while a blocking finding stands") {
    catalog::Findings findings;
    catalog::VersionInfo info;
    info.dataset = "thu";
    CHECK_NOTHROW(builder::Approval::approve(info, "x", findings));
    findings.add(catalog::Finding{});
    CHECK_THROWS_AS(builder::Approval::approve(info, "x", findings), Error);
    CHECK_THROWS_AS(builder::Approval::restore(info, "x", "one hash", "another"), Error);
}
