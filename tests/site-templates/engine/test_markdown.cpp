// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "site-templates/engine/template_engine.hpp"

using namespace khomo;

TEST_CASE("headings stand below those of the page") {
    CHECK(markdown_to_html("# Một\n\n## Hai\n\n###### Sáu\n") == "<h3>Một</h3>\n<h4>Hai</h4>\n<h6>Sáu</h6>\n");
    CHECK(markdown_to_html("## Hai\n\n### Ba\n", 2) == "<h2>Hai</h2>\n<h3>Ba</h3>\n");
}

TEST_CASE("raw HTML and unsafe links stay out") {
    const auto html = markdown_to_html("<script>alert(1)</script>\n\nchữ <b onclick=x>đậm</b> [bấm](javascript:alert(1)) ![ảnh](data:text/html,x)\n");
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("onclick") == std::string::npos);
    CHECK(html.find("javascript:") == std::string::npos);
    CHECK(html.find("data:text") == std::string::npos);
    CHECK(html.find("chữ") != std::string::npos);
}

TEST_CASE("a text with a null byte in the middle is read whole") {
    const std::string text("một\0hai", 9);
    CHECK(markdown_to_html(text).find("hai") != std::string::npos);
}

TEST_CASE("the words of a Markdown text come without its marks") { CHECK(markdown_to_text("**Rừng** và\n`suối`\n\nHết [nguồn](https://a.example)") == "Rừng và suối Hết nguồn "); }
