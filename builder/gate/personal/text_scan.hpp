// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace khomo::builder {

enum class TextHitKind { personal_number, identity_paper, passport, mobile, mail_private, mail_named, health_card, insurance_number, bank_account, plate, name, secrecy };

struct TextHit {
    TextHitKind kind;
    std::string_view text;  ///< points into the scanned text
};

/// Looks through running text for what stands for a person: numbers with spaces, dots or hyphens between their groups, addresses, cards, plates,
/// names after ông, bà …, and stamps of secrecy. `text` is in plain form (plain_form.hpp). Numbers that only a heading explains count when a
/// word before them says what they are ("CMND 050…", "STK: …"). Appends to `hits`.
void scan_text(std::string_view text, int year, std::vector<TextHit>& hits);

}  // namespace khomo::builder
