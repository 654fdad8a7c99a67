// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "catalog/base/bilingual.hpp"

namespace khomo {

/// Renders the pages of the portal: Mustache templates (pages/, layouts/, partials/) and texts.json from one folder. Strict: a key
/// or partial that is not there throws Error(internal) naming template and key, where Mustache itself would print nothing. An empty text,
/// null, false and an empty list make a section false. Everything in {{ }} is HTML-escaped. {{t.key}} is a text of texts.json; a text or
/// partial that is not there throws at construction. Thread-safe after construction.
class TemplateEngine {
public:
    explicit TemplateEngine(const std::filesystem::path& folder);
    ~TemplateEngine();
    TemplateEngine(TemplateEngine&&) noexcept;

    /// Renders pages/<page>.mustache with `context` inside layouts/page.mustache, which sees `layout` and the result as {{{content}}}.
    std::string render(const std::string& page, const nlohmann::json& context, const nlohmann::json& layout, Lang lang) const;
    /// Renders one page template without the layout.
    std::string render_part(const std::string& page, const nlohmann::json& context, Lang lang) const;
    /// A text of texts.json; throws Error(internal) if it is not there.
    const std::string& text(const std::string& key, Lang lang) const;
    /// Hash of all templates and texts: pages made from another set must be made again.
    const std::string& revision() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// &, <, >, " and ' as entities.
std::string escape_html(std::string_view text);

/// CommonMark to HTML (cmark) with raw HTML and unsafe links left out. The highest heading of the text becomes h<top>, the others follow.
std::string markdown_to_html(std::string_view markdown, int top = 3);
/// The words of a Markdown text without its marks, for search and summaries.
std::string markdown_to_text(std::string_view markdown);

}  // namespace khomo
