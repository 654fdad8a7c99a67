// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <random>
#include <set>
#include <sstream>

#include "catalog/base/digest.hpp"
#include "catalog/base/number.hpp"
#include "search/dialects/api.hpp"
#include "tests/support/api_client.hpp"
#include "tests/support/naive_filter.hpp"
#include "tests/support/sample_release.hpp"

using namespace khomo;
using namespace khomo::search;
using nlohmann::json;
using tests::ApiClient;

namespace {

const std::vector<std::size_t> kTextFields = {0, 1, 2};

std::vector<std::string> keys(const json& rows) {
    std::vector<std::string> found;
    for (const auto& row : rows) {
        found.push_back(row.at("ma"));
    }
    return found;
}

std::vector<std::string> expected_keys(const tests::SampleRelease& release, const std::string& dataset, const Query& query) {
    std::vector<std::string> found;
    const auto& rows = release.rows(dataset);
    for (const auto id : tests::scan(rows, query, kTextFields)) {
        found.push_back(std::get<std::string>(rows[static_cast<std::size_t>(id) - 1].values[0]));
    }
    return found;
}

Filter is(std::size_t field, Operator op, catalog::Value value) { return Filter::of(Condition{field, op, {std::move(value)}}); }

Query only(Filter filter) {
    Query query;
    query.filter = std::move(filter);
    return query;
}

}  // namespace

TEST_CASE("a page has total, rows, version, licence and the address of the next, which leads through all rows") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    std::string address = "/api/v1/datasets/cho-phien/rows?_limit=77&_sort=-ngay,gia";
    std::vector<std::string> all;
    int pages = 0;
    for (; !address.empty(); ++pages) {
        const auto page = api.json(address);
        CHECK(page.at("total") == 500);
        CHECK(page.at("version") == 1);
        CHECK(page.at("licence") == "cc-by-4.0");
        const auto part = keys(page.at("rows"));
        all.insert(all.end(), part.begin(), part.end());
        address = page.at("next").is_null() ? "" : page.at("next").get<std::string>();
    }
    CHECK(pages == 7);
    Query query;
    query.sort = {{6, true}, {4, false}};
    CHECK(all == expected_keys(release, "cho-phien", query));
}

TEST_CASE("rows of the JSON page and of every stream equal the rows that were written") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    const auto& rows = release.rows("cho-phien");
    const auto page = api.json("/api/v1/datasets/cho-phien/rows?_limit=500").at("rows");
    std::istringstream lines(api.body("/api/v1/datasets/cho-phien/rows.ndjson"));
    REQUIRE(page.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string line;
        REQUIRE(std::getline(lines, line));
        REQUIRE(json::parse(line) == page[i]);
        const auto& values = rows[i].values;
        CHECK(page[i].at("ma") == std::get<std::string>(values[0]));
        CHECK(page[i].at("so_luong") == (tests::has(values[3]) ? json(std::get<std::int64_t>(values[3])) : json(nullptr)));
        CHECK(page[i].at("gia") == (tests::has(values[4]) ? json(std::get<double>(values[4])) : json(nullptr)));
        CHECK(page[i].at("con_hoat_dong") == (tests::has(values[5]) ? json(std::get<bool>(values[5])) : json(nullptr)));
    }
    const auto csv = api.body("/api/v1/datasets/cho-phien/rows.csv");
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 501);
    CHECK(csv.starts_with("ma,ten,xa,so_luong,gia,con_hoat_dong,ngay,luc,ky\r\nM00000,"));
}

TEST_CASE("each operator means what the engine means by it") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    const auto ask = [&](const std::string& query) { return keys(api.json("/api/v1/datasets/cho-phien/rows?_limit=1000&" + query).at("rows")); };
    const auto want = [&](const Filter& filter) { return expected_keys(release, "cho-phien", only(filter)); };
    CHECK(ask("xa=03646") == want(is(2, Operator::exact, std::string("03646"))));
    CHECK(ask("xa__not=03646") == want(is(2, Operator::differs, std::string("03646"))));
    CHECK(ask("gia__gt=10.5") == want(is(4, Operator::gt, 10.5)));
    CHECK(ask("so_luong__gte=1.5") == want(is(3, Operator::gte, 1.5)));
    CHECK(ask("so_luong__lt=-1") == want(is(3, Operator::lt, std::int64_t{-1})));
    CHECK(ask("ngay__lte=2026-05-13") == want(is(6, Operator::lte, std::string("2026-05-13"))));
    CHECK(ask("ngay__startswith=2026-0") == want(is(6, Operator::startswith, std::string("2026-0"))));
    CHECK(ask("ngay__startswith=2026").size() == want(is(6, Operator::isnull, false)).size());
    CHECK(ask("luc=2026-05-13T15:00:00%2B07:00") == want(is(7, Operator::exact, std::string("2026-05-13T08:00:00Z"))));
    CHECK(ask("con_hoat_dong=true") == want(is(5, Operator::exact, true)));
    CHECK(ask("ten__isnull=1") == want(is(1, Operator::isnull, true)));
    CHECK(ask("ten=") == want(is(1, Operator::exact, std::string())));
    CHECK(ask("ten__contains=DONG") == want(is(1, Operator::contains, std::string("đồng"))));
    CHECK(ask("ten__search=dua+cho") == want(Filter::group(Filter::Kind::all, {is(1, Operator::contains, std::string("cho")), is(1, Operator::contains, std::string("dua"))})));
    CHECK(ask("q=su%E1%BB%91i+03646") == want(Filter::of_words({"suoi", "03646"})));
    CHECK(ask("xa__in=03646,03650") == want(Filter::of(Condition{2, Operator::in, {std::string("03646"), std::string("03650")}})));
    CHECK(ask("ten__in=%22O'Brien,+%22%22qu%C3%A1n%22%22%22") == want(is(1, Operator::exact, std::string("O'Brien, \"quán\""))));
    CHECK(ask("gia__gte=0&gia__lt=50") == want(Filter::group(Filter::Kind::all, {is(4, Operator::gte, 0.0), is(4, Operator::lt, 50.0)})));
}

TEST_CASE("groups nest as they are written") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    const auto ask = [&](const std::string& query) { return keys(api.json("/api/v1/datasets/cho-phien/rows?_limit=1000&" + query).at("rows")); };
    const auto want = [&](const Filter& filter) { return expected_keys(release, "cho-phien", only(filter)); };
    const auto either = Filter::group(Filter::Kind::any, {is(2, Operator::exact, std::string("03646")), Filter::group(Filter::Kind::all, {is(4, Operator::gte, 100.0), Filter::group(Filter::Kind::negation, {is(1, Operator::contains, std::string("cho"))})})});
    CHECK(ask("or=(xa.03646,and(gia__gte.100,not(ten__contains.ch%E1%BB%A3)))") == want(either));
    CHECK(ask("or=(xa=03646,and(gia__gte=100,not(ten__contains=cho)))") == want(either));
    CHECK(ask("or=(xa__in.(03646,03650),so_luong__gt.30)") == want(Filter::group(Filter::Kind::any, {Filter::of(Condition{2, Operator::in, {std::string("03646"), std::string("03650")}}), is(3, Operator::gt, std::int64_t{30})})));
    CHECK(ask("or=(ten.%22O'Brien,+%22%22qu%C3%A1n%22%22%22,ten__isnull.1)") == want(Filter::group(Filter::Kind::any, {is(1, Operator::exact, std::string("O'Brien, \"quán\"")), is(1, Operator::isnull, true)})));
    CHECK(ask("not=(xa.03646)") == want(Filter::group(Filter::Kind::negation, {is(2, Operator::exact, std::string("03646"))})));
    CHECK(ask("or=(gia__gt.12.5,gia__lt.-3)") == want(Filter::group(Filter::Kind::any, {is(4, Operator::gt, 12.5), is(4, Operator::lt, -3.0)})));
}

TEST_CASE("a layer answers a box, and GeoJSON has the geometry and the row's own number") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    const auto query = only(Filter::of(Box{103.5, 20.9, 104.2, 21.4}));
    const auto expected = expected_keys(release, "tram-quan-trac", query);
    CHECK(expected.size() > 20);
    CHECK(keys(api.json("/api/v1/datasets/tram-quan-trac/rows?_limit=1000&_bbox=103.5,20.9,104.2,21.4").at("rows")) == expected);
    const auto collection = json::parse(api.body("/api/v1/datasets/tram-quan-trac/rows.geojson?_bbox=103.5,20.9,104.2,21.4"));
    REQUIRE(collection.at("features").size() == expected.size());
    for (const auto& feature : collection.at("features")) {
        const auto row = feature.at("id").get<std::size_t>() - 1;
        CHECK(feature.at("properties").at("ma") == std::get<std::string>(release.rows("tram-quan-trac")[row].values[0]));
        CHECK(feature.at("geometry").at("coordinates")[0].get<double>() == doctest::Approx((*wkb_bounds(release.rows("tram-quan-trac")[row].geometry))[0]).epsilon(1e-9));
    }
    const auto chosen = api.json("/api/v1/datasets/tram-quan-trac/rows?_select=ma,geometry&_limit=3").at("rows");
    CHECK(chosen[0].size() == 2);
    CHECK(chosen[0].contains("geometry"));
    CHECK_FALSE(api.json("/api/v1/datasets/tram-quan-trac/rows?_limit=1").at("rows")[0].contains("geometry"));
}

TEST_CASE("columns are chosen in the order asked for, and _meta tells units, titles and licence") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    const auto body = api.body("/api/v1/datasets/cho-phien/rows?_select=gia,ma&_limit=1&_meta=1");
    CHECK(body.find("{\"gia\":") < body.find("\"ma\":"));
    const auto meta = json::parse(body).at("_meta");
    CHECK(meta.at("fields")[0].at("unit") == "nghìn đồng");
    CHECK(meta.at("fields").size() == 2);
    CHECK(meta.at("licence").at("url") == "https://creativecommons.org/licenses/by/4.0/");
    CHECK(api.body("/api/v1/datasets/cho-phien/rows.csv?_select=gia,ma").starts_with("gia,ma\r\n"));
}

TEST_CASE("a wrong parameter is refused and named, with what is valid and what is near") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    const auto fault = [&](const std::string& query) {
        const auto response = api.get("/api/v1/datasets/cho-phien/rows?" + query);
        CAPTURE(query);
        CHECK(response.status == 400);
        CHECK(response.content_type.starts_with("application/problem+json"));
        return json::parse(response.body);
    };
    CHECK(fault("_limt=3").at("nearest") == "_limit");
    CHECK(fault("_limt=3").at("parameter") == "_limt");
    CHECK(fault("so_luog=3").at("nearest") == "so_luong");
    CHECK(fault("gia__gtt=3").at("valid").size() == 11);
    CHECK(fault("gia__gtt=3").at("parameter") == "gia__gtt");
    CHECK(fault("gia=ba").at("parameter") == "gia");
    CHECK(fault("gia__contains=3").at("parameter") == "gia__contains");
    CHECK(fault("ngay__gte=2026").at("detail").get<std::string>().find("startswith") != std::string::npos);
    CHECK(fault("ngay=2026-02-30").at("parameter") == "ngay");
    CHECK(fault("_sort=-giaa").at("nearest") == "gia");
    CHECK(fault("_sort=gia,-gia").at("parameter") == "_sort");
    CHECK(fault("_select=ma,khong").at("valid").size() == 9);
    CHECK(fault("_select=ma,ma").at("parameter") == "_select");
    CHECK(fault("_limit=10001").at("parameter") == "_limit");
    CHECK(fault("_limit=-1").at("parameter") == "_limit");
    CHECK(fault("_limit=5&_limit=6").at("parameter") == "_limit");
    CHECK(fault("_meta=yes").at("parameter") == "_meta");
    CHECK(fault("_bbox=1,2,3,4").at("parameter") == "_bbox");
    CHECK(fault("_version=x").at("parameter") == "_version");
    CHECK(fault("or=(xa.03646").at("parameter") == "or");
    CHECK(fault("or=xa.03646").at("parameter") == "or");
    CHECK(fault("or=(xa.03646)x").at("parameter") == "or");
    CHECK(fault("or=(giaa.1)").at("nearest") == "gia");
    CHECK(fault("or=(not(xa.1,xa.2))").at("parameter") == "or");
    CHECK(fault("or=(ten.%22a)").at("parameter") == "or");
    CHECK(fault("or=(and(or(and(or(xa.1)))))").at("parameter") == "or");
    CHECK(fault("ten=%FF%FE").at("parameter") == "ten");
    CHECK(fault("%FF=1").at("parameter") == "?");
    CHECK(json::parse(api.get("/api/v1/datasets/tram-quan-trac/rows?_bbox=104,21,103,22").body).at("parameter") == "_bbox");
    CHECK(json::parse(api.get("/api/v1/datasets/cho-phien/rows.geojson").body).at("parameter") == "format");
    CHECK(json::parse(api.get("/api/v1/datasets/tram-quan-trac/rows.geojsn").body).at("valid") == json{"json", "csv", "ndjson", "geojson", "xlsx"});
    std::string many;
    for (int i = 0; i < 51; ++i) {
        many += "&gia__gt=" + std::to_string(i);
    }
    CHECK(fault(many.substr(1)).at("detail").get<std::string>().find("50") != std::string::npos);
}

TEST_CASE("what is not there is 404 and says nothing of the disk") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    for (const std::string path : {"/api/v1/datasets/khong-co/rows", "/api/v1/datasets/ho-so-mat/rows", "/api/v1/datasets/cho-phien/rows?_version=9", "/api/v1/datasets/..%2Fdata/rows", "/api/v1/datasets//rows",
                                   "/api/v1/datasets/cho-phien/row", "/api/v1/khac", "/api/v1/datasets/cho-phien/rows/1"}) {
        CAPTURE(path);
        const auto response = api.get(path);
        CHECK(response.status == 404);
        CHECK(response.body.find(release.root().string()) == std::string::npos);
    }
    CHECK_FALSE(api.handled("/api/v2/datasets"));
    CHECK_FALSE(api.handled("/"));
    CHECK(api.get("/api/v1").status == 200);
    CHECK(api.get("/api/v1/search?q=cho").status == 503);  // there is no index in this release
}

TEST_CASE("a cursor of another query, order or version is refused") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    const auto next = api.json("/api/v1/datasets/cho-phien/rows?_limit=5&_sort=gia").at("next").get<std::string>();
    const auto cursor = next.substr(next.find("_cursor="));
    CHECK(api.get("/api/v1/datasets/cho-phien/rows?_limit=9&_sort=gia&" + cursor).status == 200);  // another limit is the same query
    CHECK(api.get("/api/v1/datasets/cho-phien/rows?_limit=5&" + cursor).status == 400);
    CHECK(api.get("/api/v1/datasets/cho-phien/rows?_limit=5&_sort=-gia&" + cursor).status == 400);
    CHECK(api.get("/api/v1/datasets/tram-quan-trac/rows?_limit=5&_sort=gia&" + cursor).status == 400);
    CHECK(api.get("/api/v1/datasets/cho-phien/rows?_cursor=abc").status == 400);
    CHECK(api.get("/api/v1/datasets/cho-phien/rows?_cursor=-").status == 400);
}

TEST_CASE("an unchanged answer is 304, and every difference in the question changes the tag") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    std::set<std::string> tags;
    const std::vector<std::string> different = {"rows", "rows.csv", "rows?_limit=5", "rows?_sort=gia", "rows?_sort=-gia", "rows?xa=03646", "rows?xa__not=03646", "rows?_select=ma", "rows?_meta=1", "rows.csv?_limit=5"};
    for (const auto& query : different) {
        const auto response = api.get("/api/v1/datasets/cho-phien/" + query);
        const auto tag = tests::header_of(response, "ETag");
        REQUIRE(tag.size() > 10);
        tags.insert(tag);
        CHECK(api.get("/api/v1/datasets/cho-phien/" + query, {{"If-None-Match", tag}}).status == 304);
        CHECK(api.get("/api/v1/datasets/cho-phien/" + query, {{"If-None-Match", "W/\"abc\", " + tag}}).status == 304);
        CHECK(api.get("/api/v1/datasets/cho-phien/" + query, {{"If-None-Match", "\"0123456789\""}}).status == 200);
    }
    CHECK(tags.size() == different.size());
    CHECK(tests::header_of(api.get("/api/v1/datasets/cho-phien/rows?gia__gt=1&xa=03646"), "ETag") == tests::header_of(api.get("/api/v1/datasets/cho-phien/rows?xa=03646&gia__gt=1"), "ETag"));
}

TEST_CASE("the form is chosen by the Accept header where the address does not say") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    CHECK(api.get("/api/v1/datasets/cho-phien/rows", {{"Accept", "text/csv"}}).content_type.starts_with("text/csv"));
    CHECK(api.get("/api/v1/datasets/cho-phien/rows", {{"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"}}).content_type.starts_with("application/json"));
    CHECK(api.get("/api/v1/datasets/cho-phien/rows.json", {{"Accept", "text/csv"}}).content_type.starts_with("application/json"));
    CHECK(api.get("/api/v1/datasets/tram-quan-trac/rows", {{"Accept", "application/geo+json, application/json"}}).content_type.starts_with("application/geo+json"));
}

TEST_CASE("a client that goes away ends the stream, and a ninth stream at a time is asked to come back") {
    const tests::SampleRelease release(5000);
    const ApiClient api(release.root());
    {
        const auto response = api.get("/api/v1/datasets/cho-phien/rows.ndjson");
        int calls = 0;
        CHECK_FALSE(response.stream([&](std::string_view) { return ++calls < 2; }));
        CHECK(calls == 2);
    }
    std::vector<ApiResponse> open;
    for (int i = 0; i < 8; ++i) {
        open.push_back(api.get("/api/v1/datasets/cho-phien/rows.csv"));
        CHECK(open.back().status == 200);
    }
    const auto refused = api.get("/api/v1/datasets/cho-phien/rows.csv");
    CHECK(refused.status == 503);
    CHECK(tests::header_of(refused, "Retry-After") == "2");
    open.clear();
    CHECK(api.get("/api/v1/datasets/cho-phien/rows.csv").status == 200);
}

TEST_CASE("hostile texts in every place give a fault of the request or a right answer, and the file stays as it is") {
    const tests::SampleRelease release;
    const ApiClient api(release.root());
    const auto file = release.data() / "tram-quan-trac/v1.gpkg";
    const auto before = sha256_file(file);
    const std::vector<std::string> hostile = {"' OR 1=1 --", "\" OR \"\"=\"", "1; DROP TABLE tram_quan_trac", "1 UNION SELECT sql FROM sqlite_master", "')) OR ((1=1", "a\") FROM tram_quan_trac--", "%", "_", "\\", "\x01", std::string(1, '\0'),
                                              "hex(zeroblob(450000000))", "printf('%.*c',900000000,'x')", "load_extension('x')", "ATTACH 'x' AS y", "PRAGMA writable_schema=1", "?1", ":a", "@a", "$a", "/*", "--", "`ma`", "[ma]", "ma COLLATE NOCASE",
                                              "(SELECT 1)", "CASE WHEN 1 THEN 1 END", "fid", "rowid", "oid", "_rowid_", "geom", "NULL", "x'00'", "1e999", "-0", "9223372036854775808", "NaN", "inf", std::string(5000, 'a'), std::string(3000, '('),
                                              "\xED\xA0\x80", "\xC0\xAF", "ten__", "__", "__gt", "_", "or=(or=(", "../../etc/passwd", "<script>", "\r\nX: y", "０", "İ"};
    const std::vector<std::string> places = {"ten", "ten__contains", "ten__in", "ten__startswith", "ten__search", "gia", "gia__in", "ngay__gte", "con_hoat_dong", "q", "_sort", "_select", "_limit", "_cursor", "_bbox", "_version", "_meta", "or", "and", "not", "ten__isnull"};
    const auto& rows = release.rows("tram-quan-trac");
    int right = 0;
    for (const auto& text : hostile) {
        for (const auto& place : places) {
            for (const auto& value : {text, "(" + text + ")", "(ten." + text + ")"}) {
                const auto response = api.ask("/api/v1/datasets/tram-quan-trac/rows", {{place, value}});
                CAPTURE(place);
                CAPTURE(value);
                REQUIRE((response.status == 200 || response.status == 400));
                REQUIRE(response.body.find("SELECT fid") == std::string::npos);
                if (response.status == 200 && place == "ten" && is_valid_utf8(value)) {
                    ++right;
                    REQUIRE(json::parse(response.body).at("total") == tests::scan(rows, only(is(1, Operator::exact, to_nfc(value))), kTextFields).size());
                }
            }
        }
        for (const auto& ending : {"__exact", ""}) {
            const auto response = api.ask("/api/v1/datasets/tram-quan-trac/rows", {{text + ending, "1"}});
            REQUIRE(response.status == 400);
        }
        REQUIRE(api.ask("/api/v1/datasets/" + text + "/rows", {}).status == 404);
    }
    CHECK(right > 100);
    CHECK(sha256_file(file) == before);
}

TEST_CASE("random bytes as queries never do worse than 400") {
    const tests::SampleRelease release(50);
    const ApiClient api(release.root());
    std::mt19937 random(11);
    const std::vector<std::string> pieces = {"or", "and", "not", "(", ")", ",", ".", "=", "\"", "ten", "gia", "__", "in", "gt", "contains", "isnull", "1", "-", "_sort", "_limit", "_select", "_bbox", "ma", " ", "%", "ệ", "\xFF", "\x00"};
    const auto text = [&](std::size_t most) {
        std::string made;
        for (auto n = random() % most; n > 0; --n) {
            made += pieces[random() % pieces.size()];
        }
        return made;
    };
    int fine = 0;
    for (int i = 0; i < 10000; ++i) {
        std::vector<std::pair<std::string, std::string>> query;
        for (auto n = random() % 3 + 1; n > 0; --n) {
            static const std::vector<std::string> kNames = {"or", "and", "not", "ten", "gia__in", "_sort", "_select", "ten__in"};
            query.emplace_back(random() % 2 == 0 ? kNames[random() % kNames.size()] : text(4), random() % 3 == 0 ? "(" + text(12) + ")" : text(8));
        }
        const auto response = api.ask(random() % 2 == 0 ? "/api/v1/datasets/cho-phien/rows" : "/api/v1/datasets/cho-phien/rows.csv", query);
        REQUIRE((response.status == 200 || response.status == 400));
        fine += response.status == 200 ? 1 : 0;
    }
    CHECK(fine > 100);
}
