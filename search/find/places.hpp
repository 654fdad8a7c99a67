// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "search/text/analysis.hpp"

namespace khomo::search {

/// Names of communes, wards and districts, of today and of before. Immutable once read, thread-safe.
class Places {
public:
    /// Reads places.json; without the file there are no places. Throws Error(store) when it is damaged.
    explicit Places(const std::filesystem::path& file);

    struct Found {
        std::size_t first = 0;  ///< tokens first … last - 1 name it
        std::size_t last = 0;
        bool full = false;      ///< named with what it is: "xã Mường É", "huyện Mộc Châu"
        std::vector<Text> names;         ///< as written officially, each once
        std::vector<std::string> units;  ///< codes of today's communes
    };
    /// The longest name among the words; of one without a kind ("mộc châu") all places that are called so. A word with marks must have
    /// those of the name.
    std::optional<Found> find(const std::vector<Token>& words) const;

private:
    struct Place {
        Text name;
        std::vector<std::string> units;
    };
    struct Name {
        std::size_t place = 0;
        bool full = false;
        std::vector<Token> words;
    };
    void add(const std::string& name, std::size_t place, bool full);
    void add_forms(const std::string& name, std::size_t place);

    std::vector<Place> places_;
    std::unordered_multimap<std::string, Name> by_words_;  ///< folded words with a space between
    std::size_t longest_ = 0;
};

}  // namespace khomo::search
