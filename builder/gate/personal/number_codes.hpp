// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace khomo::builder {

/// Shapes of the numbers that stand for persons and firms in Việt Nam. All take plain ASCII without separators.
/// Sources: circular 07/2016/TT-BCA (personal number: province, century and sex, year, serial); the tax number's check digit; national
/// numbering plan for mobiles. The list of the 63 province codes of 2016 is written out in the source.

/// 12 digits: a province code, century and sex, a year of birth of somebody who can be alive in `year`, and a serial. Serials that end in
/// 000 do not count: sums of money look like that, persons hardly ever.
bool is_personal_number(std::string_view digits, int year);
/// 11 digits that are a personal number once the zero a spreadsheet took is put back.
bool is_cut_personal_number(std::string_view digits, int year);
/// "1.40860E+10" and the like: what a spreadsheet makes of a long number.
bool is_scientific(std::string_view text);

enum class TaxNumber { none, sound, wrong_check, person };
/// 10 digits with a check digit, or 13 with the number of a branch behind ("-001" taken out); `person`: 10 digits that begin with 8, the range of
/// natural persons.
TaxNumber tax_number(std::string_view digits);

/// Social insurance: 10 digits. Health insurance card: two letters of a group of holders, benefit 1-5, province, ten digits.
bool is_health_card(std::string_view text);

/// 10 digits from 0, or 11 from 84.
bool is_mobile(std::string_view digits);
/// 9 digits of a mobile that has lost its zero.
bool is_cut_mobile(std::string_view digits);
/// 02xx lines, 1800/1900 numbers and short numbers of services.
bool is_service_line(std::string_view digits);

/// 26A-123.45, 26H1-234.56, 29MĐ1-234.56, also without hyphen and dot. `marked`: a hyphen or dot shows that a plate is meant.
struct PlateMatch {
    bool plate = false;
    bool marked = false;
};
PlateMatch match_plate(std::string_view text);

bool is_passport(std::string_view text);          ///< one letter, 7 or 8 digits
bool is_land_certificate(std::string_view text);  ///< two letters (also Đ), 6 to 8 digits

}  // namespace khomo::builder
