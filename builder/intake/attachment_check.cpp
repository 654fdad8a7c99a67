// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/attachment_check.hpp"

#include "builder/intake/file_kind.hpp"
#include "builder/intake/media_metadata.hpp"
#include "builder/intake/office_check.hpp"
#include "builder/intake/packed_attachment.hpp"
#include "builder/intake/pdf_check.hpp"
#include "builder/intake/picture_metadata.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr std::uint64_t kLargest = 300ULL << 20;
constexpr const char* kCleaned = "cleaned";

/// The one row that a look at an attachment gives.
class OneRow : public catalog::RawReader {
public:
    OneRow(const std::string& file, const std::string& cleaned, const std::string& removed) {
        header_.file = file;
        header_.columns = {"cleaned", "removed"};
        for (const auto& text : {cleaned, removed}) {
            catalog::RawCell cell;
            cell.kind = catalog::RawCell::Kind::text;
            cell.text = text;
            row_.cells.push_back(std::move(cell));
        }
    }
    const catalog::RawHeader& header() const override { return header_; }
    bool next(catalog::RawRow& row) override {
        if (given_) {
            return false;
        }
        given_ = true;
        row = row_;
        return true;
    }

private:
    catalog::RawHeader header_;
    catalog::RawRow row_;
    bool given_ = false;
};

std::string list_of(const std::set<std::string>& things) {
    std::string list;
    for (const auto& thing : things) {
        list += (list.empty() ? "" : ", ") + thing;
    }
    return list;
}

class AttachmentCheck {
public:
    AttachmentCheck(const ReadRequest& request, FormNotes& notes, bool packed) : request_(request), notes_(notes), packed_(packed) {}

    std::unique_ptr<catalog::RawReader> run() {
        look();
        if (notes_.blocked()) {
            return nullptr;
        }
        if (!removed_.empty() && packed_) {
            const auto list = list_of(removed_);
            notes_.block("form/metadata", 0, "", {"Tệp trong tệp nén mang thông tin cá nhân: " + list, "A file in the archive carries personal information: " + list},
                         {"Giao tệp đó riêng (hệ thống sẽ gỡ giúp), hoặc gỡ trước khi nén", "Deliver that file by itself (it is cleaned then), or clean it before packing"});
            return nullptr;
        }
        if (!removed_.empty()) {
            const auto list = list_of(removed_);
            notes_.info("form/metadata-removed", 0, "",
                        {"Đã gỡ khỏi bản công bố: " + list + ". Tệp gốc giữ nguyên trong kho", "Taken out of the published copy: " + list + ". The original stays in the state folder"},
                        {"Lần sau gỡ trước khi giao (Tệp > Thông tin > Kiểm tra tài liệu)", "Remove it before delivering next time (File > Info > Inspect document)"});
        }
        return std::make_unique<OneRow>(request_.name, removed_.empty() ? "" : kCleaned, list_of(removed_));
    }

private:
    void look() {
        const auto extension = extension_of(request_.name);
        if (std::filesystem::file_size(request_.copy) > kLargest) {
            notes_.block("form/too-large", 0, "", {"Tài liệu kèm lớn hơn 300 MB", "The attachment is larger than 300 MB"},
                         {"Nén phim, ảnh nhỏ lại, hoặc chia thành nhiều tệp", "Compress films and pictures, or split it into several files"});
            return;
        }
        if (extension == "zip" || extension == "rar") {
            check_packed_attachment(request_, notes_);
        } else if (extension == "docx" || extension == "pptx" || extension == "xlsx" || extension == "odt") {
            office();
        } else if (extension == "doc" || extension == "xls") {
            old_office();
        } else if (extension == "pdf") {
            pdf();
        } else {
            plain(extension);
        }
    }

    void plain(const std::string& extension) {
        const auto bytes = read_file(request_.copy, kLargest);
        if (extension == "jpg" || extension == "jpeg") {
            take(strip_jpeg(bytes));
        } else if (extension == "png") {
            take(strip_png(bytes));
        } else if (extension == "gif") {
            take(strip_gif(bytes));
        } else if (extension == "tif") {
            take(strip_tiff(bytes));
        } else if (extension == "mp3") {
            take(strip_mp3(bytes));
        } else if (extension == "wav" || extension == "avi") {
            take(strip_riff(bytes));
        } else if (extension == "mp4") {
            take(strip_mp4(bytes));
        } else if ((extension == "txt" || extension == "csv") && !is_valid_utf8(bytes)) {
            notes_.block("text/encoding", 0, "", {"Tệp chữ kèm theo không phải UTF-8", "The attached text is not UTF-8"}, {"Lưu lại bằng UTF-8", "Save it as UTF-8"});
        }
    }

    void take(const StrippedFile& file) {
        if (file.damaged) {
            notes_.block("form/attachment-damaged", 0, "", {"Tệp không theo đúng định dạng của nó, hoặc bị cắt cụt", "The file does not follow its own format, or is cut off"},
                         {"Mở tệp, lưu lại rồi giao lại", "Open the file, save it again and deliver it again"});
            return;
        }
        if (!file.stuck.empty()) {
            const auto list = list_of(file.stuck);
            notes_.block("form/metadata", 0, "", {"Tệp mang thông tin không gỡ được tự động: " + list, "The file carries what cannot be taken out by machine: " + list},
                         {"Gỡ thông tin cá nhân bằng phần mềm đã tạo tệp, xuất lại rồi giao", "Remove personal information in the program that made it, export and deliver again"});
            return;
        }
        removed_ = file.removed;
        if (!removed_.empty()) {
            write_file(request_.scratch / kCleaned, file.bytes);
        }
    }

    void pdf() {
        const auto found = check_pdf(read_file(request_.copy, kLargest));
        if (found.encrypted) {
            notes_.block("form/password", 0, "", {"PDF được mã hóa hoặc có mật khẩu", "The PDF is encrypted or has a password"}, {"Bỏ mật khẩu rồi giao lại", "Remove the password and deliver again"});
            return;
        }
        if (!found.active.empty()) {
            const auto list = list_of(found.active);
            notes_.block("form/active-content", 0, "", {"PDF chứa mã chạy hoặc biểu mẫu gửi đi: " + list, "The PDF holds code or forms that act: " + list},
                         {"In ra PDF/A rồi giao lại", "Print it to PDF/A and deliver again"});
        }
        if (!found.embedded.empty()) {
            note_embedded();
        }
        if (found.comments) {
            note_comments();
        }
        auto stripped = found.stripped;
        stripped.damaged = found.damaged;
        take(stripped);
    }

    void office() {
        const auto archive = ZipArchive::open(request_.copy, notes_);
        if (!archive) {
            return;
        }
        const auto found = check_office(*archive);
        if (notes_.blocked() || tell(found)) {
            return;
        }
        removed_ = found.personal;
        if (!removed_.empty()) {
            strip_office(*archive, request_.scratch / kCleaned);
        }
    }

    void old_office() {
        const auto found = check_old_office(request_.copy);
        if (!tell(found) && !found.personal.empty()) {
            const auto list = list_of(found.personal);
            notes_.block("form/metadata", 0, "", {"Tệp Office cũ mang " + list + ", không gỡ được tự động", "The old Office file carries " + list + ", which cannot be taken out by machine"},
                         {"Lưu lại thành DOCX hoặc PDF rồi giao", "Save it as DOCX or PDF and deliver that"});
        }
    }

    /// True after a blocking note.
    bool tell(const OfficeFindings& found) {
        if (found.macros) {
            notes_.block("form/macro", 0, "", {"Tài liệu chứa macro", "The document holds macros"}, {"Lưu lại không macro", "Save it without macros"});
        }
        if (found.comments) {
            note_comments();
        }
        if (found.changes) {
            notes_.block("form/tracked-changes", 0, "", {"Tài liệu còn theo dõi thay đổi: chữ đã xóa vẫn đọc được", "The document tracks changes: deleted text can still be read"},
                         {"Chấp nhận mọi thay đổi, tắt theo dõi, rồi lưu lại", "Accept all changes, stop tracking, save again"});
        }
        if (found.external) {
            notes_.block("form/external-links", 0, "", {"Tài liệu lấy nội dung từ tệp hoặc địa chỉ khác khi mở", "The document takes content from another file or address when it is opened"},
                         {"Cắt liên kết (Tệp > Thông tin > Sửa liên kết), nhúng ảnh vào tài liệu", "Break the links (File > Info > Edit links) and put pictures into the document"});
        }
        if (found.embedded) {
            note_embedded();
        }
        if (found.hidden) {
            notes_.block("form/hidden-sheet", 0, "", {"Bảng tính kèm theo có trang ẩn", "The attached workbook has hidden sheets"}, {"Hiện hoặc xóa trang ẩn", "Show or delete the hidden sheets"});
        }
        return notes_.blocked();
    }

    void note_comments() {
        notes_.block("form/comments", 0, "", {"Tài liệu có ghi chú của người soạn, duyệt", "The document holds notes of its writers or reviewers"},
                     {"Xóa mọi ghi chú rồi lưu lại", "Delete all notes and save again"});
    }
    void note_embedded() {
        notes_.block("form/embedded-object", 0, "", {"Tài liệu nhúng tệp hoặc đối tượng khác bên trong", "The document has other files or objects inside"},
                     {"Giao các tệp đó riêng, hoặc thay bằng ảnh", "Deliver those files by themselves, or put pictures in their place"});
    }

    const ReadRequest& request_;
    FormNotes& notes_;
    bool packed_;
    std::set<std::string> removed_;
};

}  // namespace

std::unique_ptr<catalog::RawReader> open_attachment(const ReadRequest& request, FormNotes& notes, bool packed) { return AttachmentCheck(request, notes, packed).run(); }

}  // namespace khomo::builder
