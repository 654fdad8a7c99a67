// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace khomo::builder {

/// A heading, title or file name taken apart into words, so that "Họ và tên", "HO TEN", "ho_ten", "hoTen" and "hoten" read alike.
class HeadingWords {
public:
    explicit HeadingWords(std::string_view heading);

    /// Whether the phrase (with marks, lower case, words set apart by spaces) stands in the heading. A word of the heading that has marks must have
    /// the phrase's own ("Tên hồ" is no "hộ"); one without marks need only look like it. Where the heading is written in one piece ("hotenchuho",
    /// "TENCHURUNG", "nguoidaidi" cut at ten characters as in DBF) the phrase, without spaces, may be part of it.
    bool has(std::string_view phrase) const;
    bool has_any(std::initializer_list<std::string_view> phrases) const;
    /// Whether the heading begins with the phrase.
    bool begins(std::string_view phrase) const;
    /// Whether the heading is the phrase and nothing else.
    bool is(std::string_view phrase) const;
    bool empty() const { return words_.empty(); }
    std::size_t size() const { return words_.size(); }

private:
    struct Word {
        std::string marked;  ///< lower case; letters and tone digit
        std::string folded;
        bool has_marks = false;
    };
    static bool same(const Word& own, std::string_view wanted);
    bool at(std::size_t place, const std::vector<std::string_view>& wanted) const;

    std::vector<Word> words_;
    std::string joined_;  ///< all folded words in one
};

}  // namespace khomo::builder
