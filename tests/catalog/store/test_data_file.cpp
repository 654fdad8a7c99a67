// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/wkb.hpp"
#include "catalog/store/data_file.hpp"
#include "catalog/store/queued_writer.hpp"

using namespace khomo;
using namespace khomo::catalog;

namespace {

CatalogEntry entry_with_fields() {
    CatalogEntry entry;
    entry.id = "diem-do";
    entry.title = {"Điểm đo (minh họa)", ""};
    for (const auto& [name, type] : {std::pair{"ma", FieldType::string}, std::pair{"so", FieldType::integer}, std::pair{"do_cao", FieldType::number}, std::pair{"mo", FieldType::boolean}, std::pair{"ngay", FieldType::date}}) {
        Field field;
        field.name = name;
        field.type = type;
        entry.fields.push_back(field);
    }
    entry.key = {"ma"};
    return entry;
}

std::vector<Row> sample_rows() {
    std::vector<Row> rows;
    rows.push_back({{std::string("0036"), std::int64_t{7}, 0.1 + 0.2, true, std::string("2026-05-13")}, wkb_point(103.9, 21.3)});
    rows.push_back({{std::string(""), std::monostate(), -0.0, false, std::monostate()}, ""});
    return rows;
}

DataSummary write(const std::filesystem::path& path, const std::string& geometry) {
    DataFileWriter writer(path, entry_with_fields(), geometry.empty() ? DataGeometry{} : DataGeometry{geometry, 4326, "GEOGCS"});
    for (const auto& row : sample_rows()) {
        writer.add(row);
    }
    return writer.finish();
}

}  // namespace

TEST_CASE("rows come back from a data file as they went in, empty text and no value apart") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "a.gpkg";
    const auto summary = write(path, "Point");
    CHECK(summary.rows == 2);
    REQUIRE(summary.bbox);
    CHECK((*summary.bbox)[0] == 103.9);
    const auto reader = read_data_file(path, entry_with_fields());
    Row row;
    for (const auto& expected : sample_rows()) {
        REQUIRE(reader->next(row));
        CHECK(row.values == expected.values);
        CHECK(row.geometry == expected.geometry);
    }
    CHECK_FALSE(reader->next(row));
}

TEST_CASE("the same rows give the same bytes and the same content hash") {
    const TemporaryFolder folder;
    const auto first = write(folder.path() / "a.sqlite", "");
    const auto second = write(folder.path() / "b.sqlite", "");
    CHECK(first.content_sha256 == second.content_sha256);
    CHECK(sha256_file(folder.path() / "a.sqlite") == sha256_file(folder.path() / "b.sqlite"));
}

TEST_CASE("a writer that is not finished leaves no file") {
    const TemporaryFolder folder;
    {
        DataFileWriter writer(folder.path() / "a.sqlite", entry_with_fields(), {});
        writer.add(sample_rows()[0]);
    }
    CHECK_FALSE(std::filesystem::exists(folder.path() / "a.sqlite"));
}

TEST_CASE("a writer in a thread of its own makes the same file") {
    const TemporaryFolder folder;
    const auto make = [&](auto& writer) {
        Row row = sample_rows().front();
        for (int i = 0; i < 5000; ++i) {
            row.values[0] = "D" + std::to_string(i);
            row.values[1] = std::int64_t{i % 7};
            writer.add(row);
        }
        return writer.finish();
    };
    DataFileWriter plain(folder.path() / "a.gpkg", entry_with_fields(), {"Point", 4326, "GEOGCS"});
    const auto expected = make(plain);
    QueuedDataFileWriter queued(folder.path() / "b.gpkg", entry_with_fields(), {"Point", 4326, "GEOGCS"});
    const auto summary = make(queued);
    CHECK(summary.rows == 5000);
    CHECK(summary.content_sha256 == expected.content_sha256);
    CHECK(sha256_file(folder.path() / "a.gpkg") == sha256_file(folder.path() / "b.gpkg"));
}

TEST_CASE("what fails in the writer's thread is thrown, and an unfinished file goes") {
    const TemporaryFolder folder;
    {
        QueuedDataFileWriter writer(folder.path() / "a.sqlite", entry_with_fields(), {});
        Row wrong;
        wrong.values.resize(2);
        CHECK_THROWS_AS(
            [&] {
                for (int i = 0; i < 10000; ++i) {
                    writer.add(wrong);
                }
                writer.finish();
            }(),
            Error);
    }
    CHECK_FALSE(std::filesystem::exists(folder.path() / "a.sqlite"));
    {
        QueuedDataFileWriter writer(folder.path() / "b.sqlite", entry_with_fields(), {});
        for (int i = 0; i < 3000; ++i) {
            auto row = sample_rows().front();
            row.geometry.clear();
            writer.add(row);
        }
    }
    CHECK_FALSE(std::filesystem::exists(folder.path() / "b.sqlite"));
}
