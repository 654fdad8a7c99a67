// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <map>
#include <random>

#include "builder/gate/cell_system.hpp"

using namespace khomo;
using builder::CellSystem;

namespace {

constexpr double kSmall = 5;

/// A published table as a reader sees it: every cell with its value, and which sums he knows. Values of withheld cells are used only to
/// say what the sums are.
struct Table {
    std::vector<double> values;
    std::vector<char> total;
    std::vector<std::vector<std::pair<std::size_t, int>>> sums;

    std::size_t add(double value, bool is_total = false) {
        values.push_back(value);
        total.push_back(is_total ? 1 : 0);
        return values.size() - 1;
    }
    bool sensitive(std::size_t cell) const { return values[cell] > 0 && values[cell] < kSmall; }

    CellSystem system() const {
        CellSystem made;
        for (std::size_t i = 0; i < values.size(); ++i) {
            made.add(values[i], total[i] != 0);
        }
        for (const auto& sum : sums) {
            std::vector<CellSystem::Term> terms;
            for (const auto& [cell, sign] : sum) {
                terms.push_back({static_cast<CellSystem::Cell>(cell), sign});
            }
            made.relate(terms);
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (sensitive(i)) {
                made.withhold(static_cast<CellSystem::Cell>(i), true);
            }
        }
        return made;
    }
};

/// rows × columns with totals of both and of all.
Table make_table(std::mt19937& random, int rows, int columns, int most) {
    Table table;
    std::vector<std::vector<std::size_t>> cells(static_cast<std::size_t>(rows) + 1, std::vector<std::size_t>(static_cast<std::size_t>(columns) + 1));
    std::vector<std::vector<double>> values(static_cast<std::size_t>(rows) + 1, std::vector<double>(static_cast<std::size_t>(columns) + 1));
    const auto last_row = static_cast<std::size_t>(rows);
    const auto last_column = static_cast<std::size_t>(columns);
    for (std::size_t r = 0; r < last_row; ++r) {
        for (std::size_t c = 0; c < last_column; ++c) {
            const double value = static_cast<double>(random() % static_cast<unsigned>(most));
            for (const auto& [row, column] : {std::pair{r, c}, {last_row, c}, {r, last_column}, {last_row, last_column}}) {
                values[row][column] += value;
            }
        }
    }
    for (std::size_t r = 0; r <= last_row; ++r) {
        for (std::size_t c = 0; c <= last_column; ++c) {
            cells[r][c] = table.add(values[r][c], r == last_row || c == last_column);
        }
    }
    const auto sum = [&](bool of_row, std::size_t line, std::size_t length) {
        std::vector<std::pair<std::size_t, int>> terms;
        for (std::size_t i = 0; i <= length; ++i) {
            terms.emplace_back(of_row ? cells[line][i] : cells[i][line], i == length ? -1 : 1);
        }
        table.sums.push_back(terms);
    };
    for (std::size_t r = 0; r <= last_row; ++r) {
        sum(true, r, last_column);
    }
    for (std::size_t c = 0; c <= last_column; ++c) {
        sum(false, c, last_row);
    }
    return table;
}

/// Solves the equations of a reader by plain elimination over all withheld cells at once; the cells that follow.
std::vector<std::size_t> recomputed(const Table& table, const std::function<bool(std::size_t)>& withheld) {
    std::vector<std::size_t> unknowns;
    std::map<std::size_t, std::size_t> column_of;
    for (std::size_t i = 0; i < table.values.size(); ++i) {
        if (withheld(i)) {
            column_of[i] = unknowns.size();
            unknowns.push_back(i);
        }
    }
    std::vector<std::vector<double>> matrix;
    for (const auto& sum : table.sums) {
        std::vector<double> row(unknowns.size() + 1, 0);
        for (const auto& [cell, sign] : sum) {
            if (column_of.contains(cell)) {
                row[column_of[cell]] += sign;
            } else {
                row.back() -= sign * table.values[cell];
            }
        }
        matrix.push_back(row);
    }
    std::size_t rank = 0;
    for (std::size_t column = 0; column < unknowns.size(); ++column) {
        std::size_t pivot = rank;
        for (std::size_t i = rank; i < matrix.size(); ++i) {
            pivot = std::fabs(matrix[i][column]) > std::fabs(matrix[pivot][column]) ? i : pivot;
        }
        if (pivot >= matrix.size() || std::fabs(matrix[pivot][column]) < 1e-9) {
            continue;
        }
        std::swap(matrix[rank], matrix[pivot]);
        const double by = matrix[rank][column];
        for (auto& value : matrix[rank]) {
            value /= by;
        }
        for (std::size_t i = 0; i < matrix.size(); ++i) {
            const double factor = i == rank ? 0 : matrix[i][column];
            for (std::size_t j = 0; factor != 0 && j < matrix[i].size(); ++j) {
                matrix[i][j] -= factor * matrix[rank][j];
            }
        }
        ++rank;
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < rank; ++i) {
        std::size_t only = unknowns.size();
        int count = 0;
        for (std::size_t column = 0; column < unknowns.size(); ++column) {
            if (std::fabs(matrix[i][column]) > 1e-9) {
                only = column;
                ++count;
            }
        }
        if (count == 1) {
            CHECK(matrix[i].back() == doctest::Approx(table.values[unknowns[only]]));  // what follows is the very value
            found.push_back(unknowns[only]);
        }
    }
    return found;
}

/// Every way to fill the withheld cells with whole numbers from 0 up so that all sums are right: the least and greatest value of each cell.
/// Stops after a million steps (then the ranges are those seen so far, which can only be too narrow).
class Completions {
public:
    Completions(const Table& table, const std::function<bool(std::size_t)>& withheld) : table_(table), values_(table.values), open_(table.values.size()) {
        for (std::size_t i = 0; i < values_.size(); ++i) {
            open_[i] = withheld(i) ? 1 : 0;
            if (open_[i] != 0) {
                cells_.push_back(i);
                least[i] = 1e9;
                greatest[i] = -1;
            }
        }
        fill(0);
    }
    std::map<std::size_t, double> least;
    std::map<std::size_t, double> greatest;

private:
    /// The most a cell can hold, given what its sums show; -1 when a sum is broken already.
    double room(std::size_t cell) const {
        double most = 60;
        for (const auto& sum : table_.sums) {
            double rest = 0;
            int open = 0;
            int own = 0;
            bool open_minus = false;
            for (const auto& [other, sign] : sum) {
                own = other == cell ? sign : own;
                if (open_[other] != 0) {
                    ++open;
                    open_minus = open_minus || (sign < 0 && other != cell);
                } else {
                    rest -= sign * values_[other];
                }
            }
            if (own > 0 && !open_minus && open > 0) {
                most = std::fmin(most, rest);
            }
        }
        return most;
    }
    bool right() const {
        for (const auto& sum : table_.sums) {
            double rest = 0;
            bool open = false;
            for (const auto& [cell, sign] : sum) {
                open = open || open_[cell] != 0;
                rest += sign * values_[cell];
            }
            if (!open && std::fabs(rest) > 1e-9) {
                return false;
            }
        }
        return true;
    }
    void fill(std::size_t at) {
        if (++steps_ > 1'000'000) {
            return;
        }
        if (at == cells_.size()) {
            for (const auto cell : cells_) {
                least[cell] = std::fmin(least[cell], values_[cell]);
                greatest[cell] = std::fmax(greatest[cell], values_[cell]);
            }
            return;
        }
        const auto cell = cells_[at];
        const double most = room(cell);
        for (double value = 0; value <= most; ++value) {
            values_[cell] = value;
            open_[cell] = 0;
            if (right()) {
                fill(at + 1);
            }
            open_[cell] = 1;
        }
    }

    const Table& table_;
    std::vector<double> values_;
    std::vector<char> open_;
    std::vector<std::size_t> cells_;
    std::size_t steps_ = 0;
};

}  // namespace

TEST_CASE("a small cell alone in its row and column takes three more with it") {
    Table table;
    const std::size_t cells[3][3] = {{table.add(3), table.add(20), table.add(23, true)}, {table.add(30), table.add(40), table.add(70, true)}, {table.add(33, true), table.add(60, true), table.add(93, true)}};
    for (int i = 0; i < 3; ++i) {
        table.sums.push_back({{cells[i][0], 1}, {cells[i][1], 1}, {cells[i][2], -1}});
        table.sums.push_back({{cells[0][i], 1}, {cells[1][i], 1}, {cells[2][i], -1}});
    }
    auto system = table.system();
    CHECK(recomputed(table, [&](std::size_t cell) { return system.withheld(static_cast<CellSystem::Cell>(cell)); }) == std::vector<std::size_t>{0});
    CHECK(system.protect(kSmall).empty());
    CHECK(system.withheld_count() == 4);
    CHECK(recomputed(table, [&](std::size_t cell) { return system.withheld(static_cast<CellSystem::Cell>(cell)); }).empty());
}

TEST_CASE("two small cells that together are still few are not left alone with their sum") {
    Table table;
    for (const double value : {1.0, 1.0, 8.0, 9.0}) {
        table.add(value);
    }
    table.add(19, true);
    table.sums = {{{0, 1}, {1, 1}, {2, 1}, {3, 1}, {4, -1}}};
    auto system = table.system();
    CHECK(system.protect(kSmall).empty());
    CHECK(system.withheld_count() == 3);
    CHECK(system.withheld(2));
}

TEST_CASE("a sum whose every part is known from elsewhere cannot be protected") {
    Table table;
    table.add(3);
    table.add(20);
    table.sums = {{{0, 1}, {1, 1}}};
    auto system = table.system();
    system.mark_known(1);
    CHECK(system.protect(kSmall) == std::vector<CellSystem::Cell>{0});
}

TEST_CASE("no reader of a thousand tables with totals can work out what is withheld") {
    std::mt19937 random(20261123);
    int with_small = 0;
    int exposed_before = 0;
    for (int round = 0; round < 1000; ++round) {
        const auto table = make_table(random, 2 + round % 7, 2 + round % 5, 8 + round % 60);
        auto system = table.system();
        const auto withheld = [&](std::size_t cell) { return system.withheld(static_cast<CellSystem::Cell>(cell)); };
        with_small += system.withheld_count() > 0 ? 1 : 0;
        exposed_before += recomputed(table, withheld).empty() ? 0 : 1;
        const auto hopeless = system.protect(kSmall);
        CHECK(hopeless.empty());
        CHECK(recomputed(table, withheld).empty());
    }
    CHECK(with_small > 500);
    CHECK(exposed_before > 300);  // the attack works where nothing is done against it
}

TEST_CASE("every small cell can be at least five different numbers for whoever tries all ways to fill a table") {
    std::mt19937 random(7);
    int tried = 0;
    for (int round = 0; round < 150; ++round) {
        const auto table = make_table(random, 2 + round % 2, 2 + round % 3, 14);
        auto system = table.system();
        system.protect(kSmall);
        const auto withheld = [&](std::size_t cell) { return system.withheld(static_cast<CellSystem::Cell>(cell)); };
        if (system.withheld_count() == 0 || system.withheld_count() > 8) {
            continue;
        }
        const Completions all(table, withheld);
        for (std::size_t cell = 0; cell < table.values.size(); ++cell) {
            if (table.sensitive(cell)) {
                ++tried;
                CHECK(all.greatest.at(cell) - all.least.at(cell) >= kSmall);
            }
        }
    }
    CHECK(tried > 50);
}
