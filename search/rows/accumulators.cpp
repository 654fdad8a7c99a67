// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/rows/accumulators.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace khomo::search {
namespace {

class Sum final : public catalog::SqlAccumulator {
public:
    void add(std::int64_t value) override {
        whole_ += value;
        any_ = true;
    }
    void add(double value) override {
        const double next = sum_ + value;
        lost_ += std::abs(sum_) >= std::abs(value) ? (sum_ - next) + value : (value - next) + sum_;
        sum_ = next;
        any_ = true;
    }
    std::optional<double> result() override {
        if (!any_) {
            return std::nullopt;
        }
        return static_cast<double>(whole_) + (sum_ + lost_);
    }

private:
    __extension__ using Wide = __int128;  // no number of rows overflows it
    Wide whole_ = 0;
    double sum_ = 0;
    double lost_ = 0;
    bool any_ = false;
};

class Median final : public catalog::SqlAccumulator {
public:
    void add(std::int64_t value) override { values_.push_back(static_cast<double>(value)); }
    void add(double value) override { values_.push_back(value); }
    std::optional<double> result() override {
        if (values_.empty()) {
            return std::nullopt;
        }
        const auto middle = values_.begin() + static_cast<std::ptrdiff_t>(values_.size() / 2);
        std::nth_element(values_.begin(), middle, values_.end());
        if (values_.size() % 2 == 1) {
            return *middle;
        }
        return (*std::max_element(values_.begin(), middle) + *middle) / 2;
    }

private:
    std::vector<double> values_;
};

}  // namespace

std::unique_ptr<catalog::SqlAccumulator> make_sum() { return std::make_unique<Sum>(); }
std::unique_ptr<catalog::SqlAccumulator> make_median() { return std::make_unique<Median>(); }

}  // namespace khomo::search
