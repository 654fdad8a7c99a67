// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <map>

#include "catalog/base/file.hpp"
#include "catalog/base/record_codec.hpp"
#include "catalog/read/catalogue_reader.hpp"

using namespace khomo;
using namespace khomo::catalog;

namespace {

CatalogEntry full_entry() {
    CatalogEntry entry;
    entry.id = "ho-chua";
    entry.title = {"Hồ chứa", "Reservoirs"};
    entry.keywords.vi = {"hồ", "đập"};
    entry.decision = Decision{"1/QĐ-UBND", {2026, 6, 1}, "minh họa"};
    entry.supply.options = {{"table", "ho"}};
    entry.geometry = GeometryContract{"point", "EPSG:9206", "x", "y", ""};
    Field field;
    field.name = "dung_tich";
    field.type = FieldType::number;
    field.min = -0.5;
    field.codes = {{"a", {"A", ""}}};
    entry.fields = {field, Field{}};
    entry.source_sha256 = "abc";
    return entry;
}

std::string bytes_of(const CatalogEntry& entry) {
    RecordWriter writer;
    writer.put(entry);
    return writer.take();
}

constexpr FileStamp kStamp{7, 100, 1, 1};

}  // namespace

TEST_CASE("an entry comes out of the codec as it went in") {
    const auto bytes = bytes_of(full_entry());
    CatalogEntry read;
    RecordReader reader(bytes);
    reader.get(read);
    CHECK(reader.at_end());
    CHECK(read.title.en == "Reservoirs");
    CHECK(read.decision->date.year == 2026);
    CHECK(read.fields.at(0).min == -0.5);
    CHECK(read.fields.at(0).codes.at(0).title.vi == "A");
    CHECK(bytes_of(read) == bytes);
}

TEST_CASE("a folder's listing has the stamps of its files, and tells folders from links to them") {
    const TemporaryFolder folder;
    write_file(folder.path() / "a.md", "một");
    std::filesystem::create_directory(folder.path() / "inside");
    std::filesystem::create_directory_symlink(folder.path() / "inside", folder.path() / "to-folder");
    std::filesystem::create_symlink(folder.path() / "a.md", folder.path() / "to-file");
    std::filesystem::create_symlink(folder.path() / "nowhere", folder.path() / "to-nothing");
    std::map<std::string, StampedFile> files;
    for (const auto& file : stamps_in(folder.path())) {
        files[file.name] = file;
    }
    REQUIRE(files.size() == 5);
    CHECK(files["a.md"].file);
    CHECK(files["a.md"].stamp == stamp_of(folder.path() / "a.md"));
    CHECK(files["to-file"].stamp == files["a.md"].stamp);
    CHECK(files["inside"].folder);
    CHECK_FALSE(files["to-folder"].folder);
    CHECK_FALSE(files["to-folder"].file);
    CHECK(files["to-nothing"].stamp == FileStamp{});
    CHECK(stamps_in(folder.path() / "nowhere").empty());
}

TEST_CASE("a record cut anywhere is refused and asks for no memory") {
    const auto bytes = bytes_of(full_entry());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CatalogEntry read;
        RecordReader reader(std::string_view(bytes).substr(0, size));
        CHECK_THROWS_AS(reader.get(read), Error);
    }
}

TEST_CASE("an entry is taken from the cache only while its files are as they were") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "catalogue.cache";
    {
        EntryCache cache(file);
        CHECK_FALSE(cache.find("ho-chua", kStamp, {}));
        cache.keep(full_entry(), kStamp, {});
        cache.save({full_entry()});
    }
    const EntryCache cache(file);
    REQUIRE(cache.find("ho-chua", kStamp, {}));
    CHECK(bytes_of(*cache.find("ho-chua", kStamp, {})) == bytes_of(full_entry()));
    CHECK_FALSE(cache.find("ho-chua", {7, 101, 1, 1}, {}));
    CHECK_FALSE(cache.find("ho-chua", {7, 100, 1, 2}, {}));
    CHECK_FALSE(cache.find("ho-chua", kStamp, kStamp));
}

TEST_CASE("a file written a moment ago is not trusted to stay as it was read") {
    const TemporaryFolder folder;
    write_file(folder.path() / "a.md", "x");
    EntryCache cache(folder.path() / "catalogue.cache");
    const auto stamp = stamp_of(folder.path() / "a.md");
    cache.keep(full_entry(), stamp, {});
    CHECK_FALSE(cache.find("ho-chua", stamp, {}));
}

TEST_CASE("the cache grows by what was parsed and is written anew once most of it is outdated") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "catalogue.cache";
    auto largest = std::uintmax_t{0};
    for (std::uint64_t size = 1; size <= 300; ++size) {
        EntryCache cache(file);
        CHECK(cache.find("ho-chua", {7, size - 1, 1, 1}, {}).has_value() == (size > 1));
        cache.keep(full_entry(), {7, size, 1, 1}, {});
        cache.save({full_entry()});
        largest = std::max(largest, std::filesystem::file_size(file));
    }
    CHECK(largest < 150 * bytes_of(full_entry()).size() + 150 * 200);
    CHECK(EntryCache(file).find("ho-chua", {7, 300, 1, 1}, {}));
}

TEST_CASE("a damaged cache counts as far as it goes and is mended") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "catalogue.cache";
    EntryCache(file).save({});
    EntryCache cache(file);
    cache.keep(full_entry(), kStamp, {});
    cache.save({full_entry()});
    const auto bytes = read_file(file);
    write_file(file, bytes.substr(0, bytes.size() / 2));
    CHECK_FALSE(EntryCache(file).find("ho-chua", kStamp, {}));
    {
        EntryCache mended(file);
        mended.keep(full_entry(), kStamp, {});
        mended.save({full_entry()});
    }
    CHECK(EntryCache(file).find("ho-chua", kStamp, {}));
    write_file(file, "rubbish");
    CHECK_FALSE(EntryCache(file).find("ho-chua", kStamp, {}));
}
