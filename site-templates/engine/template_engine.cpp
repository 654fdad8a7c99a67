// SPDX-License-Identifier: GPL-3.0-or-later

#include "site-templates/engine/template_engine.hpp"

#include <kainjow/mustache.hpp>

#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <vector>

#include "catalog/base/digest.hpp"
#include "site-templates/engine/template_source.hpp"

namespace khomo {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using nlohmann::json;

bool is_false(const json& value) {
    switch (value.type()) {
        case json::value_t::null: return true;
        case json::value_t::boolean: return !value.get<bool>();
        case json::value_t::string: return value.get_ref<const std::string&>().empty();
        case json::value_t::array: return value.empty();
        default: return false;
    }
}

/// A list of `size` items that are true, whatever they stand for: the items themselves are read from the JSON.
const data& placeholders(std::size_t size) {
    thread_local std::map<std::size_t, data> lists;
    const auto found = lists.find(size);
    if (found != lists.end()) {
        return found->second;
    }
    data list(data::type::list);
    const data item(true);
    for (std::size_t i = 0; i < size; ++i) {
        list.push_back(item);
    }
    return lists.emplace(size, std::move(list)).first->second;
}

/// Answers Mustache's questions from JSON as they come, from the innermost section outward, and refuses what is not there. Mustache wants
/// values of its own type: turning a whole context into them would copy every string several times, so that only the value asked for is
/// turned, a section's object is `true` and a list is a list of `true`; which JSON each stands for is kept here.
class StrictContext : public kainjow::mustache::basic_context<std::string> {
public:
    explicit StrictContext(const std::string& page) : page_(page) {}

    /// A value that names are looked up in; the last one first.
    void add(const json& frame) { frames_.push_back(&frame); }

    void push(const data* item) override {
        while (!lists_.empty() && lists_.back().depth > frames_.size()) {
            lists_.pop_back();  // its section is over
        }
        if (!lists_.empty() && lists_.back().depth == frames_.size()) {
            const auto& list = lists_.back();
            frames_.push_back(&(*list.values)[static_cast<std::size_t>(item - list.first)]);
        } else {
            frames_.push_back(found_);
        }
    }

    void pop() override { frames_.pop_back(); }

    const data* get(const std::string& name) const override {
        while (!lists_.empty() && lists_.back().depth >= frames_.size()) {
            lists_.pop_back();
        }
        found_ = name == "." ? frames_.back() : find(name);
        static const data kTrue(true);
        static const data kFalse(false);
        if (is_false(*found_)) {
            return &kFalse;
        }
        switch (found_->type()) {
            case json::value_t::boolean:
            case json::value_t::object: return &kTrue;
            case json::value_t::array: {
                const auto& list = placeholders(found_->size());
                lists_.push_back({frames_.size(), list.list_value().data(), found_});
                return &list;
            }
            case json::value_t::string: word_ = data(found_->get_ref<const std::string&>()); return &word_;
            default: word_ = data(found_->dump()); return &word_;
        }
    }

    const data* get_partial(const std::string& name) const override { throw template_fault(page_, "{{> " + name + "}}"); }

private:
    /// A list whose items are being rendered, by the number of frames that stood when its section began.
    struct List {
        std::size_t depth;
        const data* first;
        const json* values;
    };

    const json* find(const std::string& name) const {
        const auto dot = name.find('.');
        for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
            const auto* value = dot == std::string::npos ? child(**frame, name) : child(**frame, name.substr(0, dot));
            for (auto at = dot; value != nullptr && at != std::string::npos;) {
                const auto next = name.find('.', at + 1);
                value = child(*value, name.substr(at + 1, next == std::string::npos ? next : next - at - 1));
                at = next;
            }
            if (value != nullptr) {
                return value;
            }
        }
        throw template_fault(page_, "{{" + name + "}}");
    }

    static const json* child(const json& value, const std::string& key) {
        if (!value.is_object()) {
            return nullptr;
        }
        const auto& members = value.get_ref<const json::object_t&>();
        const auto found = members.find(key);
        return found == members.end() ? nullptr : &found->second;
    }

    const std::string& page_;
    std::vector<const json*> frames_;
    mutable std::vector<List> lists_;
    mutable const json* found_ = nullptr;
    mutable data word_;
};

/// Takes the pieces of a page as Mustache makes them.
struct PageText {
    std::string text;
    PageText& operator<<(const std::string& piece) {
        text += piece;
        return *this;
    }
};

constexpr std::size_t kUsualPage = 32 * 1024;

}  // namespace

struct TemplateEngine::State {
    json texts;
    std::map<Lang, std::map<std::string, std::string>> sources;  ///< page name (layouts as "layouts/…") → text without partials
    std::string revision;

    /// Parsed templates are not safe to share between threads; each thread parses what it uses once.
    mustache& parsed(const std::string& page, Lang lang) const {
        thread_local std::unordered_map<std::string, std::map<std::pair<std::string, Lang>, mustache>> cache;
        auto& mine = cache[revision];
        const auto known = mine.find({page, lang});
        if (known != mine.end()) {
            return known->second;
        }
        const auto source = sources.at(lang).find(page);
        if (source == sources.at(lang).end()) {
            throw template_fault(page, "không có / not there");
        }
        mustache parsed(source->second);
        if (!parsed.is_valid()) {
            throw template_fault(page, parsed.error_message());
        }
        parsed.set_custom_escape([](const std::string& text) { return escape_html(text); });
        return mine.emplace(std::pair{page, lang}, std::move(parsed)).first->second;
    }

    std::string render(const std::string& page, const std::vector<const json*>& frames, Lang lang) const {
        StrictContext context(page);
        for (const auto* frame : frames) {
            context.add(*frame);
        }
        PageText out;
        out.text.reserve(kUsualPage);
        auto& parsed_page = parsed(page, lang);
        parsed_page.render(context, out);
        if (!parsed_page.is_valid()) {
            throw template_fault(page, parsed_page.error_message());
        }
        return std::move(out.text);
    }
};

TemplateEngine::TemplateEngine(const std::filesystem::path& folder) : state_(std::make_unique<State>()) {
    state_->texts = read_texts(folder);
    Sha256 sha;
    for (const auto lang : {Lang::vi, Lang::en}) {
        state_->sources[lang] = resolve_templates(folder, state_->texts, lang);
        for (const auto& [page, source] : state_->sources[lang]) {
            sha.update(page + '\0' + source + '\0');
        }
    }
    sha.update(state_->texts.dump());
    state_->revision = sha.finish();
}

TemplateEngine::~TemplateEngine() = default;
TemplateEngine::TemplateEngine(TemplateEngine&&) noexcept = default;

std::string TemplateEngine::render(const std::string& page, const json& context, const json& layout, Lang lang) const {
    const json content = {{"content", render_part(page, context, lang)}};
    return state_->render("layouts/page", {&layout, &content}, lang);
}

std::string TemplateEngine::render_part(const std::string& page, const json& context, Lang lang) const { return state_->render(page, {&context}, lang); }

const std::string& TemplateEngine::text(const std::string& key, Lang lang) const {
    const auto found = state_->texts.find(key);
    if (found == state_->texts.end()) {
        throw template_fault("texts.json", key);
    }
    return found->at(std::string(code(lang))).get_ref<const std::string&>();
}

const std::string& TemplateEngine::revision() const { return state_->revision; }

std::string escape_html(std::string_view text) {
    constexpr std::string_view kMarks = "&<>\"'";
    std::string out;
    std::size_t at = 0;
    while (true) {
        const auto mark = text.find_first_of(kMarks, at);
        out.append(text.substr(at, mark == std::string_view::npos ? mark : mark - at));
        if (mark == std::string_view::npos) {
            return out;
        }
        switch (text[mark]) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += "&#39;"; break;
        }
        at = mark + 1;
    }
}

}  // namespace khomo
