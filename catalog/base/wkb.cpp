// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/wkb.hpp"

#include <algorithm>
#include <charconv>
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
    explicit Cursor(std::string_view bytes) : size_(bytes.size()), bytes_(bytes) {}

    std::size_t offset() const { return size_ - bytes_.size(); }

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
    std::size_t size_;
    std::string_view bytes_;
};

/// Gets the offset of each coordinate pair.
using PairVisitor = std::function<void(std::size_t offset)>;

void visit_pairs(Cursor& cursor, const PairVisitor& visit) {
    const auto count = cursor.take_count(16);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto at = cursor.offset();
        cursor.take<double>();
        cursor.take<double>();
        visit(at);
    }
}

void visit_geometry(Cursor& cursor, const PairVisitor& visit, int depth) {
    if (depth > kDeepest) {
        throw Error(ErrorKind::format, {"Hình học WKB lồng quá sâu", "The WKB geometry is nested too deeply"});
    }
    switch (cursor.take_type()) {
        case 1: {
            const auto at = cursor.offset();
            const auto x = cursor.take<double>();
            const auto y = cursor.take<double>();
            if (x == x && y == y) {  // POINT EMPTY is written as NaN NaN
                visit(at);
            }
            break;
        }
        case 2: visit_pairs(cursor, visit); break;
        case 3: {
            const auto rings = cursor.take_count(4);
            for (std::uint32_t i = 0; i < rings; ++i) {
                visit_pairs(cursor, visit);
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

void walk(std::string_view wkb, const PairVisitor& visit) {
    Cursor cursor(wkb);
    visit_geometry(cursor, visit, 0);
}

}  // namespace

void wkb_for_each_point(std::string_view wkb, const std::function<void(double, double)>& visit) {
    walk(wkb, [&](std::size_t at) {
        double x = 0;
        double y = 0;
        std::memcpy(&x, wkb.data() + at, sizeof x);
        std::memcpy(&y, wkb.data() + at + sizeof x, sizeof y);
        visit(x, y);
    });
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

namespace {

/// Rounded to `digits` decimals, without the zeros at the end.
void append_coordinate(std::string& out, double value, int digits) {
    std::array<char, 64> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, digits);
    std::string_view text(buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data()));
    if (text.find('.') != std::string_view::npos) {
        text = text.substr(0, text.find_last_not_of('0') + 1);
        text = text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    }
    out += text == "-0" ? std::string_view("0") : text;
}

void append_pair(std::string& out, Cursor& cursor, int digits) {
    out += '[';
    append_coordinate(out, cursor.take<double>(), digits);
    out += ',';
    append_coordinate(out, cursor.take<double>(), digits);
    out += ']';
}

void append_pairs(std::string& out, Cursor& cursor, int digits) {
    const auto count = cursor.take_count(16);
    out += '[';
    for (std::uint32_t i = 0; i < count; ++i) {
        out += i > 0 ? "," : "";
        append_pair(out, cursor, digits);
    }
    out += ']';
}

void append_rings(std::string& out, Cursor& cursor, int digits) {
    const auto count = cursor.take_count(4);
    out += '[';
    for (std::uint32_t i = 0; i < count; ++i) {
        out += i > 0 ? "," : "";
        append_pairs(out, cursor, digits);
    }
    out += ']';
}

void append_geometry(std::string& out, Cursor& cursor, int digits, int depth);

/// The coordinates of one part of a Multi… geometry.
void append_part(std::string& out, Cursor& cursor, int digits) {
    switch (cursor.take_type()) {
        case 1: append_pair(out, cursor, digits); break;
        case 2: append_pairs(out, cursor, digits); break;
        case 3: append_rings(out, cursor, digits); break;
        default: throw Error(ErrorKind::format, {"Hình học WKB lồng sai", "A WKB geometry is nested wrongly"});
    }
}

void append_geometry(std::string& out, Cursor& cursor, int digits, int depth) {
    if (depth > kDeepest) {
        throw Error(ErrorKind::format, {"Hình học WKB lồng quá sâu", "The WKB geometry is nested too deeply"});
    }
    const auto type = cursor.take_type();
    out.append("{\"type\":\"").append(kTypes[type]).append(type == 7 ? "\",\"geometries\":" : "\",\"coordinates\":");
    switch (type) {
        case 1: append_pair(out, cursor, digits); break;
        case 2: append_pairs(out, cursor, digits); break;
        case 3: append_rings(out, cursor, digits); break;
        default: {
            const auto parts = cursor.take_count(5);
            out += '[';
            for (std::uint32_t i = 0; i < parts; ++i) {
                out += i > 0 ? "," : "";
                if (type == 7) {
                    append_geometry(out, cursor, digits, depth + 1);
                } else {
                    append_part(out, cursor, digits);
                }
            }
            out += ']';
        }
    }
    out += '}';
}

template <typename T>
void append_raw(std::string& out, T value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

void append_geojson(std::string& out, std::string_view wkb, int digits) {
    Cursor cursor(wkb);
    append_geometry(out, cursor, digits, 0);
}

void wkb_transform(std::string& wkb, const std::function<void(double& x, double& y)>& change) {
    walk(wkb, [&](std::size_t at) {
        double x = 0;
        double y = 0;
        std::memcpy(&x, wkb.data() + at, sizeof x);
        std::memcpy(&y, wkb.data() + at + sizeof x, sizeof y);
        change(x, y);
        std::memcpy(wkb.data() + at, &x, sizeof x);
        std::memcpy(wkb.data() + at + sizeof x, &y, sizeof y);
    });
}

std::string wkb_point(double x, double y) {
    std::string wkb(1, '\1');
    append_raw(wkb, std::uint32_t{1});
    append_raw(wkb, x);
    append_raw(wkb, y);
    return wkb;
}

std::string wkb_to_multi(std::string wkb) {
    const auto type = Cursor(wkb).take_type();
    if (type > 3) {
        return wkb;
    }
    std::string multi(1, '\1');
    append_raw(multi, static_cast<std::uint32_t>(type + 3));
    append_raw(multi, std::uint32_t{1});
    return multi + wkb;
}

}  // namespace khomo
