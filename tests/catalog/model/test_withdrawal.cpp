// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include "catalog/model/withdrawal.hpp"

using namespace khomo;
using catalog::Withdrawal;
using catalog::Withdrawals;
using Kind = Withdrawal::Kind;

namespace {

Withdrawal act(Kind kind, const std::string& dataset, std::vector<int> versions, std::int64_t sequence) {
    Withdrawal withdrawal;
    withdrawal.kind = kind;
    withdrawal.dataset = dataset;
    withdrawal.versions = std::move(versions);
    withdrawal.sequence = sequence;
    return withdrawal;
}

}  // namespace

TEST_CASE("a suspension ends when it is resumed, a withdrawal does not") {
    Withdrawals withdrawals;
    withdrawals.withdraw(act(Kind::suspended, "a", {}, 1));
    withdrawals.withdraw(act(Kind::withdrawn, "b", {}, 2));
    REQUIRE(withdrawals.dataset("a") != nullptr);
    CHECK(withdrawals.version("a", 7) == withdrawals.dataset("a"));
    withdrawals.resume("a", {});
    withdrawals.resume("b", {});
    CHECK(withdrawals.dataset("a") == nullptr);
    REQUIRE(withdrawals.dataset("b") != nullptr);
    CHECK(withdrawals.ended().size() == 1);
}

TEST_CASE("versions go by themselves and come back by themselves") {
    Withdrawals withdrawals;
    withdrawals.withdraw(act(Kind::suspended, "a", {1, 3}, 1));
    withdrawals.withdraw(act(Kind::withdrawn, "a", {2}, 2));
    CHECK(withdrawals.dataset("a") == nullptr);
    CHECK(withdrawals.versions("a") == std::vector{1, 2, 3});
    CHECK(withdrawals.single("a", 4) == nullptr);
    withdrawals.resume("a", {1, 2});
    CHECK(withdrawals.versions("a") == std::vector{2, 3});
    const auto standing = withdrawals.standing();
    REQUIRE(standing.size() == 2);
    CHECK(standing[0].versions == std::vector{3});
    CHECK(standing[1].versions == std::vector{2});
}

TEST_CASE("a suspension after a withdrawal changes nothing, a withdrawal after a suspension does") {
    Withdrawals withdrawals;
    withdrawals.withdraw(act(Kind::withdrawn, "a", {}, 1));
    withdrawals.withdraw(act(Kind::suspended, "a", {}, 2));
    CHECK(withdrawals.dataset("a")->ended());
    withdrawals.withdraw(act(Kind::suspended, "b", {1}, 3));
    withdrawals.withdraw(act(Kind::withdrawn, "b", {1}, 4));
    withdrawals.resume("b", {1});
    REQUIRE(withdrawals.single("b", 1) != nullptr);
    CHECK(withdrawals.single("b", 1)->sequence == 4);
}

TEST_CASE("what stands is listed by dataset, then in the journal's order") {
    Withdrawals withdrawals;
    withdrawals.withdraw(act(Kind::withdrawn, "b", {}, 1));
    withdrawals.withdraw(act(Kind::withdrawn, "a", {4}, 2));
    withdrawals.withdraw(act(Kind::withdrawn, "a", {}, 3));
    std::vector<std::int64_t> order;
    for (const auto& one : withdrawals.standing()) {
        order.push_back(one.sequence);
    }
    CHECK(order == std::vector<std::int64_t>{2, 3, 1});
}
