// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/static_search.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "builder/outputs/search_documents.hpp"
#include "search/index/index_writer.hpp"
#include "search/text/abbreviations.hpp"
#include "search/text/analysis.hpp"
#include "search/text/title_words.hpp"
#include "search/text/typing.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;
using search::SearchDocument;

constexpr std::size_t kPerFile = 100;
constexpr std::size_t kLongestSummary = 300;  // bytes
constexpr const char* kFolder = "site/static-search/";

json both(const Text& text) { return {{"vi", text.vi}, {"en", text.in(Lang::en)}}; }

/// Cut at a word.
std::string shortened(const std::string& text) { return text.size() <= kLongestSummary ? text : text.substr(0, text.find_last_of(' ', kLongestSummary)) + " …"; }

/// One part of the index while it grows.
class Part {
public:
    explicit Part(std::size_t letters) : letters_(letters) {}

    void add(const SearchDocument& document, const catalog::CatalogEntry& entry, const catalog::Agency& agency) {
        const auto id = documents_.size();
        add_words(document.title.vi, id, true);
        add_words(document.title.en, id, true);
        for (const auto& keyword : document.keywords) {
            add_words(keyword, id, false);
        }
        for (const auto& name : document.names) {
            add_words(name, id, false);
        }
        add_words(document.summary.vi, id, false);
        add_words(document.summary.en, id, false);
        documents_.push_back({{"id", document.id},
                              {"inventory", entry.inventory},
                              {"class", to_string(entry.open_class)},
                              {"title", both(document.title)},
                              {"summary", both({shortened(document.summary.vi), shortened(document.summary.en)})},
                              {"agency", both(agency.short_name.empty() ? agency.name : agency.short_name)},
                              {"published", !document.updated.empty()},
                              {"words", search::write_title_words(search::tokenize(document.title.vi)) + "\n" + search::write_title_words(search::tokenize(document.title.en))}});
    }

    void write(const std::string& folder, UnitWriter& writer) const {
        json names = json::array();
        for (const auto& [name, words] : files_) {
            json file = json::object();
            for (const auto& [word, keys] : words) {
                for (const auto& [key, places] : keys) {
                    file[word][key] = {places.title, places.other};
                }
            }
            writer.write(folder + "words-" + name + ".json", file.dump());
            names.push_back(name);
        }
        for (std::size_t first = 0; first < documents_.size(); first += kPerFile) {
            const auto end = std::min(first + kPerFile, documents_.size());
            const json file(std::vector<json>(documents_.begin() + static_cast<std::ptrdiff_t>(first), documents_.begin() + static_cast<std::ptrdiff_t>(end)));
            writer.write(folder + "documents-" + std::to_string(first / kPerFile) + ".json", file.dump());
        }
        writer.write(folder + "part.json", json{{"documents", documents_.size()}, {"words", names}}.dump());
    }

private:
    struct Places {
        std::vector<std::size_t> title;
        std::vector<std::size_t> other;
    };

    void add_words(const std::string& text, std::size_t id, bool title) {
        const auto tokens = search::tokenize(text);
        add_tokens(tokens, id, title);
        for (const auto& side : search::other_sides(search::abbreviations_in(text, tokens))) {
            add_tokens(search::tokenize(side), id, title);
        }
    }

    void add_tokens(const std::vector<search::Token>& tokens, std::size_t id, bool title) {
        for (const auto& token : tokens) {
            auto& places = files_[file_of(token.folded)][token.folded][token.key];
            auto& list = title ? places.title : places.other;
            const bool in_title = !places.title.empty() && places.title.back() == id;
            if (!in_title && (list.empty() || list.back() != id)) {
                list.push_back(id);
            }
        }
    }

    /// The first letters; what is no letter or digit of ASCII would be no name of a file everywhere.
    std::string file_of(const std::string& folded) const {
        auto name = folded.substr(0, letters_);
        name.resize(letters_, '_');
        for (auto& c : name) {
            c = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
        }
        return name;
    }

    std::map<std::string, std::map<std::string, std::map<std::string, Places>>> files_;
    std::vector<json> documents_;
    std::size_t letters_;
};

/// A large portal has many parts, so that one changed dataset remakes little; each then has few files.
std::size_t letters_of(std::size_t parts) { return parts > 1 ? 1 : 2; }

void write_part(const catalog::CatalogSnapshot& snapshot, const std::map<std::string, std::string>& hashes, std::size_t letters, const std::string& folder, UnitWriter& writer) {
    Part part(letters);
    for (const auto& [id, hash] : hashes) {
        const auto& entry = *snapshot.catalogue().entry(id);
        const auto document = search_document(snapshot, entry);
        if (document.searchable) {
            part.add(document, entry, *snapshot.catalogue().agency(entry.agency));
        }
    }
    part.write(folder, writer);
}

std::string meta_json(std::size_t parts) {
    json abbreviations = json::array();
    for (const auto& abbreviation : search::abbreviations()) {
        abbreviations.push_back({abbreviation.key, abbreviation.long_form});
    }
    return json{{"parts", parts}, {"perFile", kPerFile}, {"letters", letters_of(parts)}, {"weak", search::weak_phrase_texts()}, {"kept", search::kept_words()}, {"abbreviations", abbreviations}}.dump();
}

}  // namespace

std::vector<Unit> static_search_units(const catalog::CatalogSnapshot& snapshot, const std::vector<std::map<std::string, std::string>>& parts) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto name = "p" + std::to_string(i);
        Fingerprint inputs("static search 2");
        for (const auto& [id, hash] : parts[i]) {
            inputs.add(id).add(hash);
        }
        units.push_back({"site/static-search/" + name, inputs.hex(), [&snapshot, hashes = parts[i], letters = letters_of(parts.size()), folder = kFolder + name + "/"](UnitWriter& writer) { write_part(snapshot, hashes, letters, folder, writer); }});
    }
    const auto meta = meta_json(parts.size());
    units.push_back({"site/static-search/meta", Fingerprint("static search meta 1").add(meta).hex(), [meta](UnitWriter& writer) { writer.write(kFolder + std::string("meta.json"), meta); }});
    return units;
}

}  // namespace khomo::builder
