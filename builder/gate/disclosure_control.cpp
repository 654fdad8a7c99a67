// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/disclosure_control.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "builder/gate/coarse_place.hpp"
#include "builder/gate/row_spill.hpp"
#include "builder/gate/rule_tally.hpp"
#include "builder/gate/value_text.hpp"
#include "builder/gate/withheld_cells.hpp"
#include "catalog/base/digest.hpp"

namespace khomo::builder {
namespace {

using catalog::Severity;

/// Groups of rows alike in the quasi-identifiers: those of fewer than k rows lose them, and so do as many others as the rows without
/// need to be k themselves.
class QuasiGroups {
public:
    explicit QuasiGroups(const RowRuleContext& context) : k_(static_cast<std::uint64_t>(context.entry.disclosure.least_group())) {
        for (const auto& name : context.entry.disclosure.quasi) {
            places_.push_back(field_place(context.entry, name));
        }
    }
    bool declared() const { return !places_.empty() && k_ > 1; }
    const std::vector<std::size_t>& places() const { return places_; }

    void row(const catalog::Row& row) {
        const auto [group, fresh] = groups_.try_emplace(key_of(row), static_cast<std::uint32_t>(counts_.size()));
        if (fresh) {
            counts_.push_back(0);
        }
        ++counts_[group->second];
        of_row_.push_back(group->second);
    }
    /// False when there are rows, but too few of them for any group.
    bool finish() {
        std::vector<std::uint32_t> order(counts_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return counts_[a] < counts_[b]; });
        withheld_.assign(counts_.size(), 0);
        std::uint64_t hidden = 0;
        for (const auto group : order) {
            if (counts_[group] >= k_ && (hidden == 0 || hidden >= k_)) {
                break;
            }
            withheld_[group] = 1;
            hidden += counts_[group];
        }
        return hidden == 0 || hidden >= k_;
    }
    bool withheld(std::size_t row) const { return withheld_[of_row_[row]] != 0; }

private:
    std::string key_of(const catalog::Row& row) const {
        std::string key;
        for (const auto place : places_) {
            append_key(key, row.values[place]);
            key += kKeyBreak;
        }
        return key;
    }

    std::uint64_t k_;
    std::vector<std::size_t> places_;
    std::unordered_map<std::string, std::uint32_t> groups_;
    std::vector<std::uint64_t> counts_;
    std::vector<std::uint32_t> of_row_;
    std::vector<char> withheld_;
};

}  // namespace

struct DisclosureControl::State {
    const RowRuleContext& context;
    const catalog::CatalogEntry& entry;
    RowSpill spill;
    std::unique_ptr<WithheldCells> cells;
    QuasiGroups quasi;
    std::unique_ptr<CoarsePlace> place;
    std::size_t status;

    explicit State(const RowRuleContext& with)
        : context(with), entry(with.entry), quasi(with), status(with.entry.disclosure.status.empty() ? with.entry.fields.size() : field_place(with.entry, with.entry.disclosure.status)) {
        if (entry.disclosure.small_cells > 0 && !entry.disclosure.measures.empty()) {
            cells = std::make_unique<WithheldCells>(context);
        }
        if (!entry.disclosure.geometry.empty() && !context.crs.empty()) {
            place = std::make_unique<CoarsePlace>(context.catalogue, entry, context.crs);
        }
    }

    bool loses_quasi(std::size_t at) const { return quasi.declared() && quasi.withheld(at); }

    /// The row as it may be published.
    void take(std::size_t at, catalog::Row& row) {
        spill.read(at, row);
        std::vector<std::size_t> gone;
        if (cells) {
            gone = cells->withheld(at);
        }
        if (place) {
            place->apply(row);
        }
        if (loses_quasi(at)) {
            gone.insert(gone.end(), quasi.places().begin(), quasi.places().end());
            // Where it lies would say what the fields no longer say.
            row.geometry.clear();
            if (place) {
                place->remove(row);
            }
        }
        std::sort(gone.begin(), gone.end());
        gone.erase(std::unique(gone.begin(), gone.end()), gone.end());
        std::string names;
        for (const auto field : gone) {
            row.values[field] = std::monostate();
            names += (names.empty() ? "" : " ") + entry.fields[field].name;
        }
        if (status < entry.fields.size()) {
            row.values[status] = names.empty() ? catalog::Value() : catalog::Value(names);
        }
    }

    void note_withheld(std::size_t rows) {
        const auto count = cells ? cells->withheld_count() : 0;
        if (count + rows == 0) {
            return;
        }
        RuleTally tally(context, "disclosure/withheld", Severity::info, "");
        tally.add(0, [&] {
            const auto number = std::to_string(count);
            const auto people = std::to_string(rows);
            return FindingWords{{"Đã ẩn " + number + " ô số liệu và thuộc tính nhận dạng của " + people + " hàng", number + " figures and the quasi-identifiers of " + people + " rows are withheld"},
                                {"Không cần làm gì; cột trạng thái ghi rõ ô nào bị ẩn", "Nothing has to be done; the status column names what is withheld"}};
        });
    }
};

bool DisclosureControl::needed(const catalog::CatalogEntry& entry) { return entry.disclosure.declared(); }

DisclosureControl::DisclosureControl(const RowRuleContext& context) : state_(std::make_unique<State>(context)) {}
DisclosureControl::~DisclosureControl() = default;

void DisclosureControl::row(const catalog::Row& row, std::uint64_t number) {
    auto& s = *state_;
    s.spill.add(row);
    if (s.cells) {
        s.cells->row(row, number);
    }
    if (s.quasi.declared()) {
        s.quasi.row(row);
    }
}

void DisclosureControl::finish(const std::function<void(const catalog::Row&)>& emit) {
    auto& s = *state_;
    const bool protected_cells = !s.cells || s.cells->finish();
    const bool enough = !s.quasi.declared() || s.quasi.finish();
    if (!enough) {
        RuleTally tally(s.context, "disclosure/too-few-rows", Severity::block, "");
        tally.add(0, [&] {
            const auto k = std::to_string(s.entry.disclosure.least_group());
            return FindingWords{{"Bảng có ít hơn " + k + " hàng, không nhóm nào đủ lớn", "The table has fewer than " + k + " rows: no group is large enough"},
                                {"Gộp nhiều kỳ hoặc nhiều xã vào một bảng", "Put several periods or communes into one table"}};
        });
    }
    if (!protected_cells || !enough) {
        return;
    }
    catalog::Row row;
    std::vector<std::pair<std::string, std::size_t>> behind;
    for (std::size_t i = 0; i < s.spill.size(); ++i) {
        if (!s.loses_quasi(i)) {
            s.take(i, row);
            emit(row);
        } else {
            behind.emplace_back();
            behind.back().second = i;
        }
    }
    // The order of the file may be that of the fields that were withheld: these rows come in the order of a hash of what is left.
    for (auto& [hash, at] : behind) {
        s.take(at, row);
        std::string text;
        for (const auto& value : row.values) {
            append_key(text, value);
            text += kKeyBreak;
        }
        hash = sha256_hex(text);
    }
    std::sort(behind.begin(), behind.end());
    for (const auto& [hash, at] : behind) {
        s.take(at, row);
        emit(row);
    }
    s.note_withheld(behind.size());
}

void check_disclosure_declared(const RowRuleContext& context) {
    if (context.entry.open_class != catalog::OpenClass::aggregated || context.entry.disclosure.declared()) {
        return;
    }
    RuleTally tally(context, "disclosure/undeclared", Severity::block, "");
    tally.add(0, [] {
        return FindingWords{{"Lớp aggregated nhưng danh mục chưa khai báo disclosure", "The class is aggregated, but the catalogue declares nothing under disclosure"},
                            {"Khai báo small_cells và measures, hoặc quasi và k, hoặc geometry", "Declare small_cells and measures, or quasi and k, or geometry"}};
    });
}

}  // namespace khomo::builder
