// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/delivery_reader.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <csignal>

#include "builder/intake/child_rows.hpp"
#include "builder/intake/file_kind.hpp"
#include "builder/intake/intake_helper.hpp"
#include "builder/intake/row_frames.hpp"

namespace khomo::builder {
namespace {

using catalog::Finding;
using catalog::Findings;
using catalog::ReceivedFile;

/// Adds blocking findings about one file of a delivery.
class Refusals {
public:
    Refusals(const catalog::Delivery& delivery, Findings& findings) : dataset_(delivery.dataset), name_(delivery.name), findings_(findings) {}

    void add(Finding finding) const {
        finding.dataset = dataset_;
        finding.delivery = name_;
        findings_.add(std::move(finding));
    }
    void block(std::string_view rule, const std::string& file, Text message, Text fix) const {
        Finding finding;
        finding.rule = rule;
        finding.place.file = file;
        finding.message = std::move(message);
        finding.fix = std::move(fix);
        add(std::move(finding));
    }

private:
    std::string dataset_;
    std::string name_;
    Findings& findings_;
};

/// Rows that a child reads.
class ChildRows : public catalog::RawReader {
public:
    ChildRows(const ReadRequest& request, std::uint64_t bytes, Refusals refusals)
        : request_(request),
          cpu_seconds_(cpu_limit_seconds(request.limits, bytes)),
          refusals_(std::move(refusals)),
          child_(start_child(request)),
          frames_(child_->rows_fd()) {}
    ~ChildRows() override {
        child_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(request_.scratch, ignored);
    }
    ChildRows(const ChildRows&) = delete;
    ChildRows& operator=(const ChildRows&) = delete;

    /// Reads up to the header; false when the file is refused.
    bool start() { return advance() == FrameType::header && frames_.header(header_); }

    const catalog::RawHeader& header() const override { return header_; }

    bool next(catalog::RawRow& row) override {
        while (!ended_) {
            if (in_rows_ && frames_.row(row)) {
                return true;
            }
            if (frames_.damaged()) {
                broken();
                return false;
            }
            in_rows_ = advance() == FrameType::rows;
        }
        return false;
    }

private:
    /// The next frame that is no finding; none at the end.
    std::optional<FrameType> advance() {
        // The child either sends or works; more patience than its processor time is only for a disk that is slow.
        const int patience = static_cast<int>(std::min<std::uint64_t>(cpu_seconds_ * 2 + 60, 86400));
        while (const auto type = frames_.next(patience)) {
            if (*type == FrameType::end) {
                ended_ = true;
                return std::nullopt;
            }
            if (*type != FrameType::finding) {
                return type;
            }
            Finding finding;
            if (!frames_.finding(finding)) {
                break;
            }
            refusals_.add(std::move(finding));
        }
        broken();
        return std::nullopt;
    }

    /// The child ended without saying so.
    void broken() {
        ended_ = true;
        const bool waited = frames_.timed_out();
        const auto status = child_->wait();
        const auto& limits = request_.limits;
        if (status.exit_code == kChildOutOfMemory) {
            const auto mb = std::to_string(limits.memory_mb);
            refuse("form/limit-memory",
                   {"Đọc tệp này cần hơn " + mb + " MB bộ nhớ (limits.memory_mb)", "Reading this file takes more than " + mb + " MB of memory (limits.memory_mb)"});
        } else if (waited || status.signal == SIGXCPU || (status.signal == SIGKILL && status.cpu_ms >= cpu_seconds_ * 1000)) {
            const auto seconds = std::to_string(cpu_seconds_);
            refuse("form/limit-time", {"Đọc tệp này cần hơn " + seconds + " giây xử lý (limits.cpu_seconds)",
                                       "Reading this file takes more than " + seconds + " seconds of processor time (limits.cpu_seconds)"});
        } else if (status.signal == SIGXFSZ) {
            const auto mb = std::to_string(limits.file_mb);
            refuse("form/limit-size", {"Giải nén tệp này ra hơn " + mb + " MB (limits.file_mb)", "This file unpacks to more than " + mb + " MB (limits.file_mb)"});
        } else {
            const auto how = status.signal != 0 ? "signal " + std::to_string(status.signal) : "exit " + std::to_string(status.exit_code);
            refuse(
                "form/reader-failed",
                {"Trình đọc dừng đột ngột khi đọc tệp này (" + how + "); có thể do tệp hỏng hoặc vượt giới hạn bộ nhớ " + std::to_string(limits.memory_mb) + " MB",
                 "The reader stopped on this file (" + how + "); it may be damaged, or need more than the memory limit of " + std::to_string(limits.memory_mb) + " MB"});
        }
    }

    void refuse(std::string_view rule, Text message) const {
        refusals_.block(rule, request_.name, std::move(message),
                        {"Kiểm tra tệp và xuất lại; nếu tệp đúng là lớn, tăng giới hạn trong portal.yaml",
                         "Check the file and export it again; if it is honestly large, raise the limit in portal.yaml"});
    }

    ReadRequest request_;
    std::uint64_t cpu_seconds_;
    Refusals refusals_;
    std::unique_ptr<ReadingChild> child_;
    FrameReader frames_;
    catalog::RawHeader header_;
    bool in_rows_ = false;
    bool ended_ = false;
};

std::string stem_of(const std::string& path) {
    return path.substr(0, path.rfind('.'));
}

/// The files that can hold the data: those the glob names, else all whose extension is for data.
std::vector<const ReceivedFile*> data_files(const std::string& glob, const std::vector<ReceivedFile>& received) {
    std::vector<const ReceivedFile*> found;
    for (const auto& file : received) {
        const auto use = extension_use(extension_of(file.path));
        const bool named = !glob.empty() && ::fnmatch(glob.c_str(), file.path.c_str(), FNM_PATHNAME) == 0;
        // The metadata that map software writes beside a shapefile is no table.
        const bool metadata = file.path.ends_with(".shp.xml");
        if (named || (glob.empty() && use && *use == ExtensionUse::data && !metadata)) {
            found.push_back(&file);
        }
    }
    return found;
}

const ReceivedFile* choose_file(const catalog::CatalogEntry& entry, const std::vector<ReceivedFile>& received, const Refusals& refusals) {
    const auto found = data_files(entry.file_glob, received);
    if (found.size() == 1) {
        return found.front();
    }
    std::string names;
    for (const auto* file : found) {
        names += (names.empty() ? "" : ", ") + file->path;
    }
    const bool refused = std::any_of(received.begin(), received.end(), [](const auto& file) { return !extension_use(extension_of(file.path)); });
    if (found.empty() && refused) {
        return nullptr;  // take_in() has told what is wrong with the file that was meant
    }
    if (found.empty()) {
        const auto wanted = entry.file_glob.empty() ? std::string() : " (file: " + entry.file_glob + ")";
        refusals.block("form/no-data-file", "", {"Đợt giao không có tệp dữ liệu nào" + wanted, "The delivery holds no data file" + wanted},
                       {"Giao một tệp CSV, XLSX, XLS, XML hoặc một lớp bản đồ", "Deliver one CSV, XLSX, XLS or XML file or one map layer"});
    } else {
        refusals.block("form/several-files", "", {"Đợt giao có nhiều tệp dữ liệu: " + names, "The delivery holds several data files: " + names},
                       {"Giao một tệp dữ liệu, hoặc khai báo khóa file trong danh mục", "Deliver one data file, or declare file in the catalogue"});
    }
    return nullptr;
}

}  // namespace

bool take_in_refuses(const ReceivedFile& file) {
    const auto kind = kind_of_file(file.copy);
    return kind == FileKind::empty || extension_fault(extension_of(file.path), kind).has_value();
}

std::unique_ptr<catalog::RawReader> read_in_child(const ReadRequest& request, std::uint64_t bytes, const catalog::Delivery& delivery, Findings& findings) {
    auto rows = std::make_unique<ChildRows>(request, bytes, Refusals(delivery, findings));
    return rows->start() ? std::move(rows) : nullptr;
}

std::unique_ptr<catalog::RawReader> open_rows(const catalog::CatalogEntry& entry, const catalog::Delivery& delivery, const std::vector<ReceivedFile>& received,
                                              const catalog::Limits& limits, Findings& findings) {
    const Refusals refusals(delivery, findings);
    const auto* file = choose_file(entry, received, refusals);
    if (file == nullptr || take_in_refuses(*file)) {
        return nullptr;
    }
    ReadRequest request;
    request.copy = file->copy;
    request.name = file->path;
    request.scratch = file->copy.parent_path() / ".unpacked";
    request.table = entry.table;
    if (const auto records = entry.supply.options.find("records"); records != entry.supply.options.end()) {
        request.table.record = records->second;
    }
    request.ignored = entry.ignore_columns;
    request.layer = entry.layer;
    request.spatial = entry.geometry && entry.geometry->x.empty() && entry.geometry->wkt.empty();
    request.limits = limits;
    for (const auto& other : received) {
        if (&other != file && stem_of(other.path) == stem_of(file->path)) {
            request.siblings.push_back(other.copy);
        }
    }
    auto rows = std::make_unique<ChildRows>(request, file->bytes, refusals);
    return rows->start() ? std::move(rows) : nullptr;
}

}  // namespace khomo::builder
