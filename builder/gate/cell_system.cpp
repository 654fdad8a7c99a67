// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/cell_system.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace khomo::builder {
namespace {

constexpr double kNothing = 1e-9;
constexpr std::size_t kRoundsAlike = 12;
constexpr std::size_t kTermsAtOnce = 8;  ///< of a long sum, how many there are for each cell that one round may withhold

struct Entry {
    std::uint32_t column;
    double value;
};
using SparseRow = std::vector<Entry>;  ///< by rising column

double at(const SparseRow& row, std::uint32_t column) {
    const auto found = std::lower_bound(row.begin(), row.end(), column, [](const Entry& entry, std::uint32_t wanted) { return entry.column < wanted; });
    return found != row.end() && found->column == column ? found->value : 0;
}

/// row − factor × other.
SparseRow minus(const SparseRow& row, const SparseRow& other, double factor) {
    SparseRow result;
    result.reserve(row.size() + other.size());
    auto a = row.begin();
    auto b = other.begin();
    while (a != row.end() || b != other.end()) {
        if (b == other.end() || (a != row.end() && a->column < b->column)) {
            result.push_back(*a++);
        } else if (a == row.end() || b->column < a->column) {
            result.push_back({b->column, -factor * b->value});
            ++b;
        } else {
            const double value = a->value - factor * b->value;
            if (std::fabs(value) > kNothing) {
                result.push_back({a->column, value});
            }
            ++a;
            ++b;
        }
    }
    return result;
}

/// Reduced row echelon form, built row by row.
class Elimination {
public:
    /// How many sums each column stands in.
    explicit Elimination(std::vector<std::uint32_t> uses) : uses_(std::move(uses)) {}
    void add(SparseRow row) {
        // Copied: the row changes under the loop, and the columns it gains are never pivots, for the rows are reduced.
        const auto first = row;
        for (const auto& entry : first) {
            const auto pivot = pivots_.find(entry.column);
            if (pivot != pivots_.end()) {
                row = minus(row, rows_[pivot->second], at(row, entry.column));
            }
        }
        if (row.empty()) {
            return;
        }
        // The column that few sums hold spoils few rows; small factors are left alone for the sake of exactness.
        const auto best = *std::min_element(row.begin(), row.end(), [&](const Entry& a, const Entry& b) {
            return std::tuple(std::fabs(a.value) < kSmallFactor, uses_[a.column], a.column) < std::tuple(std::fabs(b.value) < kSmallFactor, uses_[b.column], b.column);
        });
        for (auto& entry : row) {
            entry.value /= best.value;
        }
        for (auto& other : rows_) {
            const double factor = at(other, best.column);
            if (factor != 0) {
                other = minus(other, row, factor);
            }
        }
        pivots_[best.column] = rows_.size();
        rows_.push_back(std::move(row));
    }
    /// The row whose pivot the column is; null for a free column.
    const SparseRow* row_of(std::uint32_t column) const {
        const auto found = pivots_.find(column);
        return found == pivots_.end() ? nullptr : &rows_[found->second];
    }
    /// The directions in which the unknowns can move together: for each free column, its own step 1 and those of the pivots.
    std::unordered_map<std::uint32_t, SparseRow> directions(std::uint32_t columns) const {
        std::unordered_map<std::uint32_t, SparseRow> found;
        for (std::uint32_t column = 0; column < columns; ++column) {
            if (!pivots_.contains(column)) {
                found[column].push_back({column, 1});
            }
        }
        for (const auto& [pivot, place] : pivots_) {
            for (const auto& entry : rows_[place]) {
                if (entry.column != pivot) {
                    found[entry.column].push_back({pivot, -entry.value});
                }
            }
        }
        for (auto& [free, direction] : found) {
            std::sort(direction.begin(), direction.end(), [](const Entry& a, const Entry& b) { return a.column < b.column; });
        }
        return found;
    }

private:
    static constexpr double kSmallFactor = 0.01;
    std::vector<std::uint32_t> uses_;
    std::vector<SparseRow> rows_;
    std::unordered_map<std::uint32_t, std::size_t> pivots_;
};

/// How far one unknown can rise or fall while no value falls below zero, found by going along a direction and round what stops it. What it finds is
/// possible; it may miss more, which costs a companion and never a secret.
class Reach {
public:
    Reach(const Elimination& elimination, const std::unordered_map<std::uint32_t, SparseRow>& directions, const std::vector<double>& values, std::uint32_t column, double enough)
        : elimination_(elimination), directions_(directions), values_(values), column_(column), enough_(enough) {}

    /// The sum of the greatest rise and fall that were found.
    double width() {
        std::array<double, 2> most = {0, 0};
        for (const auto free : free_columns(column_, kStarts)) {
            for (const int side : {0, 1}) {
                auto direction = scaled(directions_.at(free), side == 0 ? 1 : -1);
                if (most[0] + most[1] < enough_ && !direction.empty()) {
                    most[static_cast<std::size_t>(side)] = std::fmax(most[static_cast<std::size_t>(side)], go(direction, kDepth));
                }
            }
        }
        return most[0] + most[1];
    }

private:
    static constexpr std::size_t kStarts = 12;
    static constexpr std::size_t kTurns = 6;
    static constexpr int kDepth = 4;
    static constexpr std::size_t kWork = 20'000;  ///< entries of directions that are looked at for one cell

    /// Free columns whose direction moves the column.
    std::vector<std::uint32_t> free_columns(std::uint32_t column, std::size_t most) const {
        const auto* row = elimination_.row_of(column);
        std::vector<std::uint32_t> columns;
        if (row == nullptr) {
            columns.push_back(column);
        }
        for (std::size_t i = 0; row != nullptr && i < row->size(); ++i) {
            if ((*row)[i].column != column) {
                columns.push_back((*row)[i].column);
            }
        }
        // What moves few others is stopped by few.
        const auto shown = std::min(most, columns.size());
        std::partial_sort(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(shown), columns.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(directions_.at(a).size(), a) < std::pair(directions_.at(b).size(), b);
        });
        columns.resize(shown);
        return columns;
    }
    /// The direction with a step of `step` for our column; empty when it does not move.
    SparseRow scaled(SparseRow direction, double step) const {
        const double own = at(direction, column_);
        if (std::fabs(own) < kNothing) {
            return {};
        }
        for (auto& entry : direction) {
            entry.value *= step / own;
        }
        return direction;
    }
    double go(const SparseRow& direction, int depth) {
        work_ += direction.size();
        double room = std::numeric_limits<double>::infinity();
        std::uint32_t blocker = column_;
        for (const auto& entry : direction) {
            const double until = entry.value < 0 ? std::fmax(0, values_[entry.column]) / -entry.value : room;
            if (until < room) {
                room = until;
                blocker = entry.column;
            }
        }
        if (room >= enough_ || depth == 0 || blocker == column_ || work_ > kWork) {
            return room;
        }
        for (const auto free : free_columns(blocker, kTurns)) {
            const auto& other = directions_.at(free);
            const auto turned = scaled(minus(direction, other, at(direction, blocker) / at(other, blocker)), at(direction, column_));
            if (!turned.empty()) {
                room = std::fmax(room, go(turned, depth - 1));
            }
            if (room >= enough_) {
                break;
            }
        }
        return room;
    }

    const Elimination& elimination_;
    const std::unordered_map<std::uint32_t, SparseRow>& directions_;
    const std::vector<double>& values_;
    std::uint32_t column_;
    double enough_;
    std::size_t work_ = 0;
};

}  // namespace

CellSystem::Cell CellSystem::add(double value, bool total) {
    State cell;
    cell.value = value;
    cell.total = total;
    cells_.push_back(std::move(cell));
    return static_cast<Cell>(cells_.size() - 1);
}

void CellSystem::relate(std::vector<Term> terms) {
    const auto relation = static_cast<std::uint32_t>(relations_.size());
    for (const auto& term : terms) {
        cells_[term.cell].relations.push_back(relation);
    }
    relations_.push_back(std::move(terms));
}

void CellSystem::withhold(Cell cell, bool sensitive) {
    auto& state = cells_[cell];
    state.sensitive = state.sensitive || sensitive;
    if (!state.withheld) {
        state.withheld = true;
        fresh_.push_back(cell);
    }
}

std::size_t CellSystem::withheld_count() const {
    return static_cast<std::size_t>(std::count_if(cells_.begin(), cells_.end(), [](const State& cell) { return cell.withheld; }));
}

std::size_t CellSystem::open_count(std::uint32_t relation) const {
    const auto& terms = relations_[relation];
    return static_cast<std::size_t>(std::count_if(terms.begin(), terms.end(), [&](const Term& term) { return open(term.cell); }));
}

bool CellSystem::complement(std::uint32_t relation) {
    std::optional<Cell> best;
    std::tuple<bool, bool, std::size_t, double, Cell> best_cost;
    for (const auto& term : relations_[relation]) {
        const auto& cell = cells_[term.cell];
        if (cell.withheld || cell.known) {
            continue;
        }
        // A cell whose other sums have something withheld already closes a circle and calls for no further cell.
        const auto lonely = static_cast<std::size_t>(
            std::count_if(cell.relations.begin(), cell.relations.end(), [&](std::uint32_t other) { return other != relation && open_count(other) == 0; }));
        const std::tuple cost(cell.value <= 0, cell.total, lonely, cell.value, term.cell);
        if (!best || cost < best_cost) {
            best = term.cell;
            best_cost = cost;
        }
    }
    if (best) {
        withhold(*best, false);
    }
    return best.has_value();
}

bool CellSystem::complement_for(Cell cell) {
    const auto& relations = cells_[cell].relations;
    std::vector<std::uint32_t> order(relations.begin(), relations.end());
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return open_count(a) < open_count(b); });
    return std::any_of(order.begin(), order.end(), [&](std::uint32_t relation) { return complement(relation); });
}

/// The quick part: a sum with one withheld cell gives it away.
void CellSystem::close_singles() {
    for (std::size_t i = 0; i < fresh_.size(); ++i) {  // grows while it runs
        const auto cell = fresh_[i];
        if (!open(cell)) {
            continue;
        }
        const auto relations = cells_[cell].relations;
        for (const auto relation : relations) {
            if (open_count(relation) == 1) {
                complement(relation);
            }
        }
    }
}

/// Withheld cells that sums tie together, directly or over others; only the parts that hold a fresh one.
std::vector<std::vector<CellSystem::Cell>> CellSystem::parts() const {
    std::vector<std::vector<Cell>> parts;
    std::vector<char> seen(cells_.size(), 0);
    for (const auto start : fresh_) {
        if (!open(start) || seen[start] != 0) {
            continue;
        }
        std::vector<Cell> part = {start};
        seen[start] = 1;
        for (std::size_t i = 0; i < part.size(); ++i) {
            const auto relations = cells_[part[i]].relations;
            for (const auto relation : relations) {
                for (const auto& term : relations_[relation]) {
                    if (open(term.cell) && seen[term.cell] == 0) {
                        seen[term.cell] = 1;
                        part.push_back(term.cell);
                    }
                }
            }
        }
        std::sort(part.begin(), part.end());
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<CellSystem::Cell> CellSystem::exposed(const std::vector<Cell>& part, double width) const {
    std::unordered_map<Cell, std::uint32_t> columns;
    std::vector<double> values;
    std::vector<std::uint32_t> relations;
    for (const auto cell : part) {
        columns.emplace(cell, static_cast<std::uint32_t>(columns.size()));
        values.push_back(cells_[cell].value);
        relations.insert(relations.end(), cells_[cell].relations.begin(), cells_[cell].relations.end());
    }
    std::sort(relations.begin(), relations.end());
    relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
    // Short sums first: they settle many cells and spoil few rows.
    std::stable_sort(relations.begin(), relations.end(), [&](std::uint32_t a, std::uint32_t b) { return open_count(a) < open_count(b); });
    std::vector<std::uint32_t> uses(part.size());
    for (const auto cell : part) {
        uses[columns[cell]] = static_cast<std::uint32_t>(cells_[cell].relations.size());
    }
    Elimination elimination(std::move(uses));
    for (const auto relation : relations) {
        SparseRow row;
        for (const auto& term : relations_[relation]) {
            if (const auto column = columns.find(term.cell); column != columns.end()) {
                row.push_back({column->second, static_cast<double>(term.sign)});
            }
        }
        std::sort(row.begin(), row.end(), [](const Entry& a, const Entry& b) { return a.column < b.column; });
        elimination.add(std::move(row));
    }
    const auto directions = elimination.directions(static_cast<std::uint32_t>(part.size()));
    std::vector<Cell> found;
    for (std::uint32_t column = 0; column < part.size(); ++column) {
        const auto& cell = cells_[part[column]];
        if (cell.hopeless) {
            continue;
        }
        const auto* row = elimination.row_of(column);
        bool safe = row == nullptr || row->size() > 1;
        if (safe && cell.sensitive) {
            safe = Reach(elimination, directions, values, column, width).width() >= width - kNothing;
        }
        if (!safe) {
            found.push_back(part[column]);
        }
    }
    return found;
}

std::vector<CellSystem::Cell> CellSystem::protect(double width) {
    std::vector<Cell> hopeless;
    for (std::size_t round = 0; !fresh_.empty(); ++round) {
        close_singles();
        const auto all = parts();
        fresh_.clear();
        for (const auto& part : all) {
            for (const auto cell : exposed(part, width)) {
                // Few cells at a time near each place: what was just withheld may protect its neighbours too.
                const auto& relations = cells_[cell].relations;
                const bool helped = std::any_of(relations.begin(), relations.end(), [&](std::uint32_t relation) {
                    const auto& terms = relations_[relation];
                    const auto added = std::count_if(terms.begin(), terms.end(), [&](const Term& term) { return std::find(fresh_.begin(), fresh_.end(), term.cell) != fresh_.end(); });
                    return static_cast<std::size_t>(added) > terms.size() / kTermsAtOnce;
                });
                if (helped) {
                    continue;
                }
                // In a large table new places open for long: later rounds are more generous, so that there are few of them.
                for (std::size_t more = 0; more < round / kRoundsAlike; ++more) {
                    complement_for(cell);
                }
                if (!complement_for(cell) && std::none_of(part.begin(), part.end(), [&](Cell other) { return complement_for(other); })) {
                    cells_[cell].hopeless = true;
                    hopeless.push_back(cell);
                }
            }
        }
    }
    return hopeless;
}

}  // namespace khomo::builder
