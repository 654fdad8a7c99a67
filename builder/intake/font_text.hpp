// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "builder/intake/encoding.hpp"
#include "builder/intake/form_notes.hpp"
#include "builder/intake/legacy_encoding.hpp"

namespace khomo::builder {

/// Texts of spreadsheets are Unicode by their form, but in a legacy font (.VnTime, VNI-Times) their characters stand for the letters that the font
/// draws. A text of several runs, each with a font of its own, carries a mark before each run; bytes that UTF-8 never has serve for it.
namespace font_runs {
/// The mark of a run in `font`; a null font is that of the cell.
std::string mark(const LegacyFont* font);
/// Whether the text has marks.
bool marked(std::string_view text);
/// Takes the marks out where no run is in a legacy font and no cell is either (`legacy_cells`).
void settle(std::string& text, bool legacy_cells);
}  // namespace font_runs

/// Reads texts the way their fonts show them. Not thread-safe.
class FontText {
public:
    FontText();
    /// Replaces `text`, whose marks go. A text that is Unicode Vietnamese already stays, whatever its font claims.
    void read(const LegacyFont& cell, std::string& text);
    /// text/legacy-font: how many cells were read through which encodings.
    void tell(FormNotes& notes) const;

private:
    void read_run(const LegacyFont& font, std::string& text);

    TextDecoder tcvn3_;
    TextDecoder vni_;
    std::string scratch_;
    std::set<std::string> encodings_;  ///< that were met
    std::uint64_t cells_ = 0;
    std::string example_;
};

}  // namespace khomo::builder
