// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/wkb.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>

#include "catalog/base/error.hpp"

namespace khomo {
namespace {

constexpr std::array<std::string_view, 8> kTypes = {"Geometry",   "Point",           "LineString",   "Polygon",
                                                    "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection"};
constexpr int kDeepest = 8;  // collections in collections; real layers have one level

/// A cursor that never reads past the end.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

    template <typename T>
    T take() {
        if (bytes_.size() < sizeof(T)) {
            throw Error(ErrorKind::format, {"Hình học WKB bị cụt", "The WKB geometry is cut short"});
        }
        T value;
        std::memcpy(&value, bytes_.data(), sizeof(T));
        bytes_.remove_prefix(sizeof(T));
        return value;
    }

    /// Byte order and type; only little endian 2D is ours.
    std::uint32_t take_type() {
        if (take<std::uint8_t>() != 1) {
            throw Error(ErrorKind::format, {"Hình học WKB không phải little endian", "The WKB geometry is not little endian"});
        }
        const auto type = take<std::uint32_t>();
        if (type == 0 || type > 7) {
            throw Error(ErrorKind::format, {"Loại hình học WKB lạ: " + std::to_string(type), "Unknown WKB geometry type " + std::to_string(type)});
        }
        return type;
    }

    /// A count of parts that the remaining bytes can hold.
    std::uint32_t take_count(std::size_t bytes_each) {
        const auto count = take<std::uint32_t>();
        if (count > bytes_.size() / bytes_each) {
            throw Error(ErrorKind::format, {"Hình học WKB bị cụt", "The WKB geometry is cut short"});
        }
        return count;
    }

private:
    std::string_view bytes_;
};

void visit_points(Cursor& cursor, const std::function<void(double, double)>& visit) {
    const auto count = cursor.take_count(16);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto x = cursor.take<double>();
        visit(x, cursor.take<double>());
    }
}

void visit_geometry(Cursor& cursor, const std::function<void(double, double)>& visit, int depth) {
    if (depth > kDeepest) {
        throw Error(ErrorKind::format, {"Hình học WKB lồng quá sâu", "The WKB geometry is nested too deeply"});
    }
    switch (cursor.take_type()) {
        case 1: {
            const auto x = cursor.take<double>();
            const auto y = cursor.take<double>();
            if (x == x && y == y) {  // POINT EMPTY is written as NaN NaN
                visit(x, y);
            }
            break;
        }
        case 2: visit_points(cursor, visit); break;
        case 3: {
            const auto rings = cursor.take_count(4);
            for (std::uint32_t i = 0; i < rings; ++i) {
                visit_points(cursor, visit);
            }
            break;
        }
        default: {
            const auto parts = cursor.take_count(5);
            for (std::uint32_t i = 0; i < parts; ++i) {
                visit_geometry(cursor, visit, depth + 1);
            }
        }
    }
}

}  // namespace

void wkb_for_each_point(std::string_view wkb, const std::function<void(double, double)>& visit) {
    Cursor cursor(wkb);
    visit_geometry(cursor, visit, 0);
}

std::optional<std::array<double, 4>> wkb_bounds(std::string_view wkb) {
    constexpr double kFar = std::numeric_limits<double>::infinity();
    std::array<double, 4> box = {kFar, kFar, -kFar, -kFar};
    wkb_for_each_point(wkb, [&](double x, double y) {
        box = {std::min(box[0], x), std::min(box[1], y), std::max(box[2], x), std::max(box[3], y)};
    });
    return box[0] > box[2] ? std::nullopt : std::optional(box);
}

std::string wkb_type_name(std::string_view wkb) { return std::string(kTypes[Cursor(wkb).take_type()]); }

std::string_view gpkg_to_wkb(std::string_view blob) {
    if (blob.size() < 8) {
        return {};
    }
    static constexpr std::array<std::size_t, 5> kEnvelopes = {0, 32, 48, 48, 64};
    const auto flags = static_cast<unsigned char>(blob[3]);
    const std::size_t envelope = (flags >> 1) & 7;
    if (blob.substr(0, 2) != "GP" || envelope > 4 || blob.size() < 8 + kEnvelopes[envelope]) {
        throw Error(ErrorKind::format, {"Hình học GeoPackage hỏng", "The GeoPackage geometry is damaged"});
    }
    return (flags & 0x10) != 0 ? std::string_view() : blob.substr(8 + kEnvelopes[envelope]);
}

}  // namespace khomo
