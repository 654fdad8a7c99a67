// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/version_files.hpp"

#include <algorithm>

#include "builder/outputs/data_package.hpp"
#include "builder/outputs/distribution.hpp"
#include "builder/outputs/zip_writer.hpp"
#include "catalog/base/file.hpp"
#include "catalog/store/data_file.hpp"
#include "catalog/write/row_writer.hpp"
#include "geo/crs/transformer.hpp"
#include "geo/reproject.hpp"
#include "geo/shapefile.hpp"

namespace khomo::builder {
namespace {

using catalog::ApprovedVersion;
using catalog::CatalogEntry;

/// Makes the files of one version.
class VersionMaker {
public:
    VersionMaker(const CatalogEntry& entry, const ApprovedVersion& version, UnitWriter& writer)
        : entry_(catalog::entry_at(entry, version.info())), version_(version), info_(version.info()), source_(version.data_path()), writer_(writer), spatial_(!info_.geometry_type.empty()) {}

    void make() {
        make_data();
        for (const auto& distribution : distributions(info_)) {
            const auto path = version_file(info_, distribution);
            if (distribution.attachment) {
                std::filesystem::copy_file(attachment_path(version_, distribution), writer_.reserve(path));
            } else if (distribution.format == "gpkg" || distribution.format == "sqlite") {
                writer_.adopt(path, data_);
            } else if (distribution.format == "xsd") {
                writer_.write(path, catalog::xml_schema(entry_));
            } else if (distribution.format == "shp") {
                make_shapefile(writer_.reserve(path));
            } else if (distribution.format != "zip") {
                make_rows(distribution.format, writer_.reserve(path));
            }
        }
    }

private:
    /// The query store: for a layer the canonical rows in WGS 84, for a table the canonical file itself.
    void make_data() {
        data_ = writer_.reserve(data_path(info_));
        if (!spatial_) {
            std::filesystem::copy_file(source_, data_);
            return;
        }
        const auto canonical = catalog::read_data_file(source_, entry_);
        const auto rows = geo::reproject(*canonical, info_.crs, "EPSG:4326");
        catalog::DataFileWriter out(data_, entry_, {info_.geometry_type, 4326, geo::crs_wkt1(4326)});
        catalog::Row row;
        while (rows->next(row)) {
            out.add(row);
        }
        out.finish();
    }

    void copy_rows(catalog::RowWriter& out) const {
        const auto rows = catalog::read_data_file(data_, entry_);
        catalog::Row row;
        out.begin();
        while (rows->next(row)) {
            out.row(row);
        }
        out.finish();
    }

    void make_rows(const std::string& format, const std::filesystem::path& path) {
        if (format == "xlsx") {
            copy_rows(*catalog::make_xlsx_writer(entry_, path));
            return;
        }
        catalog::FileSink file(path);
        std::unique_ptr<catalog::RowWriter> out;
        if (format == "csv") {
            out = catalog::make_csv_writer(entry_.fields, true, file.sink());
        } else if (format == "json") {
            out = catalog::make_json_writer(entry_.fields, spatial_, file.sink());
        } else if (format == "ndjson") {
            out = catalog::make_ndjson_writer(entry_.fields, spatial_, file.sink());
        } else if (format == "geojson") {
            out = catalog::make_geojson_writer(entry_.fields, file.sink());
        } else {
            out = catalog::make_xml_writer(entry_.id, entry_.fields, file.sink());
        }
        copy_rows(*out);
        file.close();
    }

    void make_shapefile(const std::filesystem::path& path) {
        const auto folder = writer_.scratch();
        const auto rows = catalog::read_data_file(data_, entry_);
        const auto renamed = geo::write_shapefile(folder, entry_.id, entry_, info_.geometry_type, 4326, *rows);
        ZipWriter zip(path);
        for (const char* extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
            zip.add_file(entry_.id + extension, folder / (entry_.id + extension));
        }
        if (!renamed.empty()) {
            std::string list = "field,dbf_name\r\n";
            for (const auto& [field, name] : renamed) {
                list += field + ',' + name + "\r\n";
            }
            zip.add("field-names.csv", list);
        }
        zip.finish();
    }

    CatalogEntry entry_;
    const ApprovedVersion& version_;
    const catalog::VersionInfo& info_;
    std::filesystem::path source_;
    UnitWriter& writer_;
    bool spatial_;
    std::filesystem::path data_;
};

void write_package(const catalog::Catalogue& catalogue, const CatalogEntry& current, const catalog::VersionInfo& info, UnitWriter& writer) {
    const auto entry = catalog::entry_at(current, info);
    for (const auto& distribution : distributions(info)) {
        if (distribution.format != "zip" || distribution.attachment) {
            continue;
        }
        const auto name = entry.id + ".csv";
        const auto csv = "site/files/" + entry.id + "/v" + std::to_string(info.number) + "/" + name;
        const auto* made = writer.made(csv);
        ZipWriter zip(writer.reserve(version_file(info, distribution)));
        zip.add_file(name, writer.in_release(csv));
        zip.add("dictionary.csv", dictionary_csv(entry));
        zip.add("datapackage.json", data_package(catalogue, entry, info, name, made->bytes, made->sha256));
        zip.add("README.txt", readme_text(catalogue, entry, info));
        zip.add("LICENSE.txt", licence_text(catalogue, entry, info));
        for (const auto& other : distributions(info)) {
            if (other.attachment) {
                zip.add_file(other.file, writer.in_release(version_file(info, other)));
            }
        }
        zip.finish();
    }
}

std::string unit_of(std::string_view kind, const catalog::VersionInfo& version) { return std::string(kind) + "/" + version.dataset + "/v" + std::to_string(version.number); }

}  // namespace

std::vector<Unit> VersionPackages::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<Unit> units;
    const auto& catalogue = snapshot.catalogue();
    for (const auto& entry : catalogue.entries) {
        for (const auto& version : snapshot.versions(entry.id)) {
            const auto& info = version.info();
            units.push_back({unit_of("packages", info), version_fingerprint(catalogue, entry, info), [&catalogue, &entry, &info](UnitWriter& writer) { write_package(catalogue, entry, info, writer); }});
        }
    }
    return units;
}

std::vector<Unit> VersionFiles::plan(const catalog::CatalogSnapshot& snapshot) const {
    std::vector<std::pair<std::uint64_t, Unit>> sized;
    for (const auto& entry : snapshot.catalogue().entries) {
        for (const auto& version : snapshot.versions(entry.id)) {
            Unit unit{unit_of("versions", version.info()), rows_fingerprint(entry, version.info()), [&entry, &version](UnitWriter& writer) { VersionMaker(entry, version, writer).make(); }};
            sized.emplace_back(version.info().rows, std::move(unit));
        }
    }
    // The largest first, so that the last thread does not start the longest job alone.
    std::stable_sort(sized.begin(), sized.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Unit> units;
    for (auto& [rows, unit] : sized) {
        units.push_back(std::move(unit));
    }
    return units;
}

}  // namespace khomo::builder
