// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "search/server/open_release.hpp"

namespace khomo::search {

struct ServerOptions {
    std::string address = "127.0.0.1";
    int port = 8080;  ///< 0 picks a free one
    int threads = 16;
};

/// Serves a live release over HTTP with the limits of hardening.md §4. Belongs behind nginx; never bind it to a public address.
class HttpServer {
public:
    HttpServer(LiveRelease& live, const ServerOptions& options);
    ~HttpServer();

    /// The port it listens on. Throws Error(io) when it cannot be bound, also when another server has it.
    int bind();
    /// Answers until stop() is called from another thread.
    void run();
    void stop();
    /// To be called every few seconds: writes what belongs into the log by now.
    void tick();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace khomo::search
