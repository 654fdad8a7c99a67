// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace khomo::catalog {

/// A key of a YAML map with the lines that say it, two spaces to a level; with `parts` the text is the key's line alone.
struct RecordSection {
    std::string key;
    std::string text;
    std::vector<RecordSection> parts;
};

/// The sections one after the other.
std::string record_text(const std::vector<RecordSection>& sections);

/// `old`, a YAML map in block style that says `before`, changed to say `after`: only the lines of sections that differ are written anew,
/// lines of comment stay. The caller reads the result again, for YAML knows more ways of writing than are looked at here.
std::string edited_record_text(const std::string& old, const std::vector<RecordSection>& before, const std::vector<RecordSection>& after);

/// The lines of a text that hold nothing but a comment.
std::string comment_lines(const std::string& text);

}  // namespace khomo::catalog
