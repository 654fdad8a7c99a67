// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "search/index/index_writer.hpp"
#include "search/text/index_schema.hpp"

using namespace khomo::search;

namespace {

SearchDocument document(const std::string& id, const std::string& title) {
    SearchDocument made;
    made.id = id;
    made.title = {title, "Data on " + id};
    made.summary = {"Số liệu của " + title, ""};
    made.keywords = {"từ khóa", "keyword"};
    made.facets["theme"] = {"lam-nghiep"};
    made.facets["format"] = {"csv", "xlsx"};
    made.payload = nlohmann::json{{"id", id}}.dump();
    return made;
}

void write(const std::filesystem::path& folder, const std::vector<SearchDocument>& documents) {
    IndexWriter writer(folder);
    for (const auto& one : documents) {
        writer.replace(one);
    }
    writer.finish();
}

bool holds(const std::string& dump, const std::string& line) { return dump.find(line) != std::string::npos; }

}  // namespace

TEST_CASE("the dump shows terms with positions, values and data") {
    const khomo::TemporaryFolder folder;
    write(folder.path() / "shard", {document("y042", "Dữ liệu hồ chứa")});
    const auto dump = dump_index(folder.path() / "shard");
    CAPTURE(dump);
    CHECK(holds(dump, "\nQy042 0\n"));
    CHECK(holds(dump, "\nAhô2 9,3,"));  // title 8, summary 1; third word of the title
    CHECK(holds(dump, "\nFchua 9,4,"));
    CHECK(holds(dump, "\nBho_chua 9\n"));
    CHECK(holds(dump, "\nShua") == false);
    CHECK(holds(dump, "\nSchua 1\n"));
    CHECK(holds(dump, "\nXtheme:lam-nghiep 0\n"));
    CHECK(holds(dump, "#3=\nlam-nghiep\n\ncsv\txlsx\n"));
    CHECK(holds(dump, "{\"id\":\"y042\"}"));
    CHECK(holds(dump, "@revision=" + std::string(schema::kRevision)));
}

TEST_CASE("an index brought up to date equals one made afresh") {
    const khomo::TemporaryFolder folder;
    std::vector<SearchDocument> documents;
    for (int i = 100; i < 160; ++i) {
        documents.push_back(document("tap-" + std::to_string(i), "Bảng số " + std::to_string(i)));
    }
    write(folder.path() / "old", documents);
    auto changed = documents;
    changed[5].title.vi = "Ranh giới rừng";
    changed[7].summary.vi = "";
    changed[9].searchable = false;
    changed.erase(changed.begin() + 20);
    changed.push_back(document("tap-moi", "Tập mới"));
    write(folder.path() / "full", changed);
    {
        IndexWriter writer(folder.path() / "updated", folder.path() / "old");
        writer.remove(documents[20].id);
        for (const std::size_t i : {5U, 7U, 9U}) {
            writer.replace(changed[i]);
        }
        writer.replace(changed.back());
        writer.finish();
    }
    CHECK(dump_index(folder.path() / "updated") == dump_index(folder.path() / "full"));
    CHECK(dump_index(folder.path() / "updated") != dump_index(folder.path() / "old"));
}

TEST_CASE("the same documents in another order make the same dump") {
    const khomo::TemporaryFolder folder;
    const auto a = document("a", "Một");
    const auto b = document("b", "Hai");
    write(folder.path() / "ab", {a, b});
    write(folder.path() / "ba", {b, a});
    CHECK(dump_index(folder.path() / "ab") == dump_index(folder.path() / "ba"));
}

TEST_CASE("a document written twice is there once, the later one") {
    const khomo::TemporaryFolder folder;
    write(folder.path() / "twice", {document("a", "Cũ"), document("a", "Mới")});
    write(folder.path() / "once", {document("a", "Mới")});
    CHECK(dump_index(folder.path() / "twice") == dump_index(folder.path() / "once"));
}

TEST_CASE("terms too long for the index are cut, not fatal") {
    const khomo::TemporaryFolder folder;
    auto odd = document("dai", std::string(5000, 'x') + " " + std::string(300, 'a') + "/" + std::string(300, '1'));
    odd.description.vi = std::string(20000, 'y');
    odd.facets["theme"] = {std::string(400, 't')};
    write(folder.path() / "shard", {odd});
    CHECK(holds(dump_index(folder.path() / "shard"), "F" + std::string(199, 'x')));
}

TEST_CASE("documents fall into shards by id and count alone") {
    CHECK(shard_count(281) == 1);
    CHECK(shard_count(10000) == 16);
    CHECK(shard_of("ho-chua", 1) == 0);
    CHECK(shard_of("ho-chua", 16) == shard_of("ho-chua", 16));
    std::vector<int> sizes(16);
    for (int i = 0; i < 1600; ++i) {
        ++sizes[shard_of("tap-" + std::to_string(i), 16)];
    }
    for (const auto size : sizes) {
        CHECK(size > 50);
    }
}

TEST_CASE("a folder that cannot be written is told as an Error") {
    const khomo::TemporaryFolder folder;
    khomo::write_file(folder.path() / "file", "no folder");
    CHECK_THROWS_AS(IndexWriter(folder.path() / "file" / "shard"), khomo::Error);
    CHECK_THROWS_AS(IndexWriter(folder.path() / "new", folder.path() / "missing"), khomo::Error);
    CHECK_THROWS_AS(dump_index(folder.path() / "missing"), khomo::Error);
}

TEST_CASE("the schema describes itself") {
    const auto schema = nlohmann::json::parse(schema_json());
    CHECK(schema.at("revision") == schema::kRevision);
    CHECK(schema.at("prefixes").size() == 10);
    CHECK(schema.at("facets").size() == schema::kFacets.size());
    CHECK(index_revision().starts_with(std::string(schema::kRevision) + "-"));
}
