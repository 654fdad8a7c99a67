// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "catalog/base/file.hpp"
#include "catalog/base/wkb.hpp"
#include "catalog/store/data_file.hpp"

namespace khomo::tests {

/// A release folder with real data files, written by the code that writes them in a build; all figures invented.
class SampleRelease {
public:
    explicit SampleRelease(std::size_t rows = 500, unsigned seed = 7) : random_(seed) {
        add_table("cho-phien", rows, false);
        add_table("tram-quan-trac", rows, true);
        write_catalogue();
    }

    const std::filesystem::path& root() const { return folder_.path(); }
    std::filesystem::path data() const { return root() / "data"; }
    /// Rows as they were written, in canonical order.
    const std::vector<catalog::Row>& rows(const std::string& dataset) const { return dataset == "cho-phien" ? plain_ : spatial_; }

    static catalog::CatalogEntry entry(const std::string& id) {
        using catalog::Field;
        using catalog::FieldType;
        catalog::CatalogEntry entry;
        entry.id = id;
        entry.title = {"Số liệu minh họa «" + id + "»", "Illustrative " + id};
        entry.licence = "cc-by-4.0";
        entry.key = {"ma"};
        const auto add = [&](const char* name, FieldType type, const char* title, const char* unit = "") {
            Field field;
            field.name = name;
            field.column = name;
            field.type = type;
            field.title = {title, std::string(title) + " (en)"};
            field.unit = unit;
            entry.fields.push_back(field);
            return &entry.fields.back();
        };
        add("ma", FieldType::string, "Mã")->required = true;
        add("ten", FieldType::string, "Tên");
        add("xa", FieldType::string, "Xã")->codelist = "units";
        add("so_luong", FieldType::integer, "Số lượng", "cái");
        add("gia", FieldType::number, "Giá", "nghìn đồng");
        add("con_hoat_dong", FieldType::boolean, "Còn hoạt động");
        add("ngay", FieldType::date, "Ngày");
        add("luc", FieldType::datetime, "Lúc");
        add("ky", FieldType::period, "Kỳ");
        return entry;
    }

private:
    void add_table(const std::string& id, std::size_t count, bool spatial) {
        const auto description = entry(id);
        const auto folder = data() / id;
        std::filesystem::create_directories(folder);
        const std::string file = spatial ? "v1.gpkg" : "v1.sqlite";
        catalog::DataFileWriter writer(folder / file, description, spatial ? catalog::DataGeometry{"Point", 4326, "GEOGCS[]"} : catalog::DataGeometry{});
        auto& kept = spatial ? spatial_ : plain_;
        for (std::size_t i = 0; i < count; ++i) {
            kept.push_back(make_row(i, spatial));
            writer.add(kept.back());
        }
        const auto summary = writer.finish();
        write_document(description, file, summary, spatial);
    }

    std::size_t pick(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }

    catalog::Row make_row(std::size_t number, bool spatial) {
        static const std::vector<std::string> kNames = {"Hồ chứa Suối Sập", "Chợ Đồng Đúa", "chợ ĐỒNG dua", "Trạm bơm số 1", "O'Brien, \"quán\"", "Nhà máy nước", "=1+1", "Suối ngầm (cũ)", "50% _x_", ""};
        static const std::vector<std::string> kUnits = {"03646", "03650", "03979", "04105"};
        static const std::vector<std::string> kPeriods = {"2024", "2025-Q3", "2026-05"};
        const auto null = [&] { return pick(6) == 0; };
        const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        catalog::Row row;
        row.values = {"M" + std::string(5 - std::to_string(number).size(), '0') + std::to_string(number), std::monostate(), std::monostate(), std::monostate(), std::monostate(), std::monostate(),
                      std::monostate(), std::monostate(), std::monostate()};
        if (!null()) row.values[1] = kNames[pick(kNames.size())];
        if (!null()) row.values[2] = kUnits[pick(kUnits.size())];
        if (!null()) row.values[3] = static_cast<std::int64_t>(pick(40)) - 5;
        if (!null()) row.values[4] = static_cast<double>(pick(2000)) / 8.0 - 20;
        if (!null()) row.values[5] = pick(2) == 0;
        if (!null()) row.values[6] = "2026-" + two(pick(12) + 1) + "-" + two(pick(28) + 1);
        if (!null()) row.values[7] = "2026-05-" + two(pick(28) + 1) + "T08:00:00Z";
        if (!null()) row.values[8] = kPeriods[pick(kPeriods.size())];
        if (spatial && pick(20) != 0) {
            row.geometry = wkb_point(103.0 + static_cast<double>(pick(20000)) / 10000.0, 20.5 + static_cast<double>(pick(15000)) / 10000.0);
        }
        return row;
    }

    void write_document(const catalog::CatalogEntry& description, const std::string& file, const catalog::DataSummary& summary, bool spatial) {
        using nlohmann::json;
        const auto both = [](const Text& text) { return json{{"vi", text.vi}, {"en", text.in(Lang::en)}}; };
        json fields = json::array();
        for (const auto& field : description.fields) {
            fields.push_back({{"name", field.name}, {"type", to_string(field.type)}, {"title", both(field.title)}, {"unit", field.unit}, {"required", field.required}});
        }
        const json document = {
            {"id", description.id}, {"title", both(description.title)}, {"class", "open"}, {"inventory", spatial ? "y002" : "y001"}, {"frequency", "yearly"}, {"illustrative", true},
            {"agency", {{"id", "so-cong-thuong"}, {"name", {{"vi", "Sở Công Thương"}, {"en", "Industry and Trade"}}}}}, {"theme", {{"id", "kinh-te"}, {"title", {{"vi", "Kinh tế"}, {"en", "Economy"}}}}},
            {"licence", {{"id", "cc-by-4.0"}, {"title", {{"vi", "CC BY 4.0"}, {"en", "CC BY 4.0"}}}, {"url", "https://creativecommons.org/licenses/by/4.0/"}}},
            {"key", description.key}, {"fields", fields}, {"geometry", spatial ? json{{"type", "Point"}, {"crs", "EPSG:9206"}} : json(nullptr)}, {"version", 1}, {"updated", "2026-10-01T08:00:00+07:00"},
            {"versions", json::array({{{"number", 1}, {"approved_at", "2026-10-01T08:00:00+07:00"}, {"period", "2026"}, {"rows", summary.rows}, {"file", file}, {"table", description.table_name()},
                                       {"bbox", summary.bbox ? json(*summary.bbox) : json(nullptr)}, {"content_sha256", summary.content_sha256}}})},
            {"distributions", json::array({{{"format", "xlsx"}, {"path", "/files/" + description.id + "/v1/" + description.id + ".xlsx"}, {"bytes", 1}, {"sha256", ""}, {"media_type", ""}}})}};
        write_file(data() / description.id / "dataset.json", document.dump());
        std::filesystem::create_directories(root() / "site/api/v1/datasets");
        write_file(root() / "site/api/v1/datasets" / (description.id + ".json"), document.dump(1) + "\n");
    }

    /// An inventory row that is not open has a document but no data.
    void write_catalogue() {
        const nlohmann::json closed = {{"id", "ho-so-mat"}, {"title", {{"vi", "Hồ sơ hạn chế"}, {"en", "Restricted"}}}, {"class", "restricted"}, {"inventory", "c003"}, {"frequency", "yearly"},
                                       {"agency", {{"id", "so-tai-chinh"}, {"name", {{"vi", "Sở Tài chính"}, {"en", "Finance"}}}}}, {"theme", {{"id", "kinh-te"}, {"title", {{"vi", "Kinh tế"}, {"en", "Economy"}}}}},
                                       {"licence", nullptr}, {"fields", nlohmann::json::array()}, {"geometry", nullptr}, {"version", nullptr}, {"updated", nullptr}, {"versions", nlohmann::json::array()},
                                       {"distributions", nlohmann::json::array()}};
        write_file(root() / "site/api/v1/datasets/ho-so-mat.json", closed.dump(1) + "\n");
    }

    TemporaryFolder folder_;
    std::mt19937 random_;
    std::vector<catalog::Row> plain_;
    std::vector<catalog::Row> spatial_;
};

}  // namespace khomo::tests
