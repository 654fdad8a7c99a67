// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/read/catalogue_reader.hpp"

#include <algorithm>
#include <set>
#include <thread>
#include <sstream>
#include <unordered_map>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/parallel.hpp"
#include "catalog/base/text.hpp"
#include "catalog/read/code_list_reader.hpp"
#include "catalog/read/front_matter.hpp"
#include "catalog/read/yaml_map.hpp"

namespace khomo::catalog {
namespace {

/// Reads the files of the folder and remembers their bytes for the context hash.
class Folder {
public:
    Folder(std::filesystem::path root, Findings& findings) : root_(std::move(root)), findings_(findings) {}

    std::string bytes(const std::string& name) {
        auto read = read_file(root_ / name);
        sha_.update(name + '\0' + std::to_string(read.size()) + '\0' + read);
        return read;
    }

    YamlMap yaml(const std::string& name) {
        if (!std::filesystem::exists(root_ / name)) {
            throw Error(ErrorKind::input, {"Không có " + (root_ / name).string() + ". Dùng --portal để chỉ thư mục cổng",
                                           (root_ / name).string() + " is not there. Point --portal at the portal folder"});
        }
        return YamlMap::parse(bytes(name), {name, 0, "", &findings_});
    }

    bool has(const std::string& name) const { return std::filesystem::exists(root_ / name); }
    const std::filesystem::path& root() const { return root_; }
    Findings& findings() { return findings_; }
    std::string sha256() { return sha_.finish(); }

    /// Regular files below `name` that end in `ending`, sorted.
    std::vector<std::filesystem::path> files(const std::string& name, std::string_view ending) const {
        std::vector<std::filesystem::path> found;
        if (!std::filesystem::is_directory(root_ / name)) {
            return found;
        }
        for (const auto& item : std::filesystem::directory_iterator(root_ / name)) {
            if (item.is_regular_file() && item.path().string().ends_with(ending)) {
                found.push_back(item.path());
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    struct EntryFile {
        std::filesystem::path path;
        FileStamp stamp;
        FileStamp english;  ///< of the file with the English description; zeros where there is none
    };
    /// Files of datasets/ in order, as the listing shows them.
    std::vector<EntryFile> entry_files() const {
        constexpr std::string_view kEnding = ".md";
        constexpr std::string_view kEnglish = ".en.md";
        auto listed = stamps_in(root_ / "datasets");
        std::sort(listed.begin(), listed.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        std::vector<EntryFile> found;
        std::unordered_map<std::string_view, const FileStamp*> english;
        for (const auto& file : listed) {
            if (file.file && file.name.ends_with(kEnglish)) {
                english.emplace(std::string_view(file.name).substr(0, file.name.size() - kEnglish.size()), &file.stamp);
            }
        }
        for (const auto& file : listed) {
            if (file.file && file.name.ends_with(kEnding) && !file.name.ends_with(kEnglish)) {
                const auto translation = english.find(std::string_view(file.name).substr(0, file.name.size() - kEnding.size()));
                found.push_back({root_ / "datasets" / file.name, file.stamp, translation == english.end() ? FileStamp{} : *translation->second});
            }
        }
        return found;
    }

private:
    std::filesystem::path root_;
    Findings& findings_;
    Sha256 sha_;
};

Contact read_contact(YamlMap& parent) {
    Contact contact;
    if (auto map = parent.map("contact")) {
        contact = {map->string("email"), map->string("phone"), map->text("address")};
        map->reject_unknown_keys();
    }
    return contact;
}

Portal read_portal(Folder& folder) {
    auto map = folder.yaml("portal.yaml");
    Portal portal;
    portal.id = map.string("id", true);
    portal.title = map.text("title", true);
    portal.tagline = map.text("tagline");
    portal.notice = map.text("notice");
    portal.base_url = map.string("base_url", true);
    portal.publisher = map.string("publisher", true);
    portal.operator_agency = map.string("operator", true);
    portal.contact = read_contact(map);
    portal.province_code = map.string("province_code");
    portal.keep_releases = static_cast<int>(map.integer("keep_releases", 10));
    portal.deadlines_from = map.instant("deadlines_from");
    if (map.has("warehouse")) {
        portal.warehouse = map.string("warehouse");
    } else {
        map.string("warehouse");
    }
    const auto extent = map.numbers("extent");
    if (extent.size() == 4 && extent[0] < extent[2] && extent[1] < extent[3]) {
        std::copy(extent.begin(), extent.end(), portal.extent.begin());
    } else {
        map.fault("extent", "catalogue/wrong-kind", {"«extent» phải là [tây, nam, đông, bắc] theo độ", "«extent» must be [west, south, east, north] in degrees"});
    }
    if (auto limits = map.map("limits")) {
        const auto get = [&](std::string_view key, std::uint64_t otherwise) {
            return static_cast<std::uint64_t>(std::max<std::int64_t>(1, limits->integer(key, static_cast<std::int64_t>(otherwise))));
        };
        portal.limits = {get("memory_mb", 1024), get("cpu_seconds", 60), get("cpu_seconds_per_10mb", 1), get("file_mb", 2048)};
        limits->reject_unknown_keys();
    }
    if (portal.base_url.ends_with('/')) {
        map.fault("base_url", "catalogue/wrong-kind", {"«base_url» không có dấu / ở cuối", "«base_url» has no slash at the end"});
    }
    map.reject_unknown_keys();
    return portal;
}

SigningKey read_signing_key(YamlMap& map) {
    SigningKey key{map.string("key", true), map.string("holder", true), map.string("position"), map.strings("steps"), map.date("from"), map.date("until"), map.string("document")};
    const auto is_step = [](const std::string& step) { return step == "prepared" || step == "appraised" || step == "approved"; };
    if (!std::all_of(key.steps.begin(), key.steps.end(), is_step)) {
        map.fault("steps", "catalogue/wrong-kind", {"steps chỉ gồm prepared, appraised, approved", "steps are prepared, appraised and approved"});
    }
    map.reject_unknown_keys();
    return key;
}

std::vector<Agency> read_agencies(Folder& folder) {
    auto map = folder.yaml("agencies.yaml");
    std::vector<Agency> agencies;
    for (auto& item : map.maps("agencies")) {
        Agency agency;
        agency.id = item.string("id", true);
        agency.code = item.string("code");
        agency.code_confirmed = item.one_of("code_status", {"confirmed", "placeholder"}) == "confirmed";
        agency.name = item.text("name", true);
        agency.short_name = item.text("short");
        agency.as_printed = item.string("as_printed");
        agency.contact = read_contact(item);
        agency.website = item.string("website");
        agency.signatures_required = item.one_of("signatures", {"required", "optional"}) == "required";
        for (auto& key : item.maps("keys")) {
            agency.keys.push_back(read_signing_key(key));
        }
        item.reject_unknown_keys();
        agencies.push_back(std::move(agency));
    }
    map.reject_unknown_keys();
    return agencies;
}

std::vector<Theme> read_themes(Folder& folder) {
    auto map = folder.yaml("themes.yaml");
    std::vector<Theme> themes;
    for (auto& item : map.maps("themes")) {
        themes.push_back({item.string("id", true), item.text("title", true), item.text("description"), item.string("icon"), item.string("eu")});
        item.reject_unknown_keys();
    }
    map.reject_unknown_keys();
    return themes;
}

std::vector<Licence> read_licences(Folder& folder) {
    auto map = folder.yaml("licences.yaml");
    std::vector<Licence> licences;
    for (auto& item : map.maps("licences")) {
        licences.push_back({item.string("id", true), item.text("title", true), item.string("url"), item.string("spdx"), item.text("description")});
        item.reject_unknown_keys();
    }
    map.reject_unknown_keys();
    return licences;
}

Finding units_fault(std::uint64_t line, Text message) {
    Finding finding;
    finding.rule = "catalogue/units";
    finding.place.file = "units.csv";
    finding.place.line = line;
    finding.message = std::move(message);
    finding.fix = {"Giữ đúng bảy cột code,name_vi,name_en,type,lon,lat,area_km2", "Keep the seven columns code,name_vi,name_en,type,lon,lat,area_km2"};
    return finding;
}

/// Our own small file with a fixed shape: plain commas, no quotes.
std::vector<Unit> read_units(Folder& folder) {
    std::vector<Unit> units;
    if (!folder.has("units.csv")) {
        return units;
    }
    auto bytes = folder.bytes("units.csv");
    std::istringstream lines(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes);
    std::string line;
    for (std::uint64_t number = 1; std::getline(lines, line); ++number) {
        const auto text = std::string(trim(line));
        if (number == 1) {
            if (text != "code,name_vi,name_en,type,lon,lat,area_km2") {
                folder.findings().add(units_fault(1, {"Dòng tiêu đề không đúng", "The heading line is wrong"}));
            }
            continue;
        }
        std::vector<std::string> cells;
        std::istringstream parts(text);
        for (std::string cell; std::getline(parts, cell, ',');) {
            cells.push_back(clean_text(cell));
        }
        if (text.empty()) {
            continue;
        }
        const auto lon = cells.size() == 7 ? parse_double(cells[4]) : std::nullopt;
        const auto lat = cells.size() == 7 ? parse_double(cells[5]) : std::nullopt;
        const auto area = cells.size() == 7 ? parse_double(cells[6]) : std::nullopt;
        if (!lon || !lat || !area) {
            folder.findings().add(units_fault(number, {"Dòng không đủ bảy ô hoặc có số sai", "The line lacks seven cells or holds a wrong number"}));
            continue;
        }
        units.push_back({cells[0], {cells[1], cells[2]}, cells[3], *lon, *lat, *area});
    }
    std::sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.code < b.code; });
    return units;
}

std::vector<Page> read_pages(Folder& folder) {
    std::vector<Page> pages;
    for (const auto& file : folder.files("pages", ".md")) {
        const auto name = file.filename().string();
        if (name.ends_with(".en.md")) {
            continue;
        }
        const auto parts = split_front_matter(folder.bytes("pages/" + name));
        auto map = YamlMap::parse(parts.found ? parts.yaml : "{}", {"pages/" + name, parts.yaml_line, "", &folder.findings()});
        Page page;
        page.id = file.stem().string();
        page.title = map.text("title", true);
        page.order = static_cast<int>(map.integer("order", 0));
        map.reject_unknown_keys();
        page.body.vi = to_nfc(parts.body);
        const auto english = "pages/" + page.id + ".en.md";
        page.body.en = folder.has(english) ? to_nfc(folder.bytes(english)) : "";
        pages.push_back(std::move(page));
    }
    std::stable_sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.order < b.order; });
    return pages;
}

/// Every id that an entry or the portal names must exist.
void check_names(const Catalogue& catalogue, Findings& findings) {
    const auto missing = [&](const std::string& file, const std::string& dataset, std::string_view key, const std::string& id, const std::vector<std::string>& known) {
        Finding finding;
        finding.rule = "catalogue/reference";
        finding.dataset = dataset;
        finding.place.file = file;
        finding.place.column = key;
        finding.message = {"«" + std::string(key) + "» nêu «" + id + "» không có trong danh mục", "«" + std::string(key) + "» names «" + id + "», which is not in the lists"};
        const auto near = nearest(id, known);
        finding.fix = near.empty() ? Text{} : Text{"Có phải là «" + near + "»?", "Did you mean «" + near + "»?"};
        findings.add(std::move(finding));
    };
    const auto ids = [](const auto& list) {
        std::vector<std::string> all;
        for (const auto& item : list) {
            all.push_back(item.id);
        }
        return all;
    };
    const auto agencies = ids(catalogue.agencies);
    const auto themes = ids(catalogue.themes);
    const auto licences = ids(catalogue.licences);
    for (const auto& id : {catalogue.portal.publisher, catalogue.portal.operator_agency}) {
        if (catalogue.agency(id) == nullptr) {
            missing("portal.yaml", "", "publisher/operator", id, agencies);
        }
    }
    for (const auto& [from, to] : catalogue.redirects) {
        constexpr std::string_view kDataset = "/dataset/";
        const auto id = to.starts_with(kDataset) ? to.substr(kDataset.size(), to.find('/', kDataset.size()) - kDataset.size()) : "";
        if (!id.empty() && catalogue.entry(id) == nullptr) {
            missing("redirects.yaml", "", from, id, ids(catalogue.entries));
        }
    }
    for (const auto& entry : catalogue.entries) {
        const auto file = "datasets/" + entry.id + ".md";
        if (catalogue.agency(entry.agency) == nullptr) {
            missing(file, entry.id, "agency", entry.agency, agencies);
        }
        if (catalogue.agency(entry.owner) == nullptr) {
            missing(file, entry.id, "owner", entry.owner, agencies);
        }
        if (catalogue.theme(entry.theme) == nullptr) {
            missing(file, entry.id, "theme", entry.theme, themes);
        }
        for (const auto& field : entry.fields) {
            if (!field.references) {
                continue;
            }
            const auto* target = catalogue.entry(field.references->dataset);
            if (target == nullptr) {
                missing(file, entry.id, "references", field.references->dataset, ids(catalogue.entries));
            } else if (target->field(field.references->field) == nullptr) {
                std::vector<std::string> names;
                std::transform(target->fields.begin(), target->fields.end(), std::back_inserter(names), [](const auto& other) { return other.name; });
                missing(file, entry.id, "references", field.references->dataset + "." + field.references->field, names);
            }
        }
        if (!entry.licence.empty() && catalogue.licence(entry.licence) == nullptr) {
            missing(file, entry.id, "licence", entry.licence, licences);
        }
    }
}

/// Licences are known by names with a version number, such as cc-by-4.0: dots stand where a slug has hyphens.
bool is_licence_id(std::string id) {
    std::replace(id.begin(), id.end(), '.', '-');
    return is_slug(id);
}

template <typename T, typename Valid>
void check_unique(const std::vector<T>& list, const std::string& file, Valid valid, Findings& findings) {
    std::set<std::string> seen;
    for (const auto& item : list) {
        if (!seen.insert(item.id).second || !valid(item.id)) {
            Finding finding;
            finding.rule = "catalogue/id";
            finding.place.file = file;
            finding.place.column = "id";
            finding.message = {"Mã «" + item.id + "» bị trùng hoặc không hợp lệ", "The id «" + item.id + "» is used twice or is not an id"};
            findings.add(std::move(finding));
        }
    }
}

/// The entries of datasets/, those from the cache whose files nobody touched; the others are parsed on all cores.
std::vector<CatalogEntry> read_entries(Folder& folder, EntryCache* cache) {
    struct Task {
        std::size_t place;
        std::filesystem::path file;
        FileStamp stamps[2];
        Findings findings;
    };
    const auto files = folder.entry_files();
    std::vector<CatalogEntry> entries(files.size());
    std::vector<Task> tasks;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto& file = files[i];
        auto known = cache == nullptr ? std::nullopt : cache->find(file.path.stem().string(), file.stamp, file.english);
        if (known) {
            entries[i] = std::move(*known);
        } else {
            tasks.push_back({i, file.path, {file.stamp, file.english}, Findings()});
        }
    }
    in_parallel(tasks.size(), static_cast<int>(std::max(1U, std::thread::hardware_concurrency())),
                [&](std::size_t i) { entries[tasks[i].place] = read_entry(tasks[i].file, folder.root(), tasks[i].findings); });
    for (const auto& task : tasks) {
        folder.findings().add(task.findings);
        if (cache != nullptr && task.findings.empty()) {
            cache->keep(entries[task.place], task.stamps[0], task.stamps[1]);
        }
    }
    const auto by_id = [](const CatalogEntry& a, const CatalogEntry& b) { return a.id < b.id; };
    if (!std::is_sorted(entries.begin(), entries.end(), by_id)) {
        std::sort(entries.begin(), entries.end(), by_id);
    }
    return entries;
}

}  // namespace

namespace {

/// A path that a redirect may lead from or to: below the root, and never out of the portal.
bool is_old_path(std::string_view path) {
    return path.size() > 1 && path.front() == '/' && path.back() != '/' && path.size() < 200 && path.find("//") == std::string_view::npos && path.find("..") == std::string_view::npos &&
           path.find_first_of("?#%\\\"<>") == std::string_view::npos && std::none_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 127; });
}

}  // namespace

Catalogue read_catalogue(const std::filesystem::path& root, Findings& findings, EntryCache* cache) {
    Folder folder(root, findings);
    Catalogue catalogue;
    catalogue.portal = read_portal(folder);
    catalogue.agencies = read_agencies(folder);
    catalogue.themes = read_themes(folder);
    catalogue.licences = read_licences(folder);
    catalogue.units = read_units(folder);
    if (folder.has("former-units.csv")) {
        catalogue.former_units = read_former_units(folder.bytes("former-units.csv"), "former-units.csv", findings);
    }
    std::map<std::string, std::vector<CodeTitle>> lists;
    for (const auto& file : folder.files("codelists", ".csv")) {
        const auto name = "codelists/" + file.filename().string();
        lists[file.stem().string()] = read_code_list(folder.bytes(name), name, findings);
    }
    catalogue.pages = read_pages(folder);
    if (folder.has("redirects.yaml")) {
        auto map = folder.yaml("redirects.yaml");
        for (auto& [from, to] : map.entries()) {
            catalogue.redirects[from] = to;
            if (!is_old_path(from) || !is_old_path(to)) {
                map.fault(from, "catalogue/redirect", {"«" + from + "» → «" + to + "»: cả hai phải là đường dẫn của cổng, không có «..», «//», «?», «#»", "«" + from + "» → «" + to + "»: both must be paths of the portal, without «..», «//», «?», «#»"},
                          {"Viết như /detail_data/ho-chua: /dataset/ho-chua", "Write it as /detail_data/ho-chua: /dataset/ho-chua"});
            }
        }
    }
    catalogue.context_sha256 = folder.sha256();
    check_unique(catalogue.agencies, "agencies.yaml", is_slug, findings);
    check_unique(catalogue.themes, "themes.yaml", is_slug, findings);
    check_unique(catalogue.licences, "licences.yaml", is_licence_id, findings);
    catalogue.entries = read_entries(folder, cache);
    resolve_code_lists(catalogue, lists, findings);
    check_names(catalogue, findings);
    return catalogue;
}

}  // namespace khomo::catalog
