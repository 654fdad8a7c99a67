// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/release/published_rows.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "builder/gate/personal/entry_scan.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

using catalog::CatalogEntry;
using catalog::FieldType;
using catalog::Row;

constexpr int kFirstYear = 2026;

/// Hands the rows of a file to the rules, whatever order its columns have.
class RowSink {
public:
    RowSink(const CatalogEntry& entry, EntryScan& scan) : entry_(entry), scan_(scan) {
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            places_.emplace(entry.fields[i].name, i);
        }
        row_.values.resize(entry.fields.size());
    }
    /// Where the values of this name go; npos for a name that is no field.
    std::size_t place(std::string_view name) const {
        const auto found = places_.find(std::string(name));
        return found == places_.end() ? std::string::npos : found->second;
    }
    void put(std::size_t place, catalog::Value value) {
        if (place < row_.values.size()) {
            row_.values[place] = std::move(value);
        }
    }
    /// A value of a format without types.
    void put_text(std::size_t place, std::string text) {
        if (place >= row_.values.size()) {
            return;
        }
        const auto type = entry_.fields[place].type;
        if (type == FieldType::integer) {
            if (const auto number = parse_integer(text)) {
                return put(place, *number);
            }
        } else if (type == FieldType::number) {
            if (const auto number = parse_double(text)) {
                return put(place, *number);
            }
        }
        put(place, text.empty() ? catalog::Value() : catalog::Value(std::move(text)));
    }
    void end_row(std::uint64_t number) {
        scan_.row(row_, number);
        for (auto& value : row_.values) {
            value = std::monostate();
        }
    }

private:
    const CatalogEntry& entry_;
    EntryScan& scan_;
    std::unordered_map<std::string, std::size_t> places_;
    Row row_;
};

/// RFC 4180 as our writer writes it; the row is the line as a spreadsheet counts it, the heading being 1.
class CsvBytes {
public:
    explicit CsvBytes(RowSink& sink) : sink_(sink) {}

    void take(const char* bytes, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const char c = bytes[i];
            if (c == '"') {
                if (!quoted_ && was_quoted_) {
                    cell_ += c;  // the second of two
                }
                was_quoted_ = quoted_;
                quoted_ = !quoted_;
                continue;
            }
            was_quoted_ = false;
            if (!quoted_ && (c == ',' || c == '\n')) {
                end_cell();
                if (c == '\n') {
                    end_line();
                }
            } else if (quoted_ || c != '\r') {
                cell_ += c;
            }
        }
    }
    void finish() {
        if (!cell_.empty() || column_ > 0) {
            end_cell();
            end_line();
        }
    }

private:
    void end_cell() {
        if (row_ == 1) {
            constexpr std::string_view kBom = "\xEF\xBB\xBF";
            places_.push_back(sink_.place(column_ == 0 && cell_.starts_with(kBom) ? std::string_view(cell_).substr(kBom.size()) : std::string_view(cell_)));
        } else if (column_ < places_.size()) {
            sink_.put_text(places_[column_], std::move(cell_));
        }
        cell_.clear();
        ++column_;
    }
    void end_line() {
        if (row_ > 1) {
            sink_.end_row(row_);
        }
        ++row_;
        column_ = 0;
    }

    RowSink& sink_;
    std::vector<std::size_t> places_;
    std::string cell_;
    bool quoted_ = false;
    bool was_quoted_ = false;
    std::uint64_t row_ = 1;
    std::size_t column_ = 0;
};

/// The elements of our XML: a line for each row, an element for each field.
class XmlBytes {
public:
    explicit XmlBytes(RowSink& sink) : sink_(sink) {}

    void take(const char* bytes, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const char c = bytes[i];
            if (c == '<') {
                tag_.clear();
                in_tag_ = true;
            } else if (c == '>' && in_tag_) {
                in_tag_ = false;
                end_tag();
            } else if (in_tag_) {
                tag_ += c;
            } else {
                text_ += c;
            }
        }
    }

private:
    void end_tag() {
        if (tag_ == "/row") {
            sink_.end_row(++rows_);
        } else if (tag_.starts_with('/')) {
            sink_.put_text(sink_.place(std::string_view(tag_).substr(1)), unescaped(text_));
        }
        text_.clear();
    }
    static std::string unescaped(const std::string& text) {
        std::string plain;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto end = text[i] == '&' ? text.find(';', i) : std::string::npos;
            if (end == std::string::npos) {
                plain += text[i];
                continue;
            }
            const auto name = text.substr(i + 1, end - i - 1);
            plain += name == "lt" ? '<' : name == "gt" ? '>' : name == "amp" ? '&' : name == "quot" ? '"' : name == "apos" ? '\'' : ' ';
            i = end;
        }
        return plain;
    }

    RowSink& sink_;
    std::string tag_;
    std::string text_;
    bool in_tag_ = false;
    std::uint64_t rows_ = 0;
};

/// Rows of JSON and NDJSON are the outermost objects; those of GeoJSON the properties of features.
class JsonEvents : public nlohmann::json_sax<nlohmann::json> {
public:
    JsonEvents(RowSink& sink, bool features) : sink_(sink), features_(features), depth_of_rows_(features ? 3 : 1) {}

    bool null() override { return true; }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(static_cast<std::int64_t>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put(static_cast<std::int64_t>(value)); }
    bool number_float(number_float_t value, const string_t& /*text*/) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t& /*value*/) override { return true; }
    bool key(string_t& name) override {
        place_ = std::string::npos;
        if (features_ && depth_ == 2) {
            in_properties_ = name == "properties";
        } else if (in_row()) {
            place_ = sink_.place(name);
        }
        return true;
    }
    bool start_object(std::size_t /*count*/) override {
        ++depth_;
        return true;
    }
    bool end_object() override {
        if (in_row()) {
            sink_.end_row(++rows_);
        }
        --depth_;
        return true;
    }
    bool start_array(std::size_t /*count*/) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/, const nlohmann::json::exception& error) override {
        throw Error(ErrorKind::internal, {std::string("Tệp tải về không phải JSON: ") + error.what(), std::string("A download is no JSON: ") + error.what()});
    }

private:
    bool in_row() const { return depth_ == depth_of_rows_ && (!features_ || in_properties_); }
    bool put(catalog::Value value) {
        sink_.put(place_, std::move(value));
        place_ = std::string::npos;
        return true;
    }

    RowSink& sink_;
    bool features_;
    int depth_of_rows_;
    int depth_ = 0;
    bool in_properties_ = false;
    std::size_t place_ = std::string::npos;
    std::uint64_t rows_ = 0;
};

template <class Taker>
void feed(std::ifstream& file, Taker& taker) {
    std::vector<char> buffer(1U << 18U);
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0) {
        taker.take(buffer.data(), static_cast<std::size_t>(file.gcount()));
    }
}

}  // namespace

std::vector<catalog::Finding> scan_download(const std::filesystem::path& release, const std::string& path, const CatalogEntry& current, const catalog::VersionInfo& version) {
    const auto extension = std::filesystem::path(path).extension().string();
    const bool json = extension == ".json" || extension == ".geojson";
    if (!json && extension != ".csv" && extension != ".xml" && extension != ".ndjson") {
        return {};
    }
    std::ifstream file(release / path, std::ios::binary);
    if (!file) {
        throw io_error("đọc", "read", (release / path).string(), errno);
    }
    const auto entry = catalog::entry_at(current, version);
    EntryScan scan(entry, std::max(kFirstYear, date_vn(version.delivery.approved_at()).year), version.delivery.waivers);
    RowSink sink(entry, scan);
    if (extension == ".csv") {
        CsvBytes bytes(sink);
        feed(file, bytes);
        bytes.finish();
    } else if (extension == ".xml") {
        XmlBytes bytes(sink);
        feed(file, bytes);
    } else {
        JsonEvents events(sink, extension == ".geojson");
        if (json) {
            nlohmann::json::sax_parse(file, &events);
        } else {
            for (std::string line; std::getline(file, line);) {
                nlohmann::json::sax_parse(line, &events);
            }
        }
    }
    auto findings = scan.finish(path, "");
    for (auto& finding : findings) {
        finding.dataset = version.dataset;
        finding.delivery = version.delivery.name;
    }
    return findings;
}

}  // namespace khomo::builder
