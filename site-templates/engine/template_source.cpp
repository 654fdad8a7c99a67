// SPDX-License-Identifier: GPL-3.0-or-later

#include "site-templates/engine/template_source.hpp"

#include <nlohmann/json.hpp>

#include "catalog/base/file.hpp"
#include "site-templates/engine/template_engine.hpp"

namespace khomo {
namespace {

using Sources = std::map<std::string, std::string>;

constexpr int kDeepestPartial = 10;

Sources read_templates(const std::filesystem::path& folder, const std::string& prefix) {
    Sources templates;
    for (const auto& item : std::filesystem::directory_iterator(folder)) {
        if (item.path().extension() == ".mustache") {
            templates[prefix + item.path().stem().string()] = read_file(item.path());
        }
    }
    return templates;
}

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(" \t\n");
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \t\n") - from + 1);
}

/// Replaces partials, texts and the language's code in one template.
class Resolver {
public:
    Resolver(const Sources& partials, const nlohmann::json& texts, Lang lang) : partials_(partials), texts_(texts), lang_(lang) {}

    std::string resolve(const std::string& page, const std::string& source, int depth = 0) const {
        if (depth > kDeepestPartial) {
            throw template_fault(page, "partials in a circle");
        }
        std::string out;
        std::size_t at = 0;
        while (true) {
            const auto open = source.find("{{", at);
            out.append(source, at, open == std::string::npos ? open : open - at);
            if (open == std::string::npos) {
                return out;
            }
            const bool raw = source.compare(open, 3, "{{{") == 0;
            const std::string_view ending = raw ? "}}}" : "}}";
            const auto close = source.find(ending, open);
            if (close == std::string::npos) {
                throw template_fault(page, "{{ …");
            }
            const auto after = close + ending.size();
            const auto tag = trimmed(source.substr(open + ending.size(), close - open - ending.size()));
            at = after;
            if (!raw && !tag.empty() && tag[0] == '>') {
                const auto& partial = partial_of(page, trimmed(tag.substr(1)));
                out += resolve(page, partial, depth + 1);
                if (source.compare(at, 1, "\n") == 0 && partial.ends_with('\n')) {
                    ++at;  // a partial on a line of its own brings its own line break
                }
            } else if (tag.starts_with("t.")) {
                const auto& words = text_of(page, tag.substr(2));
                out += raw ? words : escape_html(words);
            } else if (tag == "lang") {
                out += code(lang_);
            } else {
                out.append(source, open, after - open);
            }
        }
    }

private:
    const std::string& partial_of(const std::string& page, const std::string& name) const {
        const auto found = partials_.find(name);
        if (found == partials_.end()) {
            throw template_fault(page, "{{> " + name + "}}");
        }
        return found->second;
    }

    const std::string& text_of(const std::string& page, const std::string& key) const {
        const auto found = texts_.find(key);
        if (found == texts_.end()) {
            throw template_fault(page, "{{t." + key + "}}");
        }
        return found->at(std::string(code(lang_))).get_ref<const std::string&>();
    }

    const Sources& partials_;
    const nlohmann::json& texts_;
    Lang lang_;
};

}  // namespace

Error template_fault(const std::string& page, const std::string& what) {
    return {ErrorKind::internal, {"Mẫu trang " + page + ": " + what, "Template " + page + ": " + what}};
}

Sources resolve_templates(const std::filesystem::path& folder, const nlohmann::json& texts, Lang lang) {
    const auto partials = read_templates(folder / "partials", "");
    auto templates = read_templates(folder / "pages", "");
    templates.merge(read_templates(folder / "layouts", "layouts/"));
    const Resolver resolver(partials, texts, lang);
    for (auto& [page, source] : templates) {
        source = resolver.resolve(page, source);
    }
    return templates;
}

nlohmann::json read_texts(const std::filesystem::path& folder) {
    auto texts = nlohmann::json::parse(read_file(folder / "texts.json"), nullptr, false);
    if (!texts.is_object()) {
        throw template_fault("texts.json", "không đọc được / cannot be read");
    }
    for (const auto& [key, both] : texts.items()) {
        for (const char* lang : {"vi", "en"}) {
            const auto text = both.is_object() ? both.find(lang) : both.end();
            // Braces would be read as a tag once the text stands in the template.
            if (!both.is_object() || text == both.end() || !text->is_string() || text->get_ref<const std::string&>().find("{{") != std::string::npos) {
                throw template_fault("texts.json", key);
            }
        }
    }
    return texts;
}

}  // namespace khomo
