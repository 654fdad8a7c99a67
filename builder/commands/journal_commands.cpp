// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/journal_commands.hpp"

#include <array>
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "builder/commands/commands.hpp"
#include "builder/commands/withdraw.hpp"
#include "builder/commands/workshop.hpp"
#include "builder/record/record_check.hpp"
#include "builder/record/state_backup.hpp"
#include "catalog/base/error.hpp"
#include "catalog/read/catalogue_reader.hpp"
#include "catalog/release/layout.hpp"

namespace khomo::builder {
namespace {

using nlohmann::json;

struct ActionName {
    std::string_view action;
    Text name;
};

Text name_of(const std::string& action) {
    static const std::array<ActionName, 16> kNames = {{{"delivery-approved", {"Đợt giao đã phê duyệt", "Delivery approved"}},
                                                       {"version-approved", {"Nhận phiên bản", "Version accepted"}},
                                                       {"waiver-used", {"Dùng miễn trừ", "Waiver used"}},
                                                       {"delivery-refused", {"Từ chối đợt giao", "Delivery refused"}},
                                                       {"delivery-superseded", {"Đợt giao đến sau bản mới hơn", "Delivery superseded"}},
                                                       {"version-reexamined", {"Kiểm lại theo hợp đồng mới", "Version re-examined"}},
                                                       {"feed-fetched", {"Lấy từ nguồn cấp", "Feed fetched"}},
                                                       {"feed-unchanged", {"Nguồn cấp không đổi", "Feed unchanged"}},
                                                       {"release-published", {"Phát hành", "Release published"}},
                                                       {"release-rolled-back", {"Quay lại bản cũ", "Rolled back"}},
                                                       {"dataset-withdrawn", {"Rút", "Withdrawn"}},
                                                       {"dataset-suspended", {"Tạm ngừng", "Suspended"}},
                                                       {"dataset-resumed", {"Khôi phục", "Resumed"}},
                                                       {"withdrawn-bytes-destroyed", {"Hủy dữ liệu đã rút", "Withdrawn bytes destroyed"}},
                                                       {"deadlines-passed", {"Hạn đã qua", "Deadlines passed"}},
                                                       {"state-restored", {"Khôi phục trạng thái", "State restored"}}}};
    for (const auto& [known, name] : kNames) {
        if (known == action) {
            return name;
        }
    }
    return {action, action};
}

std::filesystem::path journal_file(const Options& options) {
    auto file = options.state_folder() / catalog::Journal::kFile;
    if (!std::filesystem::is_regular_file(file)) {
        throw Error(ErrorKind::not_found, {"Không có nhật ký: " + file.string() + ". Kiểm tra --portal hoặc --state", "There is no journal: " + file.string() + ". Check --portal or --state"});
    }
    return file;
}

Instant since(const std::string& text) {
    if (text.empty()) {
        return {std::numeric_limits<std::int64_t>::min()};
    }
    const auto instant = parse_instant(text.size() == 10 ? text + "T00:00:00+07:00" : text);
    if (!instant) {
        throw Error(ErrorKind::usage, {"--since «" + text + "» không phải ngày hay thời điểm (ví dụ 2026-11-23)", "--since «" + text + "» is neither a day nor an instant (such as 2026-11-23)"});
    }
    return *instant;
}

/// Details in one or more lines of "key: value".
void print_details(const json& details) {
    for (const auto& [key, value] : details.items()) {
        if (value.is_array() && !value.empty() && value.front().is_object()) {
            for (const auto& item : value) {
                std::cout << "      " << key << ": " << item.dump() << '\n';
            }
        } else if (!(value.is_string() && value.get_ref<const std::string&>().empty())) {
            std::cout << "      " << key << ": " << (value.is_string() ? value.get<std::string>() : value.dump()) << '\n';
        }
    }
}

std::string portal_id(const Options& options) {
    catalog::Findings findings;
    const auto catalogue = catalog::read_catalogue(options.portal, findings);
    if (catalogue.portal.id.empty()) {
        throw Error(ErrorKind::input, {"Không đọc được thư mục cổng " + options.portal.string() + "; chạy khomo check", "The portal folder " + options.portal.string() + " cannot be read; run khomo check"});
    }
    return catalogue.portal.id;
}

void print_backup(const Options& options, const BackupNote& note, const std::filesystem::path& file, const Text& done) {
    if (options.json) {
        std::cout << json({{"file", file.string()}, {"portal", note.portal}, {"made", note.made}, {"entries", note.entries}, {"head", note.head}, {"files", note.files}, {"bytes", note.bytes}}).dump(1) << '\n';
        return;
    }
    const bool vi = options.lang == Lang::vi;
    std::cout << done.in(options.lang) << ": " << file.string() << " (" << note.entries << (vi ? " mục nhật ký, " : " journal entries, ") << note.files << (vi ? " tệp, " : " files, ") << note.bytes << " byte, " << note.made << ")\n";
}

}  // namespace

int run_journal_show(const Options& options, const JournalRequest& request) {
    const catalog::Journal journal(journal_file(options));
    const auto from = since(request.since);
    json list = json::array();
    for (const auto& entry : journal.entries(request.dataset, request.action)) {
        if (entry.at < from) {
            continue;
        }
        auto details = json::parse(entry.details, nullptr, false);
        if (options.json) {
            list.push_back({{"sequence", entry.sequence}, {"at", to_iso_vn(entry.at)}, {"actor", entry.actor}, {"action", entry.action}, {"dataset", entry.dataset}, {"details", std::move(details)}, {"previous", entry.previous}, {"hash", entry.hash}});
            continue;
        }
        std::cout << entry.sequence << "  " << to_iso_vn(entry.at) << "  " << name_of(entry.action).in(options.lang) << (entry.dataset.empty() ? "" : "  " + entry.dataset) << "  (" << entry.actor << ")\n";
        print_details(details);
    }
    if (options.json) {
        std::cout << list.dump(1) << '\n';
    }
    return kDone;
}

int run_journal_verify(const Options& options) {
    const auto report = check_record(options.state_folder(), options.out);
    if (options.json) {
        json faults = json::array();
        for (const auto& fault : report.faults) {
            faults.push_back({{"vi", fault.vi}, {"en", fault.en}});
        }
        std::cout << json({{"entries", report.entries}, {"versions", report.versions}, {"releases", report.releases}, {"faults", faults}}).dump(1) << '\n';
    } else {
        const bool vi = options.lang == Lang::vi;
        std::cout << (vi ? "Nhật ký: " : "Journal: ") << report.entries << (vi ? " mục; phiên bản đã duyệt: " : " entries; approved versions: ") << report.versions << (vi ? "; bản phát hành: " : "; releases: ") << report.releases << '\n';
        for (const auto& fault : report.faults) {
            std::cout << "  " << fault.in(options.lang) << '\n';
        }
        std::cout << (report.faults.empty() ? (vi ? "Nguyên vẹn.\n" : "Whole.\n") : (vi ? "CÓ SAI LỆCH. Khôi phục từ bản sao lưu: khomo state restore <tệp>\n" : "FAULTS FOUND. Restore from a backup: khomo state restore <file>\n"));
    }
    return report.faults.empty() ? kDone : kFailed;
}

int run_state_backup(const Options& options, const std::filesystem::path& file) {
    journal_file(options);
    const auto inside = std::filesystem::absolute(file).lexically_normal().lexically_relative(std::filesystem::absolute(options.out).lexically_normal());
    if (!inside.empty() && *inside.begin() != "..") {
        throw Error(ErrorKind::refused, {"Không đặt bản sao lưu trong " + options.out.string() + ": thư mục ấy công khai", "A backup does not go into " + options.out.string() + ": that folder is public"});
    }
    print_backup(options, back_up_state(options.state_folder(), file, portal_id(options), options.as_of), file, {"Đã sao lưu", "Backed up"});
    return kDone;
}

int run_state_restore(const Options& options, const std::filesystem::path& file) {
    if (!std::filesystem::is_regular_file(file)) {
        throw Error(ErrorKind::not_found, {"Không có tệp " + file.string(), "There is no file " + file.string()});
    }
    const auto live = options.out / catalog::layout::kCurrent;
    const auto note = restore_state(file, options.state_folder(), portal_id(options), std::filesystem::exists(live) ? live : std::filesystem::path());
    State state(options.state_folder());
    state.journal().append(state.floor(options.as_of), account_name(), "state-restored", "", {{"made", note.made}, {"entries", note.entries}, {"head", note.head}});
    state.seal();
    print_backup(options, note, file, {"Đã khôi phục", "Restored"});
    return kDone;
}

}  // namespace khomo::builder
