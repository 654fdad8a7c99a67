// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/row_spill.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

constexpr const char* kName = "khomo-rows";

template <typename T>
void put(std::string& out, const T& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_text(std::string& out, const std::string& text) {
    put(out, static_cast<std::uint64_t>(text.size()));
    out += text;
}

/// Takes parts off the front of a record that put() made.
class Parts {
public:
    explicit Parts(const std::string& bytes) : bytes_(bytes) {}
    template <typename T>
    T take() {
        T value;
        std::memcpy(&value, bytes_.data() + at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    std::string text() {
        const auto length = static_cast<std::size_t>(take<std::uint64_t>());
        at_ += length;
        return bytes_.substr(at_ - length, length);
    }

private:
    const std::string& bytes_;
    std::size_t at_ = 0;
};

}  // namespace

RowSpill::RowSpill() {
    auto name = (std::filesystem::temp_directory_path() / (std::string(kName) + "-XXXXXX")).string();
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) {
        throw io_error("tạo", "make", name, errno);
    }
    ::unlink(name.c_str());
    file_.reset(::fdopen(descriptor, "w+b"));
}

void RowSpill::add(const catalog::Row& row) {
    bytes_.clear();
    put(bytes_, static_cast<std::uint64_t>(row.values.size()));
    for (const auto& value : row.values) {
        bytes_ += static_cast<char>(value.index());
        if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            put(bytes_, *integer);
        } else if (const auto* real = std::get_if<double>(&value)) {
            put(bytes_, *real);
        } else if (const auto* flag = std::get_if<bool>(&value)) {
            put(bytes_, *flag);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            put_text(bytes_, *text);
        }
    }
    put_text(bytes_, row.geometry);
    const auto length = static_cast<std::uint64_t>(bytes_.size());
    if (std::fwrite(&length, sizeof length, 1, file_.get()) != 1 || std::fwrite(bytes_.data(), 1, bytes_.size(), file_.get()) != bytes_.size()) {
        throw io_error("ghi", "write", kName, errno);
    }
    places_.push_back(end_);
    end_ += sizeof length + length;
}

void RowSpill::read(std::size_t at, catalog::Row& row) {
    if (writing_ || position_ != places_[at]) {
        writing_ = false;
        if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), static_cast<long>(places_[at]), SEEK_SET) != 0) {
            throw io_error("đọc", "read", kName, errno);
        }
    }
    std::uint64_t length = 0;
    bool whole = std::fread(&length, sizeof length, 1, file_.get()) == 1;
    bytes_.resize(whole ? static_cast<std::size_t>(length) : 0);
    whole = whole && std::fread(bytes_.data(), 1, bytes_.size(), file_.get()) == bytes_.size();
    if (!whole) {
        throw io_error("đọc", "read", kName, errno);
    }
    position_ = places_[at] + sizeof length + length;
    Parts parts(bytes_);
    row.values.resize(static_cast<std::size_t>(parts.take<std::uint64_t>()));
    for (auto& value : row.values) {
        switch (parts.take<char>()) {
            case 1: value = parts.take<std::int64_t>(); break;
            case 2: value = parts.take<double>(); break;
            case 3: value = parts.take<bool>(); break;
            case 4: value = parts.text(); break;
            default: value = std::monostate(); break;
        }
    }
    row.geometry = parts.text();
}

}  // namespace khomo::builder
