// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "site-templates/engine/template_engine.hpp"
#include "tests/support/shared_files.hpp"

using namespace khomo;
using nlohmann::json;

namespace {

/// A template folder with one page.
class Folder {
public:
    explicit Folder(const std::string& page, const std::string& partial = "") {
        for (const char* name : {"pages", "layouts", "partials"}) {
            std::filesystem::create_directory(folder_.path() / name);
        }
        write_file(folder_.path() / "pages/thu.mustache", page);
        write_file(folder_.path() / "layouts/page.mustache", "<title>{{title}}</title>{{{content}}}|{{t.end}}");
        write_file(folder_.path() / "partials/mau.mustache", partial);
        write_file(folder_.path() / "texts.json", R"({"hello": {"vi": "Chào & mừng", "en": "Hello & welcome"}, "end": {"vi": "hết", "en": "end"}})");
    }
    const std::filesystem::path& path() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
};

std::string part(const std::string& page, const json& context, Lang lang = Lang::vi, const std::string& partial = "") {
    const Folder folder(page, partial);
    return TemplateEngine(folder.path()).render_part("thu", context, lang);
}

}  // namespace

TEST_CASE("a page stands in its layout and speaks its language") {
    const Folder folder("<p>{{t.hello}}, {{name}}</p>");
    const TemplateEngine engine(folder.path());
    CHECK(engine.render("thu", {{"name", "Hòa <b>"}}, {{"title", "A & B"}}, Lang::vi) == "<title>A &amp; B</title><p>Chào &amp; mừng, Hòa &lt;b&gt;</p>|hết");
    CHECK(engine.render("thu", {{"name", "x"}}, {{"title", "T"}}, Lang::en) == "<title>T</title><p>Hello &amp; welcome, x</p>|end");
    CHECK(engine.text("hello", Lang::en) == "Hello & welcome");
}

TEST_CASE("sections repeat over lists and look outward for names") {
    const json context = {{"list", {{{"name", "a"}, {"sub", {1, 2}}}, {{"name", "b"}, {"sub", json::array()}}}}, {"outer", "o"}};
    CHECK(part("{{#list}}{{name}}{{outer}}({{#sub}}{{.}}{{name}},{{/sub}}{{^sub}}-{{/sub}}){{/list}}.", context) == "ao(1a,2a,)bo(-).");
}

TEST_CASE("a list inside a list of the same length keeps its own items") {
    const json context = {{"rows", {{{"cells", {"1", "2"}}}, {{"cells", {"3", "4"}}}}}};
    CHECK(part("{{#rows}}[{{#cells}}{{.}}{{/cells}}{{#cells}}<{{.}}>{{/cells}}]{{/rows}}", context) == "[12<1><2>][34<3><4>]");
}

TEST_CASE("two lists one after the other in the items of a third do not mix") {
    const json context = {{"rows", {{{"a", {"x", "y"}}, {"b", {{{"n", "1"}}, {{"n", "2"}}}}}, {{"a", {"z", "w"}}, {"b", {{{"n", "3"}}, {{"n", "4"}}}}}}}};
    CHECK(part("{{#rows}}{{#a}}{{.}}{{/a}}{{#b}}{{n}}{{#a}}{{.}}{{/a}}{{/b}};{{/rows}}", context) == "xy1xy2xy;zw3zw4zw;");
}

TEST_CASE("an object opens a section of its names and dots reach into it") {
    CHECK(part("{{#o}}{{x}}{{/o}}{{o.x}}{{o.p.q}}", {{"o", {{"x", "1"}, {"p", {{"q", "2"}}}}}}) == "112");
}

TEST_CASE("nothing, false, an empty text and an empty list are false") {
    for (const json& value : {json(nullptr), json(false), json(""), json::array()}) {
        CHECK(part("{{#v}}yes{{/v}}{{^v}}no{{/v}}", {{"v", value}}) == "no");
    }
    for (const json& value : {json(true), json("0"), json(0), json::object(), json::array({0})}) {
        CHECK(part("{{#v}}yes{{/v}}{{^v}}no{{/v}}", {{"v", value}}) == "yes");
    }
}

TEST_CASE("three braces leave marks alone and numbers print as they are") { CHECK(part("{{{h}}}{{n}}{{f}}", {{"h", "<b>&</b>"}, {"n", 12}, {"f", 1.5}}) == "<b>&</b>121.5"); }

TEST_CASE("partials are part of the page that names them") {
    CHECK(part("{{#list}}{{> mau}}\n{{/list}}", {{"list", {{{"x", "1"}}, {{"x", "2"}}}}}, Lang::vi, "<i>{{x}} {{t.end}}</i>\n") == "<i>1 hết</i>\n<i>2 hết</i>\n");
}

TEST_CASE("a key that is not there stops the page and is named") {
    CHECK_THROWS_WITH_AS(part("{{ten}}", json::object()), doctest::Contains("thu: {{ten}}"), Error);
    CHECK_THROWS_WITH_AS(part("{{#co}}x{{/co}}", json::object()), doctest::Contains("{{co}}"), Error);
    CHECK_THROWS_WITH_AS(part("{{^khong}}x{{/khong}}", json::object()), doctest::Contains("{{khong}}"), Error);
    CHECK_THROWS_WITH_AS(part("{{o.y}}", {{"o", {{"x", 1}}}}), doctest::Contains("{{o.y}}"), Error);
}

TEST_CASE("faults of the templates are told when they are loaded") {
    for (const auto& [page, told] : {std::pair{"{{t.khong_co}}", "{{t.khong_co}}"}, std::pair{"{{> khong-co}}", "{{> khong-co}}"}, std::pair{"{{ho", "{{ …"}}) {
        const Folder folder(page);
        CHECK_THROWS_WITH_AS(TemplateEngine(folder.path()), doctest::Contains(told), Error);
    }
    const Folder circle("{{> mau}}", "{{> mau}}");
    CHECK_THROWS_WITH_AS(TemplateEngine(circle.path()), doctest::Contains("circle"), Error);
    const Folder half("x");
    write_file(half.path() / "texts.json", R"({"end": {"vi": "hết"}})");
    CHECK_THROWS_WITH_AS(TemplateEngine(half.path()), doctest::Contains("end"), Error);
}

TEST_CASE("a page that does not parse and a page that is not there are refused") {
    const Folder folder("{{#a}}");
    const TemplateEngine engine(folder.path());
    CHECK_THROWS_WITH_AS(engine.render_part("thu", {{"a", true}}, Lang::vi), doctest::Contains("Unclosed section"), Error);
    CHECK_THROWS_AS(engine.render_part("khac", json::object(), Lang::vi), Error);
    CHECK_THROWS_AS(engine.text("khac", Lang::vi), Error);
}

TEST_CASE("another text or template is another revision") {
    const Folder folder("a");
    const auto before = TemplateEngine(folder.path()).revision();
    CHECK(TemplateEngine(folder.path()).revision() == before);
    write_file(folder.path() / "pages/thu.mustache", "b");
    const auto after = TemplateEngine(folder.path()).revision();
    CHECK(after != before);
    write_file(folder.path() / "texts.json", R"({"hello": {"vi": "x", "en": "y"}, "end": {"vi": "hết", "en": "end"}, "new": {"vi": "m", "en": "n"}})");
    CHECK(TemplateEngine(folder.path()).revision() != after);
}

TEST_CASE("several threads render one engine") {
    const Folder folder("{{#list}}{{.}} {{/list}}");
    const TemplateEngine engine(folder.path());
    std::vector<std::string> results(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < results.size(); ++i) {
        threads.emplace_back([&engine, &result = results[i]] {
            for (int round = 0; round < 200; ++round) {
                result = engine.render_part("thu", {{"list", {"a", "b", "c"}}}, Lang::en);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    for (const auto& result : results) {
        CHECK(result == "a b c ");
    }
}

TEST_CASE("the portal's own templates and texts resolve in both languages") { CHECK_FALSE(TemplateEngine(tests::source("site-templates")).revision().empty()); }

TEST_CASE("escaping knows five marks") { CHECK(escape_html("a<b>&\"'ế") == "a&lt;b&gt;&amp;&quot;&#39;ế"); }
