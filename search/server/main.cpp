// SPDX-License-Identifier: GPL-3.0-or-later

#include <poll.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <thread>

#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "search/server/http_server.hpp"
#include "version.hpp"

namespace {

using namespace khomo;

/// Written to by the signal handler, read by the follower: the only thing that may happen in a handler.
int signal_pipe[2] = {-1, -1};

void on_signal(int number) {
    const char byte = number == SIGHUP ? 'h' : 'q';
    static_cast<void>(!::write(signal_pipe[1], &byte, 1));
}

search::ServerOptions parse_listen(const std::string& listen, int threads) {
    const auto colon = listen.rfind(':');
    const auto port = colon == std::string::npos ? std::nullopt : parse_integer(listen.substr(colon + 1));
    if (!port || *port < 0 || *port > 65535) {
        throw Error(ErrorKind::usage, {"--listen cần địa chỉ:cổng, ví dụ 127.0.0.1:8080", "--listen wants address:port, such as 127.0.0.1:8080"});
    }
    return {listen.substr(0, colon), static_cast<int>(*port), threads};
}

/// Waits for a new `current` or a signal; comes back when the server is to stop.
void follow(search::LiveRelease& live, search::HttpServer& server, const std::string& root) {
    const int watch = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    ::inotify_add_watch(watch, root.c_str(), IN_MOVED_TO | IN_CREATE);
    while (true) {
        pollfd waiting[2] = {{signal_pipe[0], POLLIN, 0}, {watch, POLLIN, 0}};
        ::poll(waiting, 2, 5000);  // now and then without a cause: not every file system tells
        char byte = 0;
        if ((waiting[0].revents & POLLIN) != 0 && ::read(signal_pipe[0], &byte, 1) == 1 && byte == 'q') {
            break;
        }
        char events[4096];
        while (::read(watch, events, sizeof events) > 0) {
        }
        try {
            if (live.refresh()) {
                spdlog::info("release {}", live.now()->id());
            }
        } catch (const Error& error) {
            spdlog::error("{}", error.message().en);
        }
        server.tick();
    }
    ::close(watch);
}

int run(int argc, char** argv) {
    std::string root = "public";
    std::string listen = "127.0.0.1:8080";
    int threads = 16;
    CLI::App app("khomo-server - phục vụ bản phát hành đang dùng / serves the live release (read-only)", "khomo-server");
    app.add_option("--root", root, "Thư mục --out của khomo build / the --out folder of khomo build")->capture_default_str();
    app.add_option("--listen", listen, "địa chỉ:cổng / address:port; cổng 0 = tự chọn / port 0 picks one")->capture_default_str();
    app.add_option("--threads", threads, "Số luồng / threads")->check(CLI::Range(1, 256))->capture_default_str();
    app.set_config("--config", "", "Tệp cấu hình / configuration file");
    app.set_version_flag("--version", std::string("khomo-server ") + kVersion);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    const auto options = parse_listen(listen, threads);
    search::LiveRelease live(root);
    search::HttpServer server(live, options);
    const int port = server.bind();
    if (::pipe(signal_pipe) != 0) {
        throw io_error("tạo", "create", "pipe", errno);
    }
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        std::signal(number, on_signal);
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::thread answering([&] { server.run(); });
    std::cout << "listening on http://" << options.address << ":" << port << std::endl;
    follow(live, server, root);
    server.stop();
    answering.join();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    spdlog::set_default_logger(spdlog::stderr_logger_mt("khomo"));
    try {
        return run(argc, argv);
    } catch (const Error& error) {
        std::cerr << "khomo-server: " << error.message().vi << "\n              " << error.message().en << '\n';
        return error.kind() == ErrorKind::usage ? 2 : 1;
    } catch (const std::exception& error) {
        std::cerr << "khomo-server: lỗi nội bộ / internal error: " << error.what() << '\n';
        return 1;
    }
}
