// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace khomo::builder {

/// What a heading says of the column below it.
enum class Role {
    plain,            ///< nothing that concerns persons
    identity,         ///< CCCD, CMND, personal number, papers
    driver_licence,
    passport,
    tax_number,
    business_code,    ///< of household businesses: the holder's personal number since July 2025
    social_insurance,
    health_insurance,
    phone,
    hotline,
    mail,
    bank_account,
    public_account,   ///< of the treasury or a fund
    plate,
    land_certificate,
    name,             ///< of a private person
    owner_name,       ///< of whoever owns or uses something: a person or an organisation
    official_name,    ///< of somebody who acts in public: representative, signatory, title holder
    birth,
    age,
    home_address,
    address,
    sensitive,        ///< ethnicity, religion, health, poverty, crime, income of one person
    count,            ///< of persons or households
    measure,          ///< money, areas, rates …: numbers that are no code
    coordinate,
    home_coordinate,
    date,             ///< of an act or event that the heading names
    place_name,       ///< names of streets, schools, firms, villages …: named after persons at times
    sex,
};

/// Reads a heading.
Role role_of(std::string_view heading);

/// What the title of a dataset or the description of a table says.
struct TableContext {
    bool persons = false;       ///< a list of private persons or households
    bool organisation = false;  ///< agencies, firms, cooperatives, schools, facilities
    bool public_figures = false;///< title holders, practitioners, representatives, signatories
    bool places = false;        ///< streets, geographical names …
    bool statistics = false;    ///< counts by unit or kind
    bool health_or_crime = false; ///< topics where small counts point at persons
};
TableContext context_of(std::string_view text);
/// The same of a heading ("Điện thoại cơ quan").
TableContext context_of_heading(std::string_view heading);

/// Whether a count under this heading is about a sensitive topic (requirements P14, P15), such as "Số ca HIV".
bool is_sensitive_topic(std::string_view heading);

}  // namespace khomo::builder
