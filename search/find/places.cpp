// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/find/places.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"

namespace khomo::search {
namespace {

/// What a place may be, with the ways people shorten it.
struct Kind {
    std::string_view name;
    std::array<std::string_view, 2> shorter;
};
constexpr std::array<Kind, 6> kKinds = {{{"thị trấn", {"tt", ""}}, {"thị xã", {"tx", ""}}, {"thành phố", {"tp", ""}}, {"phường", {"p", ""}}, {"huyện", {"h", ""}}, {"xã", {"x", ""}}}};
constexpr std::string_view kCity = "thành phố";  // may be called like the province, so it is not looked for by its bare name

std::string joined(const std::vector<Token>& words, std::size_t first, std::size_t last) {
    std::string key;
    for (auto i = first; i < last; ++i) {
        key += (key.empty() ? "" : " ") + words[i].folded;
    }
    return key;
}

std::size_t same_beginning(const std::vector<Token>& words, const std::vector<Token>& beginning) {
    const bool fits = words.size() > beginning.size() && std::equal(beginning.begin(), beginning.end(), words.begin(), [](const Token& a, const Token& b) { return a.key == b.key; });
    return fits ? beginning.size() : 0;
}

/// How many words right before `at` say what kind of place follows: people still say "huyện" of what became a town.
std::size_t kind_before(const std::vector<Token>& words, std::size_t at) {
    for (const auto& kind : kKinds) {
        const auto name = tokenize(kind.name);
        const bool fits = name.size() <= at && std::equal(name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(at - name.size()), [](const Token& official, const Token& typed) { return official.folded == typed.folded && (!typed.marked || typed.key == official.key); });
        if (fits) {
            return name.size();
        }
    }
    return 0;
}

template <typename T, typename Same>
void add_once(std::vector<T>& list, const T& value, Same same) {
    if (std::none_of(list.begin(), list.end(), [&](const T& known) { return same(known, value); })) {
        list.push_back(value);
    }
}

}  // namespace

Places::Places(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        return;
    }
    try {
        for (const auto& item : nlohmann::json::parse(read_file(file))) {
            const auto& name = item.at("name");
            places_.push_back({{name.at("vi").get<std::string>(), name.at("en").get<std::string>()}, item.at("units").get<std::vector<std::string>>()});
        }
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorKind::store, {"Tệp địa danh của chỉ mục tìm kiếm hỏng. Dựng lại cổng với --full", std::string("The places of the search index are damaged (") + error.what() + "). Build the portal again with --full"});
    }
    for (std::size_t place = 0; place < places_.size(); ++place) {
        add_forms(places_[place].name.vi, place);
        if (places_[place].name.en != places_[place].name.vi) {
            add(places_[place].name.en, place, true);
        }
    }
}

void Places::add(const std::string& name, std::size_t place, bool full) {
    const auto words = tokenize(name);
    if (!words.empty()) {
        longest_ = std::max(longest_, words.size());
        by_words_.emplace(joined(words, 0, words.size()), Name{place, full, words});
    }
}

void Places::add_forms(const std::string& name, std::size_t place) {
    add(name, place, true);
    const auto words = tokenize(name);
    for (const auto& kind : kKinds) {
        const auto length = same_beginning(words, tokenize(kind.name));
        if (length == 0) {
            continue;
        }
        const auto bare = name.substr(words[length].begin);
        for (const auto& shorter : kind.shorter) {
            if (!shorter.empty()) {
                add(std::string(shorter) + " " + bare, place, true);
            }
        }
        if (words.size() - length > 1 && kind.name != kCity) {
            add(bare, place, false);
        }
        return;
    }
}

std::optional<Places::Found> Places::find(const std::vector<Token>& words) const {
    for (auto length = std::min(longest_, words.size()); length > 0; --length) {
        for (std::size_t first = 0; first + length <= words.size(); ++first) {
            const auto [begin, end] = by_words_.equal_range(joined(words, first, first + length));
            Found found{first, first + length, false, {}, {}};
            for (auto name = begin; name != end; ++name) {
                const bool marks = std::equal(name->second.words.begin(), name->second.words.end(), words.begin() + static_cast<std::ptrdiff_t>(first), [](const Token& official, const Token& typed) { return !typed.marked || typed.key == official.key; });
                if (!marks) {
                    continue;
                }
                const auto& place = places_[name->second.place];
                found.full = found.full || name->second.full;
                add_once(found.names, place.name, [](const Text& a, const Text& b) { return a.vi == b.vi; });
                for (const auto& unit : place.units) {
                    add_once(found.units, unit, [](const std::string& a, const std::string& b) { return a == b; });
                }
            }
            if (!found.names.empty()) {
                found.first -= found.full ? 0 : kind_before(words, first);
                found.full = found.full || found.first < first;
                std::sort(found.names.begin(), found.names.end(), [](const Text& a, const Text& b) { return a.vi < b.vi; });
                std::sort(found.units.begin(), found.units.end());
                return found;
            }
        }
    }
    return std::nullopt;
}

}  // namespace khomo::search
