// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "catalog/model/portal.hpp"

namespace khomo::builder {

/// The values a field may take: communes, agencies, or the field's own list. The catalogue must outlive it.
class CodeList {
public:
    CodeList(const catalog::Catalogue& catalogue, const catalog::Field& field);
    bool declared() const { return declared_; }
    bool holds(std::string_view code) const { return codes_.contains(code); }
    /// The code that was probably meant: the one whose title was written, or the nearest one; "" when none is near.
    std::string suggestion(std::string_view value) const;
    /// Where the value is the code or the name of a commune of before: what it became, such as "Xã Chiềng Lề (huyện …) → 03646 Phường
    /// Tô Hiệu"; several where the name was common or the commune was divided. "" for every other value, and for lists other than communes.
    std::string former(std::string_view value) const;

private:
    const catalog::Catalogue* communes_ = nullptr;  ///< where the list is that of the communes
    bool declared_ = false;
    std::unordered_set<std::string_view> codes_;
    std::unordered_map<std::string, std::string_view> by_title_;  ///< folded title
};

}  // namespace khomo::builder
