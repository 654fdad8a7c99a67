// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>
#include <vector>

#include "catalog/base/error.hpp"
#include "catalog/base/syllable.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 4> kEncodings = {
    {{"utf-8", nullptr}, {"windows-1258", "CP1258"}, {"tcvn3", "TCVN5712-1"}, {"viscii", "VISCII"}}};

bool is_word_byte(unsigned char c) {
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

TextDecoder::TextDecoder(const std::string& encoding) : name_(encoding) {
    const auto found = std::find_if(kEncodings.begin(), kEncodings.end(), [&](const auto& known) { return known.first == encoding; });
    if (found == kEncodings.end()) {
        throw Error(ErrorKind::input, {"Không biết bảng mã «" + encoding + "» (utf-8, windows-1258, tcvn3, viscii)",
                                       "Unknown encoding «" + encoding + "» (utf-8, windows-1258, tcvn3, viscii)"});
    }
    if (found->second != nullptr) {
        converter_ = ::iconv_open("UTF-8", found->second);
        if (converter_ == reinterpret_cast<void*>(-1)) {
            converter_ = nullptr;
            throw Error(ErrorKind::internal, {"Máy thiếu bảng mã " + encoding + " của glibc", "glibc's converter for " + encoding + " is missing"});
        }
    }
}

TextDecoder::~TextDecoder() {
    if (converter_ != nullptr) {
        ::iconv_close(converter_);
    }
}

bool TextDecoder::decode(std::string_view bytes, std::string& out) {
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != 0; })) {
        out.assign(bytes);
        return true;
    }
    if (converter_ == nullptr) {
        if (!is_valid_utf8(bytes)) {
            return false;
        }
        out.assign(bytes);
        return true;
    }
    out.resize(bytes.size() * 4 + 8);
    auto* from = const_cast<char*>(bytes.data());
    std::size_t from_left = bytes.size();
    char* to = out.data();
    std::size_t to_left = out.size();
    ::iconv(converter_, nullptr, nullptr, nullptr, nullptr);
    const bool fine = ::iconv(converter_, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1) &&
                      ::iconv(converter_, nullptr, nullptr, &to, &to_left) != static_cast<std::size_t>(-1);
    out.resize(out.size() - to_left);
    if (!fine || !is_valid_utf8(out)) {
        return false;
    }
    out = to_nfc(out);
    return true;
}

double vietnamese_share(std::string_view text) {
    std::size_t tokens = 0;
    std::size_t fine = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_word_byte(static_cast<unsigned char>(text[i]))) {
            ++i;
            continue;
        }
        const auto start = i;
        bool marked = false;
        while (i < text.size() && is_word_byte(static_cast<unsigned char>(text[i]))) {
            marked = marked || static_cast<unsigned char>(text[i]) >= 0x80;
            ++i;
        }
        if (marked) {
            ++tokens;
            fine += is_vietnamese_syllable(text.substr(start, i - start)) ? 1 : 0;
        }
    }
    return tokens == 0 ? 0 : static_cast<double>(fine) / static_cast<double>(tokens);
}

std::optional<std::string> detect_encoding(std::string_view sample, bool whole_is_utf8) {
    if (whole_is_utf8) {
        return "utf-8";
    }
    std::vector<std::pair<double, std::string>> scores;
    for (const auto& [name, converter] : kEncodings) {
        if (converter == nullptr) {
            continue;
        }
        TextDecoder decoder{std::string(name)};
        std::string text;
        scores.emplace_back(decoder.decode(sample, text) ? vietnamese_share(text) : 0.0, name);
    }
    std::sort(scores.rbegin(), scores.rend());
    if (scores[0].first >= 0.8 && scores[0].first - scores[1].first >= 0.2) {
        return scores[0].second;
    }
    return std::nullopt;
}

}  // namespace khomo::builder
