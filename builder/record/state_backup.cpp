// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/record/state_backup.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "builder/record/record_check.hpp"
#include "builder/record/state_archive.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/model/version.hpp"
#include "catalog/store/journal.hpp"
#include "catalog/store/journal_seal.hpp"
#include "catalog/store/version_check.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

constexpr const char* kList = "khomo-backup.json";
constexpr const char* kListHash = "khomo-backup.json.sha256";

/// A file that goes into the backup.
struct Item {
    std::string path;  ///< relative to the state folder
    std::filesystem::path source;
    std::uint64_t bytes = 0;
    std::string sha256;
};

[[noreturn]] void damaged(const std::string& path) {
    throw Error(ErrorKind::refused, {"Không sao lưu: " + path + " trong thư mục trạng thái thiếu hoặc khác với nhật ký. Xem khomo state check; nếu vừa có lệnh rút dữ liệu, chạy lại",
                                     "No backup: " + path + " in the state folder is missing or not what the journal says. See khomo state check; if something was withdrawn just now, run again"});
}

/// Names what is to be backed up, with the hashes that are on record.
class Selection {
public:
    explicit Selection(const std::filesystem::path& state) : state_(state), work_(state, ".backup-") {}

    void journal() {
        const auto copy = work_.path() / catalog::Journal::kFile;
        catalog::Journal(state_ / catalog::Journal::kFile).copy_to(copy);
        const catalog::Journal journal(copy);
        check_sealed_head(state_, journal);
        if (const auto broken = journal.first_broken()) {
            damaged("journal.sqlite (" + std::to_string(*broken) + ")");
        }
        seal_journal(work_.path(), journal);
        for (const char* name : {catalog::Journal::kFile, catalog::JournalSeal::kFile}) {
            add_as_is(name, work_.path() / name);
        }
        if (const auto head = journal.head()) {
            entries = head->sequence;
            head_hash = head->hash;
        }
        for (const auto& version : catalog::recorded_versions(journal)) {
            this->version(version);
        }
    }

    /// What the feeds gave last: linked aside first, for a build may replace it at any time.
    void feeds() {
        std::error_code none;
        for (const auto& dataset : std::filesystem::directory_iterator(state_ / "feeds", none)) {
            const auto note = dataset.path() / "feed.json";
            if (!std::filesystem::is_regular_file(note)) {
                continue;
            }
            const auto text = read_file(note, 1U << 20);
            const auto said = json::parse(text, nullptr, false);
            const auto file = said.is_object() ? said.value("delivery", "") + "/" + said.value("file", "") : "";
            const auto name = "feeds/" + dataset.path().filename().string();
            const auto aside = work_.path() / name;
            std::filesystem::create_directories(aside);
            write_file(aside / "feed.json", text);
            if (!is_safe_relative(file)) {
                continue;
            }
            std::filesystem::create_directories((aside / file).parent_path());
            if (std::filesystem::create_hard_link(dataset.path() / file, aside / file, none); !none) {
                add_as_is(name + "/feed.json", aside / "feed.json");
                add_as_is(name + "/" + file, aside / file);
            }
        }
    }

    std::vector<Item> items;
    std::int64_t entries = 0;
    std::string head_hash = catalog::chain_start();

private:
    void add_as_is(const std::string& path, const std::filesystem::path& source) { items.push_back({path, source, std::filesystem::file_size(source), sha256_file(source)}); }

    void add_known(const std::filesystem::path& source, const std::string& sha256) {
        const auto path = source.lexically_relative(state_).generic_string();
        if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(source))) {
            damaged(path);
        }
        items.push_back({path, source, std::filesystem::file_size(source), sha256});
    }

    void version(const catalog::RecordedVersion& version) {
        const auto folder = version_folder(state_, version);
        if (!version.notes.empty()) {
            const auto note = folder / "withdrawn.json";
            if (!std::filesystem::is_regular_file(note)) {
                damaged(note.lexically_relative(state_).generic_string());
            }
            add_as_is(note.lexically_relative(state_).generic_string(), note);
            return;
        }
        const auto record = folder / "version.json";
        add_known(record, version.record_sha256);
        const auto bytes = read_file(record);
        if (sha256_hex(bytes) != version.record_sha256) {
            damaged(record.lexically_relative(state_).generic_string());
        }
        const auto info = json::parse(bytes).get<catalog::VersionInfo>();
        for (const auto& file : info.files) {
            add_known(folder / file.path, file.sha256);
        }
        if (info.files.empty()) {  // recorded before all files were listed
            for (const auto& item : std::filesystem::recursive_directory_iterator(folder)) {
                if (item.is_regular_file() && item.path() != record) {
                    add_as_is(item.path().lexically_relative(state_).generic_string(), item.path());
                }
            }
        }
    }

    std::filesystem::path state_;
    TemporaryFolder work_;
};

BackupNote note_of(const json& list) {
    BackupNote note{list.at("portal"), list.at("made"), list.at("entries"), list.at("head"), list.at("files").size(), 0};
    for (const auto& file : list.at("files")) {
        note.bytes += file.at("bytes").get<std::uint64_t>();
    }
    return note;
}

/// The new file under another name until it is whole.
class PartFile {
public:
    explicit PartFile(const std::filesystem::path& file) : file_(file), part_(file.string() + ".part") { std::filesystem::remove(part_); }
    ~PartFile() {
        std::error_code ignored;
        std::filesystem::remove(part_, ignored);
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    const std::filesystem::path& path() const { return part_; }
    void keep() const {
        std::filesystem::rename(part_, file_);
        sync_path(file_.parent_path().empty() ? "." : file_.parent_path());
    }

private:
    std::filesystem::path file_;
    std::filesystem::path part_;
};

[[noreturn]] void bad_backup(const std::string& vi, const std::string& en) {
    throw Error(ErrorKind::format, {"Tệp sao lưu hỏng: " + vi + ". Chưa thay đổi gì", "The backup is damaged: " + en + ". Nothing was changed"});
}

/// What stands behind the archive: a skippable frame of Zstandard, which tar and zstd pass over, with the SHA-256 of all before it. So no byte
/// of the file can change unseen, not even one that no content hangs on.
std::string trailer_of(const std::string& sha256) {
    std::string frame("\x50\x2a\x4d\x18", 4);
    frame += static_cast<char>(sha256.size());
    frame.append(3, '\0');
    return frame + sha256;
}

constexpr std::size_t kTrailer = 8 + 64;

void check_whole(const std::filesystem::path& file) {
    const auto size = std::filesystem::file_size(file);
    std::ifstream in(file, std::ios::binary);
    Sha256 sha;
    std::string part(1U << 20, '\0');
    for (auto left = size < kTrailer ? 0 : size - kTrailer; left > 0;) {
        in.read(part.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, part.size())));
        if (in.gcount() <= 0) {
            throw io_error("đọc", "read", file.string(), EIO);
        }
        sha.update(std::string_view(part).substr(0, static_cast<std::size_t>(in.gcount())));
        left -= static_cast<std::uint64_t>(in.gcount());
    }
    std::string last(kTrailer, '\0');
    in.read(last.data(), static_cast<std::streamsize>(last.size()));
    if (last != trailer_of(sha.finish())) {
        bad_backup("có byte bị đổi hoặc bị cắt, hoặc không phải bản sao lưu của khomo", "bytes were changed or cut off, or it is none of khomo's");
    }
}

json read_list(ArchiveReader& archive) {
    const auto first = archive.next();
    if (!first || first->path != kList) {
        throw Error(ErrorKind::format, {"Đây không phải bản sao lưu của khomo. Chưa thay đổi gì", "This is no backup of khomo's. Nothing was changed"});
    }
    const auto text = archive.read(1U << 30);
    const auto second = archive.next();
    if (!second || second->path != kListHash || archive.read(1024) != sha256_hex(text) + "\n") {
        bad_backup("bảng kê không khớp mã băm", "its list does not fit its hash");
    }
    auto list = json::parse(text, nullptr, false);
    if (!list.is_object() || list.value("format", 0) != 1) {
        bad_backup("dạng không biết", "an unknown format");
    }
    return list;
}

void unpack(ArchiveReader& archive, const json& list, const std::filesystem::path& folder) {
    std::map<std::string, std::pair<std::uint64_t, std::string>> expected;
    for (const auto& file : list.at("files")) {
        expected[file.at("path")] = {file.at("bytes"), file.at("sha256")};
    }
    while (const auto entry = archive.next()) {
        const auto found = expected.find(entry->path);
        if (found == expected.end() || !is_safe_relative(entry->path) || entry->bytes != found->second.first) {
            bad_backup(entry->path + " không có trong bảng kê", entry->path + " is not in its list");
        }
        const auto target = folder / entry->path;
        std::filesystem::create_directories(target.parent_path());
        if (archive.extract(target) != found->second.second) {
            bad_backup(entry->path + " khác mã băm", entry->path + " does not fit its hash");
        }
        expected.erase(found);
    }
    if (!expected.empty()) {
        bad_backup("thiếu " + expected.begin()->first, expected.begin()->first + " is missing");
    }
}

/// Refuses a state folder that holds a record; an empty one, as any command makes, is no record.
void require_empty(const std::filesystem::path& state) {
    const auto journal = state / catalog::Journal::kFile;
    bool versions = false;
    std::error_code none;
    for (const auto& item : std::filesystem::directory_iterator(state / "versions", none)) {
        versions = versions || !item.path().filename().string().starts_with('.');
    }
    if (versions || (std::filesystem::exists(journal) && catalog::Journal(journal).head())) {
        throw Error(ErrorKind::refused, {"Thư mục trạng thái " + state.string() + " đã có nhật ký hoặc phiên bản; chuyển nó đi nơi khác rồi khôi phục. Chưa thay đổi gì",
                                         "The state folder " + state.string() + " holds a record or versions; move it away and restore then. Nothing was changed"});
    }
}

/// Puts the unpacked folder where the state is to be, by one rename. What else lies there, such as keys, is kept; what commands make anew goes.
void put_in_place(const std::filesystem::path& unpacked, const std::filesystem::path& place) {
    static const std::set<std::string> kMadeAnew = {"versions", "feeds", "scratch", "catalogue.cache", "last-run.json", "taking-deliveries", catalog::Journal::kFile, catalog::JournalSeal::kFile};
    std::vector<std::filesystem::path> there;
    if (std::filesystem::exists(place)) {
        for (const auto& item : std::filesystem::directory_iterator(place)) {
            there.push_back(item.path());
        }
    }
    for (const auto& path : there) {
        if (!kMadeAnew.contains(path.filename().string())) {
            std::filesystem::rename(path, unpacked / path.filename());
        }
    }
    std::filesystem::remove_all(place);
    std::filesystem::rename(unpacked, place);
}

}  // namespace

BackupNote back_up_state(const std::filesystem::path& state, const std::filesystem::path& file, const std::string& portal, Instant at) {
    if (std::filesystem::exists(file)) {
        throw Error(ErrorKind::refused, {file.string() + " đã có; bản sao lưu cũ không bị ghi đè", file.string() + " exists; a backup is never overwritten"});
    }
    Selection selection(state);
    selection.journal();
    selection.feeds();
    json list = {{"format", 1}, {"portal", portal}, {"made", to_iso_vn(at)}, {"entries", selection.entries}, {"head", selection.head_hash}, {"files", json::array()}};
    for (const auto& item : selection.items) {
        list["files"].push_back({{"path", item.path}, {"bytes", item.bytes}, {"sha256", item.sha256}});
    }
    const PartFile part(file);
    ArchiveWriter archive(part.path());
    const auto text = list.dump(1) + "\n";
    archive.add(kList, text);
    archive.add(kListHash, sha256_hex(text) + "\n");
    for (const auto& item : selection.items) {
        if (archive.add_file(item.path, item.source, item.bytes) != item.sha256) {
            damaged(item.path);
        }
    }
    archive.finish();
    append_file(part.path(), trailer_of(sha256_file(part.path())));
    sync_path(part.path());
    part.keep();
    return note_of(list);
}

BackupNote restore_state(const std::filesystem::path& file, const std::filesystem::path& state, const std::string& portal, const std::filesystem::path& live) {
    require_empty(state);
    check_whole(file);
    ArchiveReader archive(file);
    const auto list = read_list(archive);
    const auto note = note_of(list);
    if (note.portal != portal) {
        throw Error(ErrorKind::refused, {"Bản sao lưu này của cổng «" + note.portal + "», không phải «" + portal + "». Chưa thay đổi gì", "This is a backup of the portal «" + note.portal + "», not of «" + portal + "». Nothing was changed"});
    }
    auto place = std::filesystem::absolute(state).lexically_normal();
    place = place.has_filename() ? place : place.parent_path();
    std::filesystem::create_directories(place.parent_path());
    const TemporaryFolder beside(place.parent_path(), ".khomo-restore-");
    ::chmod(beside.path().c_str(), 0700);
    unpack(archive, list, beside.path());
    if (const auto report = check_record(beside.path(), {}); !report.faults.empty()) {
        bad_backup(report.faults.front().vi, report.faults.front().en);
    }
    {
        const catalog::Journal journal(beside.path() / catalog::Journal::kFile);
        const auto head = journal.head();
        if ((head ? head->hash : catalog::chain_start()) != note.head) {
            bad_backup("nhật ký không phải nhật ký ghi trong bảng kê", "its journal is not the one that its list names");
        }
        require_record(beside.path(), journal, live);
    }
    put_in_place(beside.path(), place);
    ::sync();
    return note;
}

}  // namespace khomo::builder
