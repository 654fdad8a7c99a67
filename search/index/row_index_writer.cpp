// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/index/row_index_writer.hpp"

#include <xapian.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"
#include "search/index/index_database.hpp"
#include "search/index/index_error.hpp"
#include "search/text/abbreviations.hpp"
#include "search/text/analysis.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

using schema::term;

constexpr unsigned kCommitEvery = 5000;
constexpr std::size_t kMostWords = 40;      // of one row: longer texts are for reading, not for finding the row
constexpr std::size_t kLongestShown = 240;  // bytes

/// Words of one cell. The prefixes are those of datasets, so that one reading of a query searches both.
void add_cell(Xapian::Document& document, std::string_view text, bool title, std::size_t& words) {
    const auto tokens = tokenize(text);
    for (const auto& token : tokens) {
        if (++words > kMostWords) {
            return;
        }
        document.add_term(term(schema::kFolded, token.folded));
        document.add_term(term(schema::kKey, token.key));
        if (title) {
            document.add_term(term(schema::kTitle, token.folded));
            document.add_term(term(schema::kTitleKey, token.key));
        }
    }
    for (std::size_t i = 1; title && i < tokens.size(); ++i) {
        document.add_term(term(schema::kBigram, tokens[i - 1].folded + "_" + tokens[i].folded));
    }
    for (const auto& joined : joined_words(text, tokens)) {
        if (joined.code) {
            document.add_term(term(schema::kCode, joined.whole));
        }
    }
    for (const auto& side : other_sides(abbreviations_in(text, tokens))) {
        for (const auto& token : tokenize(side)) {
            document.add_term(term(schema::kFolded, token.folded), 0);
            document.add_term(term(schema::kKey, token.key), 0);
        }
    }
}

/// What is shown of the other cells; cut between two of them.
std::string shown_texts(const RowDocument& row) {
    std::string shown;
    for (const auto& text : row.texts) {
        if (shown.size() + text.size() > kLongestShown) {
            break;
        }
        shown += (shown.empty() ? "" : " · ") + text;
    }
    return shown;
}

}  // namespace

struct RowIndexWriter::State {
    std::filesystem::path folder;
    Xapian::WritableDatabase database;
    unsigned pending = 0;
};

RowIndexWriter::RowIndexWriter(const std::filesystem::path& folder, const std::filesystem::path& from) : state_(std::make_unique<State>(State{folder, open_index(folder, from), 0})) {}

RowIndexWriter::~RowIndexWriter() = default;

void RowIndexWriter::remove(const std::string& dataset) {
    try {
        state_->database.delete_document(term(schema::kGroup, dataset));
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

void RowIndexWriter::add(const RowDocument& row) {
    try {
        Xapian::Document made;
        made.add_boolean_term(term(schema::kId, row.dataset + "#" + std::to_string(row.row)));
        made.add_boolean_term(term(schema::kGroup, row.dataset));
        std::size_t words = 0;
        add_cell(made, row.title, true, words);
        for (const auto& text : row.texts) {
            add_cell(made, text, false, words);
        }
        for (const auto& token : tokenize(row.about)) {
            made.add_boolean_term(term(schema::kAbout, token.folded));
        }
        for (const auto& [facet, values] : row.facets) {
            for (const auto& value : values) {
                made.add_boolean_term(term(schema::kFacet, facet + ":" + value));
            }
        }
        made.add_value(schema::kRowDataset, row.dataset);
        made.set_data(nlohmann::json({{"dataset", row.dataset}, {"row", row.row}, {"title", row.title}, {"text", shown_texts(row)}}).dump());
        state_->database.add_document(made);
        if (++state_->pending >= kCommitEvery) {
            state_->database.commit();
            state_->pending = 0;
        }
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

void RowIndexWriter::finish() { close_index(state_->database, state_->folder); }

}  // namespace khomo::search
