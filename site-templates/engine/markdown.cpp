// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmark.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "site-templates/engine/template_engine.hpp"

namespace khomo {
namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
struct FreeText {
    void operator()(char* text) const { std::free(text); }
};
using Node = std::unique_ptr<cmark_node, FreeNode>;
using Iterator = std::unique_ptr<cmark_iter, FreeIterator>;

Node parse(std::string_view markdown) { return Node(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT)); }

constexpr int kDeepest = 6;

/// Calls `visit` once for each heading.
template <typename Visit>
void each_heading(cmark_node* document, Visit visit) {
    const Iterator walk(cmark_iter_new(document));
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk.get())) {
        auto* node = cmark_iter_get_node(walk.get());
        if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_HEADING) {
            visit(node);
        }
    }
}

}  // namespace

std::string markdown_to_html(std::string_view markdown, int top) {
    const auto document = parse(markdown);
    int highest = kDeepest;
    each_heading(document.get(), [&](cmark_node* heading) { highest = std::min(highest, cmark_node_get_heading_level(heading)); });
    each_heading(document.get(), [&](cmark_node* heading) {
        cmark_node_set_heading_level(heading, std::min(cmark_node_get_heading_level(heading) - highest + top, kDeepest));
    });
    const std::unique_ptr<char, FreeText> html(cmark_render_html(document.get(), CMARK_OPT_DEFAULT));  // without UNSAFE: raw HTML stays out
    return html.get();
}

std::string markdown_to_text(std::string_view markdown) {
    const auto document = parse(markdown);
    const Iterator walk(cmark_iter_new(document.get()));
    std::string text;
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk.get())) {
        auto* node = cmark_iter_get_node(walk.get());
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
            text += cmark_node_get_literal(node);
        } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK || (event == CMARK_EVENT_EXIT && type == CMARK_NODE_PARAGRAPH)) {
            text += ' ';
        }
    }
    return text;
}

}  // namespace khomo
