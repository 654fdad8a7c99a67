// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace doctest {

/// Lets a failed CHECK print lists.
template <typename T>
struct StringMaker<std::vector<T>> {
    static String convert(const std::vector<T>& list) {
        String text = "[";
        for (const auto& item : list) {
            text += toString(item) + "; ";
        }
        return text + "]";
    }
};

template <>
struct StringMaker<std::string> {
    static String convert(const std::string& text) { return text.c_str(); }
};

}  // namespace doctest
