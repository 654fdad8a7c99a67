// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/shape_size.hpp"

#include <cmath>
#include <cstring>

#include "catalog/base/error.hpp"
#include "catalog/base/wkb.hpp"

namespace khomo::builder {
namespace {

constexpr std::uint32_t kLine = 2;
constexpr std::uint32_t kPolygon = 3;
constexpr std::uint32_t kMultiLine = 5;
constexpr std::uint32_t kMultiPolygon = 6;

class Measure {
public:
    explicit Measure(std::string_view wkb) : rest_(wkb) {}

    void geometry(ShapeSize& size, int depth = 0) {
        if (take<std::uint8_t>() != 1 || depth > 2) {
            throw Error(ErrorKind::format, {"Hình học WKB không đọc được", "The WKB geometry cannot be read"});
        }
        const auto type = take<std::uint32_t>();
        if (type == kLine) {
            size.length += run().length;
        } else if (type == kPolygon) {
            const auto rings = take<std::uint32_t>();
            for (std::uint32_t i = 0; i < rings; ++i) {
                size.area += (i == 0 ? 1 : -1) * std::fabs(run().area);
            }
        } else if (type == kMultiLine || type == kMultiPolygon) {
            const auto parts = take<std::uint32_t>();
            for (std::uint32_t i = 0; i < parts; ++i) {
                geometry(size, depth + 1);
            }
        }
    }

private:
    struct Run {
        double area = 0;
        double length = 0;
    };

    template <typename T>
    T take() {
        if (rest_.size() < sizeof(T)) {
            throw Error(ErrorKind::format, {"Hình học WKB bị cụt", "The WKB geometry is cut short"});
        }
        T value;
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value;
    }

    /// One run of points. Coordinates are taken from the first, so that the large numbers of a projected system cost no digits.
    Run run() {
        const auto points = take<std::uint32_t>();
        Run sum;
        double first_x = 0;
        double first_y = 0;
        double x = 0;
        double y = 0;
        for (std::uint32_t i = 0; i < points; ++i) {
            const double next_x = take<double>() - first_x;
            const double next_y = take<double>() - first_y;
            if (i == 0) {
                first_x = next_x;
                first_y = next_y;
                continue;
            }
            sum.area += (x * next_y - next_x * y) / 2;
            sum.length += std::hypot(next_x - x, next_y - y);
            x = next_x;
            y = next_y;
        }
        return sum;
    }

    std::string_view rest_;
};

}  // namespace

ShapeSize measure_shape(std::string_view wkb) {
    ShapeSize size;
    const auto bounds = wkb_bounds(wkb);
    if (!bounds) {
        return size;
    }
    size.empty = false;
    size.x = ((*bounds)[0] + (*bounds)[2]) / 2;
    size.y = ((*bounds)[1] + (*bounds)[3]) / 2;
    Measure(wkb).geometry(size);
    return size;
}

}  // namespace khomo::builder
