// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/model/field.hpp"
#include "catalog/model/value.hpp"

namespace khomo::catalog {

/// The small language of `equals` and `checks` (docs/portal-folder.md): fields, numbers, 'texts', + - * / ( ), = != < <= > >=,
/// and or not, and the functions empty(x), abs(x), length(x), year(x). It reads one row, calls nothing, loops never. A missing value makes
/// what is computed from it missing. Dates, instants and periods compare as texts in ISO form. Immutable, safe to share between threads.
class Expression {
public:
    enum class Kind : std::uint8_t { number, text, truth };

    /// What is wrong with a text that is no expression.
    struct Fault {
        Text message;
        std::size_t at = 0;  ///< byte in the text
    };

    /// None and a fault when the text is not an expression over the fields: syntax, unknown names, kinds that do not fit.
    static std::optional<Expression> parse(std::string_view text, const std::vector<Field>& fields, Fault& fault);
    ~Expression();
    Expression(Expression&&) noexcept;
    Expression& operator=(Expression&&) noexcept;

    Kind kind() const;
    /// Positions of the fields it names, in rising order, each once.
    const std::vector<std::size_t>& fields() const;
    /// The number that a row gives; none when a value is missing or something is divided by zero.
    std::optional<double> number(const Row& row) const;
    /// Whether the row meets the condition; none when missing values leave it open.
    std::optional<bool> truth(const Row& row) const;

    /// A summand of an expression that is a plain sum.
    struct Summand {
        std::size_t field;
        int sign;  ///< 1 or -1
    };
    /// The summands when the expression adds and takes away fields and does nothing else; empty otherwise.
    std::vector<Summand> as_sum() const;

private:
    struct State;
    explicit Expression(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace khomo::catalog
