// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "builder/gate/approval.hpp"
#include "builder/outputs/output.hpp"
#include "builder/release/staging_area.hpp"
#include "catalog/base/file.hpp"
#include "catalog/store/data_file.hpp"

namespace khomo::tests {

/// A small portal of invented datasets ("minh họa"): a table with communes and a chart (gia-ca, two versions), a layer of points (ho-chua), an
/// entry that is closed (ho-so-mat) and one that has not come yet (chua-den).
class SamplePortal {
public:
    SamplePortal() {
        auto& portal = catalogue.portal;
        portal.id = "thu";
        portal.title = {"Cổng thử", "Test portal"};
        portal.tagline = {"Dữ liệu minh họa", "Illustrative data"};
        portal.notice = {"Số liệu minh họa", "Illustrative figures"};
        portal.base_url = "https://thu.example";
        portal.publisher = "so-tai-chinh";
        portal.operator_agency = "so-tai-chinh";
        portal.contact.email = "cong@thu.example";
        portal.extent = {103, 20, 105, 22};
        catalogue.agencies = {{"so-tai-chinh", "H52.01", true, {"Sở Tài chính", "Department of Finance"}, {"STC", "DoF"}, "Sở Tài chính", {"stc@thu.example", "", {}}, "", false, {}},
                              {"so-nong-nghiep", "H52.02", false, {"Sở Nông nghiệp", "Department of Agriculture"}, {}, "Sở Nông nghiệp", {}, "", false, {}}};
        catalogue.themes = {{"nong-nghiep", {"Nông nghiệp", "Agriculture"}, {"Cây và con", "Crops and livestock"}, "nong-nghiep", "AGRI"},
                            {"tai-chinh", {"Tài chính", "Finance"}, {}, "tai-chinh-dau-tu", "ECON"}};
        catalogue.licences = {{"cc-by-4.0", {"CC BY 4.0", "CC BY 4.0"}, "https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0", {}}};
        catalogue.units = {{"03646", {"Phường Một", "Ward One"}, "phường", 103.9, 21.3, 40.5}, {"03647", {"Xã Hai", "Commune Two"}, "xã", 104.0, 21.2, 120}};
        catalogue.pages = {{"bao-loi", {"Báo lỗi", "Report an error"}, {"## Cách báo\n\nGửi thư.", "## How\n\nWrite."}, 1}};
        catalogue.context_sha256 = "context-1";
        add_prices();
        add_reservoirs();
        add_unpublished();
        sort();
    }

    /// A catalogue keeps its entries by id.
    void sort() {
        std::sort(catalogue.entries.begin(), catalogue.entries.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    }

    catalog::CatalogEntry& entry(const std::string& id) {
        for (auto& entry : catalogue.entries) {
            if (entry.id == id) {
                return entry;
            }
        }
        throw std::out_of_range(id);
    }

    /// Approves one more version of a dataset with these rows.
    void approve(const std::string& id, const std::vector<catalog::Row>& rows, const std::string& at, const catalog::DataGeometry& geometry = {}) {
        const auto& entry_of = entry(id);
        auto& list = versions[id];
        catalog::VersionInfo info;
        info.dataset = id;
        info.number = static_cast<int>(list.size()) + 1;
        info.delivery.dataset = id;
        info.delivery.period = "2026";
        info.delivery.prepared = catalog::ApprovalStep{"Người Lập (minh họa)", "Chuyên viên", entry_of.agency, parse_instant("2026-01-01T08:00:00+07:00"), "01/TT"};
        info.delivery.appraised = catalog::ApprovalStep{"Người Thẩm Định (minh họa)", "Trưởng phòng", entry_of.agency, parse_instant("2026-01-02T08:00:00+07:00"), "02/TĐ"};
        info.delivery.approved = catalog::ApprovalStep{"Người Duyệt (minh họa)", "Giám đốc", entry_of.agency, parse_instant(at), "03/QĐ"};
        info.fields = entry_of.fields;
        info.key = entry_of.key;
        info.geometry_type = geometry.type;
        info.crs = geometry.type.empty() ? "" : "EPSG:4326";
        const auto path = folder.path() / (id + "-v" + std::to_string(info.number) + (geometry.type.empty() ? ".sqlite" : ".gpkg"));
        catalog::DataFileWriter writer(path, entry_of, geometry);
        for (const auto& row : rows) {
            writer.add(row);
            if (const auto* field = entry_of.unit_field()) {
                ++info.rows_by_unit[std::get<std::string>(row.values[static_cast<std::size_t>(field - entry_of.fields.data())])];
            }
        }
        const auto summary = writer.finish();
        info.rows = summary.rows;
        info.content_sha256 = summary.content_sha256;
        info.bbox = summary.bbox;
        catalog::Findings findings;
        findings.add({"contract/pad", catalog::Severity::warn, id, "lan-1", {}, {"Đã thêm số 0", "Zeros were added"}, {}, 1});
        list.push_back(builder::Approval::approve(info, path, findings));
    }

    catalog::CatalogSnapshot snapshot() const { return builder::SnapshotMaker::make(catalogue, versions, *parse_instant("2026-11-23T08:00:00+07:00")); }

    catalog::Catalogue catalogue;
    std::map<std::string, std::vector<catalog::ApprovedVersion>> versions;
    TemporaryFolder folder;

private:
    static catalog::Field field(const std::string& name, catalog::FieldType type, const Text& title) {
        catalog::Field made;
        made.name = name;
        made.column = name;
        made.type = type;
        made.title = title;
        return made;
    }

    catalog::CatalogEntry& add(const std::string& id, const Text& title, const std::string& inventory, catalog::OpenClass open_class) {
        catalog::CatalogEntry made;
        made.id = id;
        made.title = title;
        made.summary = {"Tóm tắt " + id, "Summary of " + id};
        made.agency = made.owner = "so-nong-nghiep";
        made.theme = "nong-nghiep";
        made.inventory = inventory;
        made.open_class = open_class;
        made.frequency = catalog::Frequency::monthly;
        made.source_sha256 = "source-" + id;
        catalogue.entries.push_back(made);
        return catalogue.entries.back();
    }

    void add_prices() {
        auto& entry = add("gia-ca", {"Giá cả thị trường", "Market prices"}, "m001", catalog::OpenClass::open);
        entry.description = {"Giá **bán lẻ**.", "Retail prices."};
        entry.keywords = {{"giá cả"}, {"prices"}};
        entry.licence = "cc-by-4.0";
        entry.illustrative = true;
        entry.decision = catalog::Decision{"12/QĐ-UBND", {2026, 6, 1}, "Chủ tịch (minh họa)"};
        entry.sources = {{{"Niên giám <2025>", "Yearbook <2025>"}, "https://thu.example/nien-giam"}};
        entry.fields = {field("ky", catalog::FieldType::period, {"Kỳ", "Period"}), field("xa", catalog::FieldType::string, {"Xã, phường", "Commune"}),
                        field("mat_hang", catalog::FieldType::string, {"Mặt hàng", "Goods"}), field("gia", catalog::FieldType::number, {"Giá", "Price"})};
        entry.fields[1].codelist = "units";
        entry.fields[2].codes = {{"gao", {"Gạo", "Rice"}}, {"ngo", {"Ngô", "Maize"}}};
        entry.fields[3].unit = "đồng/kg";
        entry.fields[3].required = true;
        entry.key = {"ky", "xa", "mat_hang"};
        entry.views.table_sort = "-gia";
        entry.views.charts = {{"line", "ky", "gia", "mat_hang", {"Giá bình quân theo tháng", "Mean price by month"}}};
        approve("gia-ca", price_rows(2), "2026-03-01T08:00:00+07:00");
        approve("gia-ca", price_rows(6), "2026-07-01T08:00:00+07:00");
    }

    static std::vector<catalog::Row> price_rows(int months) {
        std::vector<catalog::Row> rows;
        for (int month = 1; month <= months; ++month) {
            for (const char* unit : {"03646", "03647"}) {
                for (const char* goods : {"gao", "ngo"}) {
                    const double price = (goods[0] == 'g' ? 15000 : 8000) + month * 250 + (unit[4] == '6' ? 0 : 1000.5);
                    rows.push_back({{"2026-0" + std::to_string(month), std::string(unit), std::string(goods), price}, ""});
                }
            }
        }
        return rows;
    }

    void add_reservoirs() {
        auto& entry = add("ho-chua", {"Hồ chứa thủy lợi", "Irrigation reservoirs"}, "y042", catalog::OpenClass::open);
        entry.licence = "cc-by-4.0";
        entry.fields = {field("ma", catalog::FieldType::string, {"Mã hồ", "Code"}), field("ten", catalog::FieldType::string, {"Tên hồ", "Name"})};
        entry.key = {"ma"};
        entry.geometry = catalog::GeometryContract{"point", "EPSG:4326", "", "", ""};
        approve("ho-chua", {{{std::string("HC01"), std::string("Suối <Hòm> & Mòng")}, point(103.91, 21.33)}}, "2026-05-01T08:00:00+07:00", {"Point", 4326, ""});
    }

    /// A point as ISO WKB, little endian.
    static std::string point(double x, double y) {
        std::string wkb("\x01\x01\x00\x00\x00", 5);
        wkb.append(reinterpret_cast<const char*>(&x), 8).append(reinterpret_cast<const char*>(&y), 8);
        return wkb;
    }

    void add_unpublished() {
        auto& closed = add("ho-so-mat", {"Hồ sơ nội bộ", "Internal files"}, "y100", catalog::OpenClass::never);
        closed.class_reason = {"Thuộc bí mật nhà nước", "State secret"};
        add("chua-den", {"Dữ liệu chưa đến", "Data that has not come"}, "d001", catalog::OpenClass::open).agency = "so-tai-chinh";
    }
};

/// Runs all units of some outputs in order of stage, as a build does, and keeps the folder.
class MadeSite {
public:
    MadeSite(const catalog::CatalogSnapshot& snapshot, const std::vector<const builder::Output*>& outputs) : area_(folder_.path() / "release", "") {
        for (const auto stage : {builder::Output::Stage::data, builder::Output::Stage::packages, builder::Output::Stage::pages}) {
            for (const auto* output : outputs) {
                if (output->stage() == stage) {
                    run(output->plan(snapshot));
                }
            }
        }
    }

    std::string read(const std::string& path) const { return read_file(area_.root() / path); }
    bool has(const std::string& path) const { return std::filesystem::exists(area_.root() / path); }
    std::filesystem::path root() const { return area_.root(); }

    std::map<std::string, std::string> fingerprints;  ///< unit → fingerprint

private:
    void run(const std::vector<builder::Unit>& units) {
        for (const auto& unit : units) {
            auto writer = area_.unit(unit.name);
            unit.make(writer);
            area_.remember(writer.finish());
            fingerprints[unit.name] = unit.fingerprint;
        }
    }

    TemporaryFolder folder_;
    builder::StagingArea area_;
};

}  // namespace khomo::tests
