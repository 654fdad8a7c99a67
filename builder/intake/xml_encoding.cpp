// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/xml_encoding.hpp"

#include <algorithm>
#include <fstream>

#include "builder/intake/reread_rows.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr std::size_t kSample = 1U << 20;
constexpr std::size_t kLongestLine = 4U << 20;

/// Whether the declaration names another encoding than UTF-8: libxml2 reads those that iconv knows.
bool declares_other(const std::string& head) {
    const auto declaration = head.substr(0, std::min(head.find("?>"), head.size()));
    const auto at = declaration.find("encoding=");
    if (!head.starts_with("<?xml") || at == std::string::npos || at + 10 > declaration.size()) {
        return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
    }
    auto name = declaration.substr(at + 10, declaration.find(declaration[at + 9], at + 10) - at - 10);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name != "utf-8" && name != "utf8" && name != "us-ascii";
}

/// Valid but for a character that the end of the sample cuts.
bool is_utf8_so_far(std::string_view sample) {
    for (std::size_t cut = 0; cut < 4 && cut < sample.size(); ++cut) {
        if (is_valid_utf8(sample.substr(0, sample.size() - cut))) {
            return true;
        }
    }
    return sample.empty();
}

/// Piece by piece, cut at line ends or at tags, where no character of any of these encodings is cut either.
void rewrite(std::ifstream& file, const std::string& encoding, const std::filesystem::path& target) {
    TextDecoder decoder(encoding);
    std::ofstream out(target, std::ios::binary | std::ios::trunc);
    std::string line;
    std::string text;
    while (std::getline(file, line, '>')) {
        const bool closed = !file.eof();
        if (line.size() > kLongestLine || !decoder.decode(line, text)) {
            text = line;  // the parser says what is wrong with it
        }
        out << text << (closed ? ">" : "");
    }
    if (!out) {
        throw io_error("ghi", "write", target.filename().string(), errno);
    }
}

}  // namespace

std::optional<std::filesystem::path> settle_xml_encoding(const ReadRequest& request, FormNotes& notes) {
    std::ifstream file(request.copy, std::ios::binary);
    std::string sample(kSample, '\0');
    file.read(sample.data(), static_cast<std::streamsize>(sample.size()));
    sample.resize(static_cast<std::size_t>(file.gcount()));
    if (is_utf8_so_far(sample) || declares_other(sample)) {
        return request.copy;
    }
    auto encoding = request.table.encoding;
    if (encoding == "auto" || encoding.empty()) {
        WordSample words;
        words.add(sample);
        const auto readings = read_sample_as(words, false);
        const auto settled = settle_encoding(readings, false);
        if (!settled) {
            note_unsettled(readings, notes);
            return std::nullopt;
        }
        note_converted(*settled, readings, notes);
        encoding = *settled;
    }
    file.clear();
    file.seekg(0);
    const auto target = request.scratch / "utf-8.xml";
    rewrite(file, encoding, target);
    return target;
}

}  // namespace khomo::builder
