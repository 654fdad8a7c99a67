// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/geometry_check.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>

#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/wkb.hpp"
#include "geo/crs/transformer.hpp"
#include "geo/shape/validity.hpp"

namespace khomo::geo {
namespace {

using catalog::Severity;
using Box = std::array<double, 4>;

std::optional<double> number_of(const catalog::Value& value) {
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*integer);
    }
    return std::nullopt;
}

/// ISO WKB of a WKT text, or empty when it is none.
std::string wkb_of(const std::string& wkt) {
    OGRGeometry* parsed = nullptr;
    const char* text = wkt.c_str();
    if (OGRGeometryFactory::createFromWkt(&text, nullptr, &parsed) != OGRERR_NONE) {
        return "";
    }
    const OGRGeometryUniquePtr geometry(parsed);
    geometry->flattenTo2D();
    std::string wkb(geometry->WkbSize(), '\0');
    geometry->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()), wkbVariantIso);
    return wkb;
}

bool inside(const Box& extent, double x, double y) { return x >= extent[0] && x <= extent[2] && y >= extent[1] && y <= extent[3]; }

}  // namespace

struct GeometryCheck::State {
    const catalog::CatalogEntry& entry;
    Box extent;
    std::string file;
    catalog::Findings& findings;
    std::string crs = {};
    bool fine = true;
    std::optional<Transformer> to_wgs84 = {};
    std::optional<Box> bbox = {};
    std::uint64_t empty = 0;
    int x = -1;
    int y = -1;
    int wkt = -1;

    void add(std::string_view rule, Severity severity, std::uint64_t row, Text message, Text fix) const {
        catalog::Finding finding;
        finding.rule = rule;
        finding.severity = severity;
        finding.place.file = file;
        finding.place.row = row;
        finding.message = std::move(message);
        finding.fix = std::move(fix);
        findings.add(std::move(finding));
    }

    int column(const std::string& name) const {
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            if (entry.fields[i].name == name) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }

    void settle_crs(const std::string& file_crs);
    void make_geometry(catalog::Row& row, std::uint64_t number) const;
    void check_place(const catalog::Row& row, std::uint64_t number);
    std::string likely_cause_vi(double x, double y, std::string& en) const;
};

void GeometryCheck::State::settle_crs(const std::string& file_crs) {
    const auto& declared = entry.geometry->crs;
    const auto in_file = file_crs.empty() ? std::nullopt : identify_crs(file_crs);
    crs = declared;
    if (declared == "from-file") {
        if (!in_file || in_file->code.empty()) {
            fine = false;
            add("geometry/crs-missing", Severity::block, 0, {"Tệp không nói rõ hệ tọa độ (mã EPSG)", "The file does not say its coordinate system (EPSG code)"},
                {"Kèm tệp .prj đúng, hoặc khai báo geometry.crs; ở Sơn La thường là EPSG:9206 (VN-2000, kinh tuyến trục 104°00')",
                 "Add a proper .prj, or declare geometry.crs; in Sơn La it is usually EPSG:9206 (VN-2000, central meridian 104°00')"});
            return;
        }
        crs = in_file->code;
    } else if (in_file && in_file->code != declared) {
        const auto shown = in_file->code.empty() ? in_file->name : in_file->code;
        fine = false;
        add("geometry/crs-mismatch", Severity::block, 0, {"Tệp ghi hệ tọa độ " + shown + ", danh mục khai báo " + declared, "The file says " + shown + ", the catalogue declares " + declared},
            {"Chuyển tệp sang " + declared + ", hoặc sửa geometry.crs nếu danh mục sai", "Convert the file to " + declared + ", or mend geometry.crs if the catalogue is wrong"});
        return;
    }
    try {
        to_wgs84.emplace(crs, "EPSG:4326");
    } catch (const Error& error) {
        fine = false;
        add("geometry/crs-unusable", Severity::block, 0, error.message(), {"Khai báo một mã EPSG mà PROJ chuyển được sang WGS 84", "Declare an EPSG code that PROJ can take to WGS 84"});
    }
}

void GeometryCheck::State::make_geometry(catalog::Row& row, std::uint64_t number) const {
    if (wkt >= 0) {
        if (const auto* text = std::get_if<std::string>(&row.values[static_cast<std::size_t>(wkt)])) {
            row.geometry = wkb_of(*text);
            if (row.geometry.empty()) {
                add("geometry/wkt", Severity::block, number, {"Ô WKT không đọc được", "The WKT cell cannot be read"}, {"Viết theo dạng POINT(103.9 21.3)", "Write it like POINT(103.9 21.3)"});
            } else if (entry.geometry->type != "point") {
                row.geometry = wkb_to_multi(std::move(row.geometry));
            }
        }
        return;
    }
    const auto east = number_of(row.values[static_cast<std::size_t>(x)]);
    const auto north = number_of(row.values[static_cast<std::size_t>(y)]);
    row.geometry = east && north ? wkb_point(*east, *north) : "";
}

std::string GeometryCheck::State::likely_cause_vi(double x_found, double y_found, std::string& en) const {
    double swapped_x = y_found;
    double swapped_y = x_found;
    if (to_wgs84->transform(swapped_x, swapped_y) && inside(extent, swapped_x, swapped_y)) {
        en = "the axes are swapped: in Vietnam X is the northing, Y the easting";
        return "hai trục bị đổi chỗ: ở Việt Nam X là tọa độ bắc, Y là tọa độ đông";
    }
    for (const char* other : {"EPSG:9206", "EPSG:3405", "EPSG:9205", "EPSG:9208", "EPSG:5897", "EPSG:4326", "EPSG:32648"}) {
        double ox = x_found;
        double oy = y_found;
        if (crs != other && Transformer(other, "EPSG:4326").transform(ox, oy) && inside(extent, ox, oy)) {
            en = std::string("the coordinates fit ") + other;
            return std::string("tọa độ hợp với ") + other;
        }
    }
    en = "the coordinates fit no system used in the province";
    return "tọa độ không hợp với hệ nào dùng trong tỉnh";
}

void GeometryCheck::State::check_place(const catalog::Row& row, std::uint64_t number) {
    const auto box = wkb_bounds(row.geometry);
    if (!box) {
        return;
    }
    // The corners of the box are enough: within a province straight edges stay straight to far below the margin of the extent.
    for (const auto& [cx, cy] : {std::pair{(*box)[0], (*box)[1]}, std::pair{(*box)[2], (*box)[1]}, std::pair{(*box)[0], (*box)[3]}, std::pair{(*box)[2], (*box)[3]}}) {
        double lon = cx;
        double lat = cy;
        if (!to_wgs84->transform(lon, lat) || !inside(extent, lon, lat)) {
            std::string en;
            const auto vi = likely_cause_vi(cx, cy, en);
            add("geometry/outside", Severity::block, number, {"Đối tượng nằm ngoài phạm vi tỉnh; có lẽ " + vi, "The feature lies outside the province; probably " + en},
                {"Kiểm tra hệ tọa độ và thứ tự trục rồi giao lại", "Check the coordinate system and the axis order, and deliver again"});
            return;
        }
        if (!bbox) {
            bbox = Box{lon, lat, lon, lat};
        }
        *bbox = {std::min((*bbox)[0], lon), std::min((*bbox)[1], lat), std::max((*bbox)[2], lon), std::max((*bbox)[3], lat)};
    }
}

GeometryCheck::GeometryCheck(const catalog::CatalogEntry& entry, const std::string& file_crs, const Box& extent, const std::string& file, catalog::Findings& findings)
    : state_(new State{entry, extent, file, findings}) {
    auto& s = *state_;
    s.x = s.column(entry.geometry->x);
    s.y = s.column(entry.geometry->y);
    s.wkt = s.column(entry.geometry->wkt);
    s.settle_crs(file_crs);
}

GeometryCheck::~GeometryCheck() = default;

bool GeometryCheck::ok() const { return state_->fine; }
const std::string& GeometryCheck::crs() const { return state_->crs; }
std::optional<Box> GeometryCheck::bbox() const { return state_->bbox; }

std::string GeometryCheck::type_name() const {
    const auto& type = state_->entry.geometry->type;
    return type == "point" ? "Point" : type == "line" ? "MultiLineString" : "MultiPolygon";
}

void GeometryCheck::row(catalog::Row& row, std::uint64_t number) {
    auto& s = *state_;
    if (s.wkt >= 0 || (s.x >= 0 && s.y >= 0)) {
        s.make_geometry(row, number);
    }
    if (row.geometry.empty()) {
        ++s.empty;
        return;
    }
    const auto found = wkb_type_name(row.geometry);
    if (found != type_name()) {
        s.add("geometry/type", Severity::block, number, {"Đối tượng là " + found + ", hợp đồng cần " + type_name(), "The feature is a " + found + ", the contract asks for " + type_name()},
              {"Tách lớp theo loại hình học, hoặc sửa geometry.type", "Split the layer by geometry type, or mend geometry.type"});
        return;
    }
    s.check_place(row, number);
    if (s.entry.geometry->type == "polygon") {
        if (const auto fault = find_invalidity(row.geometry)) {
            s.add("geometry/invalid", Severity::warn, number,
                  {"Vùng không hợp lệ (" + fault->reason + ") gần " + to_text(std::round(fault->x)) + ", " + to_text(std::round(fault->y)), "Invalid polygon (" + fault->reason + ") near " + to_text(std::round(fault->x)) + ", " + to_text(std::round(fault->y))},
                  {"Sửa lỗi tự cắt trong phần mềm bản đồ", "Mend the self-intersection in the map software"});
        }
    }
}

void GeometryCheck::finish() {
    auto& s = *state_;
    if (s.empty > 0) {
        s.add("geometry/empty", Severity::warn, 0, {std::to_string(s.empty) + " dòng không có hình học", std::to_string(s.empty) + " rows have no geometry"},
              {"Bổ sung tọa độ, hoặc để nguyên nếu đúng là chưa có", "Add the coordinates, or leave it if there are none yet"});
    }
}

}  // namespace khomo::geo
