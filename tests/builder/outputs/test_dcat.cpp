// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "builder/outputs/dcat_documents.hpp"
#include "builder/outputs/dcat_profile.hpp"
#include "builder/outputs/rdf_graph.hpp"
#include "catalog/base/error.hpp"
#include "tests/builder/outputs/sample_site.hpp"

using namespace khomo;
using builder::DcatProfile;
using builder::RdfGraph;
using builder::RdfValue;
using tests::holds;

namespace {

std::string hostile() { return "a\"b\\c\nd\te & <f> \x01 Sơn La"; }

RdfGraph one_statement(RdfValue value) {
    RdfGraph graph({{"dct", "http://purl.org/dc/terms/"}, {"xsd", "http://www.w3.org/2001/XMLSchema#"}});
    graph.node("https://x.example/a").say("dct:title", std::move(value));
    return graph;
}

}  // namespace

TEST_CASE("no text breaks out of its literal in any syntax") {
    const auto graph = one_statement({RdfValue::Kind::text, hostile(), "vi"});
    CHECK(holds(builder::to_turtle(graph), "dct:title \"a\\\"b\\\\c\\nd\te & <f> \x01 Sơn La\"@vi ."));
    CHECK(holds(builder::to_rdf_xml(graph), "<dct:title xml:lang=\"vi\">a&quot;b\\c\nd\te &amp; &lt;f&gt; \xEF\xBF\xBD Sơn La</dct:title>"));
    const auto document = nlohmann::json::parse(builder::to_json_ld(graph));
    CHECK(document.at("@graph").at(0).at("dct:title").at(0).at("@value") == hostile());
}

TEST_CASE("what may not stand in an IRI is encoded") {
    CHECK(builder::safe_iri("https://x.example/a b<c>\"{d}|e\\f^g`h%20/Sơn") == "https://x.example/a%20b%3Cc%3E%22%7Bd%7D%7Ce%5Cf%5Eg%60h%20/Sơn");
}

TEST_CASE("the same statement is made once, and a node that nothing is said of is not written") {
    auto graph = one_statement({RdfValue::Kind::text, "1", "", "xsd:integer"});
    graph.node("https://x.example/a").say("dct:title", {RdfValue::Kind::text, "1", "", "xsd:integer"});
    graph.node("https://x.example/b");
    const auto turtle = builder::to_turtle(graph);
    CHECK(turtle.find("dct:title") == turtle.rfind("dct:title"));
    CHECK(holds(turtle, "\"1\"^^xsd:integer"));
    CHECK_FALSE(holds(turtle, "/b>"));
}

TEST_CASE("a long catalogue comes in pages that lead to each other, each in its own syntax") {
    const tests::SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const tests::Outputs outputs;
    const builder::DcatDocuments documents(outputs.site, 1);
    const tests::MadeSite site(snapshot, {&outputs.files, &outputs.packages, &outputs.charts, &documents});
    const auto first = site.read("site/dcat/catalog.ttl");
    CHECK(holds(first, "hydra:totalItems \"2\"^^xsd:integer"));
    CHECK(holds(first, "hydra:nextPage <https://thu.example/dcat/catalog-2.ttl>"));
    CHECK_FALSE(holds(first, "hydra:previousPage"));
    CHECK(holds(first, "<https://thu.example/dataset/gia-ca#dataset> a dcat:Dataset"));
    CHECK_FALSE(holds(first, "<https://thu.example/dataset/ho-chua#dataset> a dcat:Dataset"));
    const auto second = site.read("site/dcat/catalog-2.rdf");
    CHECK(holds(second, "<hydra:previousPage rdf:resource=\"https://thu.example/dcat/catalog.rdf\"/>"));
    CHECK_FALSE(holds(second, "hydra:nextPage"));
    CHECK(holds(second, "<rdf:Description rdf:about=\"https://thu.example/dataset/ho-chua#dataset\">"));
    CHECK(holds(first, "dct:modified"));  // of the catalogue, on its first page alone
    const auto third = second.substr(0, second.find("</rdf:Description>"));
    CHECK_FALSE(holds(third, "dct:modified"));
}

TEST_CASE("versions name the one before, and only the dataset is a dcat:Dataset") {
    const tests::SamplePortal portal;
    const auto snapshot = portal.snapshot();
    const tests::Outputs outputs;
    const builder::DcatDocuments documents(outputs.site);
    const tests::MadeSite site(snapshot, {&outputs.files, &outputs.packages, &outputs.charts, &documents});
    const auto turtle = site.read("site/dataset/gia-ca.ttl");
    CHECK(holds(turtle, "dcat:hasCurrentVersion <https://thu.example/dataset/gia-ca/v2#version>"));
    CHECK(holds(turtle, "dcat:previousVersion <https://thu.example/dataset/gia-ca/v1#version>"));
    CHECK(turtle.find("a dcat:Dataset") == turtle.rfind("a dcat:Dataset"));
    CHECK_FALSE(holds(site.read("site/dcat/catalog.ttl"), "hydra:next"));
}

TEST_CASE("a profile that maps less says less, and one that is broken stops the build") {
    const TemporaryFolder folder;
    auto profile = nlohmann::json::parse(read_file(tests::source("site-templates/dcat/dcat-ap-3.json")));
    profile["classes"]["concept"]["properties"].erase("label");
    write_file(folder.path() / "p.json", profile.dump());
    const DcatProfile small(folder.path() / "p.json", "https://x.example");
    RdfGraph graph(small.prefixes());
    builder::DcatSubject(graph, small, "concept", "https://x.example/c").text("label", Text{"Nhãn", "Label"}).iri("scheme", "https://x.example/s");
    CHECK(graph.nodes().at(0).statements.size() == 1);
    profile.erase("classes");
    write_file(folder.path() / "p.json", profile.dump());
    CHECK_THROWS_AS((DcatProfile{folder.path() / "p.json", ""}), Error);
}
