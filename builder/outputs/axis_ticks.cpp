// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/axis_ticks.hpp"

#include <cmath>

namespace khomo::builder {

std::vector<double> axis_ticks(double low, double high, int wanted) {
    if (!(high > low)) {
        high = low + (low == 0 ? 1 : std::fabs(low) / 2);
    }
    const double rough = (high - low) / wanted;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double parts = rough / power;
    const double step = power * (parts <= 1 ? 1 : parts <= 2 ? 2 : parts <= 5 ? 5 : 10);
    const double slack = 1e-9;  // a bound that is a tick but for rounding is that tick
    const auto first = static_cast<long long>(std::floor(low / step + slack));
    const auto last = static_cast<long long>(std::ceil(high / step - slack));
    std::vector<double> ticks;
    for (auto i = first; i <= last; ++i) {
        ticks.push_back(static_cast<double>(i) * step);
    }
    return ticks;
}

}  // namespace khomo::builder
