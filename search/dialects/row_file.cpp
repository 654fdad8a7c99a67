// SPDX-License-Identifier: GPL-3.0-or-later

#include <spdlog/spdlog.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "catalog/base/error.hpp"
#include "catalog/write/row_writer.hpp"
#include "search/dialects/problem.hpp"
#include "search/dialects/row_answers.hpp"

namespace khomo::search {
namespace {

/// A workbook is made whole in memory before its first byte leaves: larger ones are among the downloads.
constexpr std::uint64_t kMostXlsxRows = 100000;

std::vector<catalog::Field> fields_of(const TableSchema& schema, const Query& query) {
    if (query.select.empty()) {
        return schema.fields;
    }
    std::vector<catalog::Field> fields;
    for (const auto position : query.select) {
        fields.push_back(schema.fields[position]);
    }
    return fields;
}

std::unique_ptr<catalog::RowWriter> writer_for(RowFormat format, std::vector<catalog::Field> fields, bool geometry, catalog::ByteSink sink) {
    switch (format) {
        case RowFormat::csv: return catalog::make_csv_writer(std::move(fields), false, std::move(sink));
        case RowFormat::geojson: return catalog::make_geojson_writer(std::move(fields), std::move(sink));
        default: return catalog::make_ndjson_writer(std::move(fields), geometry, std::move(sink));
    }
}

/// Thrown through the writer when the client is gone.
struct ClientGone {};

void write_rows(const RowTable& table, const Query& query, RowFormat format, const StreamSink& sink) {
    auto rows = table.open(query, RowTable::Delivery::stream);
    const auto writer = writer_for(format, fields_of(table.schema(), query), query.geometry, [&](std::string_view bytes) {
        rows.pause();
        if (!sink(bytes)) {
            throw ClientGone();
        }
    });
    catalog::Row row;
    writer->begin();
    while (rows.next()) {
        rows.read(row);
        writer->row(row);
    }
    writer->finish();
}

/// A file without a name, in memory: the server writes nothing to disk.
class MemoryFile {
public:
    MemoryFile() : fd_(::memfd_create("khomo-xlsx", MFD_CLOEXEC)) {
        if (fd_ < 0) {
            throw io_error("tạo tệp tạm", "make a temporary file", "xlsx", errno);
        }
    }
    ~MemoryFile() { ::close(fd_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

    void send(const StreamSink& sink) const {
        std::array<char, 65536> buffer{};
        for (off_t at = 0;;) {
            const auto got = ::pread(fd_, buffer.data(), buffer.size(), at);
            if (got < 0) {
                throw io_error("đọc tệp tạm", "read a temporary file", "xlsx", errno);
            }
            if (got == 0) {
                return;
            }
            if (!sink({buffer.data(), static_cast<std::size_t>(got)})) {
                throw ClientGone();
            }
            at += got;
        }
    }

private:
    int fd_;
};

void write_workbook(const RowTable& table, const Query& query, const StreamSink& sink) {
    catalog::CatalogEntry entry;
    entry.id = table.dataset().id;
    entry.title = table.dataset().title;
    entry.fields = fields_of(table.schema(), query);
    const MemoryFile file;
    const auto writer = catalog::make_xlsx_writer(entry, file.path());
    auto rows = table.open(query, RowTable::Delivery::stream);
    catalog::Row row;
    writer->begin();
    while (rows.next()) {
        rows.read(row);
        writer->row(row);
    }
    writer->finish();
    rows.pause();
    file.send(sink);
}

void refuse_geometry(const Query& query, RowFormat format) {
    if (query.geometry && (format == RowFormat::csv || format == RowFormat::xlsx)) {
        throw RequestFault("_select", {"CSV và XLSX không mang hình học; dùng rows.geojson hoặc rows.ndjson", "CSV and XLSX carry no geometry; take rows.geojson or rows.ndjson"});
    }
}

}  // namespace

ApiResponse file_answer(const std::shared_ptr<const RowTable>& table, const RowRequest& asked, RowFormat format) {
    refuse_geometry(asked.query, format);
    auto query = asked.query;
    query.geometry = query.geometry || format == RowFormat::geojson || (format == RowFormat::ndjson && query.select.empty() && table->schema().spatial);
    if (format == RowFormat::xlsx) {
        const auto rows = std::min(table->count(query.filter), query.limit.value_or(kMostXlsxRows + 1));
        if (rows > kMostXlsxRows) {
            throw RequestFault("_limit", {"XLSX qua API nhiều nhất 100000 dòng; lọc thêm, dùng rows.csv, hoặc tải tệp XLSX ở trang bộ dữ liệu",
                                          "XLSX by API holds at most 100000 rows; filter, take rows.csv, or download the XLSX file from the dataset's page"});
        }
    }
    ApiResponse response;
    response.content_type = media_type(format);
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + table->dataset().id + '.' + std::string(ending_of(format)) + '"');
    response.headers.emplace_back("X-Khomo-Version", std::to_string(table->version().number));
    response.stream = [table, query = std::move(query), format](const StreamSink& sink) {
        try {
            if (format == RowFormat::xlsx) {
                write_workbook(*table, query, sink);
            } else {
                write_rows(*table, query, format, sink);
            }
            return true;
        } catch (const ClientGone&) {
        } catch (const std::exception& fault) {
            spdlog::error("a stream of rows of {} broke off: {}", table->dataset().id, fault.what());
        } catch (...) {
            spdlog::error("a stream of rows of {} broke off", table->dataset().id);
        }
        return false;  // the status is sent already: all that can be done is to break off
    };
    return response;
}

}  // namespace khomo::search
