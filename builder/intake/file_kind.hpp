// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/base/bilingual.hpp"

namespace khomo::builder {

/// What the first bytes of a file say it is.
enum class FileKind {
    empty,
    text,  ///< nothing that a delimited text could not be
    xml,
    html,
    json,
    zip,        ///< ZIP archive: also XLSX, DOCX, KMZ
    ole,        ///< compound file: XLS, DOC, and whatever Office has encrypted
    old_excel,  ///< BIFF 2-5 without a compound file
    sqlite,
    shapefile,
    dbf,
    flatgeobuf,
    pdf,
    image,  ///< TIFF, JPEG, BMP, PNG, GIF
    media,  ///< MP3, MP4, WAV, AVI
    rar,
    seven_zip,
    pointer,  ///< three lines of text that Git LFS puts in the place of a large file
    program,  ///< ELF, Windows or script
    binary,   ///< none of these
};

/// Looks at the first bytes of a file. Throws Error(io).
FileKind kind_of_file(const std::filesystem::path& path);
FileKind kind_of_bytes(std::string_view head);

/// The extension in lower case without its dot.
std::string extension_of(std::string_view name);

enum class ExtensionUse {
    data,        ///< a table or layer
    layer_part,  ///< belongs to a layer of the same name (.dbf, .prj …)
    attachment,  ///< a document, picture or recording (requirements Đ6.3)
};
/// What a file with this extension can be in a delivery; none when the extension is not allowed.
std::optional<ExtensionUse> extension_use(std::string_view extension);

/// Why content and extension do not fit together; none when they do.
std::optional<Text> extension_fault(std::string_view extension, FileKind kind);

/// "bảng tính XLSX, DOCX hoặc tệp nén ZIP" and so on.
Text name_of(FileKind kind);

}  // namespace khomo::builder
