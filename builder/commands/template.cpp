// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/template.hpp"

#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "builder/commands/commands.hpp"
#include "builder/commands/workshop.hpp"
#include "builder/report/summary.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "catalog/write/template_files.hpp"

namespace khomo::builder {
namespace {

catalog::FieldCodes codes_of(const catalog::Catalogue& catalogue, const catalog::CatalogEntry& entry) {
    catalog::FieldCodes codes;
    for (const auto& field : entry.fields) {
        auto list = field.codes;
        if (field.codelist == "units") {
            for (const auto& unit : catalogue.units) {
                list.push_back({unit.code, unit.name});
            }
        } else if (field.codelist == "agencies") {
            for (const auto& agency : catalogue.agencies) {
                list.push_back({agency.id, agency.name});
            }
        }
        if (!list.empty() && !field.made) {
            codes.emplace(field.name, std::move(list));
        }
    }
    return codes;
}

const catalog::CatalogEntry& find_entry(const catalog::Catalogue& catalogue, const std::string& dataset) {
    if (const auto* entry = catalogue.entry(dataset)) {
        return *entry;
    }
    std::vector<std::string> ids;
    for (const auto& entry : catalogue.entries) {
        ids.push_back(entry.id);
    }
    const auto near = nearest(dataset, ids);
    throw Error(ErrorKind::usage, {"Danh mục không có bộ dữ liệu «" + dataset + "»" + (near.empty() ? "" : "; có phải «" + near + "»?"),
                                   "The catalogue has no dataset «" + dataset + "»" + (near.empty() ? "" : "; did you mean «" + near + "»?")});
}

void refuse_what_no_table_holds(const catalog::CatalogEntry& entry) {
    if (entry.fields.empty()) {
        throw Error(ErrorKind::refused, {"Bộ dữ liệu «" + entry.id + "» chưa có hợp đồng dữ liệu (fields), không có gì để điền", "The dataset «" + entry.id + "» has no contract (fields) yet: there is nothing to fill"});
    }
    if (entry.geometry && entry.geometry->x.empty() && entry.geometry->wkt.empty()) {
        throw Error(ErrorKind::refused, {"Bộ dữ liệu «" + entry.id + "» là lớp bản đồ: giao bằng tệp bản đồ (GeoPackage, Shapefile nén, GeoJSON …), không có bảng mẫu",
                                         "The dataset «" + entry.id + "» is a map layer: deliver a map file (GeoPackage, zipped Shapefile, GeoJSON …), there is no table to fill"});
    }
}

}  // namespace

int run_template(const Options& options, const std::string& dataset, const std::filesystem::path& folder) {
    catalog::Findings findings;
    const auto catalogue = read_portal(options, findings);
    if (findings.blocked()) {
        for (const auto& finding : findings.sorted()) {
            std::cerr << describe(finding, options.lang);
        }
        return kFailed;
    }
    const auto& entry = find_entry(catalogue, dataset);
    refuse_what_no_table_holds(entry);
    const auto codes = codes_of(catalogue, entry);
    std::filesystem::create_directories(folder);
    const auto path = [&](const char* ending) { return folder / (entry.id + ending); };
    std::vector<std::filesystem::path> made = {path(".xlsx"), path(".xml"), path(".xsd")};
    catalog::write_template_xlsx(entry, codes, path(".xlsx"));
    write_file(path(".xml"), catalog::template_xml(entry));
    write_file(path(".xsd"), catalog::template_xsd(entry, codes));
    // A contract that reads an old encoding would misread the UTF-8 of our CSV.
    if (entry.table.encoding == "auto" || entry.table.encoding == "utf-8") {
        write_file(path(".csv"), catalog::template_csv(entry));
        made.insert(made.begin() + 1, path(".csv"));
    }
    if (options.json) {
        auto list = nlohmann::json::array();
        for (const auto& file : made) {
            list.push_back(file.string());
        }
        std::cout << nlohmann::json({{"dataset", entry.id}, {"files", list}}).dump(1) << '\n';
        return kDone;
    }
    for (const auto& file : made) {
        std::cout << file.string() << '\n';
    }
    return kDone;
}

}  // namespace khomo::builder
