// SPDX-License-Identifier: GPL-3.0-or-later
// The least that could answer the same question: cpp-httplib and one prepared statement a thread, without parsing, limits or checks.
//   rows_server <data.sqlite> <table>     prints its port; GET /rows?cho=CH001

#include <sqlite3.h>

#include <cstdio>
#include <httplib.h>
#include <string>

namespace {

struct Query {
    sqlite3* database = nullptr;
    sqlite3_stmt* select = nullptr;
    sqlite3_stmt* count = nullptr;

    Query(const std::string& file, const std::string& table) {
        const auto uri = "file:" + file + "?immutable=1";
        sqlite3_open_v2(uri.c_str(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
        sqlite3_exec(database, "PRAGMA mmap_size=2147418112", nullptr, nullptr, nullptr);
        const auto condition = " FROM " + table + " WHERE cho=?1";
        sqlite3_prepare_v2(database, ("SELECT *" + condition + " ORDER BY ngay LIMIT 100").c_str(), -1, &select, nullptr);
        sqlite3_prepare_v2(database, ("SELECT count(*)" + condition).c_str(), -1, &count, nullptr);
    }

    std::string answer(const std::string& market) const {
        sqlite3_bind_text(count, 1, market.data(), static_cast<int>(market.size()), SQLITE_STATIC);
        sqlite3_step(count);
        std::string json = "{\"total\":" + std::to_string(sqlite3_column_int64(count, 0)) + ",\"rows\":[";
        sqlite3_reset(count);
        sqlite3_bind_text(select, 1, market.data(), static_cast<int>(market.size()), SQLITE_STATIC);
        bool first = true;
        while (sqlite3_step(select) == SQLITE_ROW) {
            json += first ? "{" : ",{";
            first = false;
            for (int i = 0; i < sqlite3_column_count(select); ++i) {
                json.append(i == 0 ? "\"" : ",\"").append(sqlite3_column_name(select, i)).append("\":");
                const bool text = sqlite3_column_type(select, i) == SQLITE_TEXT;
                const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(select, i));
                json.append(text ? "\"" : "").append(value == nullptr ? "null" : value).append(text ? "\"" : "");
            }
            json += '}';
        }
        sqlite3_reset(select);
        return json + "]}";
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        return 2;
    }
    const std::string file = argv[1];
    const std::string table = argv[2];
    httplib::Server server;
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(1000000);
    server.Get("/rows", [&](const httplib::Request& request, httplib::Response& response) {
        thread_local const Query query(file, table);
        response.set_content(query.answer(request.get_param_value("cho")), "application/json");
    });
    const int port = server.bind_to_any_port("127.0.0.1");
    std::printf("http://127.0.0.1:%d\n", port);
    std::fflush(stdout);
    return server.listen_after_bind() ? 0 : 1;
}
