// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace khomo {

/// The two languages of the portal. Vietnamese is the first: it is what falls back to.
enum class Lang { vi, en };

/// "vi" or "en".
std::string_view code(Lang lang);

/// A text in both languages. An empty `en` falls back to `vi`.
struct Text {
    std::string vi;
    std::string en;

    const std::string& in(Lang lang) const { return lang == Lang::en && !en.empty() ? en : vi; }
    bool empty() const { return vi.empty() && en.empty(); }
    friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace khomo
