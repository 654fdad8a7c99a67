// SPDX-License-Identifier: GPL-3.0-or-later

#include "site-templates/engine/template_engine.hpp"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <vector>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"

namespace khomo {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

Error fault(const std::string& page, const std::string& what) {
    return {ErrorKind::internal, {"Mẫu trang " + page + ": " + what, "Template " + page + ": " + what}};
}

/// Looks a name up from the innermost section outward and refuses what is not there.
class StrictContext : public kainjow::mustache::basic_context<std::string> {
public:
    explicit StrictContext(const std::string& page) : page_(page) {}

    void push(const data* item) override { items_.push_back(item); }
    void pop() override { items_.pop_back(); }

    const data* get(const std::string& name) const override {
        if (name == ".") {
            return items_.back();
        }
        const auto dot = name.find('.');
        const auto first = name.substr(0, dot);
        for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
            const auto* found = (*item)->get(first);
            for (auto at = dot; found != nullptr && at != std::string::npos;) {
                const auto next = name.find('.', at + 1);
                found = found->get(name.substr(at + 1, next == std::string::npos ? next : next - at - 1));
                at = next;
            }
            if (found != nullptr) {
                return found;
            }
        }
        throw fault(page_, "{{" + name + "}}");
    }

    const data* get_partial(const std::string& name) const override { throw fault(page_, "{{> " + name + "}}"); }

private:
    const std::string& page_;
    std::vector<const data*> items_;
};

data to_data(const nlohmann::json& json) {
    switch (json.type()) {
        case nlohmann::json::value_t::object: {
            data object(data::type::object);
            for (const auto& [key, value] : json.items()) {
                object.set(key, to_data(value));
            }
            return object;
        }
        case nlohmann::json::value_t::array: {
            data list(data::type::list);
            for (const auto& value : json) {
                list.push_back(to_data(value));
            }
            return list;
        }
        case nlohmann::json::value_t::string: {
            const auto& text = json.get_ref<const std::string&>();
            return text.empty() ? data(false) : data(text);
        }
        case nlohmann::json::value_t::boolean: return data(json.get<bool>());
        case nlohmann::json::value_t::null: return data(false);
        default: return data(json.dump());
    }
}

std::map<std::string, std::string> read_templates(const std::filesystem::path& folder) {
    std::map<std::string, std::string> templates;
    for (const auto& item : std::filesystem::directory_iterator(folder)) {
        if (item.path().extension() == ".mustache") {
            templates[item.path().stem().string()] = read_file(item.path());
        }
    }
    return templates;
}

/// Puts the text of each partial in place of {{> name}}: kainjow would parse it anew at every render.
std::string flatten(const std::string& text, const std::map<std::string, std::string>& partials, const std::string& page, int depth = 0) {
    if (depth > 10) {
        throw fault(page, "partials in a circle");
    }
    std::string flat;
    std::size_t at = 0;
    while (true) {
        const auto open = text.find("{{>", at);
        flat.append(text, at, open == std::string::npos ? open : open - at);
        if (open == std::string::npos) {
            return flat;
        }
        const auto close = text.find("}}", open);
        auto name = text.substr(open + 3, close - open - 3);
        name.erase(std::remove(name.begin(), name.end(), ' '), name.end());
        const auto found = partials.find(name);
        if (close == std::string::npos || found == partials.end()) {
            throw fault(page, "{{> " + name + "}}");
        }
        flat += flatten(found->second, partials, page, depth + 1);
        at = close + 2;
        if (at < text.size() && text[at] == '\n' && !found->second.empty() && found->second.back() == '\n') {
            ++at;  // a partial on a line of its own brings its own line break
        }
    }
}

}  // namespace

struct TemplateEngine::State {
    std::map<std::string, std::string> sources;  ///< page name (layouts as "layouts/…") → flattened text
    nlohmann::json texts;
    std::map<Lang, data> words;
    std::string revision;

    /// Parsed templates are not safe to share between threads; each thread parses what it uses once.
    mustache& parsed(const std::string& page) const {
        thread_local std::unordered_map<std::string, std::unordered_map<std::string, mustache>> cache;
        auto& mine = cache[revision];
        const auto known = mine.find(page);
        if (known != mine.end()) {
            return known->second;
        }
        const auto source = sources.find(page);
        if (source == sources.end()) {
            throw fault(page, "không có / not there");
        }
        auto made = mine.emplace(page, mustache(source->second));
        if (!made.first->second.is_valid()) {
            throw fault(page, made.first->second.error_message());
        }
        return made.first->second;
    }

    std::string render(const std::string& page, const data& context, Lang lang) const {
        auto& words_of = words.at(lang);
        StrictContext strict(page);
        strict.push(&words_of);
        strict.push(&context);
        auto& tmpl = parsed(page);
        auto out = tmpl.render(strict);
        if (!tmpl.is_valid()) {
            throw fault(page, tmpl.error_message());
        }
        return out;
    }
};

TemplateEngine::TemplateEngine(const std::filesystem::path& folder) : state_(std::make_unique<State>()) {
    const auto partials = read_templates(folder / "partials");
    Sha256 sha;
    for (const auto& [kind, prefix] : {std::pair{"pages", ""}, std::pair{"layouts", "layouts/"}}) {
        for (const auto& [name, text] : read_templates(folder / kind)) {
            const auto page = prefix + name;
            state_->sources[page] = flatten(text, partials, page);
            sha.update(page + '\0' + state_->sources[page] + '\0');
        }
    }
    const auto bytes = read_file(folder / "texts.json");
    sha.update(bytes);
    state_->texts = nlohmann::json::parse(bytes, nullptr, false);
    if (!state_->texts.is_object()) {
        throw fault("texts.json", "không đọc được / cannot be read");
    }
    for (const auto lang : {Lang::vi, Lang::en}) {
        data words(data::type::object);
        for (const auto& [key, both] : state_->texts.items()) {
            words.set(key, data(both.at(std::string(code(lang))).get<std::string>()));
        }
        data root(data::type::object);
        root.set("t", words);
        root.set("lang", data(std::string(code(lang))));
        root.set("is_vi", data(lang == Lang::vi));
        root.set("is_en", data(lang == Lang::en));
        state_->words.emplace(lang, root);
    }
    state_->revision = sha.finish();
}

TemplateEngine::~TemplateEngine() = default;
TemplateEngine::TemplateEngine(TemplateEngine&&) noexcept = default;

std::string TemplateEngine::render(const std::string& page, const nlohmann::json& context, const nlohmann::json& layout, Lang lang) const {
    auto frame = to_data(layout);
    frame.set("content", data(render_part(page, context, lang)));
    return state_->render("layouts/page", frame, lang);
}

std::string TemplateEngine::render_part(const std::string& page, const nlohmann::json& context, Lang lang) const { return state_->render(page, to_data(context), lang); }

const std::string& TemplateEngine::text(const std::string& key, Lang lang) const {
    const auto found = state_->texts.find(key);
    if (found == state_->texts.end()) {
        throw fault("texts.json", key);
    }
    return found->at(std::string(code(lang))).get_ref<const std::string&>();
}

const std::string& TemplateEngine::revision() const { return state_->revision; }

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

}  // namespace khomo
