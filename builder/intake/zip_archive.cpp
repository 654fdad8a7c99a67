// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/zip_archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <set>

#include "builder/intake/file_kind.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr std::size_t kMostMembers = 1000;
constexpr std::uint64_t kMostBytes = 2ULL << 30;
constexpr std::uint64_t kFreeBytes = 10U << 20;  ///< the ratio counts only above this
constexpr std::uint64_t kMostRatio = 100;

Text fix() {
    return {"Nén lại bằng công cụ thường (ZIP, không mật khẩu), chỉ gồm các tệp dữ liệu",
            "Pack it again with an ordinary tool (ZIP, no password), with the data files only"};
}

/// Only the directory at the end of a ZIP is believed, never the entries met on the way: two readers must not see two archives.
archive* open_archive(const std::filesystem::path& path) {
    archive* handle = archive_read_new();
    if (handle != nullptr) {
        // Also RAR, which only attachments may be: a table is never looked for in one.
        archive_read_support_format_zip_seekable(handle);
        archive_read_support_format_rar(handle);
        archive_read_support_format_rar5(handle);
        if (archive_read_open_filename(handle, path.c_str(), 1U << 16) != ARCHIVE_OK) {
            archive_read_free(handle);
            return nullptr;
        }
    }
    return handle;
}

/// libarchive turns names into the thread's character set and gives none where that cannot hold them; the program runs in the C locale.
class Utf8Names {
public:
    Utf8Names() : made_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(made_ == nullptr ? nullptr : ::uselocale(made_)) {}
    ~Utf8Names() {
        if (made_ != nullptr) {
            ::uselocale(before_);
            ::freelocale(made_);
        }
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;

private:
    locale_t made_;
    locale_t before_;
};

std::string name_of_entry(archive_entry* entry) {
    const char* name = archive_entry_pathname(entry);
    return name == nullptr ? std::string() : std::string(name);
}

std::string ascii_lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Office documents are archives by their form.
bool is_document(const std::string& member) {
    const auto extension = extension_of(member);
    return extension == "docx" || extension == "xlsx" || extension == "pptx" || extension == "odt";
}

}  // namespace

void ZipStream::Close::operator()(archive* handle) const {
    archive_read_free(handle);
}

ZipStream::ZipStream(const std::filesystem::path& path, const std::string& member, FormNotes& notes) : archive_(open_archive(path)), member_(member), notes_(notes) {
    const Utf8Names names;
    archive_entry* entry = nullptr;
    while (archive_ && archive_read_next_header(archive_.get(), &entry) == ARCHIVE_OK) {
        if (name_of_entry(entry) == member) {
            found_ = true;
            start_ = archive_filter_bytes(archive_.get(), -1);
            return;
        }
    }
    ended_ = true;
}

void ZipStream::fail(Text message) {
    failed_ = ended_ = true;
    notes_.block("form/archive", 0, "", std::move(message), fix());
}

std::size_t ZipStream::read(char* to, std::size_t size) {
    if (ended_) {
        return 0;
    }
    const auto got = archive_read_data(archive_.get(), to, size);
    if (got < 0) {
        const char* why = archive_error_string(archive_.get());
        fail({"Tệp nén hỏng ở " + member_, "The archive is damaged at " + member_ + (why == nullptr ? "" : std::string(": ") + why)});
        return 0;
    }
    bytes_ += static_cast<std::uint64_t>(got);
    const auto packed = static_cast<std::uint64_t>(std::max<std::int64_t>(0, archive_filter_bytes(archive_.get(), -1) - start_));
    if (bytes_ > kMostBytes) {
        fail({member_ + " giải nén ra hơn 2 GiB", member_ + " unpacks to more than 2 GiB"});
        return 0;
    }
    if (bytes_ > kFreeBytes && bytes_ > kMostRatio * (packed + 4096)) {
        fail({member_ + " giải nén ra hơn 100 lần kích thước nén (bom nén)", member_ + " unpacks to more than 100 times its size (a zip bomb)"});
        return 0;
    }
    ended_ = got == 0;
    return static_cast<std::size_t>(got);
}

void ZipArchive::refuse(Text message) const {
    notes_.block("form/archive", 0, "", std::move(message), fix());
}

std::unique_ptr<ZipArchive> ZipArchive::open(const std::filesystem::path& path, FormNotes& notes) {
    std::unique_ptr<ZipArchive> made(new ZipArchive(path, notes));
    return made->list() ? std::move(made) : nullptr;
}

bool ZipArchive::accept(archive* handle, const std::string& name, bool folder, bool regular, bool encrypted) {
    if (encrypted || archive_read_has_encrypted_entries(handle) > 0) {
        notes_.block("form/password", 0, "", {"Tệp nén có mật khẩu", "The archive has a password"},
                     {"Bỏ mật khẩu rồi giao lại", "Remove the password and deliver again"});
        return false;
    }
    auto plain = name;
    while (folder && plain.ends_with('/')) {
        plain.pop_back();
    }
    if (!is_safe_relative(plain)) {
        refuse({"Tệp nén có tên trỏ ra ngoài: " + excerpt(name), "The archive holds a name that points outside: " + excerpt(name)});
        return false;
    }
    if (!folder && !regular) {
        refuse({"Tệp nén chứa liên kết hoặc tệp đặc biệt: " + excerpt(name), "The archive holds a link or special file: " + excerpt(name)});
        return false;
    }
    return true;
}

bool ZipArchive::list() {
    const Utf8Names names;
    const std::unique_ptr<archive, void (*)(archive*)> handle(open_archive(path_), [](archive* a) { archive_read_free(a); });
    if (!handle) {
        refuse({"Không mở được tệp nén", "The archive cannot be opened"});
        return false;
    }
    std::set<std::string> seen;
    archive_entry* entry = nullptr;
    int status = ARCHIVE_OK;
    std::size_t count = 0;
    while ((status = archive_read_next_header(handle.get(), &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
        if (++count > kMostMembers) {
            refuse({"Tệp nén có hơn 1.000 mục", "The archive holds more than 1,000 members"});
            return false;
        }
        const auto name = name_of_entry(entry);
        const bool folder = archive_entry_filetype(entry) == AE_IFDIR || name.ends_with('/');
        if (!accept(handle.get(), name, folder, archive_entry_filetype(entry) == AE_IFREG, archive_entry_is_encrypted(entry) != 0)) {
            return false;
        }
        if (folder) {
            continue;
        }
        if (!seen.insert(ascii_lower(name)).second) {
            refuse({"Tệp nén có hai mục cùng tên: " + excerpt(name), "The archive holds two members of one name: " + excerpt(name)});
            return false;
        }
        members_.push_back(name);
    }
    if (status != ARCHIVE_EOF) {
        const char* why = archive_error_string(handle.get());
        refuse({"Tệp nén hỏng, không đọc được danh sách", std::string("The archive is damaged: ") + (why == nullptr ? "no list of members" : why)});
        return false;
    }
    return true;
}

bool ZipArchive::has(const std::string& member) const {
    return std::find(members_.begin(), members_.end(), member) != members_.end();
}

std::string ZipArchive::read(const std::string& member, std::uint64_t limit) const {
    auto source = stream(member);
    std::string bytes;
    std::array<char, 1 << 15> part{};
    while (const auto got = source.read(part.data(), part.size())) {
        bytes.append(part.data(), got);
        if (bytes.size() > limit) {
            refuse({member + " lớn bất thường", member + " is larger than such a part ever is"});
            return {};
        }
    }
    return bytes;
}

bool ZipArchive::unpack(const std::filesystem::path& folder) const {
    std::filesystem::create_directories(folder);
    std::uint64_t total = 0;
    std::vector<char> part(1U << 17);
    for (const auto& member : members_) {
        auto name = member;
        if (!is_valid_utf8(name)) {
            std::replace_if(
                name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '_');
        }
        const auto target = folder / name;
        std::filesystem::create_directories(target.parent_path());
        std::ofstream out(target, std::ios::binary | std::ios::trunc);
        auto source = stream(member);
        bool first = true;
        while (const auto got = source.read(part.data(), part.size())) {
            const auto kind = first ? kind_of_bytes({part.data(), std::min<std::size_t>(got, 4096)}) : FileKind::text;
            if ((kind == FileKind::zip && !is_document(member)) || kind == FileKind::rar || kind == FileKind::seven_zip) {
                refuse({"Tệp nén chứa tệp nén khác: " + excerpt(member), "The archive holds another archive: " + excerpt(member)});
                return false;
            }
            first = false;
            total += got;
            if (total > kMostBytes) {
                refuse({"Tệp nén giải nén ra hơn 2 GiB", "The archive unpacks to more than 2 GiB"});
                return false;
            }
            out.write(part.data(), static_cast<std::streamsize>(got));
        }
        out.close();
        if (!out) {
            throw io_error("giải nén", "unpack", name, errno);
        }
        if (source.failed()) {
            return false;
        }
    }
    return true;
}

}  // namespace khomo::builder
