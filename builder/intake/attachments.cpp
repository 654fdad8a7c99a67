// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/attachments.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "builder/intake/child_rows.hpp"
#include "builder/intake/file_kind.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {
namespace {

using catalog::Attachment;
using catalog::ReceivedFile;

bool matches(const std::string& pattern, const std::string& name) { return ::fnmatch(pattern.c_str(), name.c_str(), FNM_PATHNAME) == 0; }

const catalog::AttachmentRule* rule_of(const catalog::CatalogEntry& entry, const std::string& name) {
    const auto found = std::find_if(entry.attachments.begin(), entry.attachments.end(), [&](const auto& rule) { return matches(rule.file, name); });
    return found == entry.attachments.end() ? nullptr : &*found;
}

bool is_attachment(const catalog::CatalogEntry& entry, const std::string& name) {
    const auto use = extension_use(extension_of(name));
    const bool data = !entry.file_glob.empty() && matches(entry.file_glob, name);
    return !data && (entry.documents_only || rule_of(entry, name) != nullptr || use == ExtensionUse::attachment);
}

/// Title and description: what the record says of this very file goes before the contract's words for all of its kind.
void describe(const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, Attachment& attachment) {
    if (const auto* rule = rule_of(entry, attachment.delivered)) {
        attachment.title = rule->title;
        attachment.description = rule->description;
    }
    for (const auto& file : delivery.files) {
        if (file.path == attachment.delivered && !file.title.empty()) {
            attachment.title = file.title;
            attachment.description = file.description.empty() ? attachment.description : file.description;
        }
    }
}

/// A name for URLs that no other attachment has.
std::string published_name(const std::string& delivered, std::set<std::string>& taken) {
    const auto extension = extension_of(delivered);
    auto stem = slugify(std::filesystem::path(delivered).stem().string());
    stem = stem.empty() ? "tai-lieu" : stem;
    auto name = stem + "." + extension;
    for (int i = 2; !taken.insert(name).second; ++i) {
        name = stem + "-" + std::to_string(i) + "." + extension;
    }
    return name;
}

void refuse_undescribed(const catalog::Delivery& delivery, const std::string& file, catalog::Findings& findings) {
    catalog::Finding finding;
    finding.rule = "form/attachment-undescribed";
    finding.dataset = delivery.dataset;
    finding.delivery = delivery.name;
    finding.place.file = file;
    finding.message = {"Tệp kèm theo chưa có tiêu đề và mô tả", "The attachment has no title and description"};
    finding.fix = {"Ghi title và description cho tệp trong approval.yaml, hoặc khai báo attachments trong danh mục, hoặc bỏ tệp ra",
                   "Write title and description for the file in approval.yaml, or declare attachments in the catalogue, or leave the file out"};
    findings.add(std::move(finding));
}

/// Puts the bytes to publish at `target`; false after a blocking finding.
bool look_into(const ReceivedFile& file, const catalog::Delivery& delivery, const catalog::Limits& limits, const std::filesystem::path& target, std::string& removed,
               catalog::Findings& findings) {
    ReadRequest request;
    request.copy = file.copy;
    request.name = file.path;
    request.scratch = file.copy.parent_path() / ".looked-into";
    request.attachment = true;
    request.limits = limits;
    const auto reader = read_in_child(request, file.bytes, delivery, findings);
    catalog::RawRow row;
    if (!reader || !reader->next(row) || row.cells.size() != 2) {
        return false;
    }
    const bool cleaned = !row.cells[0].text.empty();
    removed = row.cells[1].text;
    if (reader->next(row)) {
        return false;
    }
    std::filesystem::create_directories(target.parent_path());
    // The child's own name for the copy is not used: it could be any.
    std::filesystem::copy_file(cleaned ? request.scratch / "cleaned" : file.copy, target);
    return true;
}

}  // namespace

DeliveryParts part_files(const catalog::CatalogEntry& entry, const std::vector<ReceivedFile>& received) {
    DeliveryParts parts;
    for (const auto& file : received) {
        (is_attachment(entry, file.path) ? parts.attachments : parts.data).push_back(file);
    }
    return parts;
}

std::vector<Attachment> take_attachments(const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, const std::vector<ReceivedFile>& files,
                                         const catalog::Limits& limits, const std::filesystem::path& folder, catalog::Findings& findings) {
    std::vector<Attachment> list;
    std::set<std::string> taken;
    for (const auto& file : files) {
        Attachment attachment;
        attachment.delivered = file.path;
        describe(entry, delivery, attachment);
        if (attachment.title.empty()) {
            refuse_undescribed(delivery, file.path, findings);
        }
        if (take_in_refuses(file)) {
            continue;
        }
        attachment.file = published_name(file.path, taken);
        const auto target = folder / attachment.file;
        if (!look_into(file, delivery, limits, target, attachment.removed, findings) || attachment.title.empty()) {
            continue;
        }
        attachment.bytes = std::filesystem::file_size(target);
        attachment.sha256 = sha256_file(target);
        sync_path(target);
        list.push_back(std::move(attachment));
    }
    if (!list.empty()) {
        sync_path(folder);
    }
    std::sort(list.begin(), list.end(), [](const Attachment& a, const Attachment& b) { return a.file < b.file; });
    return list;
}

std::vector<catalog::Row> document_rows(const std::vector<Attachment>& attachments) {
    std::vector<catalog::Row> rows;
    for (const auto& attachment : attachments) {
        auto& values = rows.emplace_back().values;
        values.emplace_back(attachment.file);
        values.emplace_back(attachment.title.vi);
        values.push_back(attachment.description.vi.empty() ? catalog::Value() : catalog::Value(attachment.description.vi));
        values.emplace_back(extension_of(attachment.file));
        values.emplace_back(static_cast<std::int64_t>(attachment.bytes));
        values.emplace_back(attachment.sha256);
    }
    return rows;
}

}  // namespace khomo::builder
