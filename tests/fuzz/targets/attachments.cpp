// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures, recordings, films and PDF: the first byte chooses which. What was cleaned is clean.

#include <cstdlib>

#include "builder/intake/media_metadata.hpp"
#include "builder/intake/pdf_check.hpp"
#include "builder/intake/picture_metadata.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {
namespace {

void twice(builder::StrippedFile (*strip)(std::string_view), std::string_view input) {
    const auto once = strip(input);
    if (once.damaged) {
        return;
    }
    const auto again = strip(once.bytes);
    if (again.damaged || again.bytes != once.bytes) {
        std::abort();
    }
}

}  // namespace

void run(std::string_view input) {
    if (input.empty()) {
        return;
    }
    const auto kind = static_cast<unsigned char>(input[0]) % 8;
    input.remove_prefix(1);
    switch (kind) {
        case 0: twice(builder::strip_jpeg, input); break;
        case 1: twice(builder::strip_png, input); break;
        case 2: twice(builder::strip_gif, input); break;
        case 3: twice(builder::strip_tiff, input); break;
        case 4: twice(builder::strip_mp3, input); break;
        case 5: twice(builder::strip_riff, input); break;
        case 6: twice(builder::strip_mp4, input); break;
        default: {
            const auto once = builder::check_pdf(input);
            if (once.stripped.bytes.size() != input.size()) {
                std::abort();
            }
        }
    }
}

std::vector<std::string> seeds() {
    using namespace std::string_literals;
    return {"\0\xFF\xD8\xFF\xE0\x00\x07JFIF\0\xFF\xE1\x00\x22" "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0\xFF\xDA\x00\x02\x12\xFF\x00\x34\xFF\xD9"s,
            "\1\x89PNG\r\n\x1A\n\0\0\0\1IHDRxcrc!\0\0\0\4tEXtabcdcrc!\0\0\0\0IENDcrc!"s,
            "\2GIF89a\1\0\1\0\0\0\0\x21\xFE\4home\0\x2C\0\0\0\0\1\0\1\0\0\2\2\x44\1\0;"s,
            "\3II*\0\x08\0\0\0\2\0\x3B\1\2\0\5\0\0\0\x30\0\0\0\x25\x88\4\0\1\0\0\0\x26\0\0\0\0\0\0\0Nguyen Van A with a home"s,
            "\4ID3\4\0\0\0\0\0\5hello\xFF\xFB\x90\x44xxxx"s,
            "\5RIFF\x30\0\0\0WAVELIST\x0E\0\0\0INFOIART\2\0\0\0A\0data\4\0\0\0snd!"s,
            "\6\0\0\0\x0C" "ftypisom\0\0\0\x18moov\0\0\0\x10udta\xA9xyz+21.\0\0\0\x0Cmdatfilm"s,
            "\7%PDF-1.7\n1 0 obj << /Author (A \\) B) /J#53 <41> >> endobj\n2 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\nxx\nendstream endobj\n%%EOF"s};
}

}  // namespace khomo::fuzz
