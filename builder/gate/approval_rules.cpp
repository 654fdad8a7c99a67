// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/approval_rules.hpp"

#include <algorithm>
#include <array>

#include "builder/gate/rule.hpp"
#include "catalog/base/text.hpp"
#include "catalog/model/approval_statement.hpp"

namespace khomo::builder {
namespace {

using catalog::ApprovalStep;
using catalog::Delivery;
using catalog::Findings;
using catalog::Severity;

struct NamedStep {
    std::string_view key;
    Text name;
    const std::optional<ApprovalStep>* step;
};

class ApprovalCheck {
public:
    ApprovalCheck(const Delivery& delivery, Findings& findings) : delivery_(delivery), findings_(findings) {}

    void block(std::string_view rule, std::string_view key, Text message, Text fix) {
        catalog::Place place;
        place.file = "approval.yaml";
        place.column = key;
        findings_.add(finding_of(rule, Severity::block, delivery_, std::move(place), std::move(message), std::move(fix)));
    }

    void check_entry(const catalog::CatalogEntry& entry) {
        if (entry.open_class != catalog::OpenClass::open && entry.open_class != catalog::OpenClass::aggregated) {
            const auto name = std::string(to_string(entry.open_class));
            block("approval/class", "class",
                  {"Bộ dữ liệu thuộc lớp «" + name + "», không được công bố", "The dataset's class is «" + name + "»: it may not be published"},
                  {"Chỉ lớp open và aggregated được công bố; đổi lớp cần quyết định có ký",
                   "Only open and aggregated can be published; changing the class takes a signed decision"});
        }
        if (!entry.decision) {
            block("approval/decision", "decision", {"Chưa có quyết định mở dữ liệu của bộ dữ liệu này", "There is no open-data decision for this dataset"},
                  {"Ghi số, ngày, người ký của quyết định vào khóa decision trong danh mục", "Enter number, date and signer under decision in the catalogue"});
        }
        if (entry.licence.empty()) {
            block("approval/licence", "licence", {"Chưa khai báo giấy phép sử dụng", "No licence is declared"},
                  {"Thêm khóa licence vào danh mục", "Add licence to the catalogue"});
        }
        if (entry.fields.empty()) {
            block("approval/contract", "fields", {"Danh mục chưa khai báo trường nào cho bộ dữ liệu này", "The catalogue declares no field for this dataset"},
                  {"Khai báo fields: chỉ cột đã khai báo mới được công bố", "Declare fields: only declared columns are published"});
        }
    }

    void check_steps(const catalog::CatalogEntry& entry, Instant as_of) {
        const std::array<NamedStep, 3> steps = {{{"prepared", {"lập", "prepared"}, &delivery_.prepared},
                                                 {"appraised", {"thẩm định", "appraised"}, &delivery_.appraised},
                                                 {"approved", {"phê duyệt", "approved"}, &delivery_.approved}}};
        for (const auto& step : steps) {
            check_step(step, entry, as_of);
        }
        for (std::size_t i = 0; i < steps.size(); ++i) {
            for (std::size_t j = i + 1; j < steps.size(); ++j) {
                check_pair(steps[i], steps[j]);
            }
        }
    }

    void check_files(const std::vector<catalog::ReceivedFile>& received) {
        if (delivery_.files.empty()) {
            block("approval/files", "files", {"Biên bản không liệt kê tệp nào", "The record lists no file"},
                  {"Ghi đường dẫn và SHA-256 của từng tệp", "List the path and SHA-256 of each file"});
        }
        for (const auto& stated : delivery_.files) {
            const auto found = std::find_if(received.begin(), received.end(), [&](const auto& file) { return file.path == stated.path; });
            if (found == received.end()) {
                file_finding("approval/file-missing", stated.path,
                             {"Biên bản nêu tệp này nhưng không có trong đợt giao", "The record names this file but the delivery lacks it"},
                             {"Giao đủ tệp rồi phê duyệt lại", "Deliver the file and approve again"});
            } else if (found->sha256 != to_lower(stated.sha256)) {  // PowerShell prints capitals
                file_finding("approval/hash", stated.path,
                             {"Nội dung tệp khác với nội dung đã phê duyệt (SHA-256 " + found->sha256.substr(0, 12) + "… thay vì " + stated.sha256.substr(0, 12) + "…)",
                              "The file is not the one that was approved (SHA-256 " + found->sha256.substr(0, 12) + "… instead of " + stated.sha256.substr(0, 12) + "…)"},
                             {"Khôi phục đúng tệp đã phê duyệt, hoặc trình phê duyệt lại tệp mới", "Restore the approved file, or have the new one approved"});
            }
        }
        for (const auto& file : received) {
            const auto listed = std::any_of(delivery_.files.begin(), delivery_.files.end(), [&](const auto& stated) { return stated.path == file.path; });
            if (!listed) {
                file_finding("approval/file-unlisted", file.path, {"Tệp này không có trong biên bản phê duyệt", "This file is not in the approval record"},
                             {"Xóa tệp khỏi đợt giao, hoặc bổ sung vào biên bản và phê duyệt lại", "Remove the file, or add it to the record and approve again"});
            }
        }
    }

private:
    void file_finding(std::string_view rule, const std::string& path, Text message, Text fix) {
        catalog::Place place;
        place.file = path;
        findings_.add(finding_of(rule, Severity::block, delivery_, std::move(place), std::move(message), std::move(fix)));
    }

    void check_step(const NamedStep& named, const catalog::CatalogEntry& entry, Instant as_of) {
        if (!*named.step) {
            block("approval/step-missing", named.key, {"Thiếu bước " + named.name.vi, "The step «" + named.name.en + "» is missing"},
                  {"Ba bước lập, thẩm định, phê duyệt đều phải có (Điều 5.2a)", "All three steps are required: prepared, appraised, approved (Article 5.2a)"});
            return;
        }
        const auto& step = **named.step;
        if (step.by.empty() || step.position.empty() || step.document.empty()) {
            block("approval/step-incomplete", named.key,
                  {"Bước " + named.name.vi + " thiếu người, chức vụ hoặc số văn bản", "The step «" + named.name.en + "» lacks the person, position or document number"},
                  {"Điền by, position và document", "Fill in by, position and document"});
        }
        if (!step.at) {
            block("approval/step-time", named.key, {"Bước " + named.name.vi + " thiếu thời điểm", "The step «" + named.name.en + "» has no instant"},
                  {"Điền at, ví dụ 2026-10-01T08:00:00+07:00", "Fill in at, such as 2026-10-01T08:00:00+07:00"});
        } else if (*step.at > as_of) {
            block("approval/step-future", named.key,
                  {"Bước " + named.name.vi + " ghi thời điểm ở tương lai: " + to_iso_vn(*step.at),
                   "The step «" + named.name.en + "» lies in the future: " + to_iso_vn(*step.at)},
                  {"Sửa thời điểm, hoặc dựng sau thời điểm đó", "Mend the instant, or build after it"});
        }
        if (step.agency != entry.agency) {
            block("approval/agency", named.key,
                  {"Bước " + named.name.vi + " do cơ quan «" + step.agency + "» ký, chủ quản là «" + entry.agency + "»",
                   "The step «" + named.name.en + "» is by agency «" + step.agency + "», the manager is «" + entry.agency + "»"},
                  {"Cơ quan chủ quản dữ liệu phải thực hiện cả ba bước", "The managing agency must take all three steps"});
        }
    }

    void check_pair(const NamedStep& first, const NamedStep& second) {
        if (!*first.step || !*second.step) {
            return;
        }
        const auto& a = **first.step;
        const auto& b = **second.step;
        if (!a.by.empty() && catalog::same_person(a.by, b.by)) {
            block("approval/same-person", second.key,
                  {"Một người thực hiện cả bước " + first.name.vi + " và bước " + second.name.vi,
                   "One person took both steps «" + first.name.en + "» and «" + second.name.en + "»"},
                  {"Ba bước phải do ba người khác nhau", "Three different persons must take the three steps"});
        }
        if (a.at && b.at && *a.at >= *b.at) {
            block("approval/order", second.key,
                  {"Bước " + second.name.vi + " không sau bước " + first.name.vi, "The step «" + second.name.en + "» is not after «" + first.name.en + "»"},
                  {"Thời điểm phải tăng dần: lập, thẩm định, phê duyệt", "The instants must rise: prepared, appraised, approved"});
        }
    }

    const Delivery& delivery_;
    Findings& findings_;
};

}  // namespace

Findings check_approval(const catalog::CatalogEntry& entry, const Delivery& delivery, const std::vector<catalog::ReceivedFile>& received, Instant as_of) {
    Findings findings;
    ApprovalCheck check(delivery, findings);
    check.check_entry(entry);
    const bool recorded = delivery.prepared || delivery.appraised || delivery.approved || !delivery.files.empty();
    if (!recorded) {
        check.block("approval/record", "",
                    {"Đợt giao không có biên bản phê duyệt approval.yaml (hoặc biên bản trống)", "The delivery has no approval record approval.yaml (or it is empty)"},
                    {"Lập biên bản với ba bước và SHA-256 của từng tệp", "Write the record with the three steps and the SHA-256 of each file"});
        return findings;
    }
    check.check_steps(entry, as_of);
    check.check_files(received);
    return findings;
}

Findings check_correction(const Delivery& delivery, int number) {
    Findings findings;
    if (!delivery.corrects) {
        return findings;
    }
    ApprovalCheck check(delivery, findings);
    const auto& correction = *delivery.corrects;
    if (correction.version < 1 || correction.version >= number) {
        const auto named = std::to_string(correction.version);
        check.block("approval/corrects", "corrects", {"Biên bản nói sửa phiên bản " + named + ", nhưng bộ dữ liệu không có phiên bản ấy", "The record corrects version " + named + ", which the dataset does not have"},
                    {number == 1 ? "Đây là bản đầu tiên: bỏ khóa corrects" : "Ghi số phiên bản từ 1 đến " + std::to_string(number - 1),
                     number == 1 ? "This is the first version: leave corrects out" : "Name a version from 1 to " + std::to_string(number - 1)});
    }
    if (correction.reason.empty() || correction.document.empty()) {
        check.block("approval/corrects", "corrects", {"Bản sửa thiếu lý do hoặc số văn bản", "The correction lacks its reason or document"}, {"Điền reason và document trong corrects", "Fill in reason and document under corrects"});
    }
    return findings;
}

}  // namespace khomo::builder
