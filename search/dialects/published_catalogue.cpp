// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/published_catalogue.hpp"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "catalog/release/layout.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::uint64_t kLongestDocument = 16ULL << 20;

std::string text_at(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Text both_at(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_object() ? Text{text_at(*found, "vi"), text_at(*found, "en")} : Text{};
}

std::pair<std::string, Text> named_at(const json& document, const char* key, const char* name) {
    const auto found = document.find(key);
    return found != document.end() && found->is_object() ? std::pair{text_at(*found, "id"), both_at(*found, name)} : std::pair<std::string, Text>{};
}

Instant instant_of(const std::string& text) { return parse_instant(text).value_or(Instant{}); }

/// A file of a release is made anew when what it says changes, else carried over as it is: its time tells when that was.
Instant time_of(const std::filesystem::path& file) {
    std::error_code none;
    const auto time = std::filesystem::last_write_time(file, none);
    if (none) {
        return {};
    }
    const auto system = std::chrono::file_clock::to_sys(time);
    return {std::chrono::duration_cast<std::chrono::seconds>(system.time_since_epoch()).count()};
}

std::array<std::uint64_t, 2> number_of(std::string_view uuid) {
    std::array<std::uint64_t, 2> number{};
    std::size_t digits = 0;
    for (const char c : uuid) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit >= 0 && digits < 32) {
            auto& half = number[digits++ / 16];
            half = half * 16 + static_cast<unsigned>(digit);
        }
    }
    return number;
}

PublishedDataset dataset_of(const json& document, const std::filesystem::path& file) {
    PublishedDataset dataset;
    dataset.id = document.at("id").get<std::string>();
    dataset.uuid = uuid5("dataset/" + dataset.id);
    dataset.title = both_at(document, "title");
    dataset.agency = named_at(document, "agency", "name");
    dataset.theme = named_at(document, "theme", "title");
    dataset.licence = named_at(document, "licence", "title").first;
    if (const auto key = document.find("key"); key != document.end() && key->is_array() && key->size() == 1) {
        dataset.key = key->front().get<std::string>();
    }
    std::string keywords;
    if (const auto found = document.find("keywords"); found != document.end()) {
        dataset.keywords = found->value("vi", std::vector<std::string>());
        for (const auto& lang : *found) {
            for (const auto& word : lang) {
                keywords += ' ' + word.get<std::string>();
            }
        }
    }
    for (const auto& distribution : document.at("distributions")) {
        dataset.forms.push_back({distribution.at("format").get<std::string>(), resource_key(distribution)});
    }
    const auto summary = both_at(document, "summary");
    dataset.title_words = searchable(dataset.title.vi + ' ' + dataset.title.en);
    dataset.words = searchable(dataset.title.vi + ' ' + dataset.title.en + ' ' + summary.vi + ' ' + summary.en + keywords + ' ' + dataset.agency.second.vi + ' ' + dataset.agency.second.en + ' ' +
                               dataset.theme.second.vi + ' ' + dataset.theme.second.en + ' ' + dataset.id);
    const auto geometry = document.find("geometry");
    dataset.layer = geometry != document.end() && geometry->is_object();
    dataset.modified = std::max(instant_of(text_at(document, "updated")), time_of(file));
    dataset.created = dataset.modified;
    const auto current = document.value("version", 0);
    for (const auto& version : document.at("versions")) {
        dataset.created = std::min(dataset.created, instant_of(text_at(version, "approved_at")));
        if (version.at("number").get<int>() == current) {
            dataset.period = text_at(version, "period");
            if (const auto box = version.find("bbox"); box != version.end() && box->is_array() && box->size() == 4) {
                dataset.bbox = box->get<std::array<double, 4>>();
            }
        }
    }
    return dataset;
}

}  // namespace

const PublishedCatalogue::Contents& PublishedCatalogue::read() const {
    std::call_once(once_, [this] { load(); });
    return contents_;
}

void PublishedCatalogue::load() const {
    Contents all;
    try {
        if (!portal_.empty()) {
            const auto portal = json::parse(read_file(portal_));
            all.base_url = portal.at("base_url").get<std::string>();
            all.title = {text_at(portal.at("vi"), "portal_title"), text_at(portal.at("en"), "portal_title")};
            all.owner = text_at(portal.at("vi"), "footer_owner");
            all.contact_email = text_at(portal.at("vi"), "contact_email");
        }
        for (const auto& folder : std::filesystem::directory_iterator(data_)) {
            const auto file = folder.path() / catalog::layout::kDatasetDocument;
            if (!std::filesystem::exists(file)) {
                continue;
            }
            const auto document = json::parse(read_file(file, kLongestDocument));
            if (document.value("state", std::string("published")) == "published") {
                all.datasets.push_back(dataset_of(document, file));
            }
        }
    } catch (const json::exception& fault) {
        throw Error(ErrorKind::store, {std::string("Tài liệu bộ dữ liệu hỏng: ") + fault.what(), std::string("A dataset's document is damaged: ") + fault.what()});
    }
    std::sort(all.datasets.begin(), all.datasets.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (std::size_t i = 0; i < all.datasets.size(); ++i) {
        const auto& dataset = all.datasets[i];
        all.modified = std::max(all.modified, dataset.modified);
        all.uuids.emplace_back(dataset.uuid, i);
        for (const auto& form : dataset.forms) {
            all.resources.emplace_back(number_of(resource_uuid(dataset.id, form.key)), ResourceAddress{i, form.key});
        }
        all.resources.emplace_back(number_of(resource_uuid(dataset.id, kRowsService)), ResourceAddress{i, kRowsService});
        if (dataset.layer) {
            all.resources.emplace_back(number_of(resource_uuid(dataset.id, kFeatureService)), ResourceAddress{i, kFeatureService});
        }
    }
    std::sort(all.uuids.begin(), all.uuids.end());
    std::sort(all.resources.begin(), all.resources.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    contents_ = std::move(all);
}

std::optional<std::size_t> PublishedCatalogue::find(std::string_view name) const {
    const auto& all = read();
    const auto by_id = std::lower_bound(all.datasets.begin(), all.datasets.end(), name, [](const PublishedDataset& dataset, std::string_view wanted) { return dataset.id < wanted; });
    if (by_id != all.datasets.end() && by_id->id == name) {
        return static_cast<std::size_t>(by_id - all.datasets.begin());
    }
    const auto by_uuid = std::lower_bound(all.uuids.begin(), all.uuids.end(), name, [](const auto& known, std::string_view wanted) { return known.first < wanted; });
    return by_uuid != all.uuids.end() && by_uuid->first == name ? std::optional(by_uuid->second) : std::nullopt;
}

std::optional<ResourceAddress> PublishedCatalogue::find_resource(std::string_view uuid) const {
    const auto& all = read();
    if (uuid.size() != 36) {
        return std::nullopt;
    }
    const auto number = number_of(uuid);
    const auto found = std::lower_bound(all.resources.begin(), all.resources.end(), number, [](const auto& known, const auto& wanted) { return known.first < wanted; });
    return found != all.resources.end() && found->first == number ? std::optional(found->second) : std::nullopt;
}

json PublishedCatalogue::document(const PublishedDataset& dataset) const {
    try {
        return json::parse(read_file(data_ / dataset.id / catalog::layout::kDatasetDocument, kLongestDocument));
    } catch (const json::exception& fault) {
        throw Error(ErrorKind::store, {std::string("Tài liệu bộ dữ liệu hỏng: ") + fault.what(), std::string("A dataset's document is damaged: ") + fault.what()});
    }
}

std::string resource_key(const json& distribution) {
    if (!distribution.value("attachment", false)) {
        return distribution.at("format").get<std::string>();
    }
    const auto path = distribution.at("path").get<std::string>();
    return path.substr(path.rfind('/') + 1);
}

std::string resource_uuid(const std::string& dataset, const std::string& key) { return uuid5("dataset/" + dataset + "/resource/" + key); }

std::string searchable(std::string_view text) {
    std::string words = " ";
    for (const char c : fold(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
        if (letter || words.back() != ' ') {
            words += letter ? c : ' ';
        }
    }
    if (words.back() != ' ') {
        words += ' ';
    }
    return words;
}

std::optional<std::pair<Date, Date>> days_of_period(std::string_view period) {
    if (const auto slash = period.find('/'); slash != std::string_view::npos) {
        const auto first = days_of_period(period.substr(0, slash));
        const auto last = days_of_period(period.substr(slash + 1));
        return first && last && first->first <= last->second ? std::optional(std::pair{first->first, last->second}) : std::nullopt;
    }
    const auto year = period.size() >= 4 ? parse_integer(period.substr(0, 4)) : std::nullopt;
    if (!year || *year < 1 || (period.size() > 4 && period[4] != '-')) {
        return std::nullopt;
    }
    const auto months = [&](int first, int last) {
        const Date next = last == 12 ? Date{static_cast<int>(*year) + 1, 1, 1} : Date{static_cast<int>(*year), last + 1, 1};
        return std::optional(std::pair{Date{static_cast<int>(*year), first, 1}, date_from_days(days_since_epoch(next) - 1)});
    };
    const auto rest = period.size() > 5 ? period.substr(5) : std::string_view();
    if (period.size() == 4) {
        return months(1, 12);
    }
    if (rest.size() == 2 && (rest[0] == 'Q' || rest[0] == 'H')) {
        const int part = rest[1] - '0';
        const int length = rest[0] == 'Q' ? 3 : 6;
        return part >= 1 && part <= 12 / length ? months((part - 1) * length + 1, part * length) : std::nullopt;
    }
    if (const auto month = rest.size() == 2 ? parse_integer(rest) : std::nullopt) {
        return *month >= 1 && *month <= 12 ? months(static_cast<int>(*month), static_cast<int>(*month)) : std::nullopt;
    }
    const auto day = parse_iso_date(period);
    return day ? std::optional(std::pair{*day, *day}) : std::nullopt;
}

}  // namespace khomo::search
