// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/report.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

#include "builder/commands/commands.hpp"
#include "builder/commands/workshop.hpp"
#include "builder/report/agency_record.hpp"
#include "builder/report/gate_report.hpp"
#include "builder/report/late_list.hpp"
#include "builder/report/quarterly_report.hpp"
#include "builder/report/summary.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "catalog/read/officers_reader.hpp"
#include "site-templates/engine/format.hpp"

namespace khomo::builder {
namespace {

/// The portal and its record, opened for reading.
class Desk {
public:
    explicit Desk(const Options& options) : options_(options), catalogue_(read(options, findings_)), state_(options.state_folder()), as_of_(state_.floor(options.as_of)) {
        officers_ = catalog::read_officers(options.portal, catalogue_, findings_);
        if (findings_.blocked()) {
            fail();
        }
    }

    catalog::CatalogSnapshot snapshot() { return make_snapshot(catalogue_, state_, as_of_); }
    const catalog::Journal& journal() { return state_.journal(); }
    const std::vector<catalog::Officer>& officers() const { return officers_; }

private:
    catalog::Catalogue read(const Options& options, catalog::Findings& findings) {
        auto catalogue = read_portal(options, findings);
        if (findings.blocked()) {
            fail();
        }
        return catalogue;
    }
    [[noreturn]] void fail() const {
        for (const auto& finding : findings_.sorted()) {
            std::cerr << describe(finding, options_.lang);
        }
        throw Error(ErrorKind::input, {"Thư mục cổng có lỗi, chưa làm báo cáo", "The portal folder has faults, no report was made"});
    }

    const Options& options_;
    catalog::Findings findings_;
    catalog::Catalogue catalogue_;
    State state_;
    Instant as_of_;
    std::vector<catalog::Officer> officers_;
};

catalog::Quarter quarter_of(const ReportRequest& request) {
    const auto quarter = catalog::parse_quarter(request.quarter);
    if (!quarter) {
        throw Error(ErrorKind::usage, {"--quarter «" + request.quarter + "» không phải quý (ví dụ 2026-Q3)", "--quarter «" + request.quarter + "» is not a quarter (such as 2026-Q3)"});
    }
    return *quarter;
}

void write_both(const catalog::PrintDocument& document, const std::filesystem::path& stem, std::vector<std::string>& made) {
    const auto xlsx = stem.string() + ".xlsx";
    const auto html = stem.string() + ".html";
    catalog::write_document_xlsx(document, xlsx);
    write_file(html, catalog::document_html(document));
    made.push_back(xlsx);
    made.push_back(html);
}

void tell(const Options& options, const std::vector<std::string>& made) {
    if (options.json) {
        std::cout << nlohmann::json({{"files", made}}).dump(1) << '\n';
        return;
    }
    for (const auto& file : made) {
        std::cout << file << '\n';
    }
}

void require_agency(const catalog::Catalogue& catalogue, const std::string& id) {
    if (id.empty() || catalogue.agency(id) != nullptr) {
        return;
    }
    std::vector<std::string> ids;
    for (const auto& agency : catalogue.agencies) {
        ids.push_back(agency.id);
    }
    const auto near = nearest(id, ids);
    throw Error(ErrorKind::usage, {"Không có cơ quan «" + id + "»" + (near.empty() ? "" : "; có phải «" + near + "»?"), "There is no agency «" + id + "»" + (near.empty() ? "" : "; did you mean «" + near + "»?")});
}

}  // namespace

int run_report_quarterly(const Options& options, const ReportRequest& request) {
    const auto quarter = quarter_of(request);
    Desk desk(options);
    const auto snapshot = desk.snapshot();
    require_agency(snapshot.catalogue(), request.agency);
    const auto record = gather_record(snapshot, desk.journal());
    std::filesystem::create_directories(request.folder);
    std::vector<std::string> made;
    for (const auto& agency : snapshot.catalogue().agencies) {
        if ((request.agency.empty() && record.datasets.contains(agency.id)) || agency.id == request.agency) {
            write_both(quarterly_report(snapshot, record, agency, quarter, desk.officers()), request.folder / ("phu-luc-1-" + agency.id + "-" + quarter.name()), made);
        }
    }
    if (request.agency.empty()) {
        write_both(province_summary(snapshot, record, quarter), request.folder / ("tong-hop-" + quarter.name()), made);
        made.push_back((request.folder / "tinh-trang.csv").string());
        write_file(made.back(), status_csv(snapshot, record));
    }
    tell(options, made);
    return kDone;
}

int run_report_gate(const Options& options, const ReportRequest& request) {
    ReportSpan span;
    span.words = options.lang == Lang::vi ? "từ trước đến nay" : "all time";
    if (!request.quarter.empty()) {
        const auto quarter = quarter_of(request);
        span = {quarter.begin(), quarter.end(), show_period(quarter.name(), options.lang)};
    }
    Desk desk(options);
    const auto snapshot = desk.snapshot();
    const auto report = gate_report(snapshot, desk.journal(), span);
    std::filesystem::create_directories(request.folder);
    const auto stem = request.folder / ("kiem-tra-du-lieu" + (request.quarter.empty() ? "" : "-" + request.quarter));
    std::vector<std::string> made;
    write_both(gate_document(snapshot, report), stem, made);
    made.push_back(stem.string() + ".json");
    write_file(made.back(), report.dump(1) + "\n");
    tell(options, made);
    return kDone;
}

int run_status_late(const Options& options, const std::filesystem::path& csv) {
    Desk desk(options);
    const auto snapshot = desk.snapshot();
    const auto record = gather_record(snapshot, desk.journal());
    if (!csv.empty()) {
        write_file(csv, status_csv(snapshot, record));
    }
    if (options.json) {
        std::cout << nlohmann::ordered_json({{"late", late_json(snapshot, record)}}).dump(1) << '\n';
        return kDone;
    }
    const auto table = late_table(snapshot, record, options.lang);
    if (table.size() == 1) {
        std::cout << (options.lang == Lang::vi ? "Không có bộ dữ liệu nào quá hạn hay bị trả lại.\n" : "Nothing is late or refused.\n");
        return kDone;
    }
    std::cout << text_table(table);
    return kDone;
}

}  // namespace khomo::builder
