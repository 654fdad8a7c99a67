// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/number.hpp"
#include "catalog/base/wkb.hpp"
#include "catalog/write/buffered_sink.hpp"

namespace khomo::catalog {
namespace {

constexpr int kDigits = 7;

/// JSON array, NDJSON and GeoJSON differ in what stands round one object.
enum class Shape { array, lines, features };

class JsonWriter : public RowWriter {
public:
    JsonWriter(const std::vector<Field>& fields, Shape shape, bool geometry, ByteSink sink) : shape_(shape), geometry_(geometry), out_(std::move(sink)) {
        for (const auto& field : fields) {
            std::string key = "\"";
            append_json_escaped(key, field.name);
            keys_.push_back(key + "\":");
        }
    }

    void begin() override {
        out_.text += shape_ == Shape::array ? "[\n" : shape_ == Shape::features ? "{\"type\":\"FeatureCollection\",\"features\":[\n" : "";
    }

    void row(const Row& row) override {
        auto& text = out_.text;
        if (count_++ > 0 && shape_ != Shape::lines) {
            text += ",\n";
        }
        if (shape_ == Shape::features) {
            text += "{\"type\":\"Feature\",\"id\":";
            append_text(text, static_cast<std::int64_t>(row.number > 0 ? row.number : count_));
            text += ",\"geometry\":";
            append_geometry(row);
            text += ",\"properties\":";
        }
        text += '{';
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            text += i > 0 ? "," : "";
            text += keys_[i];
            append_json(text, row.values[i]);
        }
        if (geometry_ && shape_ != Shape::features) {
            text += keys_.empty() ? "\"geometry\":" : ",\"geometry\":";
            append_geometry(row);
        }
        text += shape_ == Shape::features ? "}}" : shape_ == Shape::lines ? "}\n" : "}";
        out_.settle();
    }

    void finish() override {
        out_.text += shape_ == Shape::array ? "\n]\n" : shape_ == Shape::features ? "\n]}\n" : "";
        out_.flush();
    }

private:
    void append_geometry(const Row& row) {
        if (row.geometry.empty()) {
            out_.text += "null";
        } else {
            append_geojson(out_.text, row.geometry, kDigits);
        }
    }

    Shape shape_;
    bool geometry_;
    BufferedSink out_;
    std::vector<std::string> keys_;
    std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<RowWriter> make_json_writer(std::vector<Field> fields, bool geometry, ByteSink sink) {
    return std::make_unique<JsonWriter>(fields, Shape::array, geometry, std::move(sink));
}

std::unique_ptr<RowWriter> make_ndjson_writer(std::vector<Field> fields, bool geometry, ByteSink sink) {
    return std::make_unique<JsonWriter>(fields, Shape::lines, geometry, std::move(sink));
}

std::unique_ptr<RowWriter> make_geojson_writer(std::vector<Field> fields, ByteSink sink) {
    return std::make_unique<JsonWriter>(fields, Shape::features, true, std::move(sink));
}

}  // namespace khomo::catalog
