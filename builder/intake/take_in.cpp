// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/delivery_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>

#include "builder/intake/descriptor.hpp"
#include "builder/intake/file_kind.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

/// Copies what `from` holds and returns size and hash. O_NONBLOCK was given at open, so that a FIFO can't hold us.
catalog::ReceivedFile copy(int from, const std::filesystem::path& to) {
    const Descriptor target(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (target.get() < 0) {
        throw io_error("ghi", "write", to.string(), errno);
    }
    catalog::ReceivedFile file;
    file.copy = to;
    Sha256 sha;
    std::string buffer(1U << 18, '\0');
    while (true) {
        const auto got = ::read(from, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw io_error("đọc", "read", to.filename().string(), errno);
        }
        if (got == 0) {
            break;
        }
        const std::string_view part(buffer.data(), static_cast<std::size_t>(got));
        sha.update(part);
        file.bytes += part.size();
        for (std::size_t done = 0; done < part.size();) {
            const auto wrote = ::write(target.get(), part.data() + done, part.size() - done);
            if (wrote < 0 && errno != EINTR) {
                throw io_error("ghi", "write", to.string(), errno);
            }
            done += wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
        }
    }
    file.sha256 = sha.finish();
    return file;
}

bool is_plain_name(const std::string& name) {
    return is_valid_utf8(name) && name.find_first_of("<>:\"|?*\\\n\r\t") == std::string::npos && name.size() <= 200 && name.front() != '.' && name.front() != '-';
}

using Refuse = std::function<void(const std::string& name, std::string_view rule, Text message, Text fix)>;

/// Extension and first bytes; the rest is for the child that opens the file.
void check_form(const catalog::ReceivedFile& file, const Refuse& refuse) {
    const auto extension = extension_of(file.path);
    if (!extension_use(extension)) {
        refuse(file.path, "form/extension", {"Đuôi tệp «." + extension + "» không được nhận", "Files with the extension «." + extension + "» are not accepted"},
               {"Giao CSV, XLSX, XLS, XML, một lớp bản đồ hoặc tài liệu PDF, DOCX (Điều 6.2, 6.3)",
                "Deliver CSV, XLSX, XLS, XML, a map layer, or documents as PDF or DOCX (Articles 6.2, 6.3)"});
        return;
    }
    const auto kind = kind_of_file(file.copy);
    if (kind == FileKind::empty) {
        refuse(file.path, "form/empty", {"Tệp rỗng", "The file is empty"}, {"Xuất lại tệp từ hệ thống nguồn", "Export the file again from its source"});
    } else if (const auto fault = extension_fault(extension, kind)) {
        refuse(file.path, "form/content", *fault, {"Giao đúng định dạng, không đổi đuôi tệp", "Deliver the real format; do not rename files"});
    }
}

}  // namespace

std::vector<catalog::ReceivedFile> take_in(const catalog::Delivery& delivery, const std::filesystem::path& quarantine, const catalog::Limits& limits,
                                           catalog::Findings& findings) {
    std::filesystem::create_directories(quarantine);
    std::vector<std::filesystem::path> names;
    std::error_code fault;
    const std::filesystem::directory_iterator items(delivery.folder, fault);
    if (fault) {
        throw io_error("mở", "open", delivery.folder.string(), fault.value());
    }
    for (const auto& item : items) {
        if (item.path().filename() != "approval.yaml") {
            names.push_back(item.path().filename());
        }
    }
    std::sort(names.begin(), names.end());
    std::vector<catalog::ReceivedFile> files;
    const Refuse refuse = [&](const std::string& name, std::string_view rule, Text message, Text fix) {
        catalog::Finding finding;
        finding.rule = rule;
        finding.severity = catalog::Severity::block;
        finding.dataset = delivery.dataset;
        finding.delivery = delivery.name;
        finding.place.file = name;
        finding.message = std::move(message);
        finding.fix = std::move(fix);
        findings.add(std::move(finding));
    };
    for (const auto& path : names) {
        const auto name = path.string();
        if (!is_plain_name(name)) {
            refuse("?", "form/file-name", {"Tên tệp có ký tự không dùng được", "A file name holds characters that cannot be used"},
                   {"Đặt lại tên tệp: chữ, số, dấu gạch, dấu chấm", "Rename the file: letters, digits, hyphens, dots"});
            continue;
        }
        const Descriptor file(::open((delivery.folder / path).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        struct stat info {};
        if (file.get() < 0 || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_nlink > 1) {
            refuse(name, "form/not-a-file", {"Không phải tệp thường (liên kết, thư mục, thiết bị hoặc ống dẫn)", "Not a plain file (a link, folder, device or pipe)"},
                   {"Giao chính tệp đó, không giao liên kết", "Deliver the file itself, not a link"});
            continue;
        }
        if (static_cast<std::uint64_t>(info.st_size) > limits.file_mb * 1024 * 1024) {
            refuse(name, "form/too-large",
                   {"Tệp lớn hơn giới hạn " + std::to_string(limits.file_mb) + " MB", "The file is larger than the limit of " + std::to_string(limits.file_mb) + " MB"},
                   {"Chia nhỏ, hoặc tăng limits.file_mb trong portal.yaml", "Split it, or raise limits.file_mb in portal.yaml"});
            continue;
        }
        auto received = copy(file.get(), quarantine / path);
        received.path = name;
        check_form(received, refuse);
        files.push_back(std::move(received));
    }
    return files;
}

}  // namespace khomo::builder
