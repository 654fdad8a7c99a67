// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace khomo::builder {

/// The cells of published tables and the sums that tie them together. What is to be withheld is protected by withholding more
/// (complementary suppression), until nobody who knows every published cell and every sum can tell a withheld value:
///  - no withheld value follows from the linear equations (Gaussian elimination over each connected part);
///  - a sensitive one stays open by at least `width`: two sets of values without negative ones fit everything published and differ so much.
/// Values that are known from elsewhere, such as an earlier version, count as published whether they are withheld or not.
/// The companions are chosen one after the other, so more than the fewest possible may be withheld, the more so in tables of three dimensions.
/// Measured without optimisation: 1,140 cells in three dimensions with 98 small ones, 12 s; tables of two dimensions, milliseconds. Not thread-safe.
class CellSystem {
public:
    using Cell = std::uint32_t;
    struct Term {
        Cell cell;
        int sign;  ///< 1 or -1; a cell that stands in a sum twice has 2
    };

    /// `total` cells are withheld last. `known` ones are no secret any more, so they protect nothing.
    Cell add(double value, bool total);
    /// The sum of the terms is known to all readers.
    void relate(std::vector<Term> terms);
    void mark_known(Cell cell) { cells_[cell].known = true; }
    /// Withholds a cell; `sensitive` ones need the width too.
    void withhold(Cell cell, bool sensitive);

    bool withheld(Cell cell) const { return cells_[cell].withheld; }
    bool known(Cell cell) const { return cells_[cell].known; }
    double value(Cell cell) const { return cells_[cell].value; }
    std::size_t withheld_count() const;

    /// Withholds what is needed. Gives the cells that no further withholding protects: they must not be published like this.
    std::vector<Cell> protect(double width);

private:
    struct State {
        double value = 0;
        bool total = false;
        bool known = false;
        bool withheld = false;
        bool sensitive = false;
        bool hopeless = false;
        std::vector<std::uint32_t> relations;
    };
    bool open(Cell cell) const { return cells_[cell].withheld && !cells_[cell].known; }
    std::size_t open_count(std::uint32_t relation) const;
    /// Another cell of the relation to withhold; false when there is none.
    bool complement(std::uint32_t relation);
    bool complement_for(Cell cell);
    void close_singles();
    std::vector<std::vector<Cell>> parts() const;
    std::vector<Cell> exposed(const std::vector<Cell>& part, double width) const;

    std::vector<State> cells_;
    std::vector<std::vector<Term>> relations_;
    std::vector<Cell> fresh_;  ///< withheld since the last look
};

}  // namespace khomo::builder
