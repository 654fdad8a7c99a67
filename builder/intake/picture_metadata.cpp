// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/picture_metadata.hpp"

#include <algorithm>
#include <array>

#include "builder/intake/byte_order.hpp"

namespace khomo::builder {
namespace {

using namespace std::string_view_literals;

StrippedFile damaged() {
    StrippedFile file;
    file.damaged = true;
    return file;
}

/// The EXIF tags that matter of a TIFF directory at `at` inside `tiff`: the turn of the camera, and whether there is a position.
void look_at_exif(std::string_view tiff, StrippedFile& file, std::uint32_t& turn) {
    const ByteOrder order(tiff, tiff.starts_with("MM"));
    const std::size_t at = order.u32(4);
    const auto count = std::min<std::uint32_t>(order.u16(at), 1000);
    for (std::size_t i = 0; i < count; ++i) {
        const auto entry = at + 2 + 12 * i;
        if (order.u16(entry) == 0x0112) {
            turn = order.u16(entry + 8);
        } else if (order.u16(entry) == 0x8825) {
            file.removed.insert("GPS");
        }
    }
    file.removed.insert("EXIF");
}

/// An EXIF block that holds the turn of the camera alone.
std::string turn_block(std::uint32_t turn) {
    std::string block = std::string("\xFF\xE1").append("\x00\x22"sv).append("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv);
    block += static_cast<char>(turn);
    return block.append("\0\0\0\0\0\0"sv);
}

bool keeps_jpeg_segment(unsigned marker, std::string_view body, StrippedFile& file, std::uint32_t& turn) {
    if (marker == 0xFE) {
        file.removed.insert("chú thích (comment)");
        return false;
    }
    if (marker < 0xE0 || marker > 0xEF) {
        return true;  // tables, frames, restart intervals
    }
    const bool needed = (marker == 0xE0 && (body.starts_with("JFIF\0"sv) || body.starts_with("JFXX\0"sv))) || (marker == 0xE2 && body.starts_with("ICC_PROFILE\0"sv)) ||
                        (marker == 0xEE && body.starts_with("Adobe"));
    if (needed) {
        return true;
    }
    if (marker == 0xE1 && body.starts_with("Exif\0"sv)) {
        look_at_exif(body.substr(std::min<std::size_t>(6, body.size())), file, turn);
    } else {
        file.removed.insert(marker == 0xE1 ? "XMP" : marker == 0xED ? "IPTC" : "APP" + std::to_string(marker - 0xE0));
    }
    return false;
}

}  // namespace

StrippedFile strip_jpeg(std::string_view bytes) {
    StrippedFile file;
    const ByteOrder order(bytes, true);
    if (!bytes.starts_with("\xFF\xD8")) {
        return damaged();
    }
    std::string body;  // segments that stay
    std::uint32_t turn = 1;
    std::size_t at = 2;
    while (true) {
        if (order.u8(at) != 0xFF || at + 1 >= bytes.size()) {
            return damaged();
        }
        const auto marker = order.u8(at + 1);
        if (marker == 0xFF) {
            ++at;  // fill bytes
            continue;
        }
        if (marker == 0xD9) {
            break;
        }
        const std::size_t length = order.u16(at + 2);
        if (length < 2 || at + 2 + length > bytes.size()) {
            return damaged();
        }
        if (keeps_jpeg_segment(marker, bytes.substr(at + 4, length - 2), file, turn)) {
            body.append(bytes, at, 2 + length);
        }
        at += 2 + length;
        if (marker == 0xDA) {  // the scan's own data, up to the next marker that is neither stuffing nor a restart
            const auto from = at;
            while (at + 1 < bytes.size() && !(order.u8(at) == 0xFF && order.u8(at + 1) != 0 && (order.u8(at + 1) < 0xD0 || order.u8(at + 1) > 0xD7))) {
                ++at;
            }
            body.append(bytes, from, at - from);
        }
    }
    if (at + 2 < bytes.size()) {
        file.removed.insert("phần nối sau ảnh (data after the picture)");
    }
    file.bytes = "\xFF\xD8" + (turn > 1 && turn <= 8 ? turn_block(turn) : std::string()) + body + "\xFF\xD9";
    // Where nothing but the turn was there, the picture was clean already.
    if (file.bytes == bytes) {
        file.removed.clear();
    }
    return file;
}

StrippedFile strip_png(std::string_view bytes) {
    StrippedFile file;
    constexpr std::array kKept = {"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv, "cHRM"sv, "gAMA"sv, "iCCP"sv, "sBIT"sv, "sRGB"sv,
                                  "bKGD"sv, "hIST"sv, "pHYs"sv, "sPLT"sv, "acTL"sv, "fcTL"sv, "fdAT"sv, "cICP"sv, "mDCv"sv, "cLLi"sv};
    const ByteOrder order(bytes, true);
    std::size_t at = 8;
    file.bytes.assign(bytes.substr(0, 8));
    while (true) {
        const std::size_t length = order.u32(at);
        if (at + 12 > bytes.size() || length > bytes.size() - at - 12) {
            return damaged();
        }
        const auto name = bytes.substr(at + 4, 4);
        if (std::find(kKept.begin(), kKept.end(), name) != kKept.end()) {
            file.bytes.append(bytes, at, 12 + length);
        } else {
            file.removed.insert(name == "eXIf" ? "EXIF" : name == "tIME" ? "thời điểm (time)" : name.ends_with("Xt") || name.ends_with("XT") ? "chữ (text)" : "PNG " + std::string(name));
        }
        at += 12 + length;
        if (name == "IEND") {
            break;
        }
    }
    if (at < bytes.size()) {
        file.removed.insert("phần nối sau ảnh (data after the picture)");
    }
    return file;
}

StrippedFile strip_gif(std::string_view bytes) {
    StrippedFile file;
    const ByteOrder order(bytes, false);
    std::size_t at = 13;
    const auto colours = [&](std::uint32_t flags) { return (flags & 0x80U) != 0 ? 3U << ((flags & 7U) + 1) : 0U; };
    at += colours(order.u8(10));
    if (at > bytes.size() || !bytes.starts_with("GIF8")) {
        return damaged();
    }
    file.bytes.assign(bytes.substr(0, at));
    while (true) {
        const auto from = at;
        const auto kind = order.u8(at);
        if (at >= bytes.size()) {
            return damaged();
        }
        if (kind == 0x3B) {
            break;
        }
        if (kind == 0x2C) {
            at += 10 + colours(order.u8(at + 9)) + 1;
        } else if (kind == 0x21) {
            at += 2;
        } else {
            return damaged();
        }
        const auto label = order.u8(from + 1);
        const auto application = bytes.substr(std::min(from + 3, bytes.size()), 11);
        while (at < bytes.size() && order.u8(at) != 0) {
            at += 1 + order.u8(at);
        }
        if (++at > bytes.size()) {
            return damaged();
        }
        const bool comment = kind == 0x21 && label == 0xFE;
        const bool foreign = kind == 0x21 && label == 0xFF && application != "NETSCAPE2.0" && application != "ANIMEXTS1.0" && application != "ICCRGBG1012";
        if (comment || foreign) {
            file.removed.insert(comment ? "chú thích (comment)" : application.starts_with("XMP") ? "XMP" : "phần mở rộng GIF (GIF extension)");
        } else {
            file.bytes.append(bytes, from, at - from);
        }
    }
    if (at + 1 < bytes.size()) {
        file.removed.insert("phần nối sau ảnh (data after the picture)");
    }
    file.bytes += ';';
    return file;
}

namespace {

struct TiffTag {
    std::uint32_t number;
    std::string_view shown;
};
constexpr std::array kTiffTags = {
    TiffTag{270, "mô tả (description)"}, TiffTag{271, "máy (make)"},       TiffTag{272, "máy (model)"},     TiffTag{305, "phần mềm (software)"},
    TiffTag{306, "thời điểm (time)"},    TiffTag{315, "tác giả (author)"}, TiffTag{316, "máy (computer)"}, TiffTag{700, "XMP"},
    TiffTag{33432, "bản quyền (copyright)"}, TiffTag{33723, "IPTC"},       TiffTag{34377, "Photoshop"},     TiffTag{34665, "EXIF"},
    TiffTag{34853, "GPS"},               TiffTag{37724, "Photoshop"},      TiffTag{40091, "tiêu đề (title)"}, TiffTag{40092, "chú thích (comment)"},
    TiffTag{40093, "tác giả (author)"},  TiffTag{40094, "từ khóa (keywords)"}, TiffTag{40095, "chủ đề (subject)"},
};

class TiffStripper {
public:
    explicit TiffStripper(std::string_view bytes) : big_(bytes.starts_with("MM")) { file_.bytes.assign(bytes); }

    StrippedFile run() {
        const auto order = view();
        if (order.u16(2) != 42) {
            return damaged();
        }
        std::size_t at = order.u32(4);
        for (int directories = 0; at != 0; ++directories) {
            if (directories == 1000 || at + 6 > file_.bytes.size() || at + 6 + std::size_t{12} * order_u16(at) > file_.bytes.size()) {
                return damaged();
            }
            at = strip_directory(at);
        }
        return std::move(file_);
    }

private:
    ByteOrder view() const { return {file_.bytes, big_}; }
    std::uint32_t order_u16(std::size_t at) const { return view().u16(at); }

    /// Bytes of the value of an entry.
    std::uint64_t size_of(std::size_t entry) const {
        constexpr std::array<std::uint32_t, 14> kSizes = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
        const auto type = view().u16(entry + 2);
        return type < kSizes.size() ? static_cast<std::uint64_t>(kSizes[type]) * view().u32(entry + 4) : 0;
    }
    /// A value never stands in the header or beyond the end: one that says so is an attempt to have other parts wiped.
    void wipe(std::uint64_t at, std::uint64_t length) {
        if (at < 8 || length > file_.bytes.size() || at > file_.bytes.size() - length) {
            file_.damaged = true;
            return;
        }
        std::fill_n(file_.bytes.begin() + static_cast<std::ptrdiff_t>(at), length, '\0');
    }
    void wipe_value(std::size_t entry) {
        if (const auto size = size_of(entry); size > 4) {
            wipe(view().u32(entry + 8), size);
        }
    }
    void wipe_directory(std::size_t at) {
        const auto count = order_u16(at);
        if (at < 8 || at + 6 + std::size_t{12} * count > file_.bytes.size()) {
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            wipe_value(at + 2 + 12 * i);
        }
        wipe(at, 6 + std::size_t{12} * count);
    }

    /// Returns where the next directory stands.
    std::size_t strip_directory(std::size_t at) {
        const std::size_t count = order_u16(at);
        const auto next = file_.bytes.substr(at + 2 + 12 * count, 4);
        const std::size_t next_place = view().u32(at + 2 + 12 * count);
        std::string kept;
        for (std::size_t i = 0; i < count; ++i) {
            const auto entry = at + 2 + 12 * i;
            const auto number = order_u16(entry);
            const auto* tag = std::find_if(kTiffTags.begin(), kTiffTags.end(), [&](const TiffTag& each) { return each.number == number; });
            if (tag == kTiffTags.end()) {
                kept.append(file_.bytes, entry, 12);
                continue;
            }
            file_.removed.insert(std::string(tag->shown));
            if (number == 34665 || number == 34853) {
                wipe_directory(view().u32(entry + 8));
            } else {
                wipe_value(entry);
            }
        }
        const auto left = kept.size() / 12;
        const auto low = static_cast<char>(left & 0xFF);
        const auto high = static_cast<char>(left >> 8);
        auto made = big_ ? std::string{high, low} : std::string{low, high};
        made += kept + next;
        made.resize(6 + 12 * count, '\0');
        file_.bytes.replace(at, made.size(), made);
        return next_place;
    }

    StrippedFile file_;
    bool big_;
};

}  // namespace

StrippedFile strip_tiff(std::string_view bytes) {
    auto file = TiffStripper(bytes).run();
    if (!file.damaged && !file.removed.empty()) {
        // Directories and values that overlap would have been wiped with each other: then there is nothing left to publish.
        const auto again = TiffStripper(file.bytes).run();
        file.damaged = again.damaged || !again.removed.empty() || again.bytes != file.bytes;
    }
    return file;
}

}  // namespace khomo::builder
