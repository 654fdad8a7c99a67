// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "builder/gate/personal/text_scan.hpp"
#include "catalog/model/value.hpp"

namespace khomo::builder {

/// What cells were found to be. The first group speaks of whole cells, the second of something inside a longer text.
enum class Evidence : std::uint8_t {
    personal_number,      ///< 12 digits of a sound structure
    cut_personal_number,  ///< 11 digits that are one with their zero back
    twelve_digits,
    nine_digits,
    ten_digits,
    long_number,          ///< 8 to 19 digits
    scientific,           ///< 1.4E+10
    tax_number,
    tax_wrong,
    tax_person,
    mobile,
    cut_mobile,
    service_line,
    health_card,
    plate,
    marked_plate,
    passport,
    land_certificate,
    two_word_name,
    longer_name,
    marked_name,
    ethnic_group,
    small_count,          ///< 1 to 4
    birth_date,           ///< a date or year that lies 0 to 110 years back
    home_address,         ///< down to the house, hamlet or group
    mail_role,
    mail_named,
    mail_private,
    text_personal_number,
    text_identity_paper,
    text_passport,
    text_mobile,
    text_mail_private,
    text_mail_named,
    text_health_card,
    text_insurance_number,
    text_bank_account,
    text_plate,
    text_name,
    secrecy,
    count,
};

struct Sighting {
    std::uint64_t row = 0;
    std::string masked;
};

struct EvidenceTally {
    std::uint64_t count = 0;
    std::vector<Sighting> shown;  ///< the first ones, at most ColumnProfile::kShown
};

/// Counts what the cells of one column are, in one pass with bounded memory: most cells cost one look at their bytes. Not thread-safe.
class ColumnProfile {
public:
    static constexpr std::size_t kShown = 20;

    /// `year`: what "now" is when ages are told; the year of the delivery's approval.
    explicit ColumnProfile(int year) : year_(year) {}

    /// Only a column of addresses is looked through for homes.
    void look_for_addresses(bool on) { addresses_ = on; }
    void add(const catalog::Value& value, std::uint64_t row);
    void add_text(std::string_view text, std::uint64_t row);
    void add_integer(std::int64_t number, std::uint64_t row);
    void add_double(double number, std::uint64_t row);

    const EvidenceTally& of(Evidence evidence) const { return tallies_[static_cast<std::size_t>(evidence)]; }
    std::uint64_t count(Evidence evidence) const { return of(evidence).count; }
    std::uint64_t cells() const { return cells_; }          ///< that are not empty
    std::uint64_t numbers() const { return numbers_; }      ///< typed numbers and cells of digits alone
    std::uint64_t texts() const { return cells_ - numbers_; }
    std::uint64_t names() const { return count(Evidence::two_word_name) + count(Evidence::longer_name) + count(Evidence::marked_name); }

private:
    void note(Evidence evidence, std::uint64_t row, std::string_view value);
    void add_digits(std::string_view digits, bool plus, std::uint64_t row, std::string_view shown);
    void add_plain(std::string_view text, std::uint64_t row);
    void add_code(std::string_view text, std::uint64_t row);
    void add_words(std::string_view text, std::uint64_t row, std::size_t spaces);
    void scan(std::string_view text, std::uint64_t row);

    int year_;
    bool addresses_ = false;
    std::uint64_t cells_ = 0;
    std::uint64_t numbers_ = 0;
    std::array<EvidenceTally, static_cast<std::size_t>(Evidence::count)> tallies_;
    std::vector<TextHit> hits_;
};

}  // namespace khomo::builder
