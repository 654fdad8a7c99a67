// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/release/redaction.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/number.hpp"
#include "catalog/release/layout.hpp"
#include "catalog/release/manifest.hpp"
#include "catalog/release/signature.hpp"

namespace khomo::builder {
namespace {

namespace layout = catalog::layout;
using catalog::RedactionRecord;
using catalog::Withdrawal;

constexpr const char* kTemporary = ".redacting";

/// Parts of `path`, each without what follows its first point: "site/files/a/v1/a.csv" → site, files, a, v1, a.
std::vector<std::string_view> stems_of(std::string_view path) {
    std::vector<std::string_view> stems;
    while (!path.empty()) {
        const auto part = path.substr(0, path.find('/'));
        stems.push_back(part.substr(0, part.find('.')));
        path.remove_prefix(std::min(path.size(), part.size() + 1));
    }
    return stems;
}

using Stems = std::vector<std::string_view>;

/// Where the dataset's id stands in a path that is the dataset's; the end of the list where it is not. In the places that are known it has its
/// place; elsewhere below site/ any part that is the id makes the path the dataset's, whichever output may have written it.
Stems::const_iterator find_dataset(const Stems& stems, const std::string& dataset) {
    static constexpr std::array<std::string_view, 5> kOthers = {"theme", "agency", "unit", "page", "assets"};  // ids of other things
    static constexpr std::array<std::string_view, 5> kFirst = {"dataset", "files", "pictures", "tiles", "gone"};
    const auto is_one_of = [](const auto& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); };
    const auto at = [&](std::size_t place) { return place < stems.size() && stems[place] == dataset ? stems.begin() + static_cast<std::ptrdiff_t>(place) : stems.end(); };
    if (!stems.empty() && stems[0] == layout::kData) {
        return at(1);
    }
    if (stems.size() < 3 || stems[0] != layout::kSite) {
        return stems.end();
    }
    const std::size_t place = stems[1] == "en" ? 2 : 1;
    if (is_one_of(kOthers, stems[place])) {
        return stems.end();
    }
    if (is_one_of(kFirst, stems[place])) {
        return at(place + 1);
    }
    if (stems[place] == "api" && place + 2 < stems.size() && stems[place + 2] == "datasets") {
        return at(place + 3);
    }
    const std::size_t first = place + (stems[place] == "api" ? 2 : 1);
    return first < stems.size() ? std::find(stems.begin() + static_cast<std::ptrdiff_t>(first), stems.end(), dataset) : stems.end();
}

/// Takes out what one withdrawal names in one release.
class Redactor {
public:
    Redactor(const std::filesystem::path& release, const Withdrawal& withdrawal) : release_(release), withdrawal_(withdrawal), whole_(withdrawal.whole() || shows_one()), row_shards_(shards_with_rows()) {}

    bool whole() const { return whole_; }

    bool concerns(const std::string& path) const {
        if (std::any_of(row_shards_.begin(), row_shards_.end(), [&](const std::string& shard) { return path.starts_with(shard); })) {
            return true;
        }
        const auto stems = stems_of(path);
        const auto id = find_dataset(stems, withdrawal_.dataset);
        if (id == stems.end() || whole_) {
            return id != stems.end();
        }
        return std::any_of(withdrawal_.versions.begin(), withdrawal_.versions.end(),
                           [&](int number) { return std::find(id + 1, stems.end(), "v" + std::to_string(number)) != stems.end(); });
    }

    /// Whether the release ever held any of it: every published version has its data file.
    bool present() const {
        if (whole_) {
            return std::filesystem::is_directory(data_folder());
        }
        return std::any_of(withdrawal_.versions.begin(), withdrawal_.versions.end(), [&](int number) {
            const auto name = "v" + std::to_string(number);
            return std::filesystem::exists(data_folder() / (name + ".sqlite")) || std::filesystem::exists(data_folder() / (name + ".gpkg"));
        });
    }

private:
    std::filesystem::path data_folder() const { return release_ / layout::kData / withdrawal_.dataset; }

    /// The parts of the index of rows that hold rows of the dataset, or held them and may keep their bytes in free blocks. They go as a
    /// whole: the next build makes them anew, and an older release only loses them from its search.
    std::vector<std::string> shards_with_rows() const {
        std::vector<std::string> shards;
        const auto folder = release_ / layout::kSearch;
        if (!std::filesystem::is_directory(folder)) {
            return shards;
        }
        for (const auto& item : std::filesystem::directory_iterator(folder)) {
            const auto name = item.path().filename().string();
            if (!name.starts_with("rows-") || item.path().extension() != ".json") {
                continue;
            }
            const auto list = nlohmann::json::parse(read_file(item.path()), nullptr, false);
            if (!list.is_object() || !list.contains("datasets") || list["datasets"].contains(withdrawal_.dataset)) {
                const auto stem = std::string(layout::kSearch) + "/" + item.path().stem().string();
                shards.push_back(stem + "/");
                shards.push_back(stem + ".json");
            }
        }
        return shards;
    }

    /// Whether the version that the dataset's own page shows in this release is among those that go.
    bool shows_one() const {
        const auto file = data_folder() / layout::kDatasetDocument;
        if (!std::filesystem::exists(file)) {
            return false;
        }
        const auto document = nlohmann::json::parse(read_file(file), nullptr, false);
        const auto current = document.is_object() && document.contains("version") && document["version"].is_number_integer() ? document["version"].get<int>() : 0;
        return std::find(withdrawal_.versions.begin(), withdrawal_.versions.end(), current) != withdrawal_.versions.end();
    }

    const std::filesystem::path& release_;
    const Withdrawal& withdrawal_;
    bool whole_;
    std::vector<std::string> row_shards_;
};

/// Adds to the record what the withdrawal takes out; false where the release holds nothing of it.
bool extend(RedactionRecord& record, const std::filesystem::path& release, const Withdrawal& withdrawal, const ReplacementMaker& make_replacement) {
    const Redactor redactor(release, withdrawal);
    if (!redactor.present()) {
        return false;
    }
    const auto replacement = make_replacement(release, withdrawal, redactor.whole());
    std::unordered_set<std::string> known;
    for (const auto& file : record.files) {
        known.insert(file.path);
    }
    for (const auto& unit : catalog::Manifest::read(release).units) {
        for (auto& file : unit.files()) {
            if (!redactor.concerns(file.path) || known.contains(file.path)) {
                continue;
            }
            const auto page = replacement.pages.find(file.path);
            record.files.push_back({file.path, std::string(unit.name()), file.sha256, withdrawal.sequence, page == replacement.pages.end() ? std::nullopt : std::optional(page->second)});
        }
    }
    for (const auto& [path, text] : replacement.markers) {
        std::erase_if(record.markers, [&, &place = path](const auto& marker) { return marker.path == place; });
        record.markers.push_back({path, text});
    }
    record.causes.push_back({withdrawal.sequence, withdrawal.entry_hash, withdrawal.dataset, withdrawal.versions, withdrawal.document, to_iso_vn(withdrawal.at)});
    return true;
}

/// Writes a file of the release whole or not at all. By way of one name at its top, so that a killed run leaves its left-over where the next finds it.
void replace(const std::filesystem::path& release, const std::filesystem::path& path, const std::string& text) {
    const auto temporary = release / kTemporary;
    write_file(temporary, text);
    sync_path(temporary);
    std::filesystem::create_directories(path.parent_path());
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        throw io_error("đổi tên", "rename", path.string(), errno);
    }
    sync_path(path.parent_path());
}

void write_record(const std::filesystem::path& release, const RedactionRecord& record, const std::string& secret_key) {
    const auto json = record.to_json();
    std::error_code none;
    std::filesystem::remove(release / layout::kRedactionsSignature, none);  // of an earlier record
    replace(release, release / layout::kRedactions, json);
    if (!secret_key.empty()) {
        replace(release, release / layout::kRedactionsSignature, catalog::sign(json, secret_key, record.release));
    }
}

/// Puts a text where something else stands or nothing; true when it was not there.
bool put(const std::filesystem::path& release, const std::string& name, const std::string& text) {
    const auto path = release / name;
    if (std::filesystem::is_regular_file(path) && std::filesystem::file_size(path) == text.size() && read_file(path) == text) {
        return false;
    }
    replace(release, path, text);  // a new file: the old one may be another release's too
    return true;
}

bool apply(const std::filesystem::path& release, const RedactionRecord& record) {
    bool changed = false;
    for (const auto& marker : record.markers) {
        changed |= put(release, marker.path, marker.text);
    }
    std::unordered_set<std::string> folders;
    for (const auto& file : record.files) {
        const auto path = release / file.path;
        if (file.text) {
            changed |= put(release, file.path, *file.text);
        } else if (::unlink(path.c_str()) == 0) {
            changed = true;
            folders.insert(path.parent_path().string());
        } else if (errno != ENOENT && errno != ENOTDIR) {
            throw io_error("xóa", "remove", path.string(), errno);
        }
    }
    for (const auto& folder : folders) {
        if (std::filesystem::exists(folder)) {
            sync_path(folder);
        }
        for (std::filesystem::path empty = folder; empty != release && ::rmdir(empty.c_str()) == 0; empty = empty.parent_path()) {
        }
    }
    return changed;
}

}  // namespace

bool redact(const std::filesystem::path& release, const std::vector<Withdrawal>& withdrawals, const ReplacementMaker& replacement, const std::string& secret_key) {
    std::filesystem::remove(release / kTemporary);
    auto record = RedactionRecord::read(release).value_or(RedactionRecord{release.filename().string(), {}, {}, {}});
    bool changed = false;
    if (!record.causes.empty()) {
        changed = apply(release, record);  // what a killed run left
        if (!secret_key.empty() && !std::filesystem::exists(release / layout::kRedactionsSignature)) {
            write_record(release, record, secret_key);
        }
    }
    bool more = false;
    for (const auto& withdrawal : withdrawals) {
        more |= !record.holds(withdrawal.sequence) && extend(record, release, withdrawal, replacement);
    }
    if (more) {
        write_record(release, record, secret_key);
        changed |= apply(release, record);
    }
    return changed;
}

std::vector<std::string> verify_redactions(const std::filesystem::path& release, const RedactionRecord& record) {
    std::vector<std::string> faults;
    const auto check_text = [&](const std::string& path, const std::string& text) {
        if (!std::filesystem::is_regular_file(release / path)) {
            faults.push_back("missing: " + path);
        } else if (std::filesystem::file_size(release / path) != text.size() || read_file(release / path) != text) {
            faults.push_back("changed: " + path);
        }
    };
    for (const auto& file : record.files) {
        if (file.text) {
            check_text(file.path, *file.text);
        } else if (std::filesystem::exists(std::filesystem::symlink_status(release / file.path))) {
            faults.push_back("withdrawn but there: " + file.path);
        }
    }
    for (const auto& marker : record.markers) {
        check_text(marker.path, marker.text);
    }
    return faults;
}

}  // namespace khomo::builder
