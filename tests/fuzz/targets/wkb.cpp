// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/wkb.hpp"

#include "catalog/base/error.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {
namespace {

template <typename Use>
void use(Use one) {
    try {
        one();
    } catch (const Error&) {  // each function is tried, whether or not another refuses
    }
}

}  // namespace

void run(std::string_view input) {
    use([&] { wkb_for_each_point(input, [](double, double) {}); });
    use([&] { wkb_bounds(input); });
    use([&] { wkb_type_name(input); });
    use([&] { wkb_bounds(gpkg_to_wkb(input)); });
    use([&] {
        std::string out;
        append_geojson(out, input, 7);
    });
    use([&] {
        std::string copy(input);
        wkb_transform(copy, [](double& x, double& y) { x = y = 1; });
    });
    use([&] { wkb_to_multi(std::string(input)); });
}

std::vector<std::string> seeds() {
    const auto point = wkb_point(103.9, 21.3);
    const auto line = std::string("\1\2\0\0\0\2\0\0\0", 9) + point.substr(5) + point.substr(5);
    const auto polygon = std::string("\1\3\0\0\0\1\0\0\0\4\0\0\0", 13) + point.substr(5) + point.substr(5) + point.substr(5) + point.substr(5);
    return {point, line, polygon, wkb_to_multi(polygon), std::string("\1\7\0\0\0\1\0\0\0", 9) + point, std::string("GP\0\1\xE6\x10\0\0", 8) + point};
}

}  // namespace khomo::fuzz
