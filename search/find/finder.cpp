// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/finder.hpp"

#include <xapian.h>

#include <algorithm>
#include <mutex>
#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"
#include "search/find/highlight.hpp"
#include "search/find/reading.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

constexpr std::size_t kReranked = 200;
constexpr std::size_t kSnippet = 220;

Error find_error(const Xapian::Error& error) {
    return {ErrorKind::store, {"Chỉ mục tìm kiếm hỏng: " + error.get_description() + ". Dựng lại cổng với --full",
                               "The search index is damaged: " + error.get_description() + ". Build the portal again with --full"}};
}

Xapian::Database open_index(const std::filesystem::path& folder) {
    Xapian::Database database;
    std::vector<std::filesystem::path> shards;
    if (std::filesystem::is_directory(folder)) {
        for (const auto& item : std::filesystem::directory_iterator(folder)) {
            if (item.is_directory()) {
                shards.push_back(item.path());
            }
        }
    }
    std::sort(shards.begin(), shards.end());
    if (shards.empty()) {
        throw Error(ErrorKind::store, {"Không có chỉ mục tìm kiếm trong " + folder.string(), "There is no search index in " + folder.string()});
    }
    for (const auto& shard : shards) {
        const Xapian::Database one(shard.string());
        if (one.get_metadata("revision") != schema::kRevision) {
            throw Error(ErrorKind::store, {"Chỉ mục " + shard.string() + " thuộc phiên bản khác. Dựng lại cổng với --full", "The index " + shard.string() + " is of another revision. Build the portal again with --full"});
        }
        database.add_database(one);
    }
    return database;
}

/// Counts the values of one facet over all documents that match.
class FacetSpy : public Xapian::MatchSpy {
public:
    explicit FacetSpy(unsigned slot) : slot_(slot) {}
    void operator()(const Xapian::Document& document, double) override {
        const auto values = document.get_value(slot_);
        for (std::size_t at = 0; at < values.size();) {
            const auto end = std::min(values.find('\t', at), values.size());
            ++counts_[values.substr(at, end - at)];
            at = end + 1;
        }
    }
    std::vector<FacetCount> sorted() const {
        std::vector<FacetCount> list;
        for (const auto& [value, count] : counts_) {
            list.push_back({value, count});
        }
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
        return list;
    }

private:
    unsigned slot_;
    std::map<std::string, std::size_t> counts_;
};

Xapian::Query facet_filter(const SearchQuery& query, std::string_view without) {
    std::vector<Xapian::Query> all;
    for (const auto& [name, values] : query.facets) {
        std::vector<Xapian::Query> any;
        for (const auto& value : values) {
            any.emplace_back((std::string(schema::kFacet) + name + ":" + value).substr(0, 200));
        }
        if (name != without && !any.empty()) {
            all.emplace_back(Xapian::Query::OP_OR, any.begin(), any.end());
        }
    }
    if (!query.all) {
        all.emplace_back(std::string(schema::kScope) + "public");
    }
    return all.empty() ? Xapian::Query() : Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end());
}

Xapian::Query filtered(const Xapian::Query& words, const Xapian::Query& filter) {
    return filter.empty() ? words : Xapian::Query(Xapian::Query::OP_FILTER, words, filter);
}

/// How well a title is named by the words of the query: 0…3. A title that is nothing but those words comes first.
double title_fit(const std::string& title, const Reading& reading) {
    const auto tokens = tokenize(title);
    std::size_t significant = 0;
    std::size_t hit = 0;
    std::size_t exact = 0;
    std::size_t wanted = 0;
    for (const auto& word : reading.words.words) {
        wanted += is_stop_word(word.folded) ? 0 : 1;
    }
    for (const auto& token : tokens) {
        if (is_stop_word(token.folded)) {
            continue;
        }
        ++significant;
        for (const auto& word : reading.words.words) {
            const bool prefix = reading.prefix && &word == &reading.words.words.back() && token.folded.starts_with(word.folded);
            if (word.folded == token.folded || prefix) {
                ++hit;
                exact += word.key == token.key ? 1 : 0;
                break;
            }
        }
    }
    if (significant == 0 || wanted == 0) {
        return 0;
    }
    const auto covered = std::min(1.0, static_cast<double>(hit) / static_cast<double>(wanted));
    const auto share = static_cast<double>(hit) / static_cast<double>(significant);
    return covered * (1.0 + share + 0.5 * static_cast<double>(exact) / static_cast<double>(significant));
}

struct Hit {
    Xapian::docid id = 0;
    double score = 0;
};

}  // namespace

struct Finder::State {
    std::filesystem::path folder;
    std::mutex mutex;
    std::vector<Xapian::Database> idle;

    /// A connection that goes back to the pool.
    class Lease {
    public:
        explicit Lease(State& state) : state_(state) {
            const std::lock_guard lock(state_.mutex);
            if (state_.idle.empty()) {
                database = open_index(state_.folder);
            } else {
                database = state_.idle.back();
                state_.idle.pop_back();
            }
        }
        ~Lease() {
            const std::lock_guard lock(state_.mutex);
            state_.idle.push_back(database);
        }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Xapian::Database database;

    private:
        State& state_;
    };
};

namespace {

std::string title_of(const Xapian::Document& document, Lang lang) {
    const auto english = lang == Lang::en ? document.get_value(schema::kTitleEn) : "";
    return english.empty() ? document.get_value(schema::kTitleVi) : english;
}

/// The first `kReranked` hits ordered by how well their titles fit, the rest as Xapian ranks them.
std::vector<Hit> ranked(Xapian::Enquire& enquire, const Reading* reading, const SearchQuery& query) {
    std::vector<Hit> hits;
    const bool rerank = reading != nullptr && query.sort == Sort::relevance;
    if (!rerank) {
        const auto found = enquire.get_mset(static_cast<Xapian::doccount>(query.offset), static_cast<Xapian::doccount>(query.limit));
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            hits.push_back({*hit, hit.get_weight()});
        }
        return hits;
    }
    const auto top = enquire.get_mset(0, static_cast<Xapian::doccount>(std::max(kReranked, query.offset + query.limit)));
    const double best = top.get_max_attained() > 0 ? top.get_max_attained() : 1;
    std::size_t place = 0;
    for (auto hit = top.begin(); hit != top.end(); ++hit, ++place) {
        double score = hit.get_weight() / best;
        if (place < kReranked) {
            const auto document = hit.get_document();
            const double fit = std::max(title_fit(document.get_value(schema::kTitleVi), *reading), title_fit(document.get_value(schema::kTitleEn), *reading));
            score += fit + (document.get_value(schema::kUpdated).empty() ? 0.0 : 0.15);  // what can be had comes before what is planned
        }
        hits.push_back({*hit, score});
    }
    const auto end = hits.begin() + static_cast<std::ptrdiff_t>(std::min(hits.size(), kReranked));
    std::stable_sort(hits.begin(), end, [](const Hit& a, const Hit& b) { return a.score > b.score; });
    hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(std::min(query.offset, hits.size())));
    hits.resize(std::min(hits.size(), query.limit));
    return hits;
}

void set_order(Xapian::Enquire& enquire, Sort sort, bool words) {
    if (sort == Sort::title || (!words && sort == Sort::relevance)) {
        enquire.set_sort_by_value(schema::kTitleSort, false);
    } else if (sort == Sort::newest) {
        Xapian::MultiValueKeyMaker* key = new Xapian::MultiValueKeyMaker();
        key->add_value(schema::kUpdated, true);
        key->add_value(schema::kTitleSort, false);
        enquire.set_sort_by_key(key->release(), false);
    }
}

std::string summary_of(const std::string& payload, Lang lang) {
    const auto document = nlohmann::json::parse(payload, nullptr, false);
    if (!document.is_object() || !document.contains("summary")) {
        return "";
    }
    const auto& summary = document["summary"];
    const auto english = lang == Lang::en ? summary.value("en", std::string()) : std::string();
    return english.empty() ? summary.value("vi", std::string()) : english;
}

}  // namespace

Finder::Finder(const std::filesystem::path& folder) : state_(std::make_unique<State>()) {
    state_->folder = folder;
    try {
        const State::Lease first(*state_);  // opens now, so that a damaged index is told at the start
    } catch (const Xapian::Error& error) {
        throw find_error(error);
    }
}

Finder::~Finder() = default;

std::size_t Finder::documents() const {
    const State::Lease lease(*state_);
    return lease.database.get_doccount();
}

SearchResults Finder::search(const SearchQuery& query, Lang lang) const {
    try {
        const State::Lease lease(*state_);
        const auto& database = lease.database;
        const auto typed = parse_query(query.text);
        const bool has_words = !typed.words.empty() || !typed.phrases.empty();
        const auto filter = facet_filter(query, "");
        SearchResults results;
        Xapian::Query words = Xapian::Query::MatchAll;
        Reading used;
        results.reading = has_words ? "none" : "all";
        if (has_words) {
            for (auto& reading : readings_of(typed, database)) {
                if (query.literal && reading.name != "literal") {
                    break;
                }
                const auto candidate = to_xapian(reading);
                Xapian::Enquire probe(database);
                probe.set_query(filtered(candidate, filter));
                if (!candidate.empty() && probe.get_mset(0, 1).size() > 0) {
                    words = candidate;
                    results.reading = reading.name;
                    used = reading;
                    break;
                }
            }
            if (results.reading == "none") {
                return results;
            }
        }
        if (used.changed) {
            for (const auto& token : used.words.words) {
                results.read_as += (results.read_as.empty() ? "" : " ") + token.surface;
            }
        }
        // One pass gives total and facets; a facet with a choice of its own needs a second one without it.
        std::map<std::string, std::unique_ptr<FacetSpy>> spies;
        Xapian::Enquire enquire(database);
        enquire.set_query(filtered(words, filter));
        set_order(enquire, query.sort, has_words);
        for (std::size_t i = 0; i < schema::kFacets.size(); ++i) {
            const std::string name(schema::kFacets[i]);
            spies[name] = std::make_unique<FacetSpy>(schema::kFirstFacet + static_cast<unsigned>(i));
            const auto chosen = query.facets.find(name);
            if (chosen == query.facets.end() || chosen->second.empty()) {
                enquire.add_matchspy(spies[name].get());
            } else {
                Xapian::Enquire other(database);
                other.set_query(filtered(words, facet_filter(query, name)));
                other.add_matchspy(spies[name].get());
                other.get_mset(0, 0, database.get_doccount());
            }
        }
        const auto counted = enquire.get_mset(0, 0, database.get_doccount());
        results.total = counted.get_matches_estimated();
        enquire.clear_matchspies();
        for (const auto& [name, spy] : spies) {
            results.facets[name] = spy->sorted();
        }
        for (const auto& hit : ranked(enquire, has_words ? &used : nullptr, query)) {
            const auto document = database.get_document(hit.id);
            SearchResult result;
            result.payload = document.get_data();
            result.id = nlohmann::json::parse(result.payload, nullptr, false).value("id", std::string());
            result.score = hit.score;
            result.title = highlight(title_of(document, lang), used, 0);
            result.snippet = highlight(summary_of(result.payload, lang), used, kSnippet);
            results.results.push_back(std::move(result));
        }
        return results;
    } catch (const Xapian::Error& error) {
        throw find_error(error);
    }
}

std::vector<SearchResult> Finder::suggest(const std::string& typed, std::size_t limit, Lang lang) const {
    SearchQuery query;
    query.text = typed;
    query.limit = limit;
    auto words = parse_query(typed);
    if (words.words.empty()) {
        return {};
    }
    try {
        const State::Lease lease(*state_);
        const auto filter = facet_filter(query, "");
        auto decoded = readings_of(words, lease.database);
        std::vector<Reading> readings = {{"prefix", words, true, false, true, false}};
        for (const auto& reading : decoded) {
            if (reading.name == "typing") {
                readings.push_back(reading);
            }
        }
        for (auto& reading : readings) {
            Xapian::Enquire enquire(lease.database);
            enquire.set_query(filtered(to_xapian(reading), filter));
            std::vector<SearchResult> results;
            for (const auto& hit : ranked(enquire, &reading, query)) {
                const auto document = lease.database.get_document(hit.id);
                SearchResult result;
                result.payload = document.get_data();
                result.id = nlohmann::json::parse(result.payload, nullptr, false).value("id", std::string());
                result.score = hit.score;
                result.title = highlight(title_of(document, lang), reading, 0);
                results.push_back(std::move(result));
            }
            if (!results.empty()) {
                return results;
            }
        }
        return {};
    } catch (const Xapian::Error& error) {
        throw find_error(error);
    }
}

}  // namespace khomo::search
