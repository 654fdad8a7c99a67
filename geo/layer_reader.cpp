// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/layer_reader.hpp"

#include <ogrsf_frmts.h>

#include <array>
#include <cstdio>

#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"
#include "geo/crs/transformer.hpp"
#include "geo/gdal_session.hpp"

namespace khomo::geo {
namespace {

using catalog::RawCell;

constexpr std::array kDrivers = {"ESRI Shapefile", "GPKG", "OpenFileGDB", "MapInfo File", "DXF", "DGN", "KML", "GML", "GeoJSON", "FlatGeobuf", static_cast<const char*>(nullptr)};

Error format_error(const std::string& file, const std::string& vi, const std::string& en) { return {ErrorKind::format, {file + ": " + vi, file + ": " + en}}; }

std::string crs_of(const OGRSpatialReference* srs) {
    if (srs == nullptr) {
        return "";
    }
    char* wkt = nullptr;
    // WKT2 keeps everything PROJ needs to find the code again.
    const std::array wkt2 = {"FORMAT=WKT2_2019", static_cast<const char*>(nullptr)};
    if (srs->exportToWkt(&wkt, wkt2.data()) != OGRERR_NONE) {
        CPLFree(wkt);
        return "";
    }
    std::string text = wkt;
    CPLFree(wkt);
    const auto info = identify_crs(text);
    return info && !info->code.empty() ? info->code : text;
}

class LayerReader : public catalog::RawReader {
public:
    LayerReader(GDALDatasetUniquePtr dataset, OGRLayer* layer, const LayerOptions& options) : dataset_(std::move(dataset)), layer_(layer) {
        header_.file = options.shown_as;
        header_.sheet = layer->GetName();
        auto* definition = layer->GetLayerDefn();
        header_.has_geometry = definition->GetGeomFieldCount() > 0 && layer->GetGeomType() != wkbNone;
        header_.crs = crs_of(layer->GetSpatialRef());
        for (int i = 0; i < definition->GetFieldCount(); ++i) {
            header_.columns.emplace_back(definition->GetFieldDefn(i)->GetNameRef());
        }
        layer->ResetReading();
    }

    const catalog::RawHeader& header() const override { return header_; }

    bool next(catalog::RawRow& row) override {
        const OGRFeatureUniquePtr feature(layer_->GetNextFeature());
        if (!feature) {
            if (const auto message = take_gdal_message(); message.find("rror") != std::string::npos) {
                throw format_error(header_.file, "GDAL dừng giữa chừng: " + message, "GDAL stopped half-way: " + message);
            }
            return false;
        }
        row.row = ++count_;
        row.cells.resize(header_.columns.size());
        for (std::size_t i = 0; i < header_.columns.size(); ++i) {
            fill(*feature, static_cast<int>(i), row.cells[i]);
        }
        row.geometry.clear();
        if (auto* geometry = feature->GetGeometryRef(); geometry != nullptr && geometry->IsEmpty() == FALSE) {
            fill_geometry(*geometry, row.geometry);
        }
        return true;
    }

private:
    void fill(const OGRFeature& feature, int column, RawCell& cell) {
        cell.text.clear();
        if (feature.IsFieldSetAndNotNull(column) == FALSE) {
            cell.kind = RawCell::Kind::empty;
            return;
        }
        const auto* definition = feature.GetFieldDefnRef(column);
        switch (definition->GetType()) {
            case OFTInteger:
            case OFTInteger64: {
                const auto value = feature.GetFieldAsInteger64(column);
                cell.kind = definition->GetSubType() == OFSTBoolean ? RawCell::Kind::boolean : RawCell::Kind::number;
                cell.number = static_cast<double>(value);
                append_text(cell.text, static_cast<std::int64_t>(value));
                return;
            }
            case OFTReal:
                cell.kind = RawCell::Kind::number;
                cell.number = feature.GetFieldAsDouble(column);
                append_text(cell.text, cell.number);
                return;
            case OFTDate:
            case OFTDateTime: fill_date(feature, column, definition->GetType() == OFTDateTime, cell); return;
            default:
                cell.kind = RawCell::Kind::text;
                cell.text = feature.GetFieldAsString(column);
                if (!is_valid_utf8(cell.text)) {
                    throw format_error(header_.file,
                                       "chữ ở dòng " + std::to_string(count_) + ", cột " + header_.columns[static_cast<std::size_t>(column)] + " không phải UTF-8; khai báo table.encoding",
                                       "the text in row " + std::to_string(count_) + ", column " + header_.columns[static_cast<std::size_t>(column)] + " is not UTF-8; declare table.encoding");
                }
        }
    }

    static void fill_date(const OGRFeature& feature, int column, bool with_time, RawCell& cell) {
        int year = 0;
        int month = 0;
        int day = 0;
        int hour = 0;
        int minute = 0;
        float second = 0;
        int zone = 0;
        feature.GetFieldAsDateTime(column, &year, &month, &day, &hour, &minute, &second, &zone);
        std::array<char, 40> text{};
        if (with_time) {
            std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, static_cast<int>(second));
        } else {
            std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
        }
        cell.kind = RawCell::Kind::date;
        cell.text = text.data();
        if (with_time && zone == 100) {
            cell.text += 'Z';
        }
    }

    static void fill_geometry(OGRGeometry& geometry, std::string& wkb) {
        geometry.flattenTo2D();
        OGRGeometryUniquePtr linear;
        OGRGeometry* plain = &geometry;
        if (geometry.hasCurveGeometry() != FALSE) {
            linear.reset(geometry.getLinearGeometry());
            plain = linear.get();
        }
        wkb.resize(plain->WkbSize());
        plain->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()), wkbVariantIso);
    }

    GDALDatasetUniquePtr dataset_;
    OGRLayer* layer_;
    catalog::RawHeader header_;
    std::uint64_t count_ = 0;
};

/// The layer asked for, or the only one.
OGRLayer* choose(GDALDataset& dataset, const LayerOptions& options) {
    if (!options.layer.empty()) {
        if (auto* layer = dataset.GetLayerByName(options.layer.c_str())) {
            return layer;
        }
        throw format_error(options.shown_as, "không có lớp «" + options.layer + "»", "there is no layer «" + options.layer + "»");
    }
    if (dataset.GetLayerCount() == 1) {
        return dataset.GetLayer(0);
    }
    std::string names;
    for (int i = 0; i < dataset.GetLayerCount() && i < 10; ++i) {
        names += (i > 0 ? ", " : "") + std::string(dataset.GetLayer(i)->GetName());
    }
    throw format_error(options.shown_as, "có " + std::to_string(dataset.GetLayerCount()) + " lớp (" + names + "); khai báo khóa layer",
                       "holds " + std::to_string(dataset.GetLayerCount()) + " layers (" + names + "); declare layer");
}

void refuse_dgn_v8(const std::filesystem::path& path, const LayerOptions& options) {
    if (path.extension() != ".dgn" && path.extension() != ".DGN") {
        return;
    }
    std::array<unsigned char, 4> head{};
    if (auto* file = std::fopen(path.c_str(), "rb")) {
        const auto got = std::fread(head.data(), 1, head.size(), file);
        std::fclose(file);
        if (got == 4 && head[0] == 0xD0 && head[1] == 0xCF && head[2] == 0x11 && head[3] == 0xE0) {
            throw format_error(options.shown_as, "là DGN V8, không đọc được. Lưu lại thành DGN V7, DXF hoặc Shapefile", "is DGN V8, which cannot be read. Save it as DGN V7, DXF or Shapefile");
        }
    }
}

}  // namespace

std::unique_ptr<catalog::RawReader> open_layer(const std::filesystem::path& path, const LayerOptions& options) {
    start_gdal();
    const auto name = path.string();
    if (name.starts_with("/vsi") || name.find('<') != std::string::npos || name.find(':') != std::string::npos) {
        throw format_error(options.shown_as, "tên tệp không dùng được", "the file name cannot be used");
    }
    refuse_dgn_v8(path, options);
    CPLStringList open_options;
    if (!options.encoding.empty()) {
        open_options.SetNameValue("ENCODING", options.encoding.c_str());
    }
    take_gdal_message();
    GDALDatasetUniquePtr dataset(GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, kDrivers.data(), open_options.List(), nullptr));
    if (!dataset) {
        const auto message = take_gdal_message();
        throw format_error(options.shown_as, "không phải lớp bản đồ đọc được" + (message.empty() ? "" : " (" + message + ")"),
                           "is not a map layer that can be read" + (message.empty() ? "" : " (" + message + ")"));
    }
    auto* layer = choose(*dataset, options);
    return std::make_unique<LayerReader>(std::move(dataset), layer, options);
}

}  // namespace khomo::geo
