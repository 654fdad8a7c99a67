// SPDX-License-Identifier: GPL-3.0-or-later

#include "geo/shapefile.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <set>

#include "catalog/base/error.hpp"
#include "geo/gdal_session.hpp"

namespace khomo::geo {
namespace {

constexpr std::size_t kLongestName = 10;
constexpr int kLongestText = 254;

OGRFieldType field_type(catalog::FieldType type) {
    switch (type) {
        case catalog::FieldType::integer: return OFTInteger64;
        case catalog::FieldType::number: return OFTReal;
        case catalog::FieldType::boolean: return OFTInteger;
        case catalog::FieldType::date: return OFTDate;
        default: return OFTString;
    }
}

std::vector<std::string> dbf_names(const std::vector<catalog::Field>& fields) {
    std::set<std::string> taken;
    std::vector<std::string> names;
    for (const auto& field : fields) {
        auto name = field.name.substr(0, kLongestName);
        for (int i = 1; !taken.insert(name).second; ++i) {
            const auto tail = "_" + std::to_string(i);
            name = field.name.substr(0, kLongestName - tail.size()) + tail;
        }
        names.push_back(name);
    }
    return names;
}

void check(bool fine, const std::string& what) {
    if (!fine) {
        const auto message = take_gdal_message();
        throw Error(ErrorKind::io, {"GDAL không ghi được " + what + ": " + message, "GDAL could not write " + what + ": " + message});
    }
}

void set_field(OGRFeature& feature, int column, const catalog::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        feature.SetField(column, text->c_str());
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        feature.SetField(column, static_cast<GIntBig>(*integer));
    } else if (const auto* real = std::get_if<double>(&value)) {
        feature.SetField(column, *real);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        feature.SetField(column, *flag ? 1 : 0);
    } else {
        feature.SetFieldNull(column);
    }
}

OGRwkbGeometryType geometry_of(const std::string& type) {
    if (type == "Point") {
        return wkbPoint;
    }
    return type == "MultiLineString" ? wkbMultiLineString : wkbMultiPolygon;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> write_shapefile(const std::filesystem::path& folder, const std::string& name, const catalog::CatalogEntry& entry,
                                                                 const std::string& geometry_type, int epsg, catalog::RowReader& rows) {
    start_gdal();
    take_gdal_message();
    auto* driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
    const auto path = (folder / (name + ".shp")).string();
    GDALDatasetUniquePtr dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    check(dataset != nullptr, path);
    OGRSpatialReference srs;
    check(srs.importFromEPSG(epsg) == OGRERR_NONE, path);
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    CPLStringList options;
    options.SetNameValue("ENCODING", "UTF-8");
    options.SetNameValue("DBF_DATE_LAST_UPDATE", "1970-01-01");
    auto* layer = dataset->CreateLayer(name.c_str(), &srs, geometry_of(geometry_type), options.List());
    check(layer != nullptr, path);
    const auto names = dbf_names(entry.fields);
    for (std::size_t i = 0; i < names.size(); ++i) {
        OGRFieldDefn definition(names[i].c_str(), field_type(entry.fields[i].type));
        if (definition.GetType() == OFTString) {
            definition.SetWidth(kLongestText);
        }
        check(layer->CreateField(&definition) == OGRERR_NONE, path);
    }
    catalog::Row row;
    while (rows.next(row)) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            set_field(*feature, static_cast<int>(i), row.values[i]);
        }
        if (!row.geometry.empty()) {
            OGRGeometry* geometry = nullptr;
            check(OGRGeometryFactory::createFromWkb(row.geometry.data(), nullptr, &geometry, row.geometry.size(), wkbVariantIso) == OGRERR_NONE, path);
            feature->SetGeometryDirectly(geometry);
        }
        check(layer->CreateFeature(feature.get()) == OGRERR_NONE, path);
    }
    take_gdal_message();
    dataset.reset();  // closing writes the rest; what goes wrong there is only in the messages
    const auto message = take_gdal_message();
    check(message.find("rror") == std::string::npos, path + " (" + message + ")");
    std::vector<std::pair<std::string, std::string>> renamed;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] != entry.fields[i].name) {
            renamed.emplace_back(entry.fields[i].name, names[i]);
        }
    }
    return renamed;
}

}  // namespace khomo::geo
