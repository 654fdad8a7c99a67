// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/base/instant.hpp"
#include "catalog/model/contract.hpp"
#include "catalog/model/attachment.hpp"
#include "catalog/model/field.hpp"
#include "catalog/model/waiver.hpp"

namespace khomo::catalog {

/// Who may see it: only open and aggregated can ever be published.
enum class OpenClass { open, aggregated, restricted, never };
std::string_view to_string(OpenClass open_class);
std::optional<OpenClass> parse_open_class(std::string_view text);

enum class Frequency { daily, monthly, quarterly, yearly, on_change, on_request };
/// "on-change" and so on.
std::string_view to_string(Frequency frequency);
std::optional<Frequency> parse_frequency(std::string_view text);

struct Keywords {
    std::vector<std::string> vi;
    std::vector<std::string> en;
};

/// The open-data decision: no dataset is published on warehouse approval alone.
struct Decision {
    std::string number;
    Date date;
    std::string signer;
};

struct SourceNote {
    Text name;
    std::string url;
};

/// Where deliveries come from.
struct Supply {
    std::string from = "folder";                 ///< folder | database | api
    std::map<std::string, std::string> options;  ///< connection, table, endpoint …
};

/// Data that somebody has asked for, with a date of its own (Đ5.2c).
struct Request {
    Instant made;
    Instant due;
    std::string document;
};

/// How a table lies in its file.
struct TableLayout {
    std::string encoding = "auto";
    std::string delimiter = "auto";
    std::string sheet;  ///< name, or number from 1; empty = the first
    int header_rows = 1;
    int skip_rows = 0;
    std::string record;            ///< XML path of the row element
    std::string decimal = "auto";  ///< auto | comma | dot
    std::vector<std::string> nulls;
    std::string totals_row = "refuse";  ///< a row such as "Tổng cộng" among the data: refuse | skip | keep
};

struct GeometryContract {
    std::string type;  ///< point | line | polygon
    std::string crs;   ///< "EPSG:9206" or "from-file"
    std::string x;     ///< field of the easting or longitude, in a table
    std::string y;
    std::string wkt;
};

struct PersonalDataFlag {
    std::string field;
    std::string basis;
    Text reason;
};

struct ChartView {
    std::string kind;  ///< line | bar
    std::string x;
    std::string y;
    std::string by;
    Text title;
};

/// A figure that others watch (Đ7): what it is computed from, and what it is measured by.
struct IndicatorView {
    std::string id;      ///< unique within the dataset
    Text title;
    std::string period;  ///< field of the period, date or year; empty: each version is one, of the period of its delivery
    std::string step;    ///< month | year: dates are gathered by it; empty: as they are
    std::string value;   ///< field; empty: the rows are counted
    std::string gather;  ///< several rows of one period become one value: sum | mean | min | max | count
    std::map<std::string, std::string> where;  ///< field → value that a row must have
    std::optional<double> target;
    std::string better;  ///< higher | lower: which side of the target is good
};

struct Views {
    std::vector<std::string> table_columns;
    std::string table_sort;
    std::vector<ChartView> charts;
    std::string map_colour;
    std::string map_label;
    std::vector<IndicatorView> indicators;
};

/// The scenarios of Điều 7 that the monitoring centre works by, as the catalogue names them: "kinh-te-xa-hoi", "y-te" …
const std::vector<std::pair<std::string, Text>>& scenario_titles();

/// One entry of the catalogue: the operator's text, whether or not data has ever come.
struct CatalogEntry {
    std::string id;
    Text title;
    Text summary;
    Text description;  ///< Markdown
    std::string agency;
    std::string owner;  ///< equal to agency unless declared
    std::string theme;
    Keywords keywords;
    std::string inventory;  ///< row of Appendix II, or empty
    OpenClass open_class = OpenClass::restricted;
    Text class_reason;
    bool name_lost = false;
    Text note;
    Frequency frequency = Frequency::on_request;
    std::optional<Request> request;
    std::optional<Decision> decision;
    std::string licence;
    bool illustrative = false;
    std::vector<SourceNote> sources;
    Supply supply;
    std::string file_glob;
    TableLayout table;
    std::string layer;
    std::optional<GeometryContract> geometry;
    std::vector<std::string> key;
    std::vector<Field> fields;
    std::vector<std::string> ignore_columns;
    std::vector<AttachmentRule> attachments;  ///< documents that are published as they are
    bool documents_only = false;              ///< no table is delivered: the rows are the list of attachments
    std::vector<PersonalDataFlag> personal_data;
    std::vector<Waiver> waivers;
    Disclosure disclosure;
    RowCount row_count;
    std::vector<RowCondition> conditions;
    ChangeLimits change;
    Views views;
    bool search_rows = true;  ///< whether the search box finds its rows too
    std::vector<std::string> scenarios;  ///< codes of scenario_titles()
    std::string source_sha256;  ///< of the files the entry was read from; changes when any byte of them does

    /// Whether the class and the contract allow publication at all.
    bool publishable() const;
    const Field* field(std::string_view name) const;
    /// The first field that holds codes of communes and wards, or null.
    const Field* unit_field() const;
    /// Table name in data files: the id with hyphens as underscores.
    std::string table_name() const;
};

}  // namespace khomo::catalog
