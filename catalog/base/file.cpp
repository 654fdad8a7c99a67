// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "catalog/base/error.hpp"

namespace khomo {
namespace {

/// A file descriptor that closes itself; close errors matter only after a write, where close() is called by hand.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }
    int close() {
        const int result = ::close(fd_);
        fd_ = -1;
        return result;
    }

private:
    int fd_;
};

Error write_error(const std::filesystem::path& path, int errno_value) {
    std::string free;
    struct statvfs space {};
    if (statvfs(path.parent_path().c_str(), &space) == 0) {
        free = std::to_string(static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize / 1024 / 1024) + " MB";
    }
    auto error = io_error("ghi", "write", path.string(), errno_value);
    if (free.empty()) {
        return error;
    }
    return {ErrorKind::io, {error.message().vi + " (còn trống " + free + ")", error.message().en + " (free: " + free + ")"}};
}

void write_all(const std::filesystem::path& path, std::string_view bytes, bool sync, int mode = O_CREAT | O_TRUNC) {
    Descriptor file(::open(path.c_str(), O_WRONLY | mode | O_CLOEXEC, 0644));
    if (file.get() < 0) {
        throw write_error(path, errno);
    }
    while (!bytes.empty()) {
        const auto written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            throw write_error(path, errno);
        }
        bytes.remove_prefix(static_cast<size_t>(written));
    }
    if ((sync && ::fsync(file.get()) != 0) || file.close() != 0) {
        throw write_error(path, errno);
    }
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::uint64_t limit) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info {};
    if (file.get() < 0 || ::fstat(file.get(), &info) != 0) {
        throw io_error("đọc", "read", path.string(), errno);
    }
    if (S_ISDIR(info.st_mode)) {
        throw io_error("đọc", "read", path.string(), EISDIR);
    }
    std::string bytes;
    bytes.resize(static_cast<size_t>(info.st_size) + 1);
    size_t used = 0;
    while (true) {
        if (used > limit) {
            throw Error(ErrorKind::format, {path.string() + " lớn hơn giới hạn " + std::to_string(limit) + " byte",
                                            path.string() + " is larger than the limit of " + std::to_string(limit) + " bytes"});
        }
        if (used == bytes.size()) {
            bytes.resize(bytes.size() * 2);
        }
        const auto got = ::read(file.get(), bytes.data() + used, bytes.size() - used);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw io_error("đọc", "read", path.string(), errno);
        }
        if (got == 0) {
            break;
        }
        used += static_cast<size_t>(got);
    }
    bytes.resize(used);
    return bytes;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) { write_all(path, bytes, false); }

void append_file(const std::filesystem::path& path, std::string_view bytes) { write_all(path, bytes, false, O_APPEND); }

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
    auto temporary = path;
    temporary += ".tmp-" + std::to_string(::getpid());
    write_all(temporary, bytes, true);
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        const int cause = errno;
        ::unlink(temporary.c_str());
        throw write_error(path, cause);
    }
    sync_path(path.parent_path().empty() ? "." : path.parent_path());
}

void sync_path(const std::filesystem::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0 || ::fsync(file.get()) != 0) {
        throw io_error("ghi chắc chắn", "sync", path.string(), errno);
    }
}

bool is_safe_relative(std::string_view path) {
    if (path.empty() || path.front() == '/' || path.find('\0') != std::string_view::npos || path.find('\\') != std::string_view::npos) {
        return false;
    }
    size_t at = 0;
    while (at <= path.size()) {
        const auto end = std::min(path.find('/', at), path.size());
        const auto part = path.substr(at, end - at);
        if (part.empty() || part == "." || part == "..") {
            return false;
        }
        at = end + 1;
    }
    return true;
}

TemporaryFolder::TemporaryFolder(const std::filesystem::path& parent, std::string_view prefix) {
    std::string pattern = (parent / prefix).string() + "XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw io_error("tạo", "create", pattern, errno);
    }
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;  // nothing useful can be done about a temporary that will not go
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace khomo
