// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/model/finding.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// The format in which a reading child hands rows to its parent: frames of a little-endian 32-bit length, one type byte and the body. Numbers in a
/// body are LEB128, texts a length and bytes. Parent and child are one program, so the format has no version.
enum class FrameType : std::uint8_t {
    header = 'H',   ///< RawHeader
    rows = 'R',     ///< rows one after the other
    finding = 'F',  ///< one Finding as JSON
    end = 'E',      ///< nothing follows: the file was read to its end, or refused
};

/// No frame is longer; a row that would be is refused by the child.
constexpr std::uint32_t kLongestFrame = 64U << 20;

/// Writes frames to a pipe, rows in batches. Not thread-safe.
class FrameWriter {
public:
    explicit FrameWriter(int fd) : fd_(fd) {}

    void header(const catalog::RawHeader& header);
    /// False when the row is too long for a frame.
    bool row(const catalog::RawRow& row);
    void finding(const catalog::Finding& finding);
    void end();

private:
    void flush();
    void send(FrameType type, std::string_view body);

    int fd_;
    std::string batch_;
};

/// Reads what FrameWriter wrote. Whatever the bytes are, it neither throws nor reads outside them: a child may have died in the middle
/// or be in somebody else's hands.
class FrameReader {
public:
    explicit FrameReader(int fd) : fd_(fd) {}

    /// The next frame; none at the end of the pipe, after `patience_seconds` without a byte, or when the bytes are no frame.
    std::optional<FrameType> next(int patience_seconds);
    /// Whether the last next() gave up waiting.
    bool timed_out() const { return timed_out_; }

    bool header(catalog::RawHeader& header);
    bool finding(catalog::Finding& finding);
    /// The next row of a frame of rows; false at its end.
    bool row(catalog::RawRow& row);
    /// Whether a body held something else than it should.
    bool damaged() const { return damaged_; }

private:
    bool fill(char* to, std::size_t length, int patience_seconds);
    std::uint64_t number();
    std::string_view bytes(std::uint64_t length);
    bool cell(catalog::RawCell& cell);

    int fd_;
    std::string body_;
    std::size_t at_ = 0;
    bool timed_out_ = false;
    bool damaged_ = false;
};

}  // namespace khomo::builder
