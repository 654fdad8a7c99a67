// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/packed_attachment.hpp"

#include "builder/intake/attachment_check.hpp"
#include "builder/intake/file_kind.hpp"
#include "builder/intake/zip_archive.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {

void check_packed_attachment(const ReadRequest& request, FormNotes& notes) {
    const auto archive = ZipArchive::open(request.copy, notes);
    const auto folder = request.scratch / "members";
    if (!archive || !archive->unpack(folder)) {
        return;
    }
    for (const auto& member : archive->members()) {
        auto inside = request;
        inside.name = request.name + "/" + member;
        inside.copy = folder / member;
        inside.scratch = request.scratch / "member";
        std::filesystem::create_directories(inside.scratch);
        notes.set_file(inside.name);
        const auto extension = extension_of(member);
        if (!std::filesystem::exists(inside.copy)) {
            continue;  // a name that is not UTF-8 was changed: its bytes were looked at while unpacking
        }
        const auto kind = kind_of_file(inside.copy);
        if (kind == FileKind::program || !extension_use(extension)) {
            notes.block(kind == FileKind::program ? "form/program" : "form/extension", 0, "",
                        {"Tệp nén chứa tệp không được nhận: " + excerpt(member), "The archive holds a file that is not accepted: " + excerpt(member)},
                        {"Chỉ nén các tệp đúng danh sách Điều 6.3", "Pack only files of the list in Article 6.3"});
        } else if (const auto fault = extension_fault(extension, kind); fault && kind != FileKind::empty) {
            notes.block("form/content", 0, "", *fault, {"Giao đúng định dạng, không đổi đuôi tệp", "Deliver the real format; do not rename files"});
        } else if (extension_use(extension) == ExtensionUse::attachment || extension == "xlsx" || extension == "xls") {
            open_attachment(inside, notes, true);
        }
        notes.set_file(request.name);
    }
}

}  // namespace khomo::builder
