// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/attach.hpp"

#include "builder/intake/attachments.hpp"
#include "catalog/store/data_file.hpp"

namespace khomo::builder {

void write_document_list(const catalog::CatalogEntry& entry, const std::filesystem::path& workspace, catalog::VersionInfo& info) {
    info.data_file = "data.sqlite";
    catalog::DataFileWriter writer(workspace / info.data_file, entry, {});
    for (const auto& row : document_rows(info.attachments)) {
        writer.add(row);
    }
    const auto summary = writer.finish();
    info.rows = summary.rows;
    info.content_sha256 = summary.content_sha256;
}

}  // namespace khomo::builder
