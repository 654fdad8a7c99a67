// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <algorithm>

#include "builder/commands/acceptance_record.hpp"
#include "builder/commands/candidate.hpp"
#include "builder/commands/workshop.hpp"
#include "builder/gate/personal/entry_scan.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/file.hpp"
#include "catalog/read/catalogue_reader.hpp"
#include "catalog/store/data_file.hpp"
#include "tests/support/shared_files.hpp"

using namespace khomo;
using namespace khomo::builder;

namespace {

const Instant kNow = *parse_instant("2026-11-01T08:00:00+07:00");
constexpr const char* kHeading = "Mã chợ;Tên chợ;Mã xã;Hạng;Số quầy;Diện tích (m²);Ngày mở\n";

/// A state whose one version of the markets was accepted by an older revision of the rules, and an empty warehouse.
class OldState {
public:
    explicit OldState(const std::string& name_of_market) : state_(folder_.path() / "state"), catalogue_(read()) {
        std::filesystem::create_directories(folder_.path() / "warehouse");
        const auto& entry = *catalogue_.entry("cho");
        const auto bytes = kHeading + ("C001;" + name_of_market) + ";03646;I;420;12.500,5;02/09/1995\n";
        catalog::VersionInfo info;
        info.dataset = "cho";
        info.number = 1;
        info.personal_rules = kPersonalRules - 1;
        info.contract_sha256 = contract_hash(entry);
        info.fields = entry.fields;
        info.key = entry.key;
        info.rows = 1;
        info.data_file = "data.sqlite";
        info.delivery = delivery(sha256_hex(bytes), bytes.size());
        const auto workspace = state_.versions().workspace("cho");
        std::filesystem::create_directories(workspace / "delivery");
        write_file(workspace / "delivery/cho.csv", bytes);
        catalog::DataFileWriter data(workspace / "data.sqlite", entry, {});
        data.add({{"C001", name_of_market, "03646", "I", std::int64_t{420}, 12500.5, "1995-09-02"}, "", 0});
        info.content_sha256 = data.finish().content_sha256;
        record_acceptance(state_, state_.versions().commit(workspace, info), kNow);
    }

    catalog::Findings build() {
        Options options;
        options.warehouse = folder_.path() / "warehouse";
        Progress progress(Lang::vi, false);
        catalog::Findings findings;
        take_deliveries(options, catalogue_, state_, kNow, true, progress, findings);
        return findings;
    }
    State& state() { return state_; }

private:
    static catalog::Catalogue read() {
        catalog::Findings findings;
        return catalog::read_catalogue(tests::source("tests/data/portal-mini"), findings);
    }

    static catalog::Delivery delivery(const std::string& sha256, std::uint64_t bytes) {
        catalog::Delivery delivery;
        delivery.dataset = "cho";
        delivery.name = "cu";
        delivery.source_system = "Kho thử";
        delivery.period = "2026";
        delivery.illustrative = true;
        const auto step = [](const char* by, const char* at) { return catalog::ApprovalStep{by, "Chức vụ (minh họa)", "so-a", parse_instant(at), "1/QĐ (minh họa)"}; };
        delivery.prepared = step("Lò Thị Lập (minh họa)", "2026-10-01T08:00:00+07:00");
        delivery.appraised = step("Hà Văn Thẩm (minh họa)", "2026-10-02T08:00:00+07:00");
        delivery.approved = step("Cầm Thị Duyệt (minh họa)", "2026-10-03T08:00:00+07:00");
        delivery.files.push_back({"cho.csv", sha256, bytes});
        return delivery;
    }

    TemporaryFolder folder_;
    State state_;
    catalog::Catalogue catalogue_;
};

bool told(const catalog::Findings& findings, const std::string& rule) {
    const auto all = findings.sorted();
    return std::any_of(all.begin(), all.end(), [&](const auto& finding) { return finding.rule == rule; });
}

}  // namespace

TEST_CASE("a live version that today's rules would refuse is suspended by the first build with them") {
    OldState old("Chợ xã, liên hệ 0912 345 678");
    const auto findings = old.build();
    CHECK(told(findings, "personal/live-version"));
    CHECK(old.state().withdrawals().versions("cho") == std::vector<int>{1});
}

TEST_CASE("a live version that today's rules pass stays, and is checked once") {
    OldState old("Chợ Trung tâm");
    CHECK(old.build().empty());
    CHECK(old.build().empty());
    CHECK(old.state().withdrawals().versions("cho").empty());
    CHECK(old.state().versions().load().at("cho").size() == 1);
    CHECK(old.state().journal().entries("cho", "version-reexamined").size() == 1);
}
