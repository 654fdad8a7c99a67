// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/intake_helper.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>
#include <nlohmann/json.hpp>
#include <string>

#include "builder/intake/delivery_reader.hpp"
#include "builder/intake/row_frames.hpp"
#include "builder/intake/sandbox.hpp"
#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

constexpr std::size_t kLongestRequest = 1U << 16;

// ---- The reading child: one file, in the sandbox ----

void send_rows(catalog::RawReader& reader, FrameWriter& frames, FormNotes& notes) {
    frames.header(reader.header());
    catalog::RawRow row;
    while (reader.next(row)) {
        if (!frames.row(row)) {
            notes.block("form/row-too-long", row.row, "", {"Hàng dài hơn 32 MB hoặc có quá nhiều ô", "The row is longer than 32 MB or has too many cells"},
                        {"Kiểm tra dấu nháy và dấu phân cách của tệp", "Check quotes and delimiters of the file"});
            break;
        }
    }
}

int read_and_send(const DatabaseRequest& request, FrameWriter& frames, FormNotes& notes) {
    read_database(request, notes, [&](catalog::RawReader& reader) { send_rows(reader, frames, notes); });
    notes.finish();
    frames.end();
    return 0;
}

int read_and_send(const ReadRequest& request, FrameWriter& frames, FormNotes& notes) {
    std::filesystem::create_directories(request.scratch);
    auto readable = request.siblings;
    readable.push_back(request.copy);
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(request.copy, ignored);
    enter_sandbox({request.limits.memory_mb, cpu_limit_seconds(request.limits, ignored ? 0 : bytes), request.limits.file_mb}, readable, request.scratch);
    const auto reader = open_source(request, notes);
    if (reader) {
        send_rows(*reader, frames, notes);
    }
    notes.finish();
    frames.end();
    return 0;
}

template <class Request>
int run_child(const Request& request, int rows_fd) {
    FrameWriter frames(rows_fd);
    FormNotes notes(request.name, [&](const catalog::Finding& finding) { frames.finding(finding); });
    try {
        return read_and_send(request, frames, notes);
    } catch (const std::bad_alloc&) {
        return kChildOutOfMemory;
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::io) {
            return kChildFailed;
        }
        notes.block("form/reader-failed", 0, "", error.message(),
                    {"Kiểm tra tệp bằng phần mềm đã tạo ra nó rồi xuất lại", "Open the file in the program that made it and export it again"});
    } catch (const std::exception& error) {
        const std::string what = error.what();
        notes.block("form/reader-failed", 0, "", {"Không đọc được tệp: " + what, "The file could not be read: " + what},
                    {"Kiểm tra tệp bằng phần mềm đã tạo ra nó rồi xuất lại", "Open the file in the program that made it and export it again"});
    }
    notes.finish();
    frames.end();
    return 0;
}

[[noreturn]] void child_main(const std::string& request_json, int rows_fd) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    int code = kChildFailed;
    try {
        const auto json = nlohmann::json::parse(request_json);
        code = json.contains("database") ? run_child(json.at("database").get<DatabaseRequest>(), rows_fd) : run_child(json.get<ReadRequest>(), rows_fd);
    } catch (...) {  // the pipe broke or the request is damaged: the exit code says all there is to say
        code = kChildFailed;
    }
    ::_exit(code);
}

// ---- The supervisor of one child: reports how it ended, and stops it when the parent is gone or says so ----

std::uint64_t milliseconds(const timeval& time) {
    return static_cast<std::uint64_t>(time.tv_sec) * 1000 + static_cast<std::uint64_t>(time.tv_usec) / 1000;
}

[[noreturn]] void supervisor_main(const std::string& request_json, int rows_fd, int status_fd) {
    ::signal(SIGCHLD, SIG_DFL);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(status_fd);
        child_main(request_json, rows_fd);
    }
    ::close(rows_fd);
    ChildStatus status;
    if (child > 0) {
        const auto child_fd = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
        std::array<pollfd, 2> wait = {{{child_fd, POLLIN, 0}, {status_fd, POLLIN, 0}}};
        while (::poll(wait.data(), wait.size(), -1) < 0 && errno == EINTR) {
        }
        if ((wait[0].revents & POLLIN) == 0) {
            ::kill(child, SIGKILL);  // our own child, not yet reaped: the number is still its own
        }
        int how = 0;
        rusage used{};
        while (::wait4(child, &how, 0, &used) < 0 && errno == EINTR) {
        }
        status.exit_code = WIFEXITED(how) ? WEXITSTATUS(how) : -1;
        status.signal = WIFSIGNALED(how) ? WTERMSIG(how) : 0;
        status.cpu_ms = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
        status.peak_kb = static_cast<std::uint64_t>(used.ru_maxrss);
    }
    ::send(status_fd, &status, sizeof status, MSG_NOSIGNAL);
    ::_exit(0);
}

// ---- The helper: forked early, so that it is small, single-threaded and holds no lock, file or database ----

/// Receives a request and the two descriptors that come with it; false when the parent is gone.
bool receive_request(int socket, std::string& request, std::array<int, 2>& fds) {
    request.resize(kLongestRequest);
    iovec part{request.data(), request.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * 2)> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t got = 0;
    while ((got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR) {
    }
    const cmsghdr* head = got > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (head == nullptr || head->cmsg_type != SCM_RIGHTS || head->cmsg_len != CMSG_LEN(sizeof(int) * 2)) {
        return false;
    }
    std::memcpy(fds.data(), CMSG_DATA(head), sizeof(int) * 2);
    request.resize(static_cast<std::size_t>(got));
    return true;
}

[[noreturn]] void helper_main(int socket) {
    ::setpgid(0, 0);  // Ctrl-C is for the parent, whose end the socket tells
    // Descriptors of locks and databases must not live on in here.
    ::syscall(SYS_close_range, 3U, static_cast<unsigned>(socket - 1), 0U);
    ::syscall(SYS_close_range, static_cast<unsigned>(socket + 1), ~0U, 0U);
    ::signal(SIGCHLD, SIG_IGN);  // supervisors are reaped by the kernel
    ::signal(SIGPIPE, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    std::string request;
    std::array<int, 2> fds{};
    while (receive_request(socket, request, fds)) {
        if (::fork() == 0) {
            ::close(socket);
            supervisor_main(request, fds[0], fds[1]);
        }
        ::close(fds[0]);
        ::close(fds[1]);
    }
    ::_exit(0);
}

std::size_t thread_count() {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
        ++count;
    }
    return count;
}

class IntakeHelper {
public:
    ~IntakeHelper() {
        if (socket_ >= 0) {
            ::close(socket_);
        }
    }

    void start() {
        const std::lock_guard lock(mutex_);
        start_locked();
    }

    void send(const std::string& request, std::array<int, 2> fds) {
        const std::lock_guard lock(mutex_);
        start_locked();
        iovec part{const_cast<char*>(request.data()), request.size()};
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * 2)> control{};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr* head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof(int) * 2);
        std::memcpy(CMSG_DATA(head), fds.data(), sizeof(int) * 2);
        if (request.size() > kLongestRequest || ::sendmsg(socket_, &message, MSG_NOSIGNAL) < 0) {
            throw io_error("gọi", "call", "intake helper", request.size() > kLongestRequest ? EMSGSIZE : errno);
        }
    }

private:
    void start_locked() {
        if (socket_ >= 0 && owner_ == ::getpid()) {
            return;
        }
        if (thread_count() > 1) {
            throw Error(ErrorKind::internal,
                        {"start_intake_helper() phải được gọi trước khi tạo luồng", "start_intake_helper() must be called before threads are started"});
        }
        std::array<int, 2> pair{};
        if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair.data()) != 0) {
            throw io_error("tạo", "make", "socketpair", errno);
        }
        const pid_t pid = ::fork();
        if (pid == 0) {
            helper_main(pair[1]);
        }
        ::close(pair[1]);
        if (pid < 0) {
            ::close(pair[0]);
            throw io_error("tạo", "start", "fork", errno);
        }
        socket_ = pair[0];
        owner_ = ::getpid();
    }

    std::mutex mutex_;
    int socket_ = -1;
    pid_t owner_ = 0;
};

IntakeHelper& helper() {
    static IntakeHelper the_helper;
    return the_helper;
}

}  // namespace

void start_intake_helper() {
    helper().start();
}

ChildStatus ReadingChild::wait() {
    rows_.reset();
    // A child that has not ended by now is stopped. The byte may find nobody: then the status is already there.
    pollfd ended{status_.get(), POLLIN, 0};
    if (::poll(&ended, 1, 200) == 0) {
        ::send(status_.get(), "k", 1, MSG_NOSIGNAL);
    }
    ChildStatus status;
    ssize_t got = 0;
    while ((got = ::recv(status_.get(), &status, sizeof status, MSG_WAITALL)) < 0 && errno == EINTR) {
    }
    return got == static_cast<ssize_t>(sizeof status) ? status : ChildStatus{};
}

namespace {

std::unique_ptr<ReadingChild> start_child_for(const nlohmann::json& request) {
    std::array<int, 2> rows{};
    if (::pipe2(rows.data(), O_CLOEXEC) != 0) {
        throw io_error("tạo", "make", "pipe", errno);
    }
    Descriptor rows_end(rows[0]);
    const Descriptor rows_start(rows[1]);
    ::fcntl(rows[0], F_SETPIPE_SZ, 1 << 20);  // fewer turns between the two processes; the default works too
    std::array<int, 2> status{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, status.data()) != 0) {
        throw io_error("tạo", "make", "socketpair", errno);
    }
    Descriptor status_end(status[0]);
    const Descriptor status_start(status[1]);
    helper().send(request.dump(), {rows_start.get(), status_start.get()});
    return std::make_unique<ReadingChild>(std::move(rows_end), std::move(status_end));
}

}  // namespace

std::unique_ptr<ReadingChild> start_child(const ReadRequest& request) { return start_child_for(request); }

std::unique_ptr<ReadingChild> start_child(const DatabaseRequest& request) { return start_child_for({{"database", request}}); }

}  // namespace khomo::builder
