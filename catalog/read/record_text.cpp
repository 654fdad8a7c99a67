// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/record_text.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace khomo::catalog {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::size_t indent_of(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool is_comment(const std::string& line) {
    const auto at = line.find_first_not_of(" \t\r");
    return at != std::string::npos && line[at] == '#';
}

bool says_something(const std::string& line) { return line.find_first_not_of(" \t\r") != std::string::npos && !is_comment(line); }

/// "key" of a line `key: …` at this indentation; empty when it is none.
std::string key_of(const std::string& line, std::size_t indent) {
    if (indent_of(line) != indent || indent == line.size()) {
        return "";
    }
    auto at = indent;
    const char quote = line[at] == '"' || line[at] == '\'' ? line[at] : '\0';
    at += quote == '\0' ? 0 : 1;
    std::string key;
    while (at < line.size() && (std::isalnum(static_cast<unsigned char>(line[at])) != 0 || line[at] == '_')) {
        key += line[at++];
    }
    at += quote == '\0' ? 0 : 1;
    const bool colon = at < line.size() && line[at] == ':' && (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\r');
    return colon ? key : "";
}

/// The lines of one key: from its own to the last that says something before the next key.
struct Span {
    std::string key;
    std::size_t first = 0;
    std::size_t last = 0;  ///< one behind
};

std::vector<Span> spans(const Lines& lines, std::size_t from, std::size_t to, std::size_t indent) {
    std::vector<Span> found;
    for (auto at = from; at < to; ++at) {
        if (!says_something(lines[at])) {
            continue;
        }
        if (auto key = key_of(lines[at], indent); !key.empty()) {
            found.push_back({std::move(key), at, at + 1});
        } else if (!found.empty()) {
            found.back().last = at + 1;
        }
    }
    return found;
}

void append(Lines& out, const Lines& lines, std::size_t from, std::size_t to) { out.insert(out.end(), lines.begin() + static_cast<std::ptrdiff_t>(from), lines.begin() + static_cast<std::ptrdiff_t>(to)); }

/// The canonical lines of a section, whose levels are two spaces, at `step` spaces a level.
void write(Lines& out, const RecordSection& section, std::size_t step) {
    for (const auto& line : lines_of(record_text({section}))) {
        const auto indent = indent_of(line);
        out.push_back(std::string(indent / 2 * step + indent % 2, ' ') + line.substr(indent));
    }
}

const RecordSection* find(const std::vector<RecordSection>& sections, const std::string& key) {
    const auto found = std::find_if(sections.begin(), sections.end(), [&](const auto& one) { return one.key == key; });
    return found == sections.end() ? nullptr : &*found;
}

bool same(const RecordSection* a, const RecordSection* b) { return a != nullptr && b != nullptr && record_text({*a}) == record_text({*b}); }

class Edit {
public:
    explicit Edit(const Lines& lines) : lines_(lines) {}

    /// The lines [from, to), whose keys stand at `indent`.
    void map(std::size_t from, std::size_t to, std::size_t indent, const std::vector<RecordSection>& before, const std::vector<RecordSection>& after, Lines& out) const {
        auto at = from;
        const auto found = spans(lines_, from, to, indent);
        for (const auto& span : found) {
            append(out, lines_, at, span.first);
            section(span, indent, find(before, span.key), find(after, span.key), out);
            at = span.last;
        }
        for (const auto& one : after) {
            const bool there = std::any_of(found.begin(), found.end(), [&](const auto& span) { return span.key == one.key; });
            if (!there) {
                write(out, one, indent == 0 ? 2 : indent);
            }
        }
        append(out, lines_, at, to);
    }

private:
    void section(const Span& span, std::size_t indent, const RecordSection* before, const RecordSection* after, Lines& out) const {
        if (same(before, after)) {
            append(out, lines_, span.first, span.last);
            return;
        }
        const auto heading = lines_[span.first].substr(std::min(lines_[span.first].size(), lines_[span.first].find(':') + 1));
        if (after != nullptr && before != nullptr && !after->parts.empty() && !says_something(heading) && span.last > span.first + 1) {
            auto child = span.first + 1;
            while (!says_something(lines_[child])) {
                ++child;
            }
            out.push_back(lines_[span.first]);
            map(span.first + 1, span.last, indent_of(lines_[child]), before->parts, after->parts, out);
            return;
        }
        for (auto line = span.first; line < span.last; ++line) {
            if (is_comment(lines_[line])) {
                out.push_back(lines_[line]);
            }
        }
        if (after != nullptr) {
            write(out, *after, indent == 0 ? 2 : indent);
        }
    }

    const Lines& lines_;
};

}  // namespace

std::string record_text(const std::vector<RecordSection>& sections) {
    std::string text;
    for (const auto& section : sections) {
        text += section.text + record_text(section.parts);
    }
    return text;
}

std::string edited_record_text(const std::string& old, const std::vector<RecordSection>& before, const std::vector<RecordSection>& after) {
    const auto lines = lines_of(old);
    Lines out;
    Edit(lines).map(0, lines.size(), 0, before, after, out);
    std::string text;
    for (const auto& line : out) {
        text += line + "\n";
    }
    return text;
}

std::string comment_lines(const std::string& text) {
    std::string comments;
    for (const auto& line : lines_of(text)) {
        if (is_comment(line)) {
            comments += line + "\n";
        }
    }
    return comments;
}

}  // namespace khomo::catalog
