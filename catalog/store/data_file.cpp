// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/store/data_file.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <vector>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/wkb.hpp"
#include "catalog/store/sqlite.hpp"

namespace khomo::catalog {
namespace {

std::string_view column_type(FieldType type) {
    switch (type) {
        case FieldType::integer: return "INTEGER";
        case FieldType::number: return "REAL";
        case FieldType::boolean: return "BOOLEAN";
        case FieldType::date: return "DATE";
        case FieldType::datetime: return "DATETIME";
        case FieldType::string:
        case FieldType::period: return "TEXT";
    }
    return "TEXT";
}

bool is_dated(const Field& field) { return field.type == FieldType::date || field.type == FieldType::datetime || field.type == FieldType::period; }
bool is_coded(const Field& field) { return !field.codelist.empty() || !field.codes.empty(); }

/// The field rows are mostly read in the order of: that of the table view, else the first of time; empty if there is neither.
std::string usual_order(const CatalogEntry& entry) {
    const auto& sort = entry.views.table_sort;
    if (const auto name = sort.starts_with('-') ? sort.substr(1) : sort; entry.field(name) != nullptr) {
        return name;
    }
    const auto dated = std::find_if(entry.fields.begin(), entry.fields.end(), is_dated);
    return dated == entry.fields.end() ? std::string() : dated->name;
}

/// Fields that get an index: what people filter, join and sort by.
std::vector<std::string> indexed_fields(const CatalogEntry& entry) {
    std::set<std::string> names(entry.key.begin(), entry.key.end());
    for (const auto& field : entry.fields) {
        if (is_dated(field) || is_coded(field)) {
            names.insert(field.name);
        }
    }
    if (!entry.views.table_sort.empty()) {
        names.insert(entry.views.table_sort.front() == '-' ? entry.views.table_sort.substr(1) : entry.views.table_sort);
    }
    for (const auto& name : {entry.views.map_colour, entry.views.map_label}) {
        names.insert(name);
    }
    std::vector<std::string> fields;
    for (const auto& field : entry.fields) {
        if (names.contains(field.name)) {
            fields.push_back(field.name);
        }
    }
    return fields;
}

/// Appends a cell in the canonical CSV form of docs/release-format.md.
void append_canonical(std::string& line, const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        append_text(line, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        append_text(line, *real);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        line += *flag ? "true" : "false";
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        if (!text->empty() && text->find_first_of(",\"\r\n") == std::string::npos) {
            line += *text;
            return;
        }
        line += '"';
        for (const char c : *text) {
            line.append(c == '"' ? 2 : 1, c);
        }
        line += '"';
    }
}

void append_hex(std::string& line, std::string_view bytes) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    for (const char c : bytes) {
        line += kDigits[static_cast<unsigned char>(c) >> 4];
        line += kDigits[static_cast<unsigned char>(c) & 15];
    }
}

using Box = std::array<double, 4>;

void grow(std::optional<Box>& all, const Box& box) {
    if (!all) {
        all = box;
        return;
    }
    *all = {std::min((*all)[0], box[0]), std::min((*all)[1], box[1]), std::max((*all)[2], box[2]), std::max((*all)[3], box[3])};
}

/// GeoPackage binary: "GP", version, flags (little endian, xy envelope), srs_id, envelope, WKB (OGC 12-128r18 §2.1.3).
void make_gpkg_blob(std::string& blob, const std::string& wkb, int srs, const Box& box, bool point) {
    blob.assign("GP\0", 3);
    blob += static_cast<char>(point ? 0x01 : 0x03);
    const auto append = [&](const auto& number) { blob.append(reinterpret_cast<const char*>(&number), sizeof number); };
    append(srs);
    if (!point) {
        for (const double side : {box[0], box[2], box[1], box[3]}) {
            append(side);
        }
    }
    blob += wkb;
}

constexpr const char* kGpkgTables = R"sql(
PRAGMA application_id=1196444487; PRAGMA user_version=10300;
CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES('Undefined Cartesian SRS',-1,'NONE',-1,'undefined',NULL),
  ('Undefined geographic SRS',0,'NONE',0,'undefined',NULL);
CREATE TABLE gpkg_contents(table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns(table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions(table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
)sql";

}  // namespace

struct DataFileWriter::State {
    std::filesystem::path path;
    CatalogEntry entry;
    DataGeometry geometry;
    Database database;
    std::optional<Statement> insert;
    std::optional<Statement> insert_box;
    Sha256 sha;
    std::string line;
    std::string blob;
    DataSummary summary;
    bool finished = false;

    State(std::filesystem::path p, const CatalogEntry& e, DataGeometry g)
        : path(std::move(p)), entry(e), geometry(std::move(g)), database(path, Database::Mode::create) {}

    bool spatial() const { return !geometry.type.empty(); }
    std::string table() const { return quote_identifier(entry.table_name()); }

    void create_tables();
    void create_gpkg();
    void describe();
    void index();
    void hash(const Row& row);
};

void DataFileWriter::State::create_tables() {
    // Nobody reads the file before it is finished and hashed, so a crash needs no journal: the destructor removes it.
    database.execute("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
                     "PRAGMA cache_size=-32768; PRAGMA temp_store=FILE;");
    database.execute("BEGIN");
    if (spatial()) {
        create_gpkg();
    }
    std::string create = "CREATE TABLE " + table() + "(fid INTEGER PRIMARY KEY NOT NULL";
    std::string insert_sql = "INSERT INTO " + table() + " VALUES(?";
    if (spatial()) {
        create += ", geom BLOB";  // the declared geometry type stands in gpkg_geometry_columns
        insert_sql += ",?";
    }
    line.clear();
    for (const auto& field : entry.fields) {
        create += ", " + quote_identifier(field.name) + ' ' + std::string(column_type(field.type));
        insert_sql += ",?";
        line += (line.empty() ? "" : ",") + field.name;
    }
    database.execute(create + ")");
    insert.emplace(database.prepare(insert_sql + ")"));
    sha.update(line + (spatial() ? ",geometry\n" : "\n"));
}

void DataFileWriter::State::create_gpkg() {
    database.execute(kGpkgTables);
    const std::string epsg = std::to_string(geometry.epsg);
    auto srs = database.prepare("INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES(?,?,'EPSG',?,?,NULL)");
    srs.bind(1, std::string_view("EPSG:" + epsg)).bind(2, std::int64_t{geometry.epsg}).bind(3, std::int64_t{geometry.epsg});
    const std::string name = "EPSG:" + epsg;
    srs.bind(1, std::string_view(name)).bind(4, std::string_view(geometry.crs_wkt)).run();
    const auto name_of_table = entry.table_name();
    const std::string rtree = quote_identifier("rtree_" + name_of_table + "_geom");
    database.execute("CREATE VIRTUAL TABLE " + rtree + " USING rtree(id, minx, maxx, miny, maxy)");
    auto extension = database.prepare("INSERT INTO gpkg_extensions VALUES(?,'geom','gpkg_rtree_index','http://www.geopackage.org/spec120/#extension_rtree','write-only')");
    extension.bind(1, std::string_view(name_of_table)).run();
    insert_box.emplace(database.prepare("INSERT INTO " + rtree + " VALUES(?,?,?,?,?)"));
}

void DataFileWriter::State::describe() {
    database.execute("CREATE TABLE khomo_fields(position INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, unit TEXT, title_vi TEXT,"
                     "title_en TEXT, description_vi TEXT, description_en TEXT); CREATE TABLE khomo_info(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID");
    auto add = database.prepare("INSERT INTO khomo_fields VALUES(?,?,?,?,?,?,?,?)");
    std::int64_t position = 0;
    for (const auto& field : entry.fields) {
        add.bind(1, ++position).bind(2, std::string_view(field.name)).bind(3, to_string(field.type)).bind(4, std::string_view(field.unit));
        add.bind(5, std::string_view(field.title.vi)).bind(6, std::string_view(field.title.en));
        add.bind(7, std::string_view(field.description.vi)).bind(8, std::string_view(field.description.en)).run();
    }
    auto info = database.prepare("INSERT INTO khomo_info VALUES(?,?)");
    const auto put = [&](std::string_view key, std::string_view value) { info.bind(1, key).bind(2, value).run(); };
    put("id", entry.id);
    put("title_vi", entry.title.vi);
    put("title_en", entry.title.en);
    put("licence", entry.licence);
    put("content_sha256", summary.content_sha256);
    if (spatial()) {
        put("crs", "EPSG:" + std::to_string(geometry.epsg));
    }
}

void DataFileWriter::State::index() {
    // SQLite sorts an index in runs as large as its page cache and merges them: runs that fit a core's own cache are sorted twice as quickly
    // as runs of 32 MB, and the pages of an index are written in order, for which a small cache is enough.
    database.execute("PRAGMA cache_size=-1024; PRAGMA threads=1");  // a second thread sorts a run while this one reads the rows of the next
    const auto order = usual_order(entry);
    for (const auto& name : indexed_fields(entry)) {
        // A code list filters, and what is filtered is mostly read in the order of time: one index then serves both.
        const bool coded = is_coded(*entry.field(name)) && !order.empty() && order != name;
        const auto columns = quote_identifier(name) + (coded ? "," + quote_identifier(order) : "");
        database.execute("CREATE INDEX " + quote_identifier("ix_" + name) + " ON " + table() + "(" + columns + ")");
    }
    if (!spatial()) {
        return;
    }
    // A fixed date: the same rows must give the same bytes.
    auto contents = database.prepare("INSERT INTO gpkg_contents VALUES(?,'features',?,?,'1970-01-01T00:00:00.000Z',?,?,?,?,?)");
    const auto name = entry.table_name();
    contents.bind(1, std::string_view(name)).bind(2, std::string_view(entry.title.vi)).bind(3, std::string_view(entry.title.en));
    for (int side = 0; side < 4; ++side) {
        if (summary.bbox) {
            contents.bind(4 + side, (*summary.bbox)[static_cast<size_t>(side)]);
        } else {
            contents.bind_null(4 + side);
        }
    }
    contents.bind(8, std::int64_t{geometry.epsg}).run();
    std::string type = geometry.type;
    std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    auto column = database.prepare("INSERT INTO gpkg_geometry_columns VALUES(?,'geom',?,?,0,0)");
    column.bind(1, std::string_view(name)).bind(2, std::string_view(type)).bind(3, std::int64_t{geometry.epsg}).run();
}

void DataFileWriter::State::hash(const Row& row) {
    line.clear();
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
        if (i > 0) {
            line += ',';
        }
        append_canonical(line, row.values[i]);
    }
    if (spatial()) {
        line += ',';
        append_hex(line, row.geometry);
    }
    line += '\n';
    sha.update(line);
}

DataFileWriter::DataFileWriter(const std::filesystem::path& path, const CatalogEntry& entry, const DataGeometry& geometry) {
    std::filesystem::remove(path);
    state_ = std::make_unique<State>(path, entry, geometry);
    state_->create_tables();
}

DataFileWriter::~DataFileWriter() {
    if (state_ && !state_->finished) {
        state_->insert.reset();
        state_->insert_box.reset();
        std::error_code ignored;
        std::filesystem::remove(state_->path, ignored);
    }
}

void DataFileWriter::add(const Row& row) {
    auto& s = *state_;
    if (row.values.size() != s.entry.fields.size()) {
        throw Error(ErrorKind::internal, {"Số ô không khớp hợp đồng dữ liệu của " + s.entry.id, "The row does not fit the contract of " + s.entry.id});
    }
    s.hash(row);
    s.summary.filled.resize(row.values.size());
    s.summary.with_geometry += row.geometry.empty() ? 0 : 1;
    const auto fid = static_cast<std::int64_t>(++s.summary.rows);
    auto& insert = *s.insert;
    int at = 1;
    insert.bind(at++, fid);
    if (s.spatial()) {
        const auto box = row.geometry.empty() ? std::nullopt : wkb_bounds(row.geometry);
        if (box) {
            make_gpkg_blob(s.blob, row.geometry, s.geometry.epsg, *box, s.geometry.type == "Point");
            insert.bind_blob(at++, s.blob);
            s.insert_box->bind(1, fid).bind(2, (*box)[0]).bind(3, (*box)[2]).bind(4, (*box)[1]).bind(5, (*box)[3]).run();
            grow(s.summary.bbox, *box);
        } else {
            insert.bind_null(at++);
        }
    }
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const auto& value = row.values[i];
        s.summary.filled[i] += value.index() != 0 ? 1 : 0;
        if (const auto* text = std::get_if<std::string>(&value)) {
            insert.bind(at, std::string_view(*text));
        } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            insert.bind(at, *integer);
        } else if (const auto* real = std::get_if<double>(&value)) {
            insert.bind(at, *real);
        } else if (const auto* flag = std::get_if<bool>(&value)) {
            insert.bind(at, std::int64_t{*flag ? 1 : 0});
        } else {
            insert.bind_null(at);
        }
        ++at;
    }
    insert.run();
}

DataSummary DataFileWriter::finish() {
    auto& s = *state_;
    s.insert.reset();
    s.insert_box.reset();
    s.summary.content_sha256 = s.sha.finish();
    s.index();
    s.describe();
    s.database.execute("COMMIT");
    s.database.close();
    s.finished = true;
    return s.summary;
}

namespace {

class DataFileReader : public RowReader {
public:
    DataFileReader(const std::filesystem::path& path, const CatalogEntry& entry)
        : fields_(entry.fields), database_(path, Database::Mode::immutable), spatial_(has_geometry(entry)), select_(database_.prepare(sql(entry))) {}

    bool next(Row& row) override {
        if (!select_.step()) {
            return false;
        }
        row.values.resize(fields_.size());
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            read(static_cast<int>(i), fields_[i].type, row.values[i]);
        }
        row.geometry.clear();
        if (spatial_) {
            row.geometry = gpkg_to_wkb(select_.blob(static_cast<int>(fields_.size())));
        }
        return true;
    }

private:
    bool has_geometry(const CatalogEntry& entry) const {
        auto found = database_.prepare("SELECT 1 FROM pragma_table_info(?) WHERE name='geom'");
        const auto table = entry.table_name();
        return found.bind(1, std::string_view(table)).step();
    }

    std::string sql(const CatalogEntry& entry) const {
        std::string columns;
        for (const auto& field : fields_) {
            columns += (columns.empty() ? "" : ",") + quote_identifier(field.name);
        }
        if (spatial_) {
            columns += ",geom";
        }
        return "SELECT " + columns + " FROM " + quote_identifier(entry.table_name()) + " ORDER BY fid";
    }

    void read(int column, FieldType type, Value& value) {
        if (select_.is_null(column)) {
            value = std::monostate();
        } else if (type == FieldType::integer) {
            value = select_.integer(column);
        } else if (type == FieldType::number) {
            value = select_.real(column);
        } else if (type == FieldType::boolean) {
            value = select_.integer(column) != 0;
        } else if (auto* text = std::get_if<std::string>(&value)) {
            text->assign(select_.text(column));
        } else {
            value = std::string(select_.text(column));
        }
    }

    std::vector<Field> fields_;
    Database database_;
    bool spatial_;
    Statement select_;
};

}  // namespace

std::unique_ptr<RowReader> read_data_file(const std::filesystem::path& path, const CatalogEntry& entry) {
    return std::make_unique<DataFileReader>(path, entry);
}

}  // namespace khomo::catalog
