// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/index/index_writer.hpp"

#include <xapian.h>

#include <cstdlib>
#include <map>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/text.hpp"
#include "search/text/abbreviations.hpp"
#include "search/text/analysis.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

constexpr unsigned kCommitEvery = 1000;  // a third of the time and a sixth of the memory of Xapian's default (performance.md §2)
constexpr std::size_t kLongestTerm = 200;  // Xapian's limit is 245 bytes

Error index_error(const Xapian::Error& error) {
    return {ErrorKind::store, {"Chỉ mục tìm kiếm lỗi: " + error.get_description(), "The search index failed: " + error.get_description()}};
}

std::string term(std::string_view prefix, std::string_view text) { return (std::string(prefix) + std::string(text)).substr(0, kLongestTerm); }

/// Adds the words of one text; positions run on so that phrases never cross from one text into the next.
class TextIndexer {
public:
    explicit TextIndexer(Xapian::Document& document) : document_(document) {}

    void add(std::string_view text, Xapian::termcount weight, bool title) {
        std::string previous;
        for (const auto& token : tokenize(text)) {
            ++position_;
            document_.add_posting(term(schema::kKey, token.key), position_, weight);
            document_.add_posting(term(schema::kFolded, token.folded), position_, weight);
            if (title) {
                document_.add_term(term(schema::kTitle, token.folded), 1);
                document_.add_term(term(schema::kTitleKey, token.key), 1);
            }
            if (!previous.empty()) {
                document_.add_term(term(schema::kBigram, previous + "_" + token.folded), weight);
            }
            previous = token.folded;
        }
        for (const auto& code : codes_of(text)) {
            document_.add_term(term(schema::kCode, code), weight);
        }
        position_ += 100;
        // Other sides count for finding, less for ranking.
        if (weight > 1) {
            for (const auto& side : other_sides(text)) {
                add(side, 1, title);
            }
        }
    }

private:
    Xapian::Document& document_;
    Xapian::termpos position_ = 0;
};

void add_texts(Xapian::Document& made, const SearchDocument& document) {
    TextIndexer indexer(made);
    indexer.add(document.title.vi, 8, true);
    if (document.title.en != document.title.vi) {
        indexer.add(document.title.en, 8, true);
    }
    for (const auto& keyword : document.keywords) {
        indexer.add(keyword, 4, false);
    }
    for (const auto& field : document.fields) {
        indexer.add(field.vi, 2, false);
        indexer.add(field.en, 1, false);
    }
    for (const auto& name : document.names) {
        indexer.add(name, 1, false);
    }
    for (const auto& text : {document.summary, document.description}) {
        indexer.add(text.vi, 1, false);
        indexer.add(text.en, 1, false);
    }
}

Xapian::Document make(const SearchDocument& document) {
    Xapian::Document made;
    made.add_boolean_term(term(schema::kId, document.id));
    made.add_boolean_term(term(schema::kScope, document.searchable ? "public" : "never"));
    add_texts(made, document);
    made.add_value(schema::kTitleSort, collation_key(document.title.vi));
    made.add_value(schema::kUpdated, document.updated);
    made.add_value(schema::kTitleVi, document.title.vi);
    made.add_value(schema::kTitleEn, document.title.en);
    for (std::size_t i = 0; i < schema::kFacets.size(); ++i) {
        const auto values = document.facets.find(std::string(schema::kFacets[i]));
        if (values == document.facets.end()) {
            continue;
        }
        std::string joined;
        for (const auto& value : values->second) {
            made.add_boolean_term(term(schema::kFacet, std::string(schema::kFacets[i]) + ":" + value));
            joined += (joined.empty() ? "" : "\t") + value;
        }
        made.add_value(schema::kFirstFacet + static_cast<Xapian::valueno>(i), joined);
    }
    made.set_data(document.payload);
    return made;
}

}  // namespace

struct IndexWriter::State {
    Xapian::WritableDatabase database;
    unsigned pending = 0;
};

IndexWriter::IndexWriter(const std::filesystem::path& folder, const std::filesystem::path& from) {
    try {
        if (!from.empty()) {
            std::filesystem::create_directories(folder);
            std::filesystem::copy(from, folder, std::filesystem::copy_options::recursive);
        }
        state_ = std::make_unique<State>();
        state_->database = Xapian::WritableDatabase(folder.string(), (from.empty() ? Xapian::DB_CREATE : Xapian::DB_OPEN) | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
        state_->database.set_metadata("revision", std::string(schema::kRevision));
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

IndexWriter::~IndexWriter() = default;

void IndexWriter::replace(const SearchDocument& document) {
    try {
        state_->database.replace_document(term(schema::kId, document.id), make(document));
        if (++state_->pending >= kCommitEvery) {
            state_->database.commit();
            state_->pending = 0;
        }
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

void IndexWriter::remove(const std::string& id) {
    try {
        state_->database.delete_document(term(schema::kId, id));
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

void IndexWriter::finish() {
    try {
        state_->database.commit();
        state_->database.close();
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

std::size_t shard_count(std::size_t documents) { return documents <= 500 ? 1 : 16; }

std::size_t shard_of(const std::string& id, std::size_t shards) {
    // FNV-1a: any stable hash will do, std::hash is not stable.
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : id) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return hash % shards;
}

std::string dump_index(const std::filesystem::path& shard) {
    try {
        const Xapian::Database database(shard.string());
        std::map<std::string, std::string> documents;
        for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
            const auto document = database.get_document(*posting);
            std::string id;
            std::string text;
            for (auto word = document.termlist_begin(); word != document.termlist_end(); ++word) {
                if ((*word).starts_with(schema::kId)) {
                    id = *word;
                }
                text += *word + " " + std::to_string(word.get_wdf());
                for (auto position = word.positionlist_begin(); position != word.positionlist_end(); ++position) {
                    text += "," + std::to_string(*position);
                }
                text += "\n";
            }
            for (auto value = document.values_begin(); value != document.values_end(); ++value) {
                text += "#" + std::to_string(value.get_valueno()) + "=" + *value + "\n";
            }
            documents[id] = text + document.get_data() + "\n";
        }
        std::string dump;
        for (const auto& [id, text] : documents) {
            dump += "== " + id + "\n" + text;
        }
        return dump;
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

}  // namespace khomo::search
