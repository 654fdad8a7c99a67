// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/encoding.hpp"

#include <cstdlib>

#include "builder/intake/font_text.hpp"
#include "catalog/base/text.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {

void run(std::string_view input) {
    std::string out;
    for (const auto& name : builder::encoding_names()) {
        builder::TextDecoder decoder(name);
        if (decoder.decode(input, out) && !is_valid_utf8(out) && input.find('\0') == std::string_view::npos) {
            std::abort();  // whatever comes out is UTF-8
        }
    }
    builder::WordSample sample;
    sample.add(input);
    const bool unicode = is_valid_utf8(input);
    builder::settle_encoding(builder::read_sample_as(sample, unicode), unicode);
    if (unicode) {
        builder::FontText fonts;
        for (const auto* font : {".VnTime", ".VnTimeH", "VNI-Times"}) {
            std::string text(input);
            fonts.read(builder::legacy_font(font), text);
        }
        std::string marked = builder::font_runs::mark(nullptr) + std::string(input) + builder::font_runs::mark(nullptr);
        builder::font_runs::settle(marked, true);
        fonts.read({}, marked);
    }
}

std::vector<std::string> seeds() {
    return {"Rừng phòng hộ đầu nguồn", "R\xF5ng ph\xDFng h\xE9 \xAE\xC7u ngu\xE5n", "R\xF6\xF8ng phoøng", "Rá»«ng phÃ²ng há»™", "R\xFD\xCCng pho\xCCng h\xF4\xF2", "TØNH S¬N LA – «Hå»"};
}

}  // namespace khomo::fuzz
