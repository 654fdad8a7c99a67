// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/feed_page.hpp"

#include <fstream>

#include "builder/intake/json_cursor.hpp"
#include "builder/intake/json_records.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

JsonCursor::Source bytes_of(std::ifstream& file) {
    return [&file](char* to, std::size_t length) {
        file.read(to, static_cast<std::streamsize>(length));
        return static_cast<std::size_t>(file.gcount());
    };
}

class PageWalk {
public:
    PageWalk(JsonCursor& cursor, std::string records, std::string next, std::string total) : cursor_(cursor), records_(std::move(records)), next_(std::move(next)), total_(std::move(total)) {}
    PageScan scan;

    /// False on a fault. Goes as deep as the cursor allows.
    bool walk(JsonToken token, const std::string& path) {
        if (token == JsonToken::begin_array) {
            return path == records_ ? count() : cursor_.skip(token);
        }
        if (token == JsonToken::begin_object) {
            for (auto key = cursor_.next(); key != JsonToken::end_object; key = cursor_.next()) {
                const auto inner = path.empty() ? cursor_.text() : path + "." + cursor_.text();
                if (key != JsonToken::key || !walk(cursor_.next(), inner)) {
                    return false;
                }
            }
            return true;
        }
        if (token == JsonToken::fault || token == JsonToken::end) {
            return false;
        }
        if (token != JsonToken::null && !path.empty()) {
            if (path == next_ && !cursor_.text().empty() && cursor_.text() != "false") {
                scan.next = cursor_.text();
            } else if (path == total_) {
                const auto total = parse_integer(cursor_.text());
                scan.total = total && *total >= 0 ? std::optional(static_cast<std::uint64_t>(*total)) : std::nullopt;
            }
        }
        return true;
    }

private:
    bool count() {
        scan.found = true;
        for (auto token = cursor_.next(); token != JsonToken::end_array; token = cursor_.next()) {
            ++scan.records;
            if (!cursor_.skip(token)) {
                return false;
            }
        }
        return true;
    }

    JsonCursor& cursor_;
    std::string records_;
    std::string next_;
    std::string total_;
};

}  // namespace

PageScan scan_json_page(const std::filesystem::path& page, const std::string& records_path, const std::string& next_path, const std::string& total_path) {
    std::ifstream file(page, std::ios::binary);
    JsonCursor cursor(bytes_of(file));
    PageWalk walk(cursor, records_path, next_path, total_path);
    bool fine = true;
    for (auto token = cursor.next(); token != JsonToken::end; token = cursor.next()) {
        const bool record = token == JsonToken::begin_object && records_path.empty();  // NDJSON
        fine = record ? cursor.skip(token) : walk.walk(token, "");
        walk.scan.records += record ? 1 : 0;
        walk.scan.found = walk.scan.found || record;
        if (!fine) {
            break;
        }
    }
    if (!fine) {
        walk.scan.fault = cursor.fault();
    }
    return walk.scan;
}

std::string guess_records_path(const std::filesystem::path& page) {
    std::ifstream file(page, std::ios::binary);
    JsonCursor cursor(bytes_of(file));
    std::string path;
    for (const auto& name : find_json_records(cursor)) {
        path += (path.empty() ? "" : ".") + name;
    }
    return path;
}

CsvScan scan_csv_page(const std::filesystem::path& page) {
    std::ifstream file(page, std::ios::binary);
    CsvScan scan;
    std::uint64_t at = 0;
    bool quoted = false;
    bool content = false;
    bool heading = true;
    const auto end_record = [&](std::uint64_t end) {
        if (heading) {
            scan.heading_bytes = end;
            heading = false;
        } else if (content) {
            ++scan.records;
        }
        content = false;
    };
    std::string slice(1U << 17, '\0');
    while (file) {
        file.read(slice.data(), static_cast<std::streamsize>(slice.size()));
        for (std::size_t i = 0; i < static_cast<std::size_t>(file.gcount()); ++i) {
            ++at;
            const char c = slice[i];
            quoted = c == '"' ? !quoted : quoted;
            if (c == '\n' && !quoted) {
                end_record(at);
            } else {
                content = content || c != '\r';
            }
        }
    }
    if (content) {
        end_record(at);
    }
    return scan;
}

}  // namespace khomo::builder
