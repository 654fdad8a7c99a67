// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/index/document_terms.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include "catalog/base/text.hpp"
#include "search/text/abbreviations.hpp"
#include "search/text/analysis.hpp"
#include "search/text/english.hpp"
#include "search/text/index_schema.hpp"
#include "search/text/title_words.hpp"

namespace khomo::search {
namespace {

constexpr Xapian::termpos kGap = 100;         // phrases never cross from one text into the next
constexpr std::size_t kLongestSnippet = 6000;  // bytes of a description kept for snippets

using schema::term;

/// Adds the words of one text after the other.
class TextIndexer {
public:
    explicit TextIndexer(Xapian::Document& document) : document_(document) {}

    /// Words of a text and of the other sides of its abbreviations.
    void add(std::string_view text, Xapian::termcount weight, bool title = false) {
        const auto tokens = tokenize(text);
        add_words(tokens, weight, title);
        for (const auto& joined : joined_words(text, tokens)) {
            if (joined.code) {
                document_.add_term(term(schema::kCode, joined.whole), weight);
            }
        }
        for (const auto& side : other_sides(abbreviations_in(text, tokens))) {
            add_words(tokenize(side), Weights::kText, title);
        }
    }

private:
    void add_words(const std::vector<Token>& tokens, Xapian::termcount weight, bool title) {
        const Token* previous = nullptr;
        for (const auto& token : tokens) {
            ++position_;
            document_.add_posting(term(schema::kFolded, token.folded), position_, weight);
            if (token.marked) {
                document_.add_posting(term(schema::kKey, token.key), position_, weight);
            } else {
                document_.add_term(term(schema::kKey, token.key), weight);
            }
            if (const auto stem = english_stem_of(token); !stem.empty()) {
                document_.add_term(term(schema::kStem, stem), weight);
            }
            if (title) {
                document_.add_term(term(schema::kTitle, token.folded), 1);
                document_.add_term(term(schema::kTitleKey, token.key), 1);
            }
            if (previous != nullptr) {
                document_.add_term(term(schema::kBigram, previous->folded + "_" + token.folded), weight);
            }
            previous = &token;
        }
        position_ += kGap;
    }

    static std::string english_stem_of(const Token& token) {
        thread_local const Xapian::Stem kStemmer("english");
        return may_be_english(token) ? kStemmer(token.surface) : "";
    }

    Xapian::Document& document_;
    Xapian::termpos position_ = 0;
};

void add_texts(Xapian::Document& made, const SearchDocument& document) {
    TextIndexer indexer(made);
    const auto both = [&](const Text& text, Xapian::termcount weight, bool title) {
        indexer.add(text.vi, weight, title);
        if (text.en != text.vi) {
            indexer.add(text.en, weight, title);
        }
    };
    both(document.title, Weights::kTitle, true);
    for (const auto& keyword : document.keywords) {
        indexer.add(keyword, Weights::kKeyword);
    }
    for (const auto& field : document.fields) {
        both(field, Weights::kField, false);
    }
    for (const auto& name : document.names) {
        indexer.add(name, Weights::kText);
    }
    both(document.summary, Weights::kText, false);
    both(document.description, Weights::kText, false);
}

void add_named(Xapian::Document& made, const std::string& facet, const std::string& name) {
    const auto tokens = tokenize(name);
    const auto add = [&](const std::vector<Token>& words) {
        for (const auto& word : words) {
            made.add_boolean_term(term(schema::kNamed, facet + ":" + word.folded));
        }
    };
    add(tokens);
    for (const auto& side : other_sides(abbreviations_in(name, tokens))) {
        add(tokenize(side));
    }
}

/// Facet terms for filters, and the same values in one line for counting.
void add_facets(Xapian::Document& made, const SearchDocument& document) {
    std::string line = document.searchable ? "" : "h";
    for (const auto& name : schema::kFacets) {
        line += '\n';
        const auto values = document.facets.find(std::string(name));
        if (values == document.facets.end()) {
            continue;
        }
        bool first = true;
        for (const auto& value : values->second) {
            made.add_boolean_term(term(schema::kFacet, std::string(name) + ":" + value));
            line.append(first ? "" : "\t").append(value);
            first = false;
        }
    }
    made.add_value(schema::kFacetLine, line);
    for (const auto& [facet, names] : document.named) {
        for (const auto& name : names) {
            add_named(made, facet, name);
        }
    }
    if (document.box) {
        const auto& box = *document.box;
        made.add_value(schema::kBox, fmt::format("{} {} {} {}", box[0], box[1], box[2], box[3]));
    }
}

/// Cut at a word.
std::string shortened(const std::string& text) {
    return text.size() <= kLongestSnippet ? text : text.substr(0, text.find_last_of(" \n", kLongestSnippet));
}

}  // namespace

Xapian::Document to_xapian(const SearchDocument& document) {
    Xapian::Document made;
    made.add_boolean_term(term(schema::kId, document.id));
    if (!document.searchable) {
        made.add_boolean_term(std::string(schema::kHidden));
    }
    add_texts(made, document);
    add_facets(made, document);
    made.add_value(schema::kTitleSort, collation_key(document.title.vi) + '\0' + document.id);
    made.add_value(schema::kUpdated, document.updated);
    made.add_value(schema::kTitleWords, write_title_words(tokenize(document.title.vi)) + "\n" + write_title_words(tokenize(document.title.en)));
    made.set_data(document.payload + schema::kDataSeparator + shortened(document.description.vi) + schema::kDataSeparator + shortened(document.description.en));
    return made;
}

}  // namespace khomo::search
