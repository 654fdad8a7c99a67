// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/row_frames.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

using catalog::RawCell;

constexpr std::size_t kBatch = 1U << 17;
constexpr std::uint64_t kMostCells = 20000;  ///< more than any format that we read has columns

void put_number(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    out += static_cast<char>(value);
}

void put_text(std::string& out, std::string_view text) {
    put_number(out, text.size());
    out.append(text);
}

void put_cell(std::string& out, const RawCell& cell) {
    out += static_cast<char>(cell.kind);
    if (cell.kind == RawCell::Kind::number || cell.kind == RawCell::Kind::boolean) {
        out.append(reinterpret_cast<const char*>(&cell.number), sizeof cell.number);
    }
    if (cell.kind != RawCell::Kind::empty) {
        put_text(out, cell.text);
    }
}

}  // namespace

void FrameWriter::send(FrameType type, std::string_view body) {
    std::array<char, 5> head{};
    const auto length = static_cast<std::uint32_t>(body.size());
    std::memcpy(head.data(), &length, 4);
    head[4] = static_cast<char>(type);
    for (std::string_view part : {std::string_view(head.data(), head.size()), body}) {
        while (!part.empty()) {
            const auto wrote = ::write(fd_, part.data(), part.size());
            if (wrote < 0 && errno != EINTR) {
                throw io_error("gửi", "send", "pipe", errno);  // the parent is gone or has heard enough
            }
            part.remove_prefix(wrote > 0 ? static_cast<std::size_t>(wrote) : 0);
        }
    }
}

void FrameWriter::flush() {
    if (!batch_.empty()) {
        send(FrameType::rows, batch_);
        batch_.clear();
    }
}

void FrameWriter::header(const catalog::RawHeader& header) {
    const nlohmann::json json = {{"file", header.file},
                                 {"sheet", header.sheet},
                                 {"columns", header.columns},
                                 {"header_row", header.header_row},
                                 {"has_geometry", header.has_geometry},
                                 {"crs", header.crs},
                                 {"serial_shift", header.serial_shift}};
    send(FrameType::header, json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

bool FrameWriter::row(const catalog::RawRow& row) {
    std::size_t size = row.geometry.size();
    for (const auto& cell : row.cells) {
        size += cell.text.size() + 24;
    }
    if (size > kLongestFrame / 2 || row.cells.size() > kMostCells) {
        return false;
    }
    if (batch_.size() + size > kBatch) {
        flush();
    }
    put_number(batch_, row.row);
    put_number(batch_, row.cells.size());
    for (const auto& cell : row.cells) {
        put_cell(batch_, cell);
    }
    put_text(batch_, row.geometry);
    return true;
}

void FrameWriter::finding(const catalog::Finding& finding) {
    flush();
    send(FrameType::finding, nlohmann::json(finding).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void FrameWriter::end() {
    flush();
    send(FrameType::end, {});
}

bool FrameReader::fill(char* to, std::size_t length, int patience_seconds) {
    while (length > 0) {
        pollfd ready{fd_, POLLIN, 0};
        const int polled = ::poll(&ready, 1, patience_seconds * 1000);
        if (polled == 0) {
            timed_out_ = true;
            return false;
        }
        if (polled < 0 && errno == EINTR) {
            continue;
        }
        const auto got = ::read(fd_, to, length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        to += got;
        length -= static_cast<std::size_t>(got);
    }
    return true;
}

std::optional<FrameType> FrameReader::next(int patience_seconds) {
    std::array<char, 5> head{};
    if (!fill(head.data(), head.size(), patience_seconds)) {
        return std::nullopt;
    }
    std::uint32_t length = 0;
    std::memcpy(&length, head.data(), 4);
    if (length > kLongestFrame) {
        damaged_ = true;
        return std::nullopt;
    }
    body_.resize(length);
    at_ = 0;
    if (!fill(body_.data(), length, patience_seconds)) {
        return std::nullopt;
    }
    return static_cast<FrameType>(head[4]);
}

bool FrameReader::header(catalog::RawHeader& header) {
    const auto json = nlohmann::json::parse(body_, nullptr, false);
    damaged_ = damaged_ || json.is_discarded();
    if (damaged_) {
        return false;
    }
    try {
        json.at("file").get_to(header.file);
        json.at("sheet").get_to(header.sheet);
        json.at("columns").get_to(header.columns);
        json.at("header_row").get_to(header.header_row);
        json.at("has_geometry").get_to(header.has_geometry);
        json.at("crs").get_to(header.crs);
        json.at("serial_shift").get_to(header.serial_shift);
    } catch (const nlohmann::json::exception&) {
        damaged_ = true;
    }
    return !damaged_;
}

bool FrameReader::finding(catalog::Finding& finding) {
    const auto json = nlohmann::json::parse(body_, nullptr, false);
    damaged_ = damaged_ || json.is_discarded();
    if (damaged_) {
        return false;
    }
    try {
        json.get_to(finding);
    } catch (const nlohmann::json::exception&) {
        damaged_ = true;
    }
    return !damaged_;
}

std::uint64_t FrameReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && at_ < body_.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(body_[at_++]);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) {
            return value;
        }
    }
    damaged_ = true;
    return 0;
}

std::string_view FrameReader::bytes(std::uint64_t length) {
    if (length > body_.size() - at_) {
        damaged_ = true;
        return {};
    }
    const auto view = std::string_view(body_).substr(at_, length);
    at_ += length;
    return view;
}

bool FrameReader::cell(RawCell& cell) {
    const auto kind = bytes(1);
    if (kind.empty() || static_cast<unsigned char>(kind[0]) > static_cast<unsigned char>(RawCell::Kind::refused)) {
        damaged_ = true;
        return false;
    }
    cell.kind = static_cast<RawCell::Kind>(kind[0]);
    if (cell.kind == RawCell::Kind::number || cell.kind == RawCell::Kind::boolean) {
        const auto raw = bytes(sizeof cell.number);
        if (raw.size() == sizeof cell.number) {
            std::memcpy(&cell.number, raw.data(), raw.size());
        }
    }
    if (cell.kind == RawCell::Kind::empty) {
        cell.text.clear();
    } else {
        cell.text.assign(bytes(number()));
    }
    return !damaged_;
}

bool FrameReader::row(catalog::RawRow& row) {
    if (damaged_ || at_ == body_.size()) {
        return false;
    }
    row.row = number();
    const auto cells = number();
    if (cells > kMostCells) {
        damaged_ = true;
        return false;
    }
    row.cells.resize(cells);
    for (auto& each : row.cells) {
        if (!cell(each)) {
            return false;
        }
    }
    row.geometry.assign(bytes(number()));
    return !damaged_;
}

}  // namespace khomo::builder
