// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/media_metadata.hpp"

#include <algorithm>
#include <array>

#include "builder/intake/byte_order.hpp"

namespace khomo::builder {
namespace {

using namespace std::string_view_literals;

/// Length of the ID3v2 tag that starts the bytes; 0 if there is none.
std::size_t id3_length(std::string_view bytes) {
    const ByteOrder order(bytes, true);
    if (!bytes.starts_with("ID3") || bytes.size() < 10) {
        return 0;
    }
    const auto seven = [&](std::size_t i) { return order.u8(6 + i) & 0x7FU; };
    const std::size_t body = seven(0) << 21 | seven(1) << 14 | seven(2) << 7 | seven(3);
    return 10 + body + ((order.u8(5) & 0x10U) != 0 ? 10 : 0);
}

class RiffStripper {
public:
    explicit RiffStripper(std::string_view bytes) { file_.bytes.assign(bytes); }

    StrippedFile run() {
        file_.damaged = !walk(12, file_.bytes.size(), 0);
        return std::move(file_);
    }

private:
    /// Whether the chunks from `at` to `end` follow each other as they should; the last one may be cut, as recorders that lost power leave it.
    bool walk(std::size_t at, std::size_t end, int depth) {
        while (at + 8 <= end) {
            const ByteOrder order(file_.bytes, false);
            const std::string name = file_.bytes.substr(at, 4);
            const std::size_t length = order.u32(at + 4);
            const std::size_t body = at + 8;
            const std::size_t stop = std::min(end, body + length);
            const auto list = name == "LIST" ? file_.bytes.substr(body, 4) : std::string();
            if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E; })) {
                return false;
            }
            if (list == "INFO" || name == "id3 " || name == "ID3 " || name == "bext" || name == "iXML" || name == "_PMX" || name == "IDIT" || name == "ISMP" || name == "axml") {
                file_.removed.insert(list == "INFO" || name == "id3 " || name == "ID3 " ? "thẻ tác giả (tags)" : name == "_PMX" ? "XMP" : "RIFF " + name);
                file_.bytes.replace(at, 4, "JUNK");
                std::fill(file_.bytes.begin() + static_cast<std::ptrdiff_t>(body), file_.bytes.begin() + static_cast<std::ptrdiff_t>(stop), '\0');
            } else if ((list == "hdrl" || list == "strl") && depth < 4 && !walk(body + 4, stop, depth + 1)) {
                return false;
            }
            at = body + length + (length & 1U);
        }
        return true;
    }

    StrippedFile file_;
};

class Mp4Stripper {
public:
    explicit Mp4Stripper(std::string_view bytes) { file_.bytes.assign(bytes); }

    StrippedFile run() {
        file_.damaged = !walk(0, file_.bytes.size(), 0);
        return std::move(file_);
    }

private:
    void blank(std::size_t at, std::size_t head, std::size_t end) {
        file_.bytes.replace(at + 4, 4, "free");
        std::fill(file_.bytes.begin() + static_cast<std::ptrdiff_t>(at + head), file_.bytes.begin() + static_cast<std::ptrdiff_t>(end), '\0');
    }

    bool walk(std::size_t at, std::size_t end, int depth) {
        while (at < end) {
            const ByteOrder order(file_.bytes, true);
            if (at + 8 > end) {
                return false;
            }
            const auto name = file_.bytes.substr(at + 4, 4);
            std::uint64_t length = order.u32(at);
            std::size_t head = 8;
            if (length == 1) {
                length = order.u64(at + 8);
                head = 16;
            } else if (length == 0) {
                length = end - at;
            }
            if (length < head || length > end - at) {
                return false;
            }
            const auto stop = at + static_cast<std::size_t>(length);
            if (name == "udta" || name == "meta" || name == "uuid") {
                const auto inside = std::string_view(file_.bytes).substr(at + head, stop - at - head);
                if (inside.find_first_not_of('\0') != std::string_view::npos) {
                    file_.removed.insert(inside.find("\xA9xyz") != std::string_view::npos ? "GPS" : name == "uuid" ? "XMP" : "thẻ tác giả (tags)");
                    blank(at, head, stop);
                }
            } else if (name == "stsd") {
                const auto format = file_.bytes.substr(std::min(at + head + 12, file_.bytes.size()), 4);
                constexpr std::array kTelemetry = {"gpmd"sv, "camm"sv, "mebx"sv, "rtmd"sv, "djmd"sv};
                if (std::find(kTelemetry.begin(), kTelemetry.end(), format) != kTelemetry.end()) {
                    file_.stuck.insert("vị trí và số liệu máy quay (camera telemetry track)");
                }
            } else if ((name == "moov" || name == "trak" || name == "mdia" || name == "minf" || name == "stbl") && depth < 8 && !walk(at + head, stop, depth + 1)) {
                return false;
            }
            at = stop;
        }
        return true;
    }

    StrippedFile file_;
};

}  // namespace

StrippedFile strip_mp3(std::string_view bytes) {
    StrippedFile file;
    auto sound = bytes;
    while (const auto length = id3_length(sound)) {
        if (length >= sound.size()) {
            file.damaged = true;
            return file;
        }
        sound.remove_prefix(length);
        file.removed.insert("thẻ ID3 (ID3 tag)");
    }
    if (sound.size() > 128 && sound.substr(sound.size() - 128).starts_with("TAG")) {
        sound.remove_suffix(128);
        file.removed.insert("thẻ ID3 (ID3 tag)");
    }
    if (sound.size() > 32 && sound.substr(sound.size() - 32).starts_with("APETAGEX")) {
        const ByteOrder order(sound.substr(sound.size() - 32), false);
        const std::size_t length = order.u32(12) + ((order.u32(20) & 0x80000000U) != 0 ? 32U : 0U);
        sound.remove_suffix(std::min(std::max<std::size_t>(length, 32), sound.size() - 1));
        file.removed.insert("thẻ APE (APE tag)");
    }
    while (!sound.empty() && sound.front() == '\0') {
        sound.remove_prefix(1);  // padding behind the tag
    }
    const ByteOrder order(sound, true);
    file.damaged = sound.size() < 4 || order.u8(0) != 0xFF || (order.u8(1) & 0xE0U) != 0xE0U;
    file.bytes.assign(sound);
    return file;
}

StrippedFile strip_riff(std::string_view bytes) { return RiffStripper(bytes).run(); }

StrippedFile strip_mp4(std::string_view bytes) { return Mp4Stripper(bytes).run(); }

}  // namespace khomo::builder
