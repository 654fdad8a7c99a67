// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "builder/outputs/sitemap.hpp"
#include "tests/builder/outputs/sample_site.hpp"

using namespace khomo;
using tests::holds;
using tests::MadeSite;
using tests::Outputs;
using tests::SamplePortal;

namespace {

/// Only the sitemap, with so many addresses a file.
class Sitemap : public builder::Output {
public:
    explicit Sitemap(std::size_t per_file) : per_file_(per_file) {}
    Stage stage() const override { return Stage::pages; }
    std::vector<builder::Unit> plan(const catalog::CatalogSnapshot& snapshot) const override { return {builder::sitemap_unit(snapshot, per_file_)}; }

private:
    std::size_t per_file_;
};

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

}  // namespace

TEST_CASE("the sitemap dates a dataset by its approval and a list by its latest") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const MadeSite site(snapshot, Outputs().all());
    const auto map = site.read("site/sitemap.xml");
    CHECK(holds(map, "<loc>https://thu.example/en/dataset/gia-ca</loc><lastmod>2026-07-01T08:00:00+07:00</lastmod>"));
    CHECK(holds(map, "<loc>https://thu.example/dataset/ho-chua</loc><lastmod>2026-05-01T08:00:00+07:00</lastmod>"));
    CHECK(holds(map, "<loc>https://thu.example/theme/nong-nghiep</loc><lastmod>2026-07-01T08:00:00+07:00</lastmod>"));
    CHECK(holds(map, "<loc>https://thu.example/dataset/ho-so-mat</loc><xhtml:link"));
    CHECK(holds(map, "hreflang=\"en\" href=\"https://thu.example/en/dataset/gia-ca\""));
    CHECK(holds(site.read("site/robots.txt"), "Sitemap: https://thu.example/sitemap.xml"));
    for (const char* page : {"/", "/inventory", "/page/bao-loi", "/agency/so-tai-chinh", "/unit/03646"}) {
        CHECK(holds(map, "<loc>https://thu.example" + std::string(page) + "</loc>"));
    }
}

TEST_CASE("a long sitemap is an index of parts that hold every address once") {
    const SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const Sitemap whole(50000);
    const Sitemap parts(10);
    const MadeSite one(snapshot, {&whole});
    const MadeSite many(snapshot, {&parts});
    const auto addresses = count(one.read("site/sitemap.xml"), "<loc>");
    const auto index = many.read("site/sitemap.xml");
    std::size_t found = 0;
    for (std::size_t number = 1; number <= count(index, "<loc>"); ++number) {
        const auto part = many.read("site/sitemap-" + std::to_string(number) + ".xml");
        CHECK(count(part, "<loc>") <= 10);
        found += count(part, "<loc>");
    }
    CHECK(found == addresses);
}
