// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/supply_reader.hpp"

#include <algorithm>

#include "catalog/base/number.hpp"

namespace khomo::catalog {
namespace {

constexpr std::string_view kRule = "catalogue/source";

bool is_variable_name(std::string_view name) {
    return !name.empty() && name.size() <= 64 && (name[0] < '0' || name[0] > '9') &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; });
}

class SupplyReader {
public:
    SupplyReader(YamlMap& map, Supply& supply) : map_(map), supply_(supply) {}

    std::string text(const char* key, bool required = false) {
        auto value = map_.string(key, required);
        if (!value.empty()) {
            supply_.options[key] = value;
        }
        return value;
    }
    std::string word(const char* key, const std::vector<std::string>& allowed, bool required = false) {
        auto value = map_.one_of(key, allowed, required);
        if (!value.empty()) {
            supply_.options[key] = value;
        }
        return value;
    }
    /// The name of an environment variable.
    void variable(const char* key, bool required) {
        const auto value = text(key, required);
        if (!value.empty() && !is_variable_name(value)) {
            supply_.options.erase(key);  // it may be the secret itself: nothing shall carry it further
            map_.fault(key, kRule, {"«" + std::string(key) + "» phải là tên một biến môi trường (chữ hoa, số, gạch dưới)", "«" + std::string(key) + "» must be the name of an environment variable (capitals, digits, underscores)"},
                       {"Đặt chuỗi kết nối hoặc mã truy cập vào biến môi trường, không ghi vào danh mục", "Put the connection or token into an environment variable, not into the catalogue"});
        }
    }
    void number(const char* key, double least, double most) {
        const auto value = text(key);
        const auto parsed = parse_double(value);
        if (!value.empty() && (!parsed || *parsed < least || *parsed > most)) {
            map_.fault(key, kRule, {"«" + std::string(key) + "» phải là số từ " + to_text(least) + " đến " + to_text(most), "«" + std::string(key) + "» must be a number from " + to_text(least) + " to " + to_text(most)});
        }
    }
    void fault(std::string_view key, Text message, Text fix = {}) { map_.fault(key, kRule, std::move(message), std::move(fix)); }

private:
    YamlMap& map_;
    Supply& supply_;
};

void read_database(SupplyReader& reader) {
    reader.variable("connection", true);
    reader.text("table", true);
    reader.text("geometry");
    reader.number("timeout", 1, 86400);
}

void read_api(SupplyReader& reader) {
    const auto endpoint = reader.text("endpoint", true);
    const bool http = endpoint.starts_with("http://");
    if (!endpoint.empty() && !endpoint.starts_with("https://") && !http) {
        reader.fault("endpoint", {"Địa chỉ phải bắt đầu bằng https:// (http:// chỉ trong mạng nội bộ)", "The address must start with https:// (http:// inside the own network only)"});
    }
    const auto authority = endpoint.substr(0, endpoint.find('/', http ? 7 : 8));
    if (authority.find('@') != std::string::npos || endpoint.find('#') != std::string::npos) {
        reader.fault("endpoint", {"Địa chỉ không được chứa tài khoản, mật khẩu hay dấu #", "The address must hold no account, password or #"}, {"Dùng token_env", "Use token_env"});
    }
    const auto format = reader.word("format", {"json", "csv", "xml"}, true);
    const auto paging = reader.word("paging", {"none", "page", "offset", "cursor", "next"});
    if (format == "xml" && !paging.empty() && paging != "none") {
        reader.fault("paging", {"Dữ liệu XML không chia trang được", "XML cannot be paged"}, {"Dùng paging: none, hoặc format: json", "Use paging: none, or format: json"});
    }
    if (format == "csv" && (paging == "cursor")) {
        reader.fault("paging", {"CSV không mang con trỏ trang", "CSV carries no cursor"}, {"Dùng page, offset, hoặc next với tiêu đề Link", "Use page, offset, or next with the header Link"});
    }
    for (const auto* key : {"records", "total", "next", "cursor", "page_param", "size_param", "offset_param", "cursor_param", "token_header", "token_prefix", "ca"}) {
        reader.text(key);
    }
    if (paging == "cursor") {
        reader.text("cursor", true);
    }
    reader.variable("token_env", false);
    reader.word("etag", {"page", "whole"});
    reader.number("page_start", 0, 1);
    reader.number("page_size", 1, 1000000);
    reader.number("timeout", 1, 86400);
    reader.number("stall", 1, 3600);
    reader.number("retries", 0, 10);
    reader.number("delay", 0, 60);
    reader.number("max_pages", 1, 1000000);
    reader.number("max_mb", 1, 1000000);
}

}  // namespace

void read_supply(YamlMap& map, Supply& supply) {
    supply.from = map.one_of("from", {"folder", "database", "api"}, true);
    if (supply.from.empty()) {
        supply.from = "folder";
    }
    SupplyReader reader(map, supply);
    if (supply.from == "database") {
        read_database(reader);
    } else if (supply.from == "api") {
        read_api(reader);
    }
    map.reject_unknown_keys();
}

}  // namespace khomo::catalog
