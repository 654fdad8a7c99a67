// SPDX-License-Identifier: GPL-3.0-or-later

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "catalog/base/error.hpp"
#include "catalog/write/row_writer.hpp"

namespace khomo::catalog {

FileSink::FileSink(const std::filesystem::path& path) : path_(path), fd_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
    if (fd_ < 0) {
        throw io_error("ghi", "write", path.string(), errno);
    }
}

FileSink::~FileSink() {
    if (fd_ >= 0) {
        ::close(fd_);
    }
}

void FileSink::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto wrote = ::write(fd_, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) {
            continue;
        }
        if (wrote < 0) {
            throw io_error("ghi", "write", path_.string(), errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
}

void FileSink::close() {
    const int result = ::close(fd_);
    fd_ = -1;
    if (result != 0) {
        throw io_error("ghi", "write", path_.string(), errno);
    }
}

}  // namespace khomo::catalog
