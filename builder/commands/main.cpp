// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "builder/commands/approve_options.hpp"
#include "builder/commands/commands.hpp"
#include "builder/commands/init.hpp"
#include "builder/commands/journal_commands.hpp"
#include "builder/commands/missed_searches.hpp"
#include "builder/commands/report.hpp"
#include "builder/commands/template.hpp"
#include "builder/commands/withdraw.hpp"
#include "builder/intake/delivery_reader.hpp"
#include "catalog/base/error.hpp"
#include "version.hpp"

namespace {

using namespace khomo;
using builder::Options;

constexpr const char* kAbout =
    "khomo - cổng dữ liệu mở từ kho dữ liệu đã phê duyệt / an open-data portal from approved data\n"
    "Mã thoát / exit codes: 0 xong/done, 1 hỏng/failed, 2 sai cách dùng/usage, 3 xong nhưng có từ chối/done but something was refused";

/// Texts of options that end up as other types.
struct Words {
    std::string as_of;
    std::string lang = "vi";
};

void add_common(CLI::App& app, Options& options, Words& words) {
    app.add_option("--portal", options.portal, "Thư mục cổng / portal folder")->capture_default_str();
    app.add_option("--warehouse", options.warehouse, "Thư mục kho / deliveries (mặc định theo portal.yaml)");
    app.add_option("--out", options.out, "Nơi ghi bản phát hành / where releases go")->capture_default_str();
    app.add_option("--state", options.state, "Thư mục trạng thái / state folder (mặc định .state trong thư mục cổng)");
    app.add_option("--as-of", words.as_of, "Thời điểm dựng / instant of the build (RFC 3339)");
    app.add_option("--lang", words.lang, "vi | en")->check(CLI::IsMember({"vi", "en"}))->capture_default_str();
    app.add_flag("--offline", options.offline, "Không hỏi cơ sở dữ liệu, API nào / ask no database and no API");
    app.add_flag("--json", options.json, "Một tài liệu JSON trên stdout / one JSON document on stdout");
}

void settle(Options& options, const Words& words) {
    options.lang = words.lang == "en" ? Lang::en : Lang::vi;
    options.as_of = now();
    if (!words.as_of.empty()) {
        const auto instant = parse_instant(words.as_of);
        if (!instant) {
            throw Error(ErrorKind::usage, {"--as-of «" + words.as_of + "» không phải thời điểm (ví dụ 2026-11-23T10:00:00+07:00)",
                                           "--as-of «" + words.as_of + "» is not an instant (such as 2026-11-23T10:00:00+07:00)"});
        }
        options.as_of = *instant;
    }
}

int run(int argc, char** argv) {
    Options options;
    Words words;
    std::filesystem::path file;
    std::filesystem::path public_key;
    int code = builder::kDone;
    CLI::App app(kAbout, "khomo");
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string("khomo ") + kVersion);
    const auto command = [&](CLI::App& parent, const char* name, const char* about, auto action) {
        auto* sub = parent.add_subcommand(name, about);
        add_common(*sub, options, words);
        sub->callback([&, action] {
            settle(options, words);
            code = action();
        });
        return sub;
    };
    auto* build = command(app, "build", "Nhận dữ liệu đã phê duyệt và phát hành cổng / publish the portal", [&] { return builder::run_build(options); });
    build->add_option("--templates", options.templates, "Thư mục mẫu trang / site-templates folder");
    build->add_option("--key", options.key, "Khóa ký (minisign) / signing key")->check(CLI::ExistingFile);
    build->add_flag("--full", options.full, "Làm lại tất cả / reuse nothing");
    build->add_option("--jobs", options.jobs, "Số luồng / threads")->check(CLI::Range(1, 64));
    command(app, "check", "Kiểm tra mọi thứ, không ghi gì / check everything, write nothing", [&] { return builder::run_check(options); });
    bool late = false;
    std::filesystem::path csv;
    auto* status = command(app, "status", "Đang công bố gì, quá hạn gì / what is published, what is late",
                           [&] { return late || !csv.empty() ? builder::run_status_late(options, csv) : builder::run_status(options); });
    status->add_flag("--late", late, "Bộ dữ liệu quá hạn hoặc bị trả lại / late datasets and refused deliveries");
    status->add_option("--csv", csv, "Ghi tinh-trang.csv cho Sở KHCN / write the list of all watched datasets");
    std::string dataset;
    std::filesystem::path folder = ".";
    auto* fill = command(app, "template", "Tệp mẫu để điền: XLSX, CSV, XML / files to fill", [&] { return builder::run_template(options, dataset, folder); });
    fill->add_option("dataset", dataset, "Mã bộ dữ liệu / dataset")->required();
    fill->add_option("--to", folder, "Thư mục nhận / folder")->capture_default_str();
    builder::ReportRequest report_request;
    auto* report = app.add_subcommand("report", "Báo cáo / reports");
    report->require_subcommand(1);
    auto* quarterly = command(*report, "quarterly", "Phụ lục I của từng cơ quan và tổng hợp tỉnh / Appendix I and the province's summary",
                              [&] { return builder::run_report_quarterly(options, report_request); });
    quarterly->add_option("--quarter", report_request.quarter, "Quý, ví dụ 2026-Q3 / quarter")->required();
    quarterly->add_option("--agency", report_request.agency, "Một cơ quan / one agency");
    quarterly->add_option("--to", report_request.folder, "Thư mục nhận / folder")->required();
    std::vector<std::filesystem::path> logs;
    auto* searches = command(*report, "searches", "Điều người dân tìm mà không thấy, từ nhật ký máy chủ / what was looked for and not found", [&] { return builder::run_report_searches(options, logs); });
    searches->add_option("log", logs, "Tệp nhật ký; không nêu thì đọc stdin / log files, or standard input");
    auto* gate = command(*report, "gate", "Kết quả kiểm tra, cho Công an tỉnh / what the gate refused", [&] { return builder::run_report_gate(options, report_request); });
    gate->add_option("--quarter", report_request.quarter, "Quý; không nêu thì từ đầu / quarter, or all time");
    gate->add_option("--to", report_request.folder, "Thư mục nhận / folder")->required();
    builder::InitRequest init_request;
    auto* init = command(app, "init", "Bắt đầu thư mục cổng của một tỉnh / start a portal folder", [&] { return builder::run_init(options, init_request); });
    init->add_option("folder", init_request.folder, "Thư mục mới / new folder")->required();
    init->add_option("--name", init_request.province, "Tên tỉnh hoặc thành phố, ví dụ \"Sơn La\" / province")->required();
    init->add_option("--code", init_request.code, "Mã tỉnh hai chữ số / two-digit province code");
    builder::ApproveRequest approve_request;
    builder::add_approve_options(*command(app, "approve", "Ghi một bước phê duyệt, xác nhận hoặc miễn trừ vào biên bản / write an approval step",
                                          [&] { return builder::run_approve(options, approve_request); }),
                                 approve_request);
    builder::OfficerKeyRequest key_request;
    builder::add_key_options(*command(app, "key", "Tạo khóa ký phê duyệt, in các dòng cho agencies.yaml / make a key for signing approvals", [&] { return builder::run_officer_key(options, key_request); }), key_request);
    builder::JournalRequest journal_request;
    auto* journal = app.add_subcommand("journal", "Nhật ký / the record");
    journal->require_subcommand(1);
    command(*journal, "verify", "Soát nhật ký, niêm phong và từng byte đã duyệt / check the record and every approved byte", [&] { return builder::run_journal_verify(options); });
    auto* show = command(*journal, "show", "Ai làm gì, lúc nào, với dữ liệu nào / who did what and when", [&] { return builder::run_journal_show(options, journal_request); });
    show->add_option("--dataset", journal_request.dataset, "Một bộ dữ liệu / one dataset");
    show->add_option("--action", journal_request.action, "Một loại việc, ví dụ version-approved / one kind of entry");
    show->add_option("--since", journal_request.since, "Từ ngày hoặc thời điểm / from a day or instant on");
    auto* state = app.add_subcommand("state", "Thư mục trạng thái / the state folder");
    state->require_subcommand(1);
    command(*state, "check", "Như journal verify / as journal verify", [&] { return builder::run_journal_verify(options); });
    command(*state, "backup", "Sao lưu vào một tệp, kể cả khi đang dựng / back up into one file", [&] { return builder::run_state_backup(options, file); })->add_option("file", file, "Tệp mới / new file")->required();
    command(*state, "restore", "Khôi phục vào thư mục trạng thái trống / restore into an empty state folder", [&] { return builder::run_state_restore(options, file); })
        ->add_option("file", file, "Tệp sao lưu / backup")
        ->required();
    auto* verify = command(app, "verify", "Đối chiếu bản phát hành với bản kê / compare a release with its manifest",
                           [&] { return builder::run_verify(options, file, public_key); });
    verify->add_option("release", file, "Thư mục bản phát hành / release folder (mặc định: bản đang dùng)");
    verify->add_option("--public-key", public_key, "Khóa công khai / public key")->check(CLI::ExistingFile);
    builder::WithdrawRequest withdraw_request;
    const auto withdrawing = [&](const char* name, const char* about, auto action) {
        auto* sub = command(app, name, about, [&, action] { return action(options, withdraw_request); });
        sub->add_option("dataset", withdraw_request.dataset, "Mã bộ dữ liệu / dataset")->required();
        sub->add_option("--version", withdraw_request.versions, "Chỉ phiên bản này, nêu được nhiều lần / this version only, may be repeated");
        sub->add_option("--document", withdraw_request.document, "Số văn bản / document number (bắt buộc/required)");
        sub->add_option("--reason", withdraw_request.reason, "Lý do, hiện công khai / why, shown in public (bắt buộc/required)");
        sub->add_option("--reason-en", withdraw_request.reason_en, "Lý do bằng tiếng Anh / the reason in English");
        sub->add_option("--by", withdraw_request.by, "Người thực hiện, ghi vào nhật ký / who does it (mặc định: tài khoản/default: the account)");
        return sub;
    };
    auto* withdraw = withdrawing("withdraw", "Rút hẳn một bộ dữ liệu hay phiên bản / end the publication for good", builder::run_withdraw);
    withdraw->add_flag("--personal-data", withdraw_request.personal_data, "Vì dữ liệu cá nhân: hủy nội dung ở mọi nơi cổng giữ / destroy the bytes wherever the portal keeps them");
    withdraw->add_option("--key", options.key, "Khóa ký (minisign) / signing key")->check(CLI::ExistingFile);
    withdrawing("suspend", "Tạm ngừng công bố / suspend the publication", builder::run_suspend);
    withdrawing("resume", "Công bố trở lại sau khi tạm ngừng / end a suspension", builder::run_resume);
    auto* release = app.add_subcommand("release", "Các bản phát hành / releases");
    release->require_subcommand(1);
    command(*release, "list", "Các bản còn giữ / kept releases", [&] { return builder::run_release_list(options); });
    command(*release, "key", "Tạo khóa ký mới / make a new signing key", [&] { return builder::run_release_key(file); })
        ->add_option("file", file, "Tệp khóa bí mật; khóa công khai nằm ở <file>.pub")
        ->required();
    std::string back_to;
    std::string back_reason;
    std::string back_by;
    auto* rollback = command(*release, "rollback", "Dùng lại một bản cũ, sau khi gỡ những gì đã rút / go back to a kept release, without what was withdrawn since",
                             [&] { return builder::run_release_rollback(options, back_to, back_reason, back_by); });
    rollback->add_option("id", back_to, "Bản phát hành (mặc định: bản liền trước) / release (default: the one before)");
    rollback->add_option("--reason", back_reason, "Vì sao / why (bắt buộc/required)");
    rollback->add_option("--by", back_by, "Người thực hiện / who does it");
    rollback->add_option("--key", options.key, "Khóa ký (minisign) / signing key")->check(CLI::ExistingFile);
    auto* help = app.add_subcommand("help", "Trợ giúp / help");
    std::string topic;
    help->add_option("command", topic, "Tên lệnh / command");
    help->callback([&] { std::cout << (topic.empty() ? app.help() : app.get_subcommand(topic)->help()); });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? builder::kDone : builder::kUsage;
    }
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        khomo::builder::start_intake_helper();  // before any thread exists
        return run(argc, argv);
    } catch (const khomo::Error& error) {
        std::cerr << "khomo: " << error.message().vi << "\n       " << error.message().en << '\n';
        return error.kind() == khomo::ErrorKind::usage ? khomo::builder::kUsage : khomo::builder::kFailed;
    } catch (const std::exception& error) {
        std::cerr << "khomo: lỗi nội bộ / internal error: " << error.what() << '\n';
        return khomo::builder::kFailed;
    }
}
