// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/approve.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "builder/commands/commands.hpp"
#include "builder/commands/delivered_files.hpp"
#include "builder/commands/feeds.hpp"
#include "builder/commands/workshop.hpp"
#include "builder/gate/signature_rules.hpp"
#include "builder/report/gate_report.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "catalog/model/approval_statement.hpp"
#include "catalog/read/approval_record.hpp"
#include "catalog/read/catalogue_reader.hpp"
#include "catalog/release/signature.hpp"

namespace khomo::builder {
namespace {

using catalog::ApprovalStep;
using catalog::Step;

[[noreturn]] void refuse(Text message) { throw Error(ErrorKind::refused, std::move(message)); }
[[noreturn]] void misuse(Text message) { throw Error(ErrorKind::usage, std::move(message)); }

/// Two people at one record: the second is told at once.
class RecordLock {
public:
    explicit RecordLock(const std::filesystem::path& folder) : fd_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (fd_ < 0) {
            throw io_error("mở", "open", folder.string(), errno);
        }
        if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
            ::close(fd_);
            refuse({"Có người khác đang ghi biên bản này; thử lại sau", "Somebody else is writing this record; try again"});
        }
    }
    ~RecordLock() { ::close(fd_); }
    RecordLock(const RecordLock&) = delete;
    RecordLock& operator=(const RecordLock&) = delete;

private:
    int fd_;
};

catalog::Catalogue portal_of(const Options& options) {
    catalog::Findings findings;
    auto catalogue = catalog::read_catalogue(options.portal, findings);
    if (findings.blocked()) {
        refuse({"Thư mục cổng có lỗi; chạy khomo check để xem", "The portal folder has faults; run khomo check to see them"});
    }
    return catalogue;
}

std::filesystem::path folder_of(const Options& options, const ApproveRequest& request, const catalog::Catalogue& catalogue) {
    const auto below = warehouse_folder(options, catalogue) / request.delivery;
    if (request.feed) {
        if (catalogue.entry(request.delivery.string()) != nullptr) {
            std::filesystem::create_directories(below);
        }
        return below;
    }
    const auto folder = std::filesystem::is_directory(below) ? below : request.delivery;
    if (!std::filesystem::is_directory(folder)) {
        misuse({"Không thấy đợt giao " + request.delivery.string() + " (cần <bộ dữ liệu>/<tên đợt>)", "There is no delivery " + request.delivery.string() + " (<dataset>/<name> is wanted)"});
    }
    return std::filesystem::canonical(folder);
}

/// One person at one record.
class Approving {
public:
    Approving(const Options& options, const ApproveRequest& request)
        : options_(options), request_(request), catalogue_(portal_of(options)), folder_(folder_of(options, request, catalogue_)), dataset_(request.feed ? request.delivery.string() : folder_.parent_path().filename().string()),
          entry_(known_entry()), lock_(folder_), record_(folder_ / (request.feed ? "feed.yaml" : "approval.yaml")) {
        read();
    }

    int run() {
        if (request_.step.empty()) {
            add_answer();
        } else {
            take_step();
            if (request_.statement) {
                std::cout << approval_statement(delivery(), step_, scope());
                return kDone;
            }
            sign_step();
        }
        replace_file(record_, request_.feed ? standing_approval_yaml(standing_, old_) : approval_yaml(standing_.record, old_));
        report();
        return kDone;
    }

private:
    const catalog::CatalogEntry& known_entry() const {
        const auto* entry = catalogue_.entry(dataset_);
        if (entry == nullptr) {
            refuse({"Danh mục không có bộ dữ liệu «" + dataset_ + "»", "The catalogue has no dataset «" + dataset_ + "»"});
        }
        if (request_.feed != (entry->supply.from != "folder")) {
            misuse(request_.feed ? Text{"Bộ dữ liệu «" + dataset_ + "» nhận theo đợt giao, không theo nguồn cấp", "The dataset «" + dataset_ + "» comes in deliveries, not by a feed"}
                                 : Text{"Bộ dữ liệu «" + dataset_ + "» nhận từ nguồn cấp: dùng khomo approve " + dataset_ + " --feed", "The dataset «" + dataset_ + "» comes by a feed: use khomo approve " + dataset_ + " --feed"});
        }
        return *entry;
    }

    void read() {
        catalog::Findings faults;
        delivery().dataset = dataset_;
        delivery().name = request_.feed ? "" : folder_.filename().string();
        delivery().folder = folder_;
        if (std::filesystem::is_regular_file(std::filesystem::symlink_status(record_))) {
            old_ = read_file(record_, 1U << 20);
            if (request_.feed) {
                standing_ = catalog::parse_standing_approval(old_, dataset_, faults);
            } else {
                parse_approval(old_, delivery(), faults);
            }
        }
        if (faults.blocked()) {
            const auto first = faults.sorted().front();
            const auto line = std::to_string(first.place.row);
            refuse({record_.filename().string() + " dòng " + line + " có lỗi, sửa trước đã: " + first.message.vi, record_.filename().string() + " line " + line + " has a fault, mend it first: " + first.message.en});
        }
    }

    catalog::Delivery& delivery() { return standing_.record; }
    const catalog::Delivery& delivery() const { return standing_.record; }
    std::string scope() const { return request_.feed ? scope_of(standing_) : ""; }

    static void need(const std::string& value, const char* option) {
        if (trim(value).empty()) {
            misuse({std::string("Thiếu ") + option, std::string(option) + " is missing"});
        }
    }

    static Instant parsed(const std::string& text, const char* option) {
        const auto at = parse_instant(text);
        if (!at) {
            misuse({std::string(option) + " «" + text + "» không phải thời điểm (ví dụ 2026-11-23T10:00:00+07:00)", std::string(option) + " «" + text + "» is not an instant (such as 2026-11-23T10:00:00+07:00)"});
        }
        return *at;
    }

    Instant instant() const {
        const auto at = request_.at.empty() ? options_.as_of : parsed(request_.at, "--at");
        if (at > options_.as_of) {
            refuse({"--at nằm ở tương lai", "--at lies in the future"});
        }
        return at;
    }

    void take_step() {
        step_ = *catalog::parse_step(request_.step);
        need(request_.by, "--name");
        need(request_.position, "--position");
        need(request_.document, "--document");
        if (request_.statement || !request_.signature.empty()) {
            need(request_.at, "--at");  // what is printed and what is signed must say the same instant
        }
        const auto name = step_name(step_);
        const bool taken_before = step_of(delivery(), step_).has_value();
        if (taken_before && !request_.again) {
            refuse({"Bước " + name.vi + " đã có; dùng --again để làm lại từ bước này", "The step «" + name.en + "» was taken; --again takes it and the later ones anew"});
        }
        for (int later = static_cast<int>(step_); later <= static_cast<int>(Step::approved); ++later) {
            step_of(delivery(), static_cast<Step>(later)).reset();
        }
        step_ == Step::prepared ? start(taken_before) : go_on();
        ApprovalStep taken{clean_text(request_.by), clean_text(request_.position), request_.agency.empty() ? entry_.agency : request_.agency, instant(), clean_text(request_.document)};
        if (taken.agency != entry_.agency) {
            refuse({"Chủ quản của bộ dữ liệu là «" + entry_.agency + "», không phải «" + taken.agency + "»", "The dataset's manager is «" + entry_.agency + "», not «" + taken.agency + "»"});
        }
        check_against_earlier(taken);
        step_of(delivery(), step_) = std::move(taken);
    }

    void start(bool anew) {
        auto& own = delivery();
        own.period = request_.period.empty() ? own.period : request_.period;
        own.source_system = request_.source_system.empty() ? own.source_system : request_.source_system;
        own.illustrative = own.illustrative || request_.illustrative;
        if (request_.feed) {
            standing_.source = source_of(entry_);
            standing_.valid_until = request_.until.empty() ? standing_.valid_until : std::optional(parsed(request_.until, "--until"));
            return;
        }
        auto files = delivered_files(folder_);
        for (auto& file : files) {
            const auto old = std::find_if(own.files.begin(), own.files.end(), [&](const auto& one) { return one.path == file.path; });
            if (old != own.files.end()) {
                file.title = old->title;
                file.description = old->description;
            }
        }
        own.files = std::move(files);
        own.changed_at = request_.changed_at.empty() ? own.changed_at : std::optional(parsed(request_.changed_at, "--changed-at"));
        if (anew) {  // what was answered for was said of other figures
            own.confirmations.clear();
            own.waivers.clear();
        }
    }

    void go_on() const {
        const auto before = static_cast<Step>(static_cast<int>(step_) - 1);
        if (!step_of(delivery(), before)) {
            const auto name = step_name(before);
            refuse({"Chưa có bước " + name.vi + "; các bước phải theo thứ tự lập, thẩm định, phê duyệt", "The step «" + name.en + "» is not there yet; the order is prepared, appraised, approved"});
        }
        if (request_.feed) {
            if (standing_.source != source_of(entry_)) {
                refuse({"Nguồn trong danh mục đã đổi thành «" + source_of(entry_) + "»; lập lại (--step prepared --again)", "The catalogue's source is «" + source_of(entry_) + "» now; prepare anew (--step prepared --again)"});
            }
            return;
        }
        if (const auto changed = changed_files(delivery().files, delivered_files(folder_)); !changed.empty()) {
            refuse({"Tệp đã đổi sau bước lập: " + changed + ". Khôi phục tệp, hoặc lập lại (--step prepared --again)", "Files changed since they were prepared: " + changed + ". Restore them, or prepare anew (--step prepared --again)"});
        }
    }

    void check_against_earlier(const ApprovalStep& taken) const {
        for (int i = 0; i < static_cast<int>(step_); ++i) {
            const auto& earlier = *step_of(delivery(), static_cast<Step>(i));
            const auto name = step_name(static_cast<Step>(i));
            if (catalog::same_person(earlier.by, taken.by)) {
                refuse({"Người này đã thực hiện bước " + name.vi + "; ba bước cần ba người", "This person took the step «" + name.en + "»; three steps need three persons"});
            }
            if (!earlier.at || *taken.at <= *earlier.at) {
                const auto at = earlier.at ? " (" + to_iso_vn(*earlier.at) + ")" : "";
                refuse({"Thời điểm phải sau bước " + name.vi + at, "The instant must be after the step «" + name.en + "»" + at});
            }
        }
    }

    void sign_step() {
        auto& taken = *step_of(delivery(), step_);
        if (!request_.key.empty()) {
            const auto what = dataset_ + "/" + (request_.feed ? "feed" : delivery().name) + " " + request_.step;
            taken.signature = catalog::sign(approval_statement(delivery(), step_, scope()), read_file(request_.key, 4096), "khomo approval " + what);
        } else if (!request_.signature.empty()) {
            taken.signature = read_file(request_.signature, 4096);
        }
        catalog::Findings all;
        check_signatures(catalogue_, delivery(), record_.filename().string(), scope(), all);
        for (const auto& finding : all.sorted()) {
            if (finding.place.column == to_string(step_)) {
                refuse({finding.message.vi + ". " + finding.fix.vi, finding.message.en + ". " + finding.fix.en});
            }
        }
    }

    /// A confirmation or waiver: part of what the last step puts a name to, so it comes before it.
    void add_answer() {
        need(request_.by, "--name");
        need(request_.position, "--position");
        need(request_.document, "--document");
        need(request_.reason, "--reason");
        for (const auto& words : {request_.document, request_.reason, request_.reason_en}) {
            if (without_personal_numbers(words) != words) {
                misuse({"Lý do và số văn bản hiện công khai, nhưng có số giống số định danh hay điện thoại. Viết lại không có số ấy", "Reason and document are shown in public, but hold what looks like a personal number. Write them without it"});
            }
        }
        if (request_.feed) {
            misuse({"Nguồn cấp không có xác nhận theo đợt; ghi waivers trong danh mục", "A feed has no answers of a delivery; record waivers in the catalogue"});
        }
        auto& own = delivery();
        if (!own.prepared) {
            refuse({"Chưa có bước lập: biên bản chưa có tệp nào để xác nhận", "Nothing is prepared yet: there is no file to answer for"});
        }
        if (own.approved) {
            refuse({"Đợt giao đã phê duyệt; xác nhận phải có trước bước phê duyệt (làm lại bằng --step appraised --again)", "The delivery is approved; an answer comes before the last step (--step appraised --again takes the steps anew)"});
        }
        if (!request_.confirm.empty()) {
            if (!request_.confirm.starts_with("change/")) {
                misuse({"Chỉ các quy tắc change/* cần xác nhận", "Only rules change/* are confirmed"});
            }
            std::erase_if(own.confirmations, [&](const auto& one) { return one.rule == request_.confirm; });
            own.confirmations.push_back({request_.confirm, clean_text(request_.by), clean_text(request_.position), clean_text(request_.document), clean_text(request_.reason)});
            return;
        }
        if (!request_.waive.starts_with("personal/") || entry_.field(request_.field) == nullptr) {
            misuse({"--waive cần quy tắc personal/* và --field là tên một trường của bộ dữ liệu", "--waive takes a rule personal/* and --field the name of a field of the dataset"});
        }
        std::erase_if(own.waivers, [&](const auto& one) { return one.rule == request_.waive && one.field == request_.field; });
        own.waivers.push_back({request_.waive, request_.field, clean_text(request_.by), clean_text(request_.position), clean_text(request_.document), date_vn(instant()),
                               {clean_text(request_.reason), clean_text(request_.reason_en)}});
    }

    void report() const {
        if (options_.json) {
            nlohmann::json files = nlohmann::json::array();
            for (const auto& file : delivery().files) {
                files.push_back({{"path", file.path}, {"sha256", file.sha256}, {"bytes", file.bytes}});
            }
            const bool is_signed = !request_.step.empty() && !step_of(delivery(), step_)->signature.empty();
            std::cout << nlohmann::json({{"record", record_.string()}, {"dataset", dataset_}, {"delivery", delivery().name}, {"step", request_.step}, {"signed", is_signed}, {"files", files}}).dump(1) << '\n';
            return;
        }
        std::cout << (options_.lang == Lang::vi ? "Đã ghi " : "Written: ") << record_.string() << '\n';
        for (const auto& file : delivery().files) {
            std::cout << "  " << file.sha256 << "  " << file.path << '\n';
        }
    }

    const Options& options_;
    const ApproveRequest& request_;
    catalog::Catalogue catalogue_;
    std::filesystem::path folder_;
    std::string dataset_;
    const catalog::CatalogEntry& entry_;
    RecordLock lock_;
    std::filesystem::path record_;
    std::string old_;                    ///< text of the record as it stood
    catalog::StandingApproval standing_; ///< of a delivery its `record` alone counts
    Step step_ = Step::prepared;
};

}  // namespace

int run_approve(const Options& options, const ApproveRequest& request) {
    const int asked = (request.step.empty() ? 0 : 1) + (request.confirm.empty() ? 0 : 1) + (request.waive.empty() ? 0 : 1);
    if (asked != 1 || (!request.step.empty() && !catalog::parse_step(request.step))) {
        misuse({"Cần đúng một trong --step prepared|appraised|approved, --confirm, --waive", "Exactly one of --step prepared|appraised|approved, --confirm and --waive is wanted"});
    }
    return Approving(options, request).run();
}

}  // namespace khomo::builder
