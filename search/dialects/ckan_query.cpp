// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/ckan_query.hpp"

#include <algorithm>
#include <array>

#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "search/dialects/ckan_call.hpp"
#include "search/dialects/ckan_date.hpp"
#include "search/dialects/parameter_value.hpp"

namespace khomo::search {
namespace {

constexpr int kDeepest = 20;
constexpr std::size_t kMostTerms = 200;

enum class Holds { words, value, moment, number, constant, nothing };

struct FieldKind {
    std::string_view name;
    Holds holds;
};

/// What a field is compared as. Those of CKAN that nothing here has hold nothing.
constexpr std::array<FieldKind, 33> kFields = {{{"text", Holds::words},
                                                {"title", Holds::words},
                                                {"title_ngram", Holds::words},
                                                {"name_ngram", Holds::words},
                                                {"notes", Holds::words},
                                                {"name", Holds::value},
                                                {"id", Holds::value},
                                                {"tags", Holds::value},
                                                {"groups", Holds::value},
                                                {"organization", Holds::value},
                                                {"owner_org", Holds::value},
                                                {"res_format", Holds::value},
                                                {"license_id", Holds::value},
                                                {"license", Holds::value},
                                                {"author", Holds::words},
                                                {"metadata_modified", Holds::moment},
                                                {"metadata_created", Holds::moment},
                                                {"num_tags", Holds::number},
                                                {"num_resources", Holds::number},
                                                {"type", Holds::constant},
                                                {"dataset_type", Holds::constant},
                                                {"entity_type", Holds::constant},
                                                {"state", Holds::constant},
                                                {"capacity", Holds::constant},
                                                {"private", Holds::constant},
                                                {"isopen", Holds::constant},
                                                {"permission_labels", Holds::constant},
                                                {"site_id", Holds::nothing},
                                                {"maintainer", Holds::nothing},
                                                {"url", Holds::nothing},
                                                {"version", Holds::nothing},
                                                {"res_name", Holds::nothing},
                                                {"res_type", Holds::nothing}}};

std::optional<Holds> kind_of(std::string_view field) {
    for (const auto& known : kFields) {
        if (known.name == field) {
            return known.holds;
        }
    }
    // Fields that extensions add to an index.
    for (const std::string_view prefix : {"vocab_", "extras_", "res_extras_"}) {
        if (field.starts_with(prefix)) {
            return Holds::nothing;
        }
    }
    return std::nullopt;
}

std::vector<std::string> values_of(const PublishedDataset& dataset, std::string_view field) {
    if (field == "name" || field == "id") {
        return {dataset.id, dataset.uuid};
    }
    if (field == "tags") {
        return dataset.keywords;
    }
    if (field == "groups") {
        return {dataset.theme.first};
    }
    if (field == "organization" || field == "owner_org") {
        return {dataset.agency.first, ckan_uuid("agency", dataset.agency.first)};
    }
    if (field == "res_format") {
        std::vector<std::string> formats;
        for (const auto& form : dataset.forms) {
            formats.push_back(form.format);
        }
        return formats;
    }
    if (field == "license_id" || field == "license") {
        return {dataset.licence};
    }
    if (field == "isopen") {
        return {"true"};
    }
    if (field == "private") {
        return {"false"};
    }
    return {field == "state" ? "active" : field == "capacity" || field == "permission_labels" ? "public" : field == "entity_type" ? "package" : "dataset"};
}

}  // namespace

struct CkanQuery::Node {
    enum class Kind { everything, all, any, negation, words, value, range } kind = Kind::everything;
    std::vector<Node> children;
    std::string field;
    Holds holds = Holds::words;
    std::string text;      ///< of words: as searchable(), of a value: folded
    bool beginning = false;  ///< text* : what begins so
    std::optional<std::int64_t> from;  ///< of a range: seconds or a number
    std::optional<std::int64_t> to;
    bool from_included = true;
    bool to_included = true;

    double score(const PublishedDataset& dataset) const;
    bool plain() const {
        return kind == Kind::words ? field == "text" && !beginning : kind == Kind::all && !children.empty() && std::all_of(children.begin(), children.end(), [](const Node& child) { return child.plain(); });
    }
};

namespace {

using Node = CkanQuery::Node;

[[noreturn]] void bad(const std::string& why) { throw CkanFault::bad_search(why); }

/// Reads one query.
class Parser {
public:
    Parser(std::string_view text, Instant now) : text_(text), now_(now) {}

    Node whole() {
        auto node = any("text", 0);
        skip();
        if (at_ < text_.size()) {
            bad("unexpected «" + shown(text_.substr(at_, 20)) + "»");
        }
        return node;
    }

private:
    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
            ++at_;
        }
    }

    bool take(std::string_view word) {
        if (text_.substr(at_, word.size()) != word) {
            return false;
        }
        at_ += word.size();
        return true;
    }

    /// An operator that is a word of its own.
    bool take_word(std::string_view word) {
        const auto end = at_ + word.size();
        const bool alone = end >= text_.size() || text_[end] == ' ' || text_[end] == '(' || text_[end] == '"' || text_[end] == '\t';
        return alone && take(word);
    }

    Node any(const std::string& field, int depth) {
        if (depth > kDeepest) {
            bad("too many brackets inside each other");
        }
        std::vector<Node> parts;
        do {
            parts.push_back(all(field, depth));
            skip();
        } while (take_word("OR") || take("||"));
        return parts.size() == 1 ? std::move(parts.front()) : group(Node::Kind::any, std::move(parts));
    }

    static Node group(Node::Kind kind, std::vector<Node> children) {
        Node node;
        node.kind = kind;
        node.children = std::move(children);
        return node;
    }

    bool ends_here() {
        skip();
        if (at_ >= text_.size() || text_[at_] == ')' || text_.substr(at_, 2) == "||") {
            return true;
        }
        const auto before = at_;
        const bool or_here = take_word("OR");
        at_ = before;
        return or_here;
    }

    Node all(const std::string& field, int depth) {
        std::vector<Node> parts;
        while (!ends_here()) {
            if (take_word("AND") || take("&&")) {
                continue;
            }
            parts.push_back(one(field, depth));
        }
        return parts.size() == 1 ? std::move(parts.front()) : parts.empty() ? Node{} : group(Node::Kind::all, std::move(parts));
    }

    Node one(const std::string& field, int depth) {
        skip();
        if (++terms_ > kMostTerms || depth > kDeepest) {
            bad("more than " + std::to_string(kMostTerms) + " terms");
        }
        if (take("-") || take("!") || take_word("NOT")) {
            std::vector<Node> inside;
            inside.push_back(one(field, depth + 1));
            return group(Node::Kind::negation, std::move(inside));
        }
        take("+");
        skip();
        if (take("(")) {
            auto node = any(field, depth + 1);
            skip();
            if (!take(")")) {
                bad("a bracket is not closed");
            }
            after_term();
            return node;
        }
        if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '[' || text_[at_] == '{')) {
            return value(field);
        }
        const auto name = field_here();
        return name.empty() ? value(field) : of_field(name, depth);
    }

    /// "name:" if it stands here, and then past it.
    std::string field_here() {
        auto end = at_;
        while (end < text_.size() && ((text_[end] >= 'a' && text_[end] <= 'z') || (text_[end] >= 'A' && text_[end] <= 'Z') || (text_[end] >= '0' && text_[end] <= '9') || text_[end] == '_' || text_[end] == '-' || text_[end] == '*')) {
            ++end;
        }
        if (end == at_ || end >= text_.size() || text_[end] != ':') {
            return "";
        }
        std::string name(text_.substr(at_, end - at_));
        at_ = end + 1;
        return name;
    }

    Node of_field(const std::string& name, int depth) {
        if (name == "*") {
            if (!take("*")) {
                bad("only *:* may stand for all fields");
            }
            return Node{};
        }
        if (!kind_of(name)) {
            const auto& known = ckan_fields();
            const auto near = nearest(shown(name), known);
            bad("undefined field " + shown(name) + (near.empty() ? "" : "; did you mean " + near + "?"));
        }
        skip();
        if (take("(")) {
            auto node = any(name, depth + 1);
            skip();
            if (!take(")")) {
                bad("a bracket is not closed");
            }
            after_term();
            return node;
        }
        return value(name);
    }

    /// ^2, ~1 behind a term: weights and likeness are ours to choose.
    void after_term() {
        while (at_ < text_.size() && (text_[at_] == '^' || text_[at_] == '~')) {
            ++at_;
            while (at_ < text_.size() && ((text_[at_] >= '0' && text_[at_] <= '9') || text_[at_] == '.')) {
                ++at_;
            }
        }
    }

    std::string quoted() {
        std::string out;
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            at_ += text_[at_] == '\\' && at_ + 1 < text_.size() ? 1 : 0;
            out += text_[at_];
        }
        if (at_ >= text_.size()) {
            bad("a quotation mark is not closed");
        }
        ++at_;
        return out;
    }

    std::string bare(std::string_view stops) {
        std::string out;
        for (; at_ < text_.size() && stops.find(text_[at_]) == std::string_view::npos; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
                ++at_;
            }
            out += text_[at_];
        }
        return out;
    }

    Node value(const std::string& field) {
        const auto holds = kind_of(field).value_or(Holds::nothing);
        if (at_ < text_.size() && (text_[at_] == '[' || text_[at_] == '{')) {
            return range(field, holds);
        }
        const bool phrase = at_ < text_.size() && text_[at_] == '"';
        auto word = phrase ? quoted() : bare(" \t\r\n()\"^~");
        if (!phrase && word.empty()) {
            bad("something is missing at the end, or stands where a word should: «" + shown(text_.substr(at_, 20)) + "»");
        }
        after_term();
        Node node;
        node.field = field;
        node.holds = holds;
        node.beginning = !phrase && word.ends_with('*');
        word.resize(word.size() - (node.beginning ? 1 : 0));
        if (word.empty() && node.beginning) {
            node.kind = holds == Holds::nothing ? Node::Kind::any : Node::Kind::everything;
        } else if (holds == Holds::words) {
            node.kind = Node::Kind::words;
            node.text = searchable(word);
            if (node.beginning && node.text.ends_with(' ')) {
                node.text.pop_back();
            }
        } else if (holds == Holds::moment || holds == Holds::number) {
            node.kind = Node::Kind::range;
            node.from = node.to = point(word, holds);
        } else {
            node.kind = Node::Kind::value;
            node.text = fold(word);
        }
        return node;
    }

    std::int64_t point(const std::string& text, Holds holds) const {
        if (holds == Holds::number) {
            const auto number = parse_integer(text);
            if (!number) {
                bad("«" + shown(text) + "» is not a number");
            }
            return *number;
        }
        const auto moment = parse_solr_date(text, now_);
        if (!moment) {
            bad("Invalid Date String «" + shown(text) + "»");
        }
        return moment->seconds;
    }

    Node range(const std::string& field, Holds holds) {
        Node node;
        node.kind = Node::Kind::range;
        node.field = field;
        node.holds = holds;
        node.from_included = text_[at_++] == '[';
        skip();
        const auto from = at_ < text_.size() && text_[at_] == '"' ? quoted() : bare(" \t]}");
        skip();
        if (!take_word("TO")) {
            bad("a range is written [from TO to]");
        }
        skip();
        const auto to = at_ < text_.size() && text_[at_] == '"' ? quoted() : bare(" \t]}");
        skip();
        if (at_ >= text_.size() || (text_[at_] != ']' && text_[at_] != '}')) {
            bad("a range is not closed");
        }
        node.to_included = text_[at_++] == ']';
        after_term();
        if (holds != Holds::moment && holds != Holds::number && (from != "*" || to != "*")) {
            bad("the field " + shown(field) + " takes no range");
        }
        node.from = from == "*" ? std::nullopt : std::optional(point(from, holds));
        node.to = to == "*" ? std::nullopt : std::optional(point(to, holds));
        return node;
    }

    std::string_view text_;
    Instant now_;
    std::size_t at_ = 0;
    std::size_t terms_ = 0;
};

std::int64_t number_in(const PublishedDataset& dataset, std::string_view field) {
    if (field == "metadata_modified") {
        return dataset.modified.seconds;
    }
    if (field == "metadata_created") {
        return dataset.created.seconds;
    }
    return static_cast<std::int64_t>(field == "num_tags" ? dataset.keywords.size() : dataset.forms.size() + (dataset.layer ? 2 : 1));
}

double words_score(const Node& node, const PublishedDataset& dataset) {
    if (node.text.find_first_not_of(' ') == std::string::npos) {
        return 1;  // nothing but marks
    }
    if (dataset.title_words.find(node.text) != std::string::npos) {
        return 10;
    }
    return (node.field == "text" || node.field == "notes" || node.field == "author") && dataset.words.find(node.text) != std::string::npos ? 1 : 0;
}

bool value_fits(const Node& node, const PublishedDataset& dataset) {
    if (node.holds == Holds::nothing) {
        return false;
    }
    const auto values = values_of(dataset, node.field);
    return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
        const auto folded = fold(value);
        return node.beginning ? folded.starts_with(node.text) : folded == node.text;
    });
}

bool range_fits(const Node& node, const PublishedDataset& dataset) {
    if (node.holds == Holds::nothing) {
        return false;
    }
    if (node.holds != Holds::moment && node.holds != Holds::number) {
        return true;
    }
    const auto value = number_in(dataset, node.field);
    return (!node.from || (node.from_included ? value >= *node.from : value > *node.from)) && (!node.to || (node.to_included ? value <= *node.to : value < *node.to));
}

}  // namespace

double CkanQuery::Node::score(const PublishedDataset& dataset) const {
    double sum = 0;
    switch (kind) {
        case Kind::everything: return 1;
        case Kind::words: return words_score(*this, dataset);
        case Kind::value: return value_fits(*this, dataset) ? 1 : 0;
        case Kind::range: return range_fits(*this, dataset) ? 1 : 0;
        case Kind::negation: return children.front().score(dataset) > 0 ? 0 : 1;
        case Kind::all:
            for (const auto& child : children) {
                const auto part = child.score(dataset);
                if (part == 0) {
                    return 0;
                }
                sum += part;
            }
            return sum;
        case Kind::any:
            for (const auto& child : children) {
                sum += child.score(dataset);
            }
            return sum;
    }
    return 0;
}

CkanQuery CkanQuery::parse(std::string_view text, Instant now) {
    CkanQuery query;
    query.root_ = std::make_shared<const Node>(Parser(text, now).whole());
    return query;
}

double CkanQuery::score(const PublishedDataset& dataset) const { return root_->score(dataset); }
bool CkanQuery::plain() const { return root_->plain(); }

const std::vector<std::string>& ckan_fields() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const auto& field : kFields) {
            list.emplace_back(field.name);
        }
        return list;
    }();
    return names;
}

}  // namespace khomo::search
