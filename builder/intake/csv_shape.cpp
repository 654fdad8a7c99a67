// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/csv_shape.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

#include "builder/intake/encoding.hpp"
#include "builder/intake/reread_rows.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr std::size_t kSample = 1U << 20;

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// The first megabyte that holds a byte beyond ASCII (starting at a line), or the first megabyte of the file if all is ASCII.
std::string read_sample(std::ifstream& file) {
    std::string head(kSample, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    if (std::any_of(head.begin(), head.end(), is_high) || head.size() < kSample) {
        return head;
    }
    std::string part(kSample, '\0');
    while (file) {
        file.read(part.data(), static_cast<std::streamsize>(part.size()));
        const auto got = static_cast<std::size_t>(file.gcount());
        const auto found = std::find_if(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(got), is_high);
        if (found != part.begin() + static_cast<std::ptrdiff_t>(got)) {
            const auto from = part.rfind('\n', static_cast<std::size_t>(found - part.begin()));
            return part.substr(from == std::string::npos ? 0 : from + 1, got);
        }
    }
    return head;
}

struct Utf8Count {
    std::size_t sequences = 0;  ///< valid ones of two bytes and more
    std::size_t faults = 0;
};

Utf8Count count_utf8(std::string_view text) {
    Utf8Count count;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (i + length > text.size()) {
            break;  // cut by the end of the sample
        }
        if (is_valid_utf8(text.substr(i, length))) {
            ++count.sequences;
            i += length;
        } else {
            ++count.faults;
            ++i;
        }
    }
    return count;
}

/// The lines that hold bytes beyond ASCII, so that a large table of numbers does not drown its names.
std::string telling_lines(const std::string& sample) {
    std::string lines;
    for (std::size_t at = 0; at < sample.size() && lines.size() < (1U << 16);) {
        const auto end = std::min(sample.find('\n', at), sample.size());
        const auto line = std::string_view(sample).substr(at, end - at);
        if (std::any_of(line.begin(), line.end(), is_high)) {
            lines.append(line.substr(0, 4000)) += '\n';
        }
        at = end + 1;
    }
    return lines;
}

std::optional<std::string> detect_text_encoding(const std::string& sample, FormNotes& notes) {
    const auto count = count_utf8(sample);
    if (count.faults == 0 && count.sequences == 0) {
        return "utf-8";
    }
    WordSample words;
    const auto lines = telling_lines(sample);
    words.add(lines);
    // A few broken cells in a file that is UTF-8 otherwise are told cell by cell.
    const bool unicode = count.faults == 0 || count.sequences >= 4 * count.faults;
    const auto readings = read_sample_as(words, unicode);
    const auto settled = settle_encoding(readings, unicode);
    if (!settled) {
        note_unsettled(readings, notes);
    } else if (*settled != "utf-8") {
        note_converted(*settled, readings, notes);
    }
    return settled;
}

/// Cells of each of the first records when `delimiter` parts them; quotes are respected.
std::vector<std::size_t> count_cells(std::string_view text, char delimiter, std::size_t skip) {
    std::vector<std::size_t> counts;
    bool quote = false;
    std::size_t cells = 1;
    bool any = false;
    for (const char c : text) {
        if (c == '"') {
            quote = !quote;
        } else if (!quote && c == delimiter) {
            ++cells;
        } else if (!quote && (c == '\n' || c == '\r')) {
            if (any && skip > 0) {
                --skip;
            } else if (any) {
                counts.push_back(cells);
            }
            cells = 1;
            any = false;
            if (counts.size() == 50) {
                break;
            }
            continue;
        }
        any = true;
    }
    if (counts.empty()) {
        counts.push_back(cells);
    }
    return counts;
}

char detect_delimiter(std::string_view text, std::size_t skip) {
    char best = ',';
    std::size_t best_score = 0;
    for (const char candidate : {';', '\t', ',', '|'}) {
        const auto counts = count_cells(text, candidate, skip);
        if (counts.front() < 2) {
            continue;
        }
        const auto equal = static_cast<std::size_t>(std::count(counts.begin(), counts.end(), counts.front()));
        const auto score = equal * 1000 / counts.size() * 100 + std::min<std::size_t>(counts.front(), 99);
        if (score > best_score) {
            best = candidate;
            best_score = score;
        }
    }
    return best;
}

/// Whether the file starts with the mark of UTF-16, which the delimited reader does not take.
bool is_utf16(std::string_view head) {
    return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
}

/// Excel's own first line "sep=;".
void take_separator_line(std::string_view head, CsvShape& shape, bool settle) {
    const auto text = head.substr(shape.start);
    if (text.size() < 6 || !text.starts_with("sep=") || (text[5] != '\r' && text[5] != '\n')) {
        return;
    }
    shape.delimiter = settle ? text[4] : shape.delimiter;
    shape.start += text.substr(5).starts_with("\r\n") ? 7 : 6;
    shape.first_row = 2;
}

}  // namespace

std::optional<CsvShape> detect_csv_shape(const std::filesystem::path& path, const catalog::TableLayout& layout, FormNotes& notes) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw io_error("mở", "open", notes.file(), errno);
    }
    std::string head(1U << 16, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    if (is_utf16(head)) {
        notes.block("text/encoding", 0, "", {"Tệp mã UTF-16, không phải CSV thường", "The file is UTF-16, not plain CSV"},
                    {"Trong Excel: Lưu thành, chọn «CSV UTF-8»", "In Excel: Save as, choose «CSV UTF-8»"});
        return std::nullopt;
    }
    file.clear();
    file.seekg(0);
    CsvShape shape;
    shape.start = head.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    if (layout.encoding == "auto") {
        const auto found = detect_text_encoding(read_sample(file), notes);
        if (!found) {
            return std::nullopt;
        }
        shape.encoding = *found;
    } else {
        shape.encoding = layout.encoding;
    }
    const bool automatic = layout.delimiter == "auto" || layout.delimiter.empty();
    if (automatic) {
        shape.delimiter = detect_delimiter(std::string_view(head).substr(shape.start), static_cast<std::size_t>(std::max(0, layout.skip_rows)));
    } else {
        shape.delimiter = layout.delimiter == "tab" ? '\t' : layout.delimiter.front();
    }
    take_separator_line(head, shape, automatic);
    return shape;
}

}  // namespace khomo::builder
