// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "catalog/base/error.hpp"
#include "catalog/release/manifest.hpp"
#include "catalog/release/signature.hpp"

using namespace khomo;
using namespace khomo::catalog;

namespace {

Manifest sample() {
    Manifest manifest;
    manifest.number = 3;
    manifest.parent = "2-abc";
    manifest.as_of = "2026-11-01T08:00:00+07:00";
    manifest.tool = "khomo 0";
    manifest.units.emplace_back("pages/b", "f1", std::vector<ReleaseFile>{{"site/b.html", 12, "00ff"}});
    manifest.units.emplace_back("pages/a", "f2", std::vector<ReleaseFile>{{"site/a.html", 1, "11"}, {"site/en/a.html", 2, "22"}});
    manifest.seal();
    return manifest;
}

}  // namespace

TEST_CASE("a manifest reads back as it was written, units by name") {
    const auto written = sample();
    const auto read = Manifest::parse(written.to_json());
    CHECK(read.id == written.id);
    CHECK(read.parent == "2-abc");
    REQUIRE(read.units.size() == 2);
    CHECK(read.units[0].name() == "pages/a");
    CHECK(read.units[0].files() == std::vector<ReleaseFile>{{"site/a.html", 1, "11"}, {"site/en/a.html", 2, "22"}});
    CHECK(read.content_sha256() == written.content_sha256());
}

TEST_CASE("a damaged manifest is refused") {
    auto json = sample().to_json();
    CHECK_THROWS_AS(Manifest::parse(json.substr(0, json.size() / 2)), Error);
    json.replace(json.find("\"bytes\":12"), 10, "\"bytes\":xx");
    CHECK_THROWS_AS(Manifest::parse(json).units[1].files(), Error);
}

TEST_CASE("a signature fits its bytes and key alone") {
    const auto pair = make_key_pair();
    const auto other = make_key_pair();
    const auto signature = sign("manifest", pair.secret, "3-abc");
    CHECK(verify_signature("manifest", signature, pair.public_key));
    CHECK_FALSE(verify_signature("manifesT", signature, pair.public_key));
    CHECK_FALSE(verify_signature("manifest", signature, other.public_key));
}
