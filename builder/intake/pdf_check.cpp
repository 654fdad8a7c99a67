// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/pdf_check.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace khomo::builder {
namespace {

constexpr std::size_t kMostInflated = 64U << 20;  ///< of one stream; objects and metadata are far smaller

/// Inflates a whole stream; what was read until a fault is given.
std::string inflate_stream(std::string_view packed) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) {
        return {};
    }
    std::string out;
    std::array<char, 1 << 15> part{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), 1U << 30));
    int status = Z_OK;
    while (status == Z_OK && out.size() < kMostInflated) {
        stream.next_out = reinterpret_cast<Bytef*>(part.data());
        stream.avail_out = part.size();
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(part.data(), part.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    return out;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' || c == '%'; }

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const auto small = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// Walks over the tokens of PDF text: names and strings matter, numbers and keywords are passed.
class PdfScan {
public:
    PdfScan(std::string& text, bool packed, PdfFindings& findings) : text_(text), packed_(packed), findings_(findings) {}

    void run() {
        while (at_ < text_.size()) {
            step();
        }
    }

private:
    void step() {
        const char c = text_[at_];
        if (c == '%') {
            at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
        } else if (c == '/') {
            name();
        } else if (c == '(') {
            literal();
        } else if (c == '<' && at_ + 1 < text_.size() && text_[at_ + 1] != '<') {
            const auto from = at_;
            at_ = std::min(text_.find('>', at_), text_.size());
            value(from + 1, at_, true);
        } else if (c == '<' || c == '>') {
            if (text_.compare(at_, 2, "<<") == 0) {
                dictionary_ = at_;
                at_ += 2;
            } else {
                ++at_;
            }
        } else if (!is_space(c) && !is_delimiter(c)) {
            word();
        } else {
            ++at_;
        }
    }

    void name() {
        std::string read;
        for (++at_; at_ < text_.size() && !is_space(text_[at_]) && !is_delimiter(text_[at_]); ++at_) {
            const bool escaped = text_[at_] == '#' && at_ + 2 < text_.size() && hex_digit(text_[at_ + 1]) >= 0 && hex_digit(text_[at_ + 2]) >= 0;
            read += escaped ? static_cast<char>(hex_digit(text_[at_ + 1]) * 16 + hex_digit(text_[at_ + 2])) : text_[at_];
            at_ += escaped ? 2 : 0;
        }
        judge(read);
        last_name_ = std::move(read);
    }

    void judge(const std::string& name) {
        constexpr std::array kActive = {"JavaScript", "JS", "Launch", "SubmitForm", "ImportData", "XFA"};
        constexpr std::array kEmbedded = {"EmbeddedFile", "EmbeddedFiles", "RichMedia", "Movie", "Sound", "3D", "FileAttachment"};
        if (std::find(kActive.begin(), kActive.end(), name) != kActive.end()) {
            findings_.active.insert(name);
        } else if (std::find(kEmbedded.begin(), kEmbedded.end(), name) != kEmbedded.end()) {
            findings_.embedded.insert(name);
        } else if (name == "Encrypt") {
            findings_.encrypted = true;
        } else if (name == "Popup" || (last_name_ == "Subtype" && (name == "FreeText" || name == "Text"))) {
            findings_.comments = true;
        }
    }

    /// From behind an opening bracket to its closing one; brackets nest, a backslash escapes.
    void literal() {
        const auto from = ++at_;
        for (int depth = 1; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\\') {
                ++at_;
            } else if (c == '(') {
                ++depth;
            } else if (c == ')' && --depth == 0) {
                break;
            }
        }
        at_ = std::min(at_, text_.size());
        value(from, at_, false);
    }

    /// A string that stands in [from, to); hexadecimal ones are blanked with spaces too.
    void value(std::size_t from, std::size_t to, bool hex) {
        if (last_name_ == "Author" || last_name_ == "Company" || last_name_ == "Manager") {
            const bool blank = std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(from), text_.begin() + static_cast<std::ptrdiff_t>(to),
                                           [&](char c) { return is_space(c) || (hex && (c == '2' || c == '0')); });
            if (!blank && packed_) {
                findings_.stripped.stuck.insert("tác giả (author)");
            } else if (!blank) {
                findings_.stripped.removed.insert("tác giả (author)");
                std::size_t digits = 0;
                for (auto i = from; i < to; ++i) {
                    text_[i] = !hex ? ' ' : digits++ % 2 == 0 ? '2' : '0';
                }
            }
        }
        last_name_.clear();
    }

    void word() {
        const auto from = at_;
        while (at_ < text_.size() && !is_space(text_[at_]) && !is_delimiter(text_[at_])) {
            ++at_;
        }
        const auto read = std::string_view(text_).substr(from, at_ - from);
        if (read == "stream" && !packed_) {
            stream(std::string(text_, dictionary_, from - dictionary_));
        }
        last_name_.clear();
    }

    /// The bytes between "stream" and "endstream" are passed over, or looked into where they hold objects or metadata.
    void stream(const std::string& dictionary) {
        if (at_ < text_.size() && text_[at_] == '\r') {
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '\n') {
            ++at_;
        }
        const auto end = text_.find("endstream", at_);
        if (end == std::string::npos) {
            findings_.damaged = true;
            at_ = text_.size();
            return;
        }
        const auto has = [&](std::string_view word) { return dictionary.find(word) != std::string::npos; };
        const bool plain = !has("/Filter");
        const auto body = std::string_view(text_).substr(at_, end - at_);
        if (has("/ObjStm")) {
            objects(body, plain, has("/FlateDecode") && !has("/DecodeParms"));
        } else if (has("/Metadata") && has("/XML")) {
            metadata(at_, end, plain);
        }
        at_ = end + 9;
    }

    void objects(std::string_view body, bool plain, bool flate) {
        if (!plain && !flate) {
            findings_.stripped.stuck.insert("đối tượng nén không đọc được (object stream)");
            return;
        }
        auto text = plain ? std::string(body) : inflate_stream(body);
        PdfScan(text, true, findings_).run();
    }

    void metadata(std::size_t from, std::size_t to, bool plain) {
        const auto body = plain ? text_.substr(from, to - from) : inflate_stream(std::string_view(text_).substr(from, to - from));
        const bool telling = body.find("creator") != std::string::npos || body.find("Author") != std::string::npos || body.find("author") != std::string::npos;
        if (telling && plain) {
            std::fill(text_.begin() + static_cast<std::ptrdiff_t>(from), text_.begin() + static_cast<std::ptrdiff_t>(to), ' ');
            findings_.stripped.removed.insert("XMP");
        } else if (telling) {
            findings_.stripped.stuck.insert("XMP");
        }
    }

    std::string& text_;
    bool packed_;
    PdfFindings& findings_;
    std::size_t at_ = 0;
    std::size_t dictionary_ = 0;
    std::string last_name_;
};

}  // namespace

PdfFindings check_pdf(std::string_view bytes) {
    PdfFindings findings;
    std::string text(bytes);
    PdfScan(text, false, findings).run();
    findings.damaged = findings.damaged || text.find("%%EOF") == std::string::npos || text.find("obj") == std::string::npos;
    findings.stripped.bytes = std::move(text);
    return findings;
}

}  // namespace khomo::builder
