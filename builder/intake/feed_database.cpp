// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <regex>

#include "builder/intake/feed.hpp"
#include "builder/intake/feed_rows.hpp"
#include "builder/intake/file_kind.hpp"
#include "builder/intake/intake_helper.hpp"
#include "builder/intake/row_frames.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPatienceSeconds = 60;

std::string option(const catalog::CatalogEntry& entry, const char* name) {
    const auto found = entry.supply.options.find(name);
    return found == entry.supply.options.end() ? "" : found->second;
}

bool is_file(const std::string& connection) {
    const auto extension = extension_of(connection);
    return connection.starts_with("sqlite:") || connection.starts_with("/") || connection.starts_with("./") || extension == "sqlite" || extension == "gpkg" || extension == "db";
}

/// The certificates that a connection names: the child may read them.
std::vector<std::string> certificates(const std::string& connection) {
    static const std::regex named("(?:sslrootcert|sslcert|sslkey|sslcrl)=([^ &']+)");
    std::vector<std::string> files;
    for (auto match = std::sregex_iterator(connection.begin(), connection.end(), named); match != std::sregex_iterator(); ++match) {
        files.push_back((*match)[1].str());
    }
    return files;
}

DatabaseRequest request_for(const catalog::CatalogEntry& entry, const FeedContext& context, const std::string& connection) {
    DatabaseRequest request;
    request.name = option(entry, "table");
    if (is_file(connection)) {
        std::filesystem::path file = connection.starts_with("sqlite:") ? connection.substr(connection.starts_with("sqlite://") ? 9 : 7) : connection;
        request.file = std::filesystem::absolute(file.is_absolute() ? file : context.portal / file);
    } else {
        request.connection = connection;
        request.readable = certificates(connection);
    }
    request.scratch = std::filesystem::absolute(context.folder / ".scratch");
    request.table = option(entry, "table");
    for (const auto& field : entry.fields) {
        request.columns.push_back(field.column);
    }
    for (const auto& key : entry.key) {
        if (const auto* field = entry.field(key)) {
            request.order.push_back(field->column);
        }
    }
    request.geometry = entry.geometry && entry.geometry->x.empty() && entry.geometry->wkt.empty();
    request.geometry_column = option(entry, "geometry");
    request.seconds = static_cast<std::uint64_t>(parse_double(option(entry, "timeout")).value_or(600));
    request.limits = context.limits;
    return request;
}

/// Takes the rows from the child into the file that is kept.
class Extraction {
public:
    Extraction(const catalog::CatalogEntry& entry, const DatabaseRequest& request, const FeedContext& context, std::filesystem::path file, catalog::Findings& findings)
        : entry_(entry), request_(request), context_(context), file_(std::move(file)), findings_(findings), deadline_(Clock::now() + std::chrono::seconds(request.seconds + 30)) {}

    bool run() {
        const auto child = start_child(request_);
        FrameReader frames(child->rows_fd());
        while (const auto type = frames.next(kPatienceSeconds + static_cast<int>(std::min<std::uint64_t>(request_.seconds, 3600)))) {
            if (*type == FrameType::end) {
                return finish();
            }
            if (!take(*type, frames) || frames.damaged()) {
                break;
            }
            if (Clock::now() > deadline_) {
                block("feed/time", {"Đọc bảng quá " + std::to_string(request_.seconds) + " giây", "Reading the table takes more than " + std::to_string(request_.seconds) + " seconds"},
                      {"Thêm chỉ mục, hoặc tăng source.timeout", "Add an index, or raise source.timeout"});
                return false;
            }
        }
        if (findings_.blocked()) {
            return false;
        }
        const bool waited = frames.timed_out();
        const auto status = child->wait();
        if (status.exit_code == kChildOutOfMemory) {
            block("form/limit-memory", {"Đọc bảng cần quá nhiều bộ nhớ", "Reading the table takes too much memory"}, {"Tăng limits.memory_mb trong portal.yaml", "Raise limits.memory_mb in portal.yaml"});
        } else if (waited) {
            block("feed/time", {"Cơ sở dữ liệu không trả lời", "The database does not answer"}, {"Kiểm tra máy chủ", "Check the server"});
        } else {
            block("feed/broken", {"Trình đọc cơ sở dữ liệu dừng đột ngột", "The reader of the database stopped"}, {"Dựng lại; nếu lặp lại, kiểm tra máy chủ", "Build again; if it comes back, check the server"});
        }
        return false;
    }

private:
    void block(std::string_view rule, Text message, Text fix) { block_feed(findings_, entry_.id, rule, std::move(message), std::move(fix)); }

    bool take(FrameType type, FrameReader& frames) {
        if (type == FrameType::finding) {
            catalog::Finding finding;
            const bool fine = frames.finding(finding);
            finding.dataset = entry_.id;
            findings_.add(std::move(finding));
            return fine;
        }
        if (type == FrameType::header) {
            catalog::RawHeader header;
            const bool fine = frames.header(header);
            writer_ = fine ? std::make_unique<FeedRowsWriter>(file_, header) : nullptr;
            return fine;
        }
        while (writer_ && frames.row(row_)) {
            writer_->row(row_);
        }
        if (writer_ && writer_->bytes() > context_.limits.file_mb << 20U) {
            block("feed/too-large", {"Bảng lớn hơn " + std::to_string(context_.limits.file_mb) + " MB", "The table is larger than " + std::to_string(context_.limits.file_mb) + " MB"},
                  {"Tăng limits.file_mb trong portal.yaml", "Raise limits.file_mb in portal.yaml"});
            return false;
        }
        return writer_ != nullptr;
    }

    bool finish() {
        if (!writer_ || findings_.blocked()) {
            return false;
        }
        writer_->finish();
        return true;
    }

    const catalog::CatalogEntry& entry_;
    const DatabaseRequest& request_;
    const FeedContext& context_;
    std::filesystem::path file_;
    catalog::Findings& findings_;
    Clock::time_point deadline_;
    std::unique_ptr<FeedRowsWriter> writer_;
    catalog::RawRow row_;
};

}  // namespace

void block_feed(catalog::Findings& findings, const std::string& dataset, std::string_view rule, Text message, Text fix) {
    catalog::Finding finding;
    finding.rule = rule;
    finding.dataset = dataset;
    finding.place.column = "source";
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    findings.add(std::move(finding));
}

FetchedFeed fetch_database(const catalog::CatalogEntry& entry, const FeedContext& context, catalog::Findings& findings) {
    const auto variable = option(entry, "connection");
    const char* connection = std::getenv(variable.c_str());
    if (connection == nullptr || *connection == '\0') {
        block_feed(findings, entry.id, "feed/variable", {"Biến môi trường " + variable + " chưa được đặt", "The environment variable " + variable + " is not set"},
                   {"Đặt chuỗi kết nối vào biến này trước khi chạy", "Put the connection into this variable before the run"});
        return {};
    }
    std::filesystem::create_directories(context.folder);
    const auto request = request_for(entry, context, connection);
    FetchedFeed fetched;
    fetched.file = context.folder / (entry.id + ".ndjson");
    Extraction extraction(entry, request, context, fetched.file, findings);
    const bool fine = extraction.run();
    std::error_code ignored;
    std::filesystem::remove_all(request.scratch, ignored);
    if (!fine) {
        std::filesystem::remove(fetched.file, ignored);
        return {};
    }
    return fetched;
}

}  // namespace khomo::builder
