// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/string_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

constexpr std::size_t kMostMemory = 48U << 20;
constexpr std::size_t kBuffer = 1U << 18;

Descriptor nameless_file(const std::filesystem::path& folder) {
    auto name = (folder / "strings-XXXXXX").string();
    Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (file.get() < 0) {
        throw io_error("tạo", "make", name, errno);
    }
    ::unlink(name.c_str());
    return file;
}

void write_all(int fd, const char* from, std::size_t length) {
    while (length > 0) {
        const auto wrote = ::write(fd, from, length);
        if (wrote < 0 && errno != EINTR) {
            throw io_error("ghi", "write", "strings", errno);
        }
        from += wrote > 0 ? wrote : 0;
        length -= wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
    }
}

}  // namespace

void StringStore::add(std::string_view text) {
    ++count_;
    const bool fits = memory_.size() + text.size() + (ends_.size() + 1) * sizeof(std::uint32_t) <= kMostMemory;
    if (texts_.get() < 0 && fits) {
        memory_ += text;
        ends_.push_back(static_cast<std::uint32_t>(memory_.size()));
        return;
    }
    spill(text);
}

void StringStore::spill(std::string_view text) {
    if (texts_.get() < 0) {
        texts_ = nameless_file(folder_);
        places_ = nameless_file(folder_);
    }
    text_buffer_ += text;
    spilled_bytes_ += text.size();
    place_buffer_.push_back(spilled_bytes_);
    if (text_buffer_.size() + place_buffer_.size() * 8 > kBuffer) {
        flush();
    }
}

void StringStore::flush() {
    write_all(texts_.get(), text_buffer_.data(), text_buffer_.size());
    write_all(places_.get(), reinterpret_cast<const char*>(place_buffer_.data()), place_buffer_.size() * sizeof(std::uint64_t));
    text_buffer_.clear();
    place_buffer_.clear();
}

void StringStore::read_at(int fd, std::uint64_t at, void* to, std::size_t length) {
    auto* out = static_cast<char*>(to);
    while (length > 0) {
        const auto got = ::pread(fd, out, length, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            throw io_error("đọc", "read", "strings", errno);
        }
        out += got;
        at += static_cast<std::uint64_t>(got);
        length -= static_cast<std::size_t>(got);
    }
}

void StringStore::get(std::uint64_t index, std::string& out) const {
    if (index < ends_.size()) {
        const std::size_t from = index == 0 ? 0 : ends_[index - 1];
        out.assign(memory_, from, ends_[index] - from);
        return;
    }
    if (!place_buffer_.empty()) {
        const_cast<StringStore*>(this)->flush();  // what is buffered belongs to the store already
    }
    const auto place = index - ends_.size();
    std::uint64_t ends[2] = {0, 0};
    if (place == 0) {
        read_at(places_.get(), 0, &ends[1], sizeof ends[1]);
    } else {
        read_at(places_.get(), (place - 1) * 8, ends, sizeof ends);
    }
    out.resize(ends[1] - ends[0]);
    read_at(texts_.get(), ends[0], out.data(), out.size());
}

}  // namespace khomo::builder
