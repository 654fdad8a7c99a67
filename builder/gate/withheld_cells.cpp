// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/withheld_cells.hpp"

#include <functional>
#include <limits>
#include <map>
#include <unordered_map>

#include "builder/gate/cell_system.hpp"
#include "builder/gate/rule_tally.hpp"
#include "builder/gate/value_text.hpp"
#include "catalog/model/expression.hpp"

namespace khomo::builder {
namespace {

using Cell = CellSystem::Cell;
using Codes = std::vector<std::uint32_t>;

constexpr Cell kNoCell = std::numeric_limits<Cell>::max();

std::optional<double> number_of(const catalog::Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*integer);
    }
    const auto* real = std::get_if<double>(&value);
    return real == nullptr ? std::nullopt : std::optional(*real);
}

/// Values of one dimension, numbered as they come.
struct Dimension {
    std::string name;
    std::size_t place = 0;
    std::unordered_map<std::string, std::uint32_t> codes;
    std::optional<std::uint32_t> total;  ///< the number of the value that stands for all

    std::uint32_t code_of(const catalog::Value& value, std::string& text) {
        text.clear();
        append_key(text, value);
        return codes.try_emplace(text, static_cast<std::uint32_t>(codes.size())).first->second;
    }
};

/// A sum inside one row: of these measures (places in the list of measures) and their signs.
using RowSum = std::vector<std::pair<std::size_t, int>>;

}  // namespace

struct WithheldCells::State {
    const RowRuleContext& context;
    const catalog::Disclosure& rules;
    std::vector<Dimension> dimensions;
    std::vector<std::size_t> measures;  ///< places of the fields
    std::vector<RowSum> row_sums;
    std::vector<Codes> rows;            ///< codes by dimension
    std::vector<std::uint64_t> numbers;
    std::vector<Cell> cells;            ///< row by row, a cell for each measure
    CellSystem system;
    std::string text;

    explicit State(const RowRuleContext& with) : context(with), rules(with.entry.disclosure) {}

    Cell cell(std::size_t row, std::size_t measure) const { return cells[row * measures.size() + measure]; }
    bool is_total(const Codes& codes, std::size_t dimension) const { return dimensions[dimension].total == codes[dimension]; }

    void prepare();
    void relate_totals(std::size_t dimension);
    void relate_linked(const catalog::LinkedTotals& linked);
    void relate_rows();
    void hold_against_previous();
    void report_hopeless(const std::vector<Cell>& hopeless) const;
};

void WithheldCells::State::prepare() {
    const auto& entry = context.entry;
    for (const auto& name : rules.dimensions.empty() ? entry.key : rules.dimensions) {
        Dimension dimension;
        dimension.name = name;
        dimension.place = field_place(entry, name);
        if (const auto total = rules.totals.find(name); total != rules.totals.end()) {
            dimension.total = dimension.code_of(total->second, text);
        }
        dimensions.push_back(std::move(dimension));
    }
    for (const auto& name : rules.measures) {
        measures.push_back(field_place(entry, name));
    }
    const auto measure_of = [&](std::size_t place) {
        return static_cast<std::size_t>(std::find(measures.begin(), measures.end(), place) - measures.begin());
    };
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
        catalog::Expression::Fault fault;
        const auto expression = entry.fields[i].equals.empty() ? std::nullopt : catalog::Expression::parse(entry.fields[i].equals, entry.fields, fault);
        if (!expression) {
            continue;
        }
        RowSum sum;
        for (const auto& part : expression->as_sum()) {
            if (const auto measure = measure_of(part.field); measure < measures.size()) {
                sum.emplace_back(measure, part.sign);
            }
        }
        if (const auto own = measure_of(i); own < measures.size() && !sum.empty()) {
            sum.emplace_back(own, -1);
        }
        if (!sum.empty()) {
            row_sums.push_back(std::move(sum));
        }
    }
}

/// The row that stands for all values of one dimension is the sum of the others, for every choice of the other dimensions.
void WithheldCells::State::relate_totals(std::size_t dimension) {
    struct Group {
        std::size_t total = std::numeric_limits<std::size_t>::max();
        std::vector<std::size_t> parts;
    };
    std::map<Codes, Group> groups;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        auto others = rows[row];
        others[dimension] = 0;
        auto& group = groups[others];
        if (is_total(rows[row], dimension)) {
            group.total = row;
        } else {
            group.parts.push_back(row);
        }
    }
    for (const auto& [others, group] : groups) {
        if (group.total >= rows.size() || group.parts.empty()) {
            continue;
        }
        for (std::size_t measure = 0; measure < measures.size(); ++measure) {
            std::vector<CellSystem::Term> terms;
            for (const auto part : group.parts) {
                if (cell(part, measure) != kNoCell) {
                    terms.push_back({cell(part, measure), 1});
                }
            }
            if (cell(group.total, measure) != kNoCell) {
                terms.push_back({cell(group.total, measure), -1});
                system.relate(std::move(terms));
            }
        }
    }
}

/// Another table shows the sums over all rows alike in some dimensions: they cannot be withheld here.
void WithheldCells::State::relate_linked(const catalog::LinkedTotals& linked) {
    std::map<Codes, std::vector<std::size_t>> groups;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        Codes key;
        bool whole = true;
        for (std::size_t i = 0; i < dimensions.size(); ++i) {
            whole = whole && !is_total(rows[row], i);
            if (std::find(linked.by.begin(), linked.by.end(), dimensions[i].name) != linked.by.end()) {
                key.push_back(rows[row][i]);
            }
        }
        if (whole) {
            groups[key].push_back(row);
        }
    }
    for (const auto& [key, members] : groups) {
        for (std::size_t measure = 0; measure < measures.size(); ++measure) {
            std::vector<CellSystem::Term> terms;
            for (const auto row : members) {
                if (cell(row, measure) != kNoCell) {
                    terms.push_back({cell(row, measure), 1});
                }
            }
            system.relate(std::move(terms));
        }
    }
}

void WithheldCells::State::relate_rows() {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const auto& sum : row_sums) {
            std::map<Cell, int> signs;  // a field may stand in a sum twice
            for (const auto& [measure, sign] : sum) {
                if (cell(row, measure) != kNoCell) {
                    signs[cell(row, measure)] += sign;
                }
            }
            std::vector<CellSystem::Term> terms;
            for (const auto& [one, sign] : signs) {
                if (sign != 0) {
                    terms.push_back({one, sign});
                }
            }
            system.relate(std::move(terms));
        }
    }
}

/// Two versions can be laid side by side: a cell that was withheld stays so, and a value that was shown is no secret.
void WithheldCells::State::hold_against_previous() {
    if (context.previous == nullptr || !context.previous_rows) {
        return;
    }
    const auto& fields = context.previous->fields;
    const auto place_before = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; }) - fields.begin());
    };
    std::vector<std::size_t> places;
    for (const auto& dimension : dimensions) {
        places.push_back(place_before(dimension.name));
        if (places.back() == fields.size()) {
            return;  // other dimensions: no cell is the same as before
        }
    }
    const auto status = place_before(rules.status);
    std::map<Codes, std::size_t> known;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        known.emplace(rows[row], row);
    }
    const auto old_rows = context.previous_rows();
    catalog::Row old;
    while (old_rows->next(old)) {
        Codes codes;
        for (std::size_t i = 0; i < dimensions.size(); ++i) {
            codes.push_back(dimensions[i].code_of(old.values[places[i]], text));
        }
        const auto found = known.find(codes);
        if (found == known.end()) {
            continue;
        }
        const auto* marks = status < fields.size() ? std::get_if<std::string>(&old.values[status]) : nullptr;
        const auto names = " " + (marks == nullptr ? std::string() : *marks) + " ";
        for (std::size_t measure = 0; measure < measures.size(); ++measure) {
            const auto& name = context.entry.fields[measures[measure]].name;
            const auto one = cell(found->second, measure);
            const auto place = place_before(name);
            if (one == kNoCell || place == fields.size()) {
                continue;
            }
            if (names.find(" " + name + " ") != std::string::npos) {
                system.withhold(one, false);
            } else if (number_of(old.values[place]) && *number_of(old.values[place]) == system.value(one)) {
                system.mark_known(one);
            }
        }
    }
}

void WithheldCells::State::report_hopeless(const std::vector<Cell>& hopeless) const {
    RuleTally tally(context, "disclosure/unprotected", catalog::Severity::block, "");
    for (const auto one : hopeless) {
        const auto at = static_cast<std::size_t>(std::find(cells.begin(), cells.end(), one) - cells.begin());
        const auto& field = context.entry.fields[measures[at % measures.size()]];
        tally.add(numbers[at / measures.size()], [&] {
            return FindingWords{{"Ô nhỏ của «" + field.column + "» vẫn tính lại được từ các số đã công bố", "A small cell of «" + field.column + "» can still be calculated from what is published"},
                                {"Gộp nhóm (xã, độ tuổi …) cho lớn hơn, hoặc bỏ bảng tổng được nối trong linked", "Merge groups (communes, ages …) into larger ones, or drop the totals that linked names"}};
        });
    }
    tally.finish();
}

WithheldCells::WithheldCells(const RowRuleContext& context) : state_(std::make_unique<State>(context)) {
    state_->prepare();
}

WithheldCells::~WithheldCells() = default;

void WithheldCells::row(const catalog::Row& row, std::uint64_t number) {
    auto& s = *state_;
    Codes codes;
    bool total = false;
    for (std::size_t i = 0; i < s.dimensions.size(); ++i) {
        codes.push_back(s.dimensions[i].code_of(row.values[s.dimensions[i].place], s.text));
        total = total || s.is_total(codes, i);
    }
    for (const auto place : s.measures) {
        const auto value = number_of(row.values[place]);
        s.cells.push_back(value ? s.system.add(*value, total) : kNoCell);
    }
    s.rows.push_back(std::move(codes));
    s.numbers.push_back(number);
}

bool WithheldCells::finish() {
    auto& s = *state_;
    for (std::size_t i = 0; i < s.dimensions.size(); ++i) {
        if (s.dimensions[i].total) {
            s.relate_totals(i);
        }
    }
    for (const auto& linked : s.rules.linked) {
        s.relate_linked(linked);
    }
    s.relate_rows();
    s.hold_against_previous();
    RuleTally shown_before(s.context, "disclosure/published-before", catalog::Severity::warn, "");
    for (std::size_t i = 0; i < s.cells.size(); ++i) {
        const auto one = s.cells[i];
        if (one == kNoCell || s.system.value(one) <= 0 || s.system.value(one) >= s.rules.small_cells) {
            continue;
        }
        s.system.withhold(one, true);
        if (s.system.known(one)) {
            shown_before.add(s.numbers[i / s.measures.size()], [&] {
                const auto& name = s.context.entry.fields[s.measures[i % s.measures.size()]].column;
                return FindingWords{{"Ô nhỏ của «" + name + "» đã hiện ở phiên bản trước", "A small cell of «" + name + "» was shown in the version before"},
                                    {"Xem xét rút phiên bản trước", "Consider withdrawing the version before"}};
            });
        }
    }
    shown_before.finish();
    const auto hopeless = s.system.protect(s.rules.small_cells);
    s.report_hopeless(hopeless);
    return hopeless.empty();
}

std::vector<std::size_t> WithheldCells::withheld(std::size_t at) const {
    const auto& s = *state_;
    std::vector<std::size_t> places;
    for (std::size_t measure = 0; measure < s.measures.size(); ++measure) {
        const auto one = s.cell(at, measure);
        if (one != kNoCell && s.system.withheld(one)) {
            places.push_back(s.measures[measure]);
        }
    }
    return places;
}

std::size_t WithheldCells::withheld_count() const { return state_->system.withheld_count(); }

}  // namespace khomo::builder
