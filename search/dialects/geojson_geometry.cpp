// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/dialects/geojson_geometry.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>

#include "search/dialects/problem.hpp"

namespace khomo::search {
namespace {

using nlohmann::json;

constexpr std::size_t kMostPoints = 5000;

template <typename Number>
void append_raw(std::string& out, Number value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out.append(bytes, sizeof value);
}

class Writer {
public:
    explicit Writer(const std::string& parameter) : parameter_(parameter) {}

    void geometry(const json& geometry, int depth) {
        static constexpr std::array<std::string_view, 8> kTypes = {"", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection"};
        const bool object = geometry.is_object() && geometry.contains("type") && geometry.at("type").is_string();
        std::uint32_t type = 0;
        while (object && ++type < kTypes.size() && kTypes[type] != geometry.at("type").get_ref<const std::string&>()) {
        }
        const char* key = type == 7 ? "geometries" : "coordinates";
        if (type == 0 || type >= kTypes.size() || depth > 2 || !geometry.contains(key) || !geometry.at(key).is_array()) {
            fail();
        }
        const auto& inside = geometry.at(key);
        begin(type);
        switch (type) {
            case 1: point(inside); return;
            case 2: line(inside, 2, false); return;
            case 3: polygon(inside); return;
            default: break;
        }
        append_raw(out, static_cast<std::uint32_t>(inside.size()));
        for (const auto& part : inside) {
            if (type == 7) {
                this->geometry(part, depth + 1);
                continue;
            }
            begin(type - 3);
            type == 4 ? point(part) : type == 5 ? line(part, 2, false) : polygon(part);
        }
    }

    std::string out;

private:
    [[noreturn]] void fail() const { throw RequestFault(parameter_, {"Hình không đúng GeoJSON hay WKT, hoặc có hơn 5000 điểm", "The geometry is not right as GeoJSON or WKT, or has more than 5000 points"}); }

    void begin(std::uint32_t type) {
        out += '\x01';
        append_raw(out, type);
    }

    void point(const json& position) {
        if (!position.is_array() || position.size() < 2 || position.size() > 4 || !position[0].is_number() || !position[1].is_number() || ++points_ > kMostPoints) {
            fail();
        }
        for (std::size_t i = 0; i < 2; ++i) {
            const auto number = position[i].get<double>();
            if (!std::isfinite(number)) {
                fail();
            }
            append_raw(out, number);
        }
    }

    void line(const json& positions, std::size_t least, bool ring) {
        if (!positions.is_array() || positions.size() < least) {
            fail();
        }
        const bool open = ring && positions.front() != positions.back();
        append_raw(out, static_cast<std::uint32_t>(positions.size() + (open ? 1 : 0)));
        for (const auto& position : positions) {
            point(position);
        }
        if (open) {
            point(positions.front());
        }
    }

    void polygon(const json& rings) {
        if (!rings.is_array() || rings.empty()) {
            fail();
        }
        append_raw(out, static_cast<std::uint32_t>(rings.size()));
        for (const auto& ring : rings) {
            line(ring, 3, true);
        }
    }

    const std::string& parameter_;
    std::size_t points_ = 0;
};

}  // namespace

std::string wkb_of_geojson(const std::string& parameter, const json& geometry) {
    Writer writer(parameter);
    writer.geometry(geometry, 0);
    return std::move(writer.out);
}

}  // namespace khomo::search
