// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/search.hpp"

#include <algorithm>
#include <cmath>
#include <locale>
#include <nlohmann/json.hpp>
#include <sstream>

#include "search/find/highlight.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kSnippet = 240;          // bytes
constexpr double kPartialShare = 0.6;          // of the words that the best partial match holds
constexpr std::size_t kShortestBeginning = 2;  // letters of a lone word that may be a beginning
constexpr std::size_t kNotOpen = 5;

/// Counts every document of a match by its facet line.
class CountingSpy : public Xapian::MatchSpy {
public:
    CountingSpy(const FacetTable& table, FacetTable::Counts& counts) : table_(table), counts_(counts) {}
    void operator()(const Xapian::Document& document, double) override { ++counts_[table_.line_of(document.get_docid())]; }

private:
    const FacetTable& table_;
    FacetTable::Counts& counts_;
};

/// Collects every document of a match with the number of words it holds (under CoordWeight).
class WordSpy : public Xapian::MatchSpy {
public:
    void operator()(const Xapian::Document& document, double words) override { held.emplace_back(document.get_docid(), words); }
    std::vector<std::pair<Xapian::docid, double>> held;
};

/// Keeps the documents of a set and those whose extent meets a box; without either, all.
class Decider : public Xapian::MatchDecider {
public:
    Decider(const std::vector<bool>& set, const std::optional<std::array<double, 4>>& box) : set_(set), box_(box) {}
    bool operator()(const Xapian::Document& document) const override { return (set_.empty() || set_[document.get_docid()]) && (!box_ || meets(document.get_value(schema::kBox))); }
    /// Null when it would keep everything.
    const Decider* if_needed() const { return set_.empty() && !box_ ? nullptr : this; }

private:
    bool meets(const std::string& text) const {
        std::array<double, 4> extent{};
        std::istringstream numbers(text);
        numbers.imbue(std::locale::classic());
        const auto& box = *box_;
        return (numbers >> extent[0] >> extent[1] >> extent[2] >> extent[3]) && extent[0] <= box[2] && box[0] <= extent[2] && extent[1] <= box[3] && box[1] <= extent[3];
    }

    const std::vector<bool>& set_;
    const std::optional<std::array<double, 4>>& box_;
};

Xapian::Query with_facets(Xapian::Query query, const SearchQuery& asked) {
    std::vector<Xapian::Query> all;
    for (const auto& [name, values] : asked.facets) {
        std::vector<Xapian::Query> any;
        for (const auto& value : values) {
            any.emplace_back(schema::term(schema::kFacet, name + ":" + value));
        }
        if (!any.empty()) {
            all.emplace_back(Xapian::Query::OP_OR, any.begin(), any.end());
        }
    }
    if (!all.empty()) {
        query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end()));
    }
    return asked.all ? query : Xapian::Query(Xapian::Query::OP_AND_NOT, query, Xapian::Query(std::string(schema::kHidden)));
}

std::vector<Hit> by_value(Xapian::Enquire& enquire, const SearchQuery& query, const Xapian::MatchDecider* decider) {
    Xapian::MultiValueKeyMaker newest;
    if (query.sort == Sort::title) {
        enquire.set_sort_by_value(schema::kTitleSort, false);
    } else {
        newest.add_value(schema::kUpdated, true);
        newest.add_value(schema::kTitleSort, false);
        enquire.set_sort_by_key(&newest, false);
    }
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const auto found = enquire.get_mset(static_cast<Xapian::doccount>(query.offset), static_cast<Xapian::doccount>(query.limit), 0, nullptr, decider);
    std::vector<Hit> hits;
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
        hits.push_back({*hit, 0});
    }
    return hits;
}

/// The data of a document, taken apart.
struct DocumentData {
    std::string payload;
    nlohmann::json json;
    Text description;

    explicit DocumentData(const std::string& data) {
        const auto first = std::min(data.find(schema::kDataSeparator), data.size());
        const auto second = std::min(data.find(schema::kDataSeparator, std::min(first + 1, data.size())), data.size());
        payload = data.substr(0, first);
        if (first < data.size()) {
            description.vi = data.substr(first + 1, second - first - 1);
        }
        if (second < data.size()) {
            description.en = data.substr(second + 1);
        }
        json = nlohmann::json::parse(payload, nullptr, false);
        if (!json.is_object()) {
            throw damaged_index("payload");
        }
    }

    std::string text(const char* name, Lang lang) const {
        const auto found = json.find(name);
        if (found == json.end() || !found->is_object()) {
            return "";
        }
        const auto in = [&](const char* language) { return found->contains(language) && found->at(language).is_string() ? found->at(language).get<std::string>() : std::string(); };
        return Text{in("vi"), in("en")}.in(lang);
    }
};

SearchResult shown(const Xapian::Database& database, const Hit& hit, const Highlighter& highlighter, Lang lang) {
    const DocumentData data(database.get_document(hit.id).get_data());
    SearchResult result;
    result.id = data.json.contains("id") && data.json["id"].is_string() ? data.json["id"].get<std::string>() : "";
    result.score = hit.score;
    result.title = highlighter.whole(data.text("title", lang));
    result.snippet = highlighter.snippet({data.text("summary", lang), data.description.in(lang)}, kSnippet);
    result.payload = data.payload;
    return result;
}

}  // namespace

Error damaged_index(const std::string& why) {
    return {ErrorKind::store, {"Chỉ mục tìm kiếm hỏng: " + why + ". Dựng lại cổng với --full", "The search index is damaged: " + why + ". Build the portal again with --full"}};
}

/// True when the reading finds something that may be shown; it is then the one that answers.
bool Search::try_reading(Reading reading) {
    auto match = matching(reading);
    if (match.empty() && query_.box && reading.words.empty()) {
        match = Xapian::Query::MatchAll;
    }
    if (match.empty()) {
        return false;
    }
    auto counts = facets_.no_counts();
    CountingSpy spy(facets_, counts);
    Xapian::Enquire enquire(database_);
    enquire.set_query(match);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    enquire.add_matchspy(&spy);
    const Decider decider(enough_, query_.box);
    enquire.get_mset(0, 0, database_.get_doccount(), nullptr, decider.if_needed());
    SearchQuery without_facets;
    without_facets.all = query_.all;
    if (facets_.total(counts, without_facets) == 0) {
        return false;
    }
    reading_ = std::move(reading);
    counts_ = std::move(counts);
    return true;
}

/// Documents that hold most of the words: at least 60 % as many as the best one.
bool Search::try_partial(const QueryWords& typed) {
    Reading reading{"partial", typed, true, true, false, false, {}};
    const auto match = matching(reading);
    if (match.empty()) {
        return false;
    }
    WordSpy spy;
    Xapian::Enquire enquire(database_);
    enquire.set_query(match);
    enquire.set_weighting_scheme(Xapian::CoordWeight());
    enquire.add_matchspy(&spy);
    const Decider decider(enough_, query_.box);
    enquire.get_mset(0, 0, database_.get_doccount(), nullptr, decider.if_needed());
    double best = 0;
    // The limits of place, fields and box are in `match` and in the decider below alike.
    for (const auto& [document, words] : spy.held) {
        best = facets_.hidden(facets_.line_of(document)) && !query_.all ? best : std::max(best, words);
    }
    if (best == 0) {
        return false;
    }
    counts_ = facets_.no_counts();
    enough_.resize(static_cast<std::size_t>(database_.get_lastdocid()) + 1);
    for (const auto& [document, words] : spy.held) {
        if (words >= std::ceil(best * kPartialShare)) {
            enough_[document] = true;
            ++counts_[facets_.line_of(document)];
        }
    }
    reading_ = std::move(reading);
    return true;
}

/// Somebody may still be typing the last word: when no title holds the words as they stand, what they may grow into counts too.
void Search::widen_to_beginnings() {
    const auto& words = reading_->words.words;
    const bool too_short = words.size() == 1 && words.back().folded.size() < kShortestBeginning;
    if (words.empty() || !reading_->words.phrases.empty() || too_short || any_title_holds(*reading_, database_)) {
        return;
    }
    Reading wider = *reading_;
    wider.name = "prefix";
    wider.prefix = true;
    find_endings(wider, database_);
    const auto narrow = *reading_;
    const auto narrow_counts = counts_;
    if (try_reading(wider) && counts_ == narrow_counts) {
        reading_ = narrow;  // nothing more was found
    }
}

bool Search::try_decoded(const QueryWords& typed) {
    for (const bool known_too : {false, true}) {
        auto decoded = typed;
        if (decode_words(decoded, database_, known_too, false) && (try_reading(Reading{"typing", decoded, false, false, false, true, {}}) || try_reading(Reading{"typing", decoded, true, false, false, true, {}}))) {
            return true;
        }
    }
    return false;
}

bool Search::try_beginnings(const QueryWords& typed, bool in_title) {
    if (!typed.open_end || typed.words.empty() || (typed.words.size() == 1 && typed.words.back().folded.size() < kShortestBeginning)) {
        return false;
    }
    const auto answers = [&](Reading reading) { return (!in_title || any_title_holds(reading, database_)) && try_reading(std::move(reading)); };
    if (answers(Reading{"prefix", typed, true, false, true, false, {}})) {
        return true;
    }
    auto decoded = typed;
    return decode_words(decoded, database_, false, true) && answers(Reading{"prefix", decoded, true, false, true, true, {}});
}

/// The last word may be unfinished, or some word misspelt: what stands in a title is likelier meant, whichever it is.
bool Search::try_beginnings_and_spelling(const QueryWords& typed, const ReadVocabulary& vocabulary) {
    if (try_beginnings(typed, true)) {
        return true;
    }
    const auto mended = corrected(typed, database_, vocabulary(database_));
    const auto spelling = [&] { return Reading{"spelling", *mended, true, false, false, true, {}}; };
    if (mended && any_title_holds(spelling(), database_) && try_reading(spelling())) {
        return true;
    }
    return try_beginnings(typed, false) || (mended && try_reading(spelling()));
}

/// The first reading that finds something answers (requirements C2.6).
void Search::choose_reading(const QueryWords& typed, const ReadVocabulary& vocabulary) {
    const bool literal = try_reading(Reading{"literal", typed, false, false, false, false, {}});
    if (query_.literal || (typed.words.empty() && typed.phrases.empty())) {
        return;
    }
    if (literal || try_reading(Reading{"folded", typed, true, false, false, false, {}})) {
        if (typed.open_end) {
            widen_to_beginnings();
        }
        return;
    }
    if (try_decoded(typed) || try_beginnings_and_spelling(typed, vocabulary)) {
        return;
    }
    if (typed.words.size() + typed.phrases.size() > 1) {
        try_partial(typed);
    }
}

std::vector<Hit> Search::hits() const {
    Xapian::Enquire enquire(database_);
    const Decider decider(enough_, query_.box);
    const auto* chosen = decider.if_needed();
    const bool by_words = reading_ && query_.sort == Sort::relevance;
    const auto words = !reading_ ? Xapian::Query::MatchAll : by_words ? ranked(*reading_) : matching(*reading_);
    enquire.set_query(with_facets(words, query_));
    return by_words ? by_relevance(enquire, *reading_, query_.offset, query_.limit, chosen) : by_value(enquire, query_, chosen);
}

SearchResults Search::answer() const {
    SearchResults results;
    results.reading = reading_ ? reading_->name : "all";
    results.total = facets_.total(counts_, query_);
    results.facets = facets_.facets(counts_, query_);
    results.place = place_;
    const Highlighter highlighter(reading_.value_or(Reading{}));
    for (const auto& hit : hits()) {
        results.results.push_back(shown(database_, hit, highlighter, lang_));
    }
    if (reading_ && reading_->changed) {
        show_corrected_words(results);
    }
    return results;
}

/// What was searched, with the marks that the first result writes (a mended word has none of its own).
void Search::show_corrected_words(SearchResults& results) const {
    std::vector<Token> written;
    if (!results.results.empty()) {
        std::string title;
        for (const auto& segment : results.results.front().title) {
            title += segment.text;
        }
        written = tokenize(title);
    }
    for (const auto& word : reading_->words.words) {
        const auto same = std::find_if(written.begin(), written.end(), [&](const Token& token) { return token.folded == word.folded; });
        results.read_as += results.read_as.empty() ? "" : " ";
        results.read_as += word.marked || same == written.end() ? word.surface : same->surface;
    }
}

/// "co-quan:…" is left to the index; the names of places in "dia-ban:…" are known here.
void Search::find_field_places(QueryWords& typed) const {
    for (auto& field : typed.fields) {
        const auto found = field.field == "unit" ? places_.find(field.words) : std::nullopt;
        if (found) {
            typed.units = found->units;
        }
    }
    std::erase_if(typed.fields, [&](const FieldWords& field) { return field.field == "unit" && !typed.units.empty(); });
}

/// The name of a place limits the search to it, unless all the words stand in some title as they are.
void Search::find_place(QueryWords& typed) {
    const auto found = query_.place && !query_.literal && typed.units.empty() ? places_.find(typed.words) : std::nullopt;
    if (!found) {
        return;
    }
    const bool alone = found->last - found->first == typed.words.size();
    if ((!found->full || alone) && any_title_holds(Reading{"literal", typed, false, false, false, false, {}}, database_)) {
        return;
    }
    const auto first = typed.words.begin() + static_cast<std::ptrdiff_t>(found->first);
    const auto last = typed.words.begin() + static_cast<std::ptrdiff_t>(found->last);
    typed.open_end = typed.open_end && last != typed.words.end();
    typed.place.assign(first, last);
    typed.units = found->units;
    typed.words.erase(first, last);
    place_ = PlaceLimit{found->names, found->units};
}

/// Rows of the inventory that fit as typed but are never published, with their reasons.
std::vector<SearchResult> Search::never_open(const QueryWords& typed) const {
    std::vector<SearchResult> results;
    for (const bool folded : {false, true}) {
        const Reading reading{folded ? "folded" : "literal", typed, folded, false, false, false, {}};
        const auto match = ranked(reading);
        if (match.empty() || !results.empty()) {
            continue;
        }
        Xapian::Enquire enquire(database_);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, match, Xapian::Query(std::string(schema::kHidden))));
        const Highlighter highlighter(reading);
        for (const auto& hit : by_relevance(enquire, reading, 0, kNotOpen, nullptr)) {
            results.push_back(shown(database_, hit, highlighter, lang_));
        }
    }
    return results;
}

/// Ways on when nothing was found.
SearchResults Search::nothing(const QueryWords& typed, const ReadVocabulary& vocabulary) const {
    SearchResults results;
    results.reading = "none";
    results.facets = facets_.facets(facets_.no_counts(), query_);
    results.near = near_words(typed, database_, vocabulary(database_));
    return results;
}

SearchResults Search::run(const ReadVocabulary& vocabulary) {
    auto typed = parse_query(query_.text);
    find_field_places(typed);
    if (typed.empty() && !query_.box) {
        counts_ = facets_.all();
        return answer();
    }
    const auto without_place = typed;
    find_place(typed);
    choose_reading(typed, vocabulary);
    if (!reading_ && place_) {
        // Nothing is known of that place: then the words alone.
        place_.reset();
        typed = without_place;
        choose_reading(typed, vocabulary);
    }
    words_ = reading_ ? reading_->words : typed;
    auto results = reading_ ? answer() : nothing(typed, vocabulary);
    const bool as_typed = reading_ && (reading_->name == "literal" || reading_->name == "folded");
    if (!as_typed && !query_.all && query_.offset == 0) {
        results.not_open = never_open(typed);
    }
    return results;
}

/// Titles that hold the words, the last one as a beginning; empty when there are none.
std::vector<SearchResult> titles_with(const Xapian::Database& database, const Reading& reading, std::size_t limit, Lang lang) {
    Xapian::Enquire enquire(database);
    enquire.set_query(with_facets(in_titles(reading), SearchQuery{}));
    const Highlighter highlighter(reading);
    std::vector<SearchResult> results;
    for (const auto& hit : by_relevance(enquire, reading, 0, limit, nullptr)) {
        results.push_back(shown(database, hit, highlighter, lang));
        results.back().snippet.clear();
    }
    return results;
}

}  // namespace khomo::search
