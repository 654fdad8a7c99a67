// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <atomic>
#include <cmath>
#include <random>
#include <thread>

#include "catalog/base/digest.hpp"
#include "search/rows/row_store.hpp"
#include "tests/support/naive_filter.hpp"
#include "tests/support/sample_release.hpp"

using namespace khomo;
using namespace khomo::search;

namespace {

const std::vector<std::size_t> kTextFields = {0, 1, 2};

std::vector<std::int64_t> ids(const RowTable& table, const Query& query) {
    std::vector<std::int64_t> found;
    auto cursor = table.open(query);
    while (cursor.next()) {
        found.push_back(cursor.row_id());
    }
    return found;
}

/// Queries of any shape over the fields of the sample.
class QueryMaker {
public:
    QueryMaker(unsigned seed, const std::vector<catalog::Row>& rows, bool spatial) : random_(seed), rows_(rows), spatial_(spatial) {}

    Query query() {
        Query made;
        made.filter = filter(3);
        for (std::size_t i = pick(4); i > 0; --i) {
            made.sort.push_back({pick(9), pick(2) == 0});
        }
        return made;
    }

    Filter filter(int depth) {
        const auto kind = pick(depth > 0 ? 8 : 4);
        if (kind == 0 && spatial_) {
            const double west = 103.0 + static_cast<double>(pick(2000)) / 1000.0;
            const double south = 20.5 + static_cast<double>(pick(1500)) / 1000.0;
            return Filter::of(Box{west, south, west + static_cast<double>(pick(1500)) / 1000.0, south + static_cast<double>(pick(1000)) / 1000.0});
        }
        if (kind == 1) {
            static const std::vector<std::string> kTexts = {"đồng", "cho dong", "SUOI", "o'b", "%", "_", "\"", "1", "m0"};
            return Filter::of_words(folded_words(kTexts[pick(kTexts.size())]));
        }
        if (kind <= 4) {
            return Filter::of(condition());
        }
        if (kind == 5) {
            return Filter::group(Filter::Kind::negation, {filter(depth - 1)});
        }
        std::vector<Filter> children;
        for (std::size_t i = pick(4); i > 0; --i) {
            children.push_back(filter(depth - 1));
        }
        return Filter::group(kind == 6 ? Filter::Kind::all : Filter::Kind::any, std::move(children));
    }

    std::size_t pick(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }

private:
    catalog::Value value_of(std::size_t field) {
        for (;;) {
            const auto& value = rows_[pick(rows_.size())].values[field];
            if (tests::has(value)) {
                return value;
            }
        }
    }

    Condition condition() {
        const auto field = pick(9);
        const bool textual = field <= 2 || field >= 6;
        const auto op = static_cast<Operator>(pick(11));
        Condition made{field, op, {value_of(field)}};
        if (op == Operator::isnull) {
            made.values = {pick(2) == 0};
        } else if (op == Operator::in) {
            made.values.push_back(value_of(field));
        } else if (op == Operator::contains || op == Operator::startswith || op == Operator::search) {
            if (!textual) {
                made.op = Operator::gte;
            } else {
                auto& text = std::get<std::string>(made.values.front());
                text = text.substr(0, pick(text.size() + 1));
                while (!is_valid_utf8(text)) {
                    text.pop_back();
                }
            }
        }
        return made;
    }

    std::mt19937 random_;
    const std::vector<catalog::Row>& rows_;
    bool spatial_;
};

}  // namespace

TEST_CASE("random queries give the same rows in the same order as a plain scan") {
    const tests::SampleRelease release;
    const RowStore store(release.data());
    for (const std::string dataset : {"cho-phien", "tram-quan-trac"}) {
        const auto table = store.table(dataset);
        REQUIRE(table != nullptr);
        const auto& rows = release.rows(dataset);
        QueryMaker maker(42, rows, dataset == "tram-quan-trac");
        std::size_t some = 0;
        for (int i = 0; i < 700; ++i) {
            const auto query = maker.query();
            CAPTURE(canonical(query));
            const auto expected = tests::scan(rows, query, kTextFields);
            REQUIRE(ids(*table, query) == expected);
            REQUIRE(table->count(query.filter) == expected.size());
            some += expected.empty() || expected.size() == rows.size() ? 0 : 1;
        }
        CHECK(some > 300);  // the queries tell rows apart
    }
}

TEST_CASE("pages by cursor join to the whole, whatever the order and its empty cells") {
    const tests::SampleRelease release;
    const RowStore store(release.data());
    for (const std::string dataset : {"cho-phien", "tram-quan-trac"}) {
        const auto table = store.table(dataset);
        QueryMaker maker(43, release.rows(dataset), dataset == "tram-quan-trac");
        for (int i = 0; i < 120; ++i) {
            auto query = maker.query();
            CAPTURE(canonical(query));
            const auto expected = tests::scan(release.rows(dataset), query, kTextFields);
            query.limit = 1 + maker.pick(60);
            std::vector<std::int64_t> joined;
            for (;;) {
                const auto page = ids(*table, query);
                joined.insert(joined.end(), page.begin(), page.end());
                REQUIRE(joined.size() <= expected.size());
                if (page.size() < *query.limit) {
                    break;
                }
                query.after = page.back();
            }
            REQUIRE(joined == expected);
        }
    }
}

TEST_CASE("offset and limit cut the same order") {
    const tests::SampleRelease release;
    const RowStore store(release.data());
    const auto table = store.table("cho-phien");
    Query query;
    query.sort = {{6, true}, {4, false}};
    const auto all = ids(*table, query);
    query.limit = 20;
    query.offset = 30;
    CHECK(ids(*table, query) == std::vector<std::int64_t>(all.begin() + 30, all.begin() + 50));
}

TEST_CASE("rows come back as they were written, geometry included") {
    const tests::SampleRelease release;
    const RowStore store(release.data());
    const auto table = store.table("tram-quan-trac");
    Query query;
    query.geometry = true;
    auto cursor = table->open(query);
    catalog::Row row;
    std::size_t at = 0;
    while (cursor.next()) {
        cursor.read(row);
        const auto& expected = release.rows("tram-quan-trac")[at++];
        REQUIRE(row.values == expected.values);
        REQUIRE(row.geometry == expected.geometry);
    }
    CHECK(at == 500);
    query.select = {4, kRowId};
    auto two = table->open(query);
    REQUIRE(two.next());
    two.read(row);
    CHECK(row.values.size() == 2);
    CHECK(std::get<std::int64_t>(row.values[1]) == 1);
}

TEST_CASE("a box on the border of a point takes it, the next double beside it does not") {
    const tests::SampleRelease release;
    const RowStore store(release.data());
    const auto table = store.table("tram-quan-trac");
    const auto& rows = release.rows("tram-quan-trac");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].geometry.empty()) {
            continue;
        }
        const auto at = *wkb_bounds(rows[i].geometry);
        Query query;
        query.filter = Filter::of(Box{at[0], at[1], at[0], at[1]});
        REQUIRE(ids(*table, query) == tests::scan(rows, query, kTextFields));
        const double beside = std::nextafter(at[0], 200.0);
        query.filter = Filter::of(Box{beside, at[1], beside, at[1]});
        REQUIRE(table->count(query.filter) == tests::scan(rows, query, kTextFields).size());
    }
}

TEST_CASE("many threads read one table without a fault and leave the file as it was") {
    const tests::SampleRelease release;
    const auto file = release.data() / "tram-quan-trac/v1.gpkg";
    const auto before = sha256_file(file);
    const RowStore store(release.data());
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (unsigned t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            QueryMaker maker(100 + t, release.rows("tram-quan-trac"), true);
            for (int i = 0; i < 100; ++i) {
                const auto query = maker.query();
                wrong += ids(*store.table("tram-quan-trac"), query) == tests::scan(release.rows("tram-quan-trac"), query, kTextFields) ? 0 : 1;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(wrong == 0);
    CHECK(sha256_file(file) == before);
}

TEST_CASE("what is not there is told as such") {
    const tests::SampleRelease release;
    const RowStore store(release.data());
    CHECK(store.table("khong-co") == nullptr);
    CHECK(store.table("../data/cho-phien") == nullptr);
    CHECK(store.table("cho-phien", 2) == nullptr);
    Query query;
    query.after = 100000;
    CHECK_THROWS_AS(store.table("cho-phien")->open(query), Error);
}

TEST_CASE("a file cut in the middle gives an error and never rows that are wrong or a crash") {
    const tests::SampleRelease release(3000);
    const auto file = release.data() / "cho-phien/v1.sqlite";
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 3 / 4096 * 4096);
    const RowStore store(release.data());
    const auto read_all = [&] { return ids(*store.table("cho-phien"), Query{}); };
    CHECK_THROWS_AS(read_all(), Error);
}

TEST_CASE("a query over its time is stopped and says so, and the table answers on") {
    const tests::SampleRelease release(20000);
    WorkLimits limits;
    limits.free_work = std::chrono::milliseconds(0);
    limits.time = std::chrono::milliseconds(1);
    const RowStore store(release.data(), limits);
    const auto table = store.table("cho-phien");
    const auto costly = Filter::group(Filter::Kind::negation, {Filter::of(Condition{1, Operator::contains, {std::string("khongco")}})});
    try {
        table->count(costly);
        FAIL("the query was let finish");
    } catch (const QueryStopped& stop) {
        CHECK(stop.why() == QueryStopped::Why::too_costly);
    }
    Query cheap;
    cheap.limit = 5;
    CHECK(ids(*table, cheap).size() == 5);
}

TEST_CASE("costly queries beyond the places and the queue are sent away at once") {
    WorkGate gate(1, 0);
    WorkLimits limits;
    limits.free_work = std::chrono::milliseconds(-1);
    WorkMeter first(gate, limits);
    CHECK(first.keep_going());
    WorkMeter second(gate, limits);
    CHECK_FALSE(second.keep_going());
    CHECK(second.reason().why() == QueryStopped::Why::busy);
    first.pause();
    WorkMeter third(gate, limits);
    CHECK(third.keep_going());
}

TEST_CASE("a geometry meets the rows that lie in it or on its border, not all that lie in its envelope") {
    const tests::SampleRelease release(800);
    const RowStore store(release.data());
    const auto table = store.table("tram-quan-trac");
    // A triangle over half of the sample's ground, in plain WKB.
    std::string triangle = std::string("\x01\x03\x00\x00\x00\x01\x00\x00\x00\x04\x00\x00\x00", 13);
    for (const double number : {103.0, 20.5, 105.0, 20.5, 103.0, 22.0, 103.0, 20.5}) {
        triangle.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    std::vector<std::int64_t> wanted;
    for (std::size_t i = 0; i < release.rows("tram-quan-trac").size(); ++i) {
        const auto& wkb = release.rows("tram-quan-trac")[i].geometry;
        const auto bounds = wkb.empty() ? std::nullopt : wkb_bounds(wkb);
        if (bounds && ((*bounds)[0] - 103.0) / 2.0 + ((*bounds)[1] - 20.5) / 1.5 <= 1.0) {
            wanted.push_back(static_cast<std::int64_t>(i) + 1);
        }
    }
    Query query;
    query.filter = Filter::of_intersecting(triangle);
    REQUIRE(wanted.size() > 100);
    CHECK(ids(*table, query) == wanted);
    CHECK(table->count(query.filter) == wanted.size());
    const auto outside = Filter::group(Filter::Kind::negation, {query.filter});
    CHECK(table->count(outside) == 800 - wanted.size());
}
