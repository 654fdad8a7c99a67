// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/builder/intake/intake_run.hpp"

using namespace khomo;
using namespace khomo::tests;

namespace {

IntakeRun read(const std::string& xml, const std::string& record = "//row") {
    IntakeBench bench;
    bench.entry.table.record = record;
    bench.write("a.xml", xml);
    return bench.run();
}

}  // namespace

TEST_CASE("XML rows give attributes, elements and deeper elements as columns") {
    const auto run = read(
        "<?xml version='1.0'?><r:goc xmlns:r='u'><ten>bỏ</ten><row ma='01'><ten>Hồ &amp; đập</ten><noi><xa>03646</xa></noi></row>"
        "<row ma='02'><so xsi:nil='true' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/><ten><![CDATA[a<b]]></ten></row></r:goc>");
    CHECK(run.told() == Told{});
    CHECK(run.header.columns == std::vector<std::string>{"ma", "ten", "noi/xa", "so"});
    CHECK(run.rows == Rows{{"01", "Hồ & đập", "03646", ""}, {"02", "a<b", "", ""}});
    CHECK(run.row_numbers == std::vector<std::uint64_t>{1, 2});
}

TEST_CASE("an absolute path takes only its own level") {
    const std::string xml = "<a><b><row><x>1</x></row></b><row><x>2</x></row></a>";
    CHECK(read(xml, "/a/b/row").rows == Rows{{"1"}});
    CHECK(read(xml, "//row").rows == Rows{{"1"}, {"2"}});
    CHECK(read(xml, "//b/row").rows == Rows{{"1"}});
    CHECK(read(xml, "/a/c").told() == Told{"block form/xml-record a.xml||0|"});
    CHECK(read(xml, "").rows == Rows{{"1"}, {"2"}});  // without a path: every row element, as the templates have it
    CHECK(read(xml, "//row[1]").told() == Told{"block form/xml-record a.xml||0|"});
}

TEST_CASE("an element that repeats inside a row is told") {
    CHECK(read("<a><row><x>1</x><x>2</x></row></a>").told() == Told{"block form/xml-repeated a.xml||1|x"});
}

TEST_CASE("I3: document types, entities and broken XML are refused") {
    for (const std::string xml :
         {"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a><row><x>&e;</x></row></a>", "<!DOCTYPE a SYSTEM 'http://localhost/x.dtd'><a><row><x>1</x></row></a>",
          "<a><row><x>&unknown;</x></row></a>", "<a><row><x>1</row></a>", "<a><row><x>1</x></row>"}) {
        const auto run = read(xml);
        CHECK_MESSAGE(run.has("form/xml"), xml);
        CHECK_FALSE(run.opened);
    }
}

TEST_CASE("I3: a hundred thousand nested elements are refused") {
    std::string deep = "<a><row>";
    for (int i = 0; i < 100000; ++i) {
        deep += "<x>";
    }
    const auto run = read(deep);
    CHECK(run.told() == Told{"block form/xml a.xml||0|"});
    CHECK(run.message("form/xml").find("256") != std::string::npos);
}

TEST_CASE("an XML in windows-1258 says so itself") {
    const auto run = read("<?xml version='1.0' encoding='windows-1258'?><a><row><x>R\xFD\xCCng</x></row></a>");
    CHECK(run.told() == Told{});
    REQUIRE(run.rows.size() == 1);
    CHECK(run.rows[0][0].size() >= 5);
}
