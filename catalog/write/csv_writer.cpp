// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/number.hpp"
#include "catalog/write/buffered_sink.hpp"

namespace khomo::catalog {
namespace {

class CsvWriter : public RowWriter {
public:
    CsvWriter(std::vector<Field> fields, bool bom, ByteSink sink) : fields_(std::move(fields)), bom_(bom), out_(std::move(sink)) {}

    void begin() override {
        out_.text += bom_ ? "\xEF\xBB\xBF" : "";
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            out_.text += i > 0 ? "," : "";
            out_.text += fields_[i].name;
        }
        out_.text += "\r\n";
    }

    void row(const Row& row) override {
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            if (i > 0) {
                out_.text += ',';
            }
            cell(row.values[i]);
        }
        out_.text += "\r\n";
        out_.settle();
    }

    void finish() override { out_.flush(); }

private:
    void cell(const Value& value) {
        auto& text = out_.text;
        if (const auto* string = std::get_if<std::string>(&value)) {
            if (!string->empty() && string->find_first_of(",\"\r\n") == std::string::npos && string->front() != ' ' && string->back() != ' ') {
                text += *string;
                return;
            }
            // An empty text keeps its quotes: nothing at all means no value.
            text += '"';
            for (const char c : *string) {
                text.append(c == '"' ? 2 : 1, c);
            }
            text += '"';
        } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            append_text(text, *integer);
        } else if (const auto* real = std::get_if<double>(&value)) {
            append_text(text, *real);
        } else if (const auto* flag = std::get_if<bool>(&value)) {
            text += *flag ? "true" : "false";
        }
    }

    std::vector<Field> fields_;
    bool bom_;
    BufferedSink out_;
};

}  // namespace

std::unique_ptr<RowWriter> make_csv_writer(std::vector<Field> fields, bool bom, ByteSink sink) {
    return std::make_unique<CsvWriter>(std::move(fields), bom, std::move(sink));
}

}  // namespace khomo::catalog
