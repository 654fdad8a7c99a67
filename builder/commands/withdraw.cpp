// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/withdraw.hpp"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "builder/commands/commands.hpp"
#include "builder/commands/enforcement.hpp"
#include "builder/commands/workshop.hpp"
#include "builder/report/gate_report.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/text.hpp"
#include "catalog/release/layout.hpp"
#include "catalog/store/withdrawal_record.hpp"

namespace khomo::builder {
namespace {

using catalog::Withdrawal;
using nlohmann::json;
using Kind = Withdrawal::Kind;

void require_words(const WithdrawRequest& request) {
    if (trim(request.document).empty()) {
        throw Error(ErrorKind::usage, {"Thiếu --document: số văn bản quyết định việc này, ví dụ --document \"12/QĐ-SKHCN\"", "--document is missing: the number of the document that orders this, such as --document \"12/QĐ-SKHCN\""});
    }
    if (trim(request.reason).empty()) {
        throw Error(ErrorKind::usage, {"Thiếu --reason: lý do, hiện công khai trên cổng", "--reason is missing: why, shown in public on the portal"});
    }
    for (const auto& words : {request.document, request.reason, request.reason_en}) {
        if (without_personal_numbers(words) != words) {
            throw Error(ErrorKind::usage, {"Lý do và số văn bản hiện công khai, nhưng có số giống số định danh, điện thoại hay thư riêng. Viết lại không có số ấy",
                                           "Reason and document are shown in public, but hold what looks like a personal number, phone or mail. Write them without it"});
        }
    }
}

std::string number_list(const std::vector<int>& numbers) {
    std::string list;
    for (const int number : numbers) {
        list += (list.empty() ? "" : ", ") + std::to_string(number);
    }
    return list;
}

/// One run of one of the three commands.
class Act {
public:
    Act(const Options& options, const WithdrawRequest& request)
        : options_(options), request_(request), releases_(open_releases(options)), state_(options.state_folder()), at_(state_.floor(options.as_of)), versions_(state_.versions().load()) {
        require_words(request);
        // A portal folder with faults must not stand in the way of a withdrawal.
        catalog::Findings faults;
        catalogue_ = catalog::Catalogue();
        try {
            catalogue_ = read_portal(options, faults);
        } catch (const Error&) {
            // the store knows its datasets
        }
        find_dataset();
    }

    int withdraw(Kind kind) {
        refuse_repetition(kind);
        Withdrawal withdrawal;
        withdrawal.kind = kind;
        withdrawal.dataset = request_.dataset;
        withdrawal.title = title_;
        withdrawal.versions = request_.versions;
        withdrawal.at = at_;
        withdrawal.document = trim(request_.document);
        withdrawal.reason = words();
        withdrawal.personal_data = request_.personal_data;
        if (withdrawal.ended()) {
            withdrawal.bytes = bytes_taken();
        }
        const auto entry = catalog::record_withdrawal(state_.journal(), actor(), withdrawal);
        state_.refresh_withdrawals();
        const auto touched = enforce_withdrawals(state_, releases_.get(), options_, at_);
        state_.seal();
        report(kind == Kind::withdrawn ? "withdraw" : "suspend", entry.sequence, withdrawal.bytes, touched);
        return kDone;
    }

    int resume() {
        auto versions = request_.versions;
        if (versions.empty()) {
            const auto* whole = state_.withdrawals().dataset(request_.dataset);
            if (whole != nullptr && whole->ended()) {
                refuse_ended(*whole, 0);
            }
            if (whole == nullptr) {
                versions = suspended_versions();
            }
            if (whole == nullptr && versions.empty()) {
                throw Error(ErrorKind::refused, {"«" + request_.dataset + "» không bị tạm ngừng", "«" + request_.dataset + "» is not suspended"});
            }
        }
        for (const int number : request_.versions) {
            const auto* single = state_.withdrawals().single(request_.dataset, number);
            if (single != nullptr && single->ended()) {
                refuse_ended(*single, number);
            }
            if (single == nullptr) {
                throw Error(ErrorKind::refused, {"Phiên bản " + std::to_string(number) + " của «" + request_.dataset + "» không bị tạm ngừng riêng",
                                                 "Version " + std::to_string(number) + " of «" + request_.dataset + "» is not suspended by itself"});
            }
        }
        const auto entry = catalog::record_resumption(state_.journal(), at_, actor(), request_.dataset, versions, std::string(trim(request_.document)), words());
        state_.seal();
        report("resume", entry.sequence, {}, {});
        return kDone;
    }

private:
    /// Locked against a build that runs now; null where nothing was ever published.
    static std::unique_ptr<Releases> open_releases(const Options& options) {
        return std::filesystem::exists(options.out / catalog::layout::kReleases) ? std::make_unique<Releases>(options.out) : nullptr;
    }

    Text words() const { return {std::string(trim(request_.reason)), std::string(trim(request_.reason_en))}; }
    std::string actor() const { return request_.by.empty() ? account_name() : request_.by; }

    void find_dataset() {
        std::set<std::string> known;
        for (const auto& entry : catalogue_.entries) {
            known.insert(entry.id);
        }
        for (const auto& [id, list] : versions_) {
            known.insert(id);
        }
        if (!known.contains(request_.dataset)) {
            const auto near = nearest(request_.dataset, {known.begin(), known.end()});
            throw Error(ErrorKind::not_found, {"Không có bộ dữ liệu «" + request_.dataset + "»" + (near.empty() ? "" : "; gần nhất là «" + near + "»"),
                                               "There is no dataset «" + request_.dataset + "»" + (near.empty() ? "" : "; the nearest is «" + near + "»")});
        }
        const auto* entry = catalogue_.entry(request_.dataset);
        title_ = entry != nullptr ? entry->title : Text{request_.dataset, request_.dataset};
        for (const int number : request_.versions) {
            if (number < 1 || number > state_.versions().last_number(request_.dataset)) {
                std::vector<int> there;
                for (const auto& version : versions_[request_.dataset]) {
                    there.push_back(version.info.number);
                }
                const Text list = there.empty() ? Text{"; chưa có phiên bản nào", "; it has none"} : Text{"; có: " + number_list(there), "; there are: " + number_list(there)};
                throw Error(ErrorKind::not_found, {"«" + request_.dataset + "» không có phiên bản " + std::to_string(number) + list.vi, "«" + request_.dataset + "» has no version " + std::to_string(number) + list.en});
            }
        }
    }

    [[noreturn]] void refuse_ended(const Withdrawal& before, int version) const {
        const Text what = version == 0 ? Text{"«" + request_.dataset + "»", "«" + request_.dataset + "»"}
                                       : Text{"Phiên bản " + std::to_string(version) + " của «" + request_.dataset + "»", "Version " + std::to_string(version) + " of «" + request_.dataset + "»"};
        throw Error(ErrorKind::refused, {what.vi + " đã được rút ngày " + to_iso(date_vn(before.at)) + " theo " + before.document + "; đã rút thì không khôi phục, không tạm ngừng được nữa",
                                         what.en + " was withdrawn on " + to_iso(date_vn(before.at)) + " by " + before.document + "; what is withdrawn can be neither resumed nor suspended"});
    }

    void refuse_repetition(Kind kind) const {
        auto numbers = request_.versions;
        if (numbers.empty()) {
            numbers.push_back(0);
        }
        for (const int number : numbers) {
            const auto* before = number == 0 ? state_.withdrawals().dataset(request_.dataset) : state_.withdrawals().version(request_.dataset, number);
            if (before == nullptr) {
                continue;
            }
            // Personal data found later: the bytes go too.
            if (before->ended() && !(request_.personal_data && !before->personal_data)) {
                refuse_ended(*before, before->whole() ? 0 : number);
            }
            if (!before->ended() && kind == Kind::suspended) {
                throw Error(ErrorKind::refused, {"«" + request_.dataset + "» đang tạm ngừng từ ngày " + to_iso(date_vn(before->at)) + " theo " + before->document + "; dùng khomo resume hoặc khomo withdraw",
                                                 "«" + request_.dataset + "» has been suspended since " + to_iso(date_vn(before->at)) + " by " + before->document + "; use khomo resume or khomo withdraw"});
            }
        }
    }

    std::vector<int> suspended_versions() const {
        std::vector<int> numbers;
        for (const int number : state_.withdrawals().versions(request_.dataset)) {
            if (!state_.withdrawals().single(request_.dataset, number)->ended()) {
                numbers.push_back(number);
            }
        }
        return numbers;
    }

    std::vector<catalog::WithdrawnVersion> bytes_taken() {
        std::vector<catalog::WithdrawnVersion> bytes;
        for (const auto& version : versions_[request_.dataset]) {
            const auto number = version.info.number;
            if (request_.versions.empty() || std::find(request_.versions.begin(), request_.versions.end(), number) != request_.versions.end()) {
                auto& one = bytes.emplace_back(catalog::WithdrawnVersion{number, version.info.delivery.name, version.info.content_sha256, {}});
                for (const auto& file : version.info.delivery.files) {
                    one.files.push_back(to_lower(file.sha256));
                }
            }
        }
        return bytes;
    }

    /// Copies that are not the portal's to destroy.
    std::vector<std::string> copies_left(const std::vector<catalog::WithdrawnVersion>& bytes) const {
        std::vector<std::string> left;
        const auto warehouse = warehouse_folder(options_, catalogue_) / request_.dataset;
        for (const auto& version : bytes) {
            if (request_.personal_data && std::filesystem::exists(warehouse / version.delivery)) {
                left.push_back((warehouse / version.delivery).string());
            }
        }
        return left;
    }

    /// Records of signed releases that nobody has signed: khomo verify --public-key faults them until a run with the key mends it.
    bool records_unsigned(const std::vector<std::string>& touched) const {
        namespace layout = catalog::layout;
        return std::any_of(touched.begin(), touched.end(), [&](const auto& id) {
            const auto folder = options_.out / layout::kReleases / id;
            return std::filesystem::exists(folder / layout::kSignature) && !std::filesystem::exists(folder / layout::kRedactionsSignature);
        });
    }

    /// Versions that stay public beside those that go: they may hold the same values.
    std::vector<int> versions_left() const {
        std::vector<int> left;
        const auto found = versions_.find(request_.dataset);
        if (request_.personal_data && !request_.versions.empty() && found != versions_.end()) {
            for (const auto& version : found->second) {
                if (state_.withdrawals().version(request_.dataset, version.info.number) == nullptr) {
                    left.push_back(version.info.number);
                }
            }
        }
        return left;
    }

    void report(const std::string& action, std::int64_t sequence, const std::vector<catalog::WithdrawnVersion>& bytes, const std::vector<std::string>& touched) const {
        const auto left = copies_left(bytes);
        if (options_.json) {
            std::cout << json({{"dataset", request_.dataset}, {"action", action}, {"versions", request_.versions}, {"journal", sequence}, {"personal_data", request_.personal_data},
                               {"redacted_releases", touched}, {"records_unsigned", records_unsigned(touched)}, {"copies_left", left}, {"versions_left", versions_left()}})
                             .dump(1)
                      << '\n';
            return;
        }
        const bool vi = options_.lang == Lang::vi;
        std::cout << (vi ? "Đã ghi nhật ký, mục " : "Recorded in the journal, entry ") << sequence << ".\n";
        if (request_.personal_data) {
            std::cout << (vi ? "Nội dung đã bị hủy trong thư mục trạng thái và trong các bản phát hành: " : "The bytes were destroyed in the state folder and in the releases: ") << touched.size() << ".\n";
            std::cout << (vi ? "Việc còn lại của người vận hành: các bản sao lưu của thư mục trạng thái, máy chủ gương, và trong kho:\n"
                             : "Left for the operator: backups of the state folder, mirrors, and in the warehouse:\n");
            for (const auto& path : left) {
                std::cout << "  " << path << '\n';
            }
        }
        if (const auto others = versions_left(); !others.empty()) {
            std::cout << (vi ? "Vẫn công bố, xem có cùng giá trị ấy không: phiên bản " : "Still public, look whether they hold the same values: version ") << number_list(others) << ".\n";
        }
        if (records_unsigned(touched)) {
            std::cout << (vi ? "Bản ghi redactions.json chưa ký: thêm --key vào lần khomo build tới.\n" : "redactions.json is not signed yet: give the next khomo build its --key.\n");
        }
        std::cout << (vi ? "Chạy khomo build để cổng hiện thay đổi.\n" : "Run khomo build so that the portal shows it.\n");
    }

    const Options& options_;
    const WithdrawRequest& request_;
    std::unique_ptr<Releases> releases_;
    State state_;
    Instant at_;
    std::map<std::string, std::vector<catalog::StoredVersion>> versions_;
    catalog::Catalogue catalogue_;
    Text title_;
};

}  // namespace

std::string account_name() {
    const auto* account = ::getpwuid(::geteuid());
    return account == nullptr ? "uid " + std::to_string(::geteuid()) : account->pw_name;
}

int run_withdraw(const Options& options, const WithdrawRequest& request) { return Act(options, request).withdraw(Kind::withdrawn); }

int run_suspend(const Options& options, const WithdrawRequest& request) { return Act(options, request).withdraw(Kind::suspended); }

int run_resume(const Options& options, const WithdrawRequest& request) { return Act(options, request).resume(); }

}  // namespace khomo::builder
