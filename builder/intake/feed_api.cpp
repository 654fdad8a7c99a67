// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <random>
#include <thread>

#include "builder/intake/feed.hpp"
#include "builder/intake/feed_page.hpp"
#include "builder/intake/feed_progress.hpp"
#include "builder/intake/file_kind.hpp"
#include "builder/intake/http_client.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {
namespace {

constexpr double kLongestWait = 300;            ///< seconds that Retry-After may ask for
constexpr std::int64_t kResumeSeconds = 3600;  ///< pages older than that are fetched again: they may no longer fit together

std::int64_t clock_seconds() { return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count(); }

bool is_strong(const std::string& etag) { return etag.size() > 2 && etag.front() == '"'; }

class ApiFetch {
public:
    ApiFetch(const catalog::CatalogEntry& entry, const FeedContext& context, catalog::Findings& findings)
        : entry_(entry), context_(context), findings_(findings), folder_(context.folder / ".partial"), format_(option("format")), paging_(option("paging", "none")) {
        limits_.request_seconds = number("timeout", 300);
        limits_.stall_seconds = std::min(number("stall", 30), limits_.request_seconds);
        most_bytes_ = std::min(static_cast<std::uint64_t>(number("max_mb", static_cast<double>(context.limits.file_mb))), context.limits.file_mb) << 20U;
        if (!option("ca").empty()) {
            limits_.ca_file = context.portal / option("ca");
        }
    }

    FetchedFeed run() {
        if (!take_token()) {
            return {};
        }
        std::filesystem::create_directories(folder_);
        for (int attempt = 0; attempt < 2; ++attempt) {
            again_ = false;
            if (attempt > 0 || !take_up()) {
                begin();
            }
            while (!done_ && next_page()) {
            }
            if (!again_) {
                break;
            }
            if (attempt == 1) {
                block("feed/changed", {"Dữ liệu ở nguồn thay đổi giữa các trang, hai lần liền", "The data changed between its pages, twice in a row"},
                      {"Lấy vào lúc nguồn không cập nhật, hoặc dùng paging: cursor", "Fetch while the source is quiet, or use paging: cursor"});
            }
        }
        FetchedFeed fetched;
        fetched.requests = requests_;
        fetched.unchanged = unchanged_;
        if (unchanged_ || !done_ || again_ || !check_total()) {
            return fetched;
        }
        fetched.etag = conditional() ? progress_.etag : "";
        fetched.file = context_.folder / (entry_.id + "." + format_);
        std::filesystem::rename(pages_file(), fetched.file);
        std::filesystem::remove_all(folder_);
        return fetched;
    }

private:
    std::string option(const char* name, const char* otherwise = "") const {
        const auto found = entry_.supply.options.find(name);
        return found == entry_.supply.options.end() ? otherwise : found->second;
    }
    double number(const char* name, double otherwise) const { return parse_double(option(name)).value_or(otherwise); }
    std::filesystem::path pages_file() const { return folder_ / "pages"; }
    std::filesystem::path part_file() const { return folder_ / "page.part"; }
    std::filesystem::path note_file() const { return folder_ / "progress.json"; }
    bool paged() const { return paging_ != "none"; }
    /// Whether the first page's ETag speaks for everything.
    bool conditional() const { return !paged() || option("etag") == "whole"; }

    void block(std::string_view rule, Text message, Text fix) {
        if (progress_.page > 0 && paged()) {
            const auto page = std::to_string(progress_.page + 1);
            message.vi += " (trang " + page + ")";
            message.en += " (page " + page + ")";
        }
        block_feed(findings_, entry_.id, rule, std::move(message), std::move(fix));
    }

    bool take_token() {
        const auto variable = option("token_env");
        if (variable.empty()) {
            return true;
        }
        const char* token = std::getenv(variable.c_str());
        const std::string value = token == nullptr ? "" : token;
        if (value.empty() || value.find_first_of("\r\n") != std::string::npos) {
            block("feed/variable", {"Biến môi trường " + variable + " chưa được đặt", "The environment variable " + variable + " is not set"},
                  {"Đặt mã truy cập vào biến này trước khi chạy", "Put the token into this variable before the run"});
            return false;
        }
        const auto header = option("token_header", "Authorization");
        const auto prefix = entry_.supply.options.contains("token_prefix") ? option("token_prefix") + " " : header == "Authorization" ? "Bearer " : "";
        headers_.push_back(header + ": " + prefix + value);
        return true;
    }

    std::string settings() const {
        std::string text;
        for (const auto& [key, value] : entry_.supply.options) {
            text += std::to_string(key.size()) + ':' + key + std::to_string(value.size()) + ':' + value;
        }
        return sha256_hex(text);
    }

    /// Goes on where the last run was interrupted, if that was not long ago.
    bool take_up() {
        auto known = FeedProgress::load(note_file());
        std::error_code fault;
        if (!known || known->settings != settings() || clock_seconds() - known->started > kResumeSeconds || known->started > clock_seconds() + 60 ||
            (known->bytes > 0 && std::filesystem::file_size(pages_file(), fault) < known->bytes)) {
            return false;
        }
        if (known->bytes > 0) {
            std::filesystem::resize_file(pages_file(), known->bytes, fault);
        }
        progress_ = *known;
        return !fault;
    }

    void begin() {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        progress_ = {};
        progress_.settings = settings();
        progress_.started = clock_seconds();
        progress_.records_path = option("records", entry_.table.record.c_str());
        progress_.url = first_url();
        done_ = false;
    }

    std::string first_url() const {
        auto url = option("endpoint");
        if (paged() && !option("page_size").empty()) {
            url = with_parameter(url, option("size_param", "limit"), option("page_size"));
        }
        if (paging_ == "page") {
            url = with_parameter(url, option("page_param", "page"), option("page_start", "1"));
        } else if (paging_ == "offset") {
            url = with_parameter(url, option("offset_param", "offset"), "0");
        }
        return url;
    }

    bool next_page() {
        const auto most_pages = static_cast<std::uint64_t>(number("max_pages", 10000));
        if (progress_.page >= most_pages) {
            block("feed/too-large", {"Nhiều hơn " + std::to_string(most_pages) + " trang", "More than " + std::to_string(most_pages) + " pages"}, {"Tăng source.page_size hoặc source.max_pages", "Raise source.page_size or source.max_pages"});
            return false;
        }
        const auto answer = get();
        if (!answer) {
            return false;
        }
        if (answer->status == 304) {
            unchanged_ = true;
            done_ = true;
            return true;
        }
        if (progress_.page == 0) {
            progress_.etag = answer->etag;
        }
        if (!is_data()) {
            return false;
        }
        return format_ == "json" ? take_json(*answer) : take_text(*answer);
    }

    /// One page with retries; none after a finding.
    std::optional<HttpAnswer> get() {
        const int retries = static_cast<int>(number("retries", 4));
        for (int attempt = 0;; ++attempt) {
            auto answer = http_get(request(), limits());
            ++requests_;
            const bool fine = answer.fault == HttpFault::none && (answer.status == 200 || answer.status == 206 || answer.status == 304);
            if (fine) {
                progress_.part_validator.clear();
                return answer;
            }
            if (answer.status == 416 || answer.fault == HttpFault::none) {
                std::filesystem::remove(part_file());  // an error's text is no part of the page
            }
            keep_part(answer);
            const bool passing = answer.fault == HttpFault::unreachable || answer.fault == HttpFault::timeout || answer.fault == HttpFault::broken ||
                                 (answer.fault == HttpFault::none && (answer.status == 408 || answer.status == 416 || answer.status == 425 || answer.status == 429 || (answer.status >= 500 && answer.status != 501)));
            const auto wait = wait_before(attempt, answer);
            if (!passing || attempt >= retries || wait > kLongestWait) {
                tell(answer, attempt + 1);
                return std::nullopt;
            }
            std::this_thread::sleep_for(std::chrono::duration<double>(wait));
        }
    }

    HttpRequest request() const {
        HttpRequest request;
        request.url = progress_.url;
        request.headers = headers_;
        request.headers.push_back(format_ == "json" ? "Accept: application/json" : format_ == "csv" ? "Accept: text/csv" : "Accept: application/xml, text/xml");
        request.body = part_file();
        request.packed = paged();  // a single long file comes as it is, so that it can be taken up in the middle
        std::error_code ignored;
        if (!progress_.part_validator.empty()) {
            const auto size = std::filesystem::file_size(part_file(), ignored);
            request.from = ignored ? 0 : size;
            request.validator = progress_.part_validator;
        }
        if (progress_.page == 0 && conditional() && request.from == 0) {
            request.known_etag = context_.known_etag;
        }
        return request;
    }

    HttpLimits limits() const {
        auto limits = limits_;
        limits.body_bytes = most_bytes_ > progress_.bytes ? most_bytes_ - progress_.bytes : 0;
        return limits;
    }

    /// What came of a broken answer can be added to only if the server says which bytes they are.
    void keep_part(const HttpAnswer& answer) {
        const auto& validator = is_strong(answer.etag) ? answer.etag : answer.last_modified;
        const bool worth = !paged() && answer.fault != HttpFault::none && answer.fault != HttpFault::too_large && (answer.status == 200 || answer.status == 206) && answer.bytes > 0;
        if (worth && !validator.empty()) {
            progress_.part_validator = validator;
        } else if (!(answer.status == 0 && !progress_.part_validator.empty())) {  // nobody answered: the part is as good as it was
            progress_.part_validator.clear();
            std::error_code ignored;
            std::filesystem::remove(part_file(), ignored);
        }
        progress_.save(note_file());
    }

    double wait_before(int attempt, const HttpAnswer& answer) const {
        if (answer.retry_after) {
            return *answer.retry_after;
        }
        thread_local std::mt19937 random{std::random_device{}()};
        const double base = number("delay", 1) * static_cast<double>(1U << std::min(attempt, 6));
        return std::min(60.0, base * std::uniform_real_distribution<double>(0.5, 1.5)(random));
    }

    void tell(const HttpAnswer& answer, int attempts) {
        const Text tried = {", sau " + std::to_string(attempts) + " lần", ", after " + std::to_string(attempts) + (attempts == 1 ? " attempt" : " attempts")};
        const auto with = [&](Text text) { return Text{text.vi + tried.vi, text.en + tried.en}; };
        const Text check = {"Kiểm tra địa chỉ, tường lửa và máy chủ của nguồn", "Check the address, the firewall and the source's server"};
        const auto status = std::to_string(answer.status);
        switch (answer.fault) {
            case HttpFault::address: return block("feed/address", answer.message, {"Dùng https, và địa chỉ thật của nguồn", "Use https, and the source's real address"});
            case HttpFault::unreachable: return block("feed/unreachable", with(answer.message), check);
            case HttpFault::tls: return block("feed/tls", answer.message, {"Sửa chứng thư máy chủ, hoặc khai báo source.ca", "Mend the server's certificate, or declare source.ca"});
            case HttpFault::timeout: return block("feed/time", with(answer.message), {"Tăng source.timeout, hoặc giảm source.page_size", "Raise source.timeout, or lower source.page_size"});
            case HttpFault::broken: return block("feed/broken", with(answer.message), {"Dựng lại: việc lấy sẽ tiếp tục từ chỗ đứt", "Build again: it goes on where it broke"});
            case HttpFault::too_large: return block("feed/too-large", answer.message, {"Giảm dữ liệu ở nguồn, hoặc tăng source.max_mb và limits.file_mb", "Make it smaller, or raise source.max_mb and limits.file_mb"});
            case HttpFault::redirect: return block("feed/redirect", answer.message, {"Khai báo địa chỉ cuối cùng trong source.endpoint", "Declare the final address in source.endpoint"});
            case HttpFault::packing: return block("feed/content", answer.message, {"Sửa nén gzip ở nguồn", "Mend gzip at the source"});
            case HttpFault::none: break;
        }
        if (answer.status == 401 || answer.status == 403) {
            return block("feed/refused", {"Nguồn từ chối (HTTP " + status + ")", "The source refuses (HTTP " + status + ")"}, {"Kiểm tra mã truy cập và quyền", "Check the token and its rights"});
        }
        block("feed/status", with({"Nguồn trả về HTTP " + status, "The source answers HTTP " + status}), check);
    }

    /// Pages that say "log in" or "error" come with 200 too.
    bool is_data() {
        const auto kind = std::filesystem::exists(part_file()) ? kind_of_file(part_file()) : FileKind::empty;
        const bool fine = format_ == "json" ? kind == FileKind::json : format_ == "xml" ? kind == FileKind::xml : kind == FileKind::text;
        if (!fine) {
            const auto name = name_of(kind);
            drop_part();
            block("feed/content", {"Nguồn trả về " + name.vi + " thay vì " + format_, "The source answers with " + name.en + " instead of " + format_},
                  {"Mở địa chỉ bằng trình duyệt để xem nguồn nói gì (đăng nhập, bảo trì…)", "Open the address to see what it says (log-in, maintenance …)"});
        }
        return fine;
    }

    bool take_json(const HttpAnswer& answer) {
        if (progress_.page == 0 && progress_.records_path.empty()) {
            progress_.records_path = guess_records_path(part_file());
        }
        const auto path = progress_.records_path == "." ? "" : progress_.records_path;
        const auto scan = scan_json_page(part_file(), path, paging_ == "cursor" ? option("cursor") : option("next"), option("total"));
        if (scan.fault) {
            drop_part();
            block("feed/content", *scan.fault, {"Nguồn phải trả về JSON trọn vẹn (UTF-8)", "The source must answer with whole JSON (UTF-8)"});
            return false;
        }
        if (!scan.found) {
            drop_part();
            block("feed/records", {"Không có danh sách bản ghi ở «" + path + "»", "There is no list of records at «" + path + "»"}, {"Sửa source.records", "Mend source.records"});
            return false;
        }
        if (progress_.total && scan.total && *scan.total != *progress_.total) {
            again_ = true;
            return false;
        }
        progress_.total = scan.total ? scan.total : progress_.total;
        return add_page(scan.records, "\n") && move_on(scan.records, scan.next, answer);
    }

    bool take_text(const HttpAnswer& answer) {
        if (format_ == "xml") {
            return add_page(0, "") && move_on(0, std::nullopt, answer);
        }
        const auto scan = scan_csv_page(part_file());
        const auto heading = sha256_hex(read_start(scan.heading_bytes));
        if (progress_.page > 0 && heading != progress_.heading) {
            block("feed/changed", {"Tiêu đề cột của trang khác trang đầu", "The headings of a page differ from those of the first"}, {"Mọi trang phải có cùng cột", "All pages must have the same columns"});
            return false;
        }
        progress_.heading = heading;
        return add_page(scan.records, "", progress_.page > 0 ? scan.heading_bytes : 0) && move_on(scan.records, std::nullopt, answer);
    }

    std::string read_start(std::uint64_t bytes) const {
        std::string text(static_cast<std::size_t>(std::min<std::uint64_t>(bytes, 1U << 20)), '\0');
        std::ifstream file(part_file(), std::ios::binary);
        file.read(text.data(), static_cast<std::streamsize>(text.size()));
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
            text.pop_back();
        }
        return text;
    }

    /// Adds the part to the pages; false when the same page came before.
    bool add_page(std::uint64_t records, const std::string& end, std::uint64_t skip = 0) {
        const auto hash = sha256_file(part_file());
        if (records > 0 && !progress_.seen.insert("page " + hash).second) {
            block("feed/repeated", {"Nguồn trả lại một trang đã nhận", "The source gives a page that came before"}, {"Kiểm tra tên tham số trang (page_param, offset_param)", "Check the name of the paging parameter (page_param, offset_param)"});
            return false;
        }
        std::ifstream from(part_file(), std::ios::binary);
        from.seekg(static_cast<std::streamoff>(skip));
        std::ofstream to(pages_file(), std::ios::binary | (progress_.bytes > 0 ? std::ios::app : std::ios::trunc));
        std::string slice(1U << 18, '\0');
        char last = '\n';
        while (from && to) {
            from.read(slice.data(), static_cast<std::streamsize>(slice.size()));
            const auto got = from.gcount();
            to.write(slice.data(), got);
            last = got > 0 ? slice[static_cast<std::size_t>(got) - 1] : last;
        }
        to << (paged() && last != '\n' ? "\n" : "") << (paged() ? end : "");
        to.close();
        if (to.fail()) {
            throw io_error("ghi", "write", pages_file().filename().string(), errno);
        }
        progress_.bytes = std::filesystem::file_size(pages_file());
        drop_part();
        return true;
    }

    void drop_part() const {
        std::error_code ignored;
        std::filesystem::remove(part_file(), ignored);
    }

    /// Works out where the next page is, or that there is none.
    bool move_on(std::uint64_t records, const std::optional<std::string>& next, const HttpAnswer& answer) {
        ++progress_.page;
        progress_.records += records;
        const auto size = static_cast<std::uint64_t>(number("page_size", 0));
        const bool last = records == 0 || (size > 0 && records < size && !progress_.total) || (progress_.total && progress_.records >= *progress_.total);
        if (!paged()) {
            done_ = true;
        } else if (paging_ == "page") {
            done_ = last;
            const auto start = static_cast<std::uint64_t>(number("page_start", 1));
            progress_.url = with_parameter(progress_.url, option("page_param", "page"), std::to_string(start + progress_.page));
        } else if (paging_ == "offset") {
            done_ = last;
            progress_.url = with_parameter(progress_.url, option("offset_param", "offset"), std::to_string(progress_.records));
        } else if (!follow(paging_ == "next" && option("next").empty() ? (answer.next_link.empty() ? std::nullopt : std::optional(answer.next_link)) : next)) {
            return false;
        }
        progress_.save(note_file());
        return true;
    }

    bool follow(const std::optional<std::string>& next) {
        done_ = !next;
        if (done_) {
            return true;
        }
        if (!progress_.seen.insert("next " + sha256_hex(*next)).second) {
            block("feed/repeated", {"Nguồn trỏ lại một trang đã nhận: vòng lặp", "The source leads back to a page that came before: a loop"}, {"Báo cho đơn vị vận hành nguồn", "Tell who runs the source"});
            return false;
        }
        if (paging_ == "cursor") {
            progress_.url = with_parameter(progress_.url, option("cursor_param", "cursor"), *next);
            return true;
        }
        const auto link = resolve_link(progress_.url, *next);
        if (!link) {
            block("feed/redirect", {"Liên kết trang sau trỏ sang máy khác", "The link to the next page leads to another host"}, {"Nguồn phải giữ mọi trang trên một máy", "The source must keep all pages on one host"});
            return false;
        }
        progress_.url = *link;
        return true;
    }

    bool check_total() {
        if (!progress_.total || *progress_.total == progress_.records) {
            return true;
        }
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
        const auto said = std::to_string(*progress_.total);
        const auto came = std::to_string(progress_.records);
        block("feed/incomplete", {"Nguồn báo " + said + " bản ghi nhưng trả về " + came, "The source announces " + said + " records but gives " + came}, {"Kiểm tra cách chia trang của nguồn", "Check how the source pages"});
        return false;
    }

    const catalog::CatalogEntry& entry_;
    const FeedContext& context_;
    catalog::Findings& findings_;
    std::filesystem::path folder_;
    std::string format_;
    std::string paging_;
    HttpLimits limits_;
    std::uint64_t most_bytes_ = 0;
    std::vector<std::string> headers_;
    FeedProgress progress_;
    std::uint64_t requests_ = 0;
    bool done_ = false;
    bool unchanged_ = false;
    bool again_ = false;
};

}  // namespace

FetchedFeed fetch_api(const catalog::CatalogEntry& entry, const FeedContext& context, catalog::Findings& findings) { return ApiFetch(entry, context, findings).run(); }

}  // namespace khomo::builder
