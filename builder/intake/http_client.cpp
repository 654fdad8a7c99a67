// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/http_client.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fstream>
#include <memory>
#include <mutex>

#include "catalog/base/error.hpp"
#include "catalog/base/number.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

constexpr int kMostRedirects = 3;

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

struct UrlParts {
    std::string scheme;
    std::string host;
    std::string port;
    friend bool operator==(const UrlParts&, const UrlParts&) = default;
};

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::optional<std::string> part_of(CURLU* url, CURLUPart part, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK) {
        return std::nullopt;
    }
    std::string value = text;
    curl_free(text);
    return value;
}

std::optional<UrlParts> parts_of(const std::string& address) {
    const Url url(curl_url(), curl_url_cleanup);
    if (curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK || part_of(url.get(), CURLUPART_USER)) {
        return std::nullopt;
    }
    return UrlParts{lower(part_of(url.get(), CURLUPART_SCHEME).value_or("")), lower(part_of(url.get(), CURLUPART_HOST).value_or("")),
                    part_of(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT).value_or("")};
}

enum class Reach { nowhere, loopback, own_network, world };

Reach reach_of_v4(std::uint32_t a) {
    const auto in = [&](std::uint32_t net, int bits) { return (a >> (32 - bits)) == (net >> (32 - bits)); };
    if (in(0x7F000000, 8)) {
        return Reach::loopback;
    }
    if (in(0x00000000, 8) || in(0xA9FE0000, 16) || in(0xE0000000, 3)) {  // unspecified, link-local (clouds keep secrets there), multicast and reserved
        return Reach::nowhere;
    }
    return in(0x0A000000, 8) || in(0xAC100000, 12) || in(0xC0A80000, 16) || in(0x64400000, 10) ? Reach::own_network : Reach::world;
}

Reach reach_of(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        return reach_of_v4(ntohl(v4.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6) {
        return Reach::nowhere;
    }
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    const auto* b = v6.sin6_addr.s6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr)) {
        return reach_of_v4((std::uint32_t{b[12]} << 24U) | (std::uint32_t{b[13]} << 16U) | (std::uint32_t{b[14]} << 8U) | b[15]);
    }
    if (IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr)) {
        return Reach::loopback;
    }
    if (IN6_IS_ADDR_UNSPECIFIED(&v6.sin6_addr) || IN6_IS_ADDR_LINKLOCAL(&v6.sin6_addr) || IN6_IS_ADDR_MULTICAST(&v6.sin6_addr)) {
        return Reach::nowhere;
    }
    return (b[0] & 0xFEU) == 0xFC ? Reach::own_network : Reach::world;
}

/// One request without redirects.
class Transfer {
public:
    Transfer(const HttpRequest& request, const HttpLimits& limits, const std::string& url) : request_(request), limits_(limits), url_(url), curl_(curl_easy_init(), curl_easy_cleanup) {
        const auto parts = parts_of(url);
        plain_ = parts && parts->scheme == "http";
        home_ = parts && (parts->host == "localhost" || parts->host.starts_with("127.") || parts->host == "[::1]");
        fine_ = parts && (plain_ || parts->scheme == "https") && curl_ != nullptr;
    }

    HttpAnswer run() {
        if (!fine_) {
            return fault(HttpFault::address, {"Địa chỉ không dùng được: chỉ http và https", "The address cannot be used: http and https only"});
        }
        prepare();
        const auto code = curl_easy_perform(curl_.get());
        curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &answer_.status);
        file_.close();
        answer_.bytes = written_ + (answer_.resumed ? request_.from : 0);
        if (code != CURLE_OK) {
            classify(code);
        } else if (file_.fail() && opened_) {
            throw io_error("ghi", "write", request_.body.filename().string(), errno);
        }
        return answer_;
    }

    std::string location() const {
        char* to = nullptr;
        curl_easy_getinfo(curl_.get(), CURLINFO_REDIRECT_URL, &to);
        return to != nullptr ? to : "";
    }

private:
    template <class Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(curl_.get(), option, value);
    }

    void prepare() {
        set(CURLOPT_URL, url_.c_str());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_PROXY, "");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_USERAGENT, "khomo");
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min(limits_.connect_seconds, limits_.request_seconds) * 1000));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.request_seconds * 1000));
        set(CURLOPT_LOW_SPEED_LIMIT, 100L);
        set(CURLOPT_LOW_SPEED_TIME, std::max(1L, static_cast<long>(limits_.stall_seconds)));
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        if (!limits_.ca_file.empty()) {
            set(CURLOPT_CAINFO, limits_.ca_file.c_str());
            set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
        }
        if (request_.packed) {
            set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
        }
        for (const auto& header : request_.headers) {
            add(header);
        }
        if (!request_.known_etag.empty()) {
            add("If-None-Match: " + request_.known_etag);
        }
        if (request_.from > 0) {
            add("Range: bytes=" + std::to_string(request_.from) + "-");
            add("If-Range: " + request_.validator);
        }
        set(CURLOPT_HTTPHEADER, headers_.get());
        set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::open_socket);
        set(CURLOPT_OPENSOCKETDATA, this);
        set(CURLOPT_HEADERFUNCTION, &Transfer::take_header);
        set(CURLOPT_HEADERDATA, this);
        set(CURLOPT_WRITEFUNCTION, &Transfer::take_body);
        set(CURLOPT_WRITEDATA, this);
    }

    void add(const std::string& header) {
        auto* longer = curl_slist_append(headers_.get(), header.c_str());
        if (longer != nullptr && headers_ == nullptr) {
            headers_.reset(longer);
        }
    }

    HttpAnswer fault(HttpFault kind, Text message) {
        answer_.fault = kind;
        answer_.message = std::move(message);
        return answer_;
    }

    void classify(CURLcode code) {
        const std::string said = curl_easy_strerror(code);
        const auto seconds = to_text(limits_.request_seconds);
        if (refused_address_) {
            fault(HttpFault::address, {"Địa chỉ mạng này không được dùng cho nguồn cấp (http ra ngoài mạng nội bộ, địa chỉ nội máy, link-local…)",
                                       "A feed may not use this network address (plain http beyond the own network, loopback, link-local …)"});
        } else if (too_large_) {
            fault(HttpFault::too_large, {"Phản hồi dài hơn " + std::to_string(limits_.body_bytes >> 20U) + " MB", "The answer is longer than " + std::to_string(limits_.body_bytes >> 20U) + " MB"});
        } else {
            switch (code) {
                case CURLE_OPERATION_TIMEDOUT: fault(HttpFault::timeout, {"Máy chủ trả lời quá chậm (giới hạn " + seconds + " giây)", "The server answers too slowly (limit " + seconds + " seconds)"}); break;
                case CURLE_PEER_FAILED_VERIFICATION:
                case CURLE_SSL_CACERT_BADFILE:
                case CURLE_SSL_CERTPROBLEM:
                case CURLE_SSL_CONNECT_ERROR:
                case CURLE_SSL_ISSUER_ERROR: fault(HttpFault::tls, {"Không tin được chứng thư của máy chủ: " + said, "The server's certificate cannot be trusted: " + said}); break;
                case CURLE_COULDNT_RESOLVE_HOST:
                case CURLE_COULDNT_CONNECT: fault(HttpFault::unreachable, {"Không kết nối được tới máy chủ: " + said, "The server cannot be reached: " + said}); break;
                case CURLE_BAD_CONTENT_ENCODING: fault(HttpFault::packing, {"Phản hồi nén bị hỏng", "The packed answer is damaged"}); break;
                default: fault(HttpFault::broken, {"Kết nối đứt giữa chừng: " + said, "The connection broke: " + said});
            }
        }
    }

    static curl_socket_t open_socket(void* self, curlsocktype, curl_sockaddr* address) {
        auto& transfer = *static_cast<Transfer*>(self);
        const auto reach = reach_of(address->addr);
        const bool allowed = reach == Reach::own_network || (reach == Reach::loopback && transfer.home_) || (reach == Reach::world && !transfer.plain_);
        if (!allowed) {
            transfer.refused_address_ = true;
            return CURL_SOCKET_BAD;
        }
        transfer.refused_address_ = false;
        return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    }

    static std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* self) {
        static_cast<Transfer*>(self)->header({bytes, size * count});
        return size * count;
    }

    void header(std::string_view line) {
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) {
            return;
        }
        const auto name = lower(line.substr(0, colon));
        const auto value = std::string(trim(line.substr(colon + 1)));
        if (name == "etag" && value.size() <= 300) {
            answer_.etag = value;
        } else if (name == "last-modified" && value.size() <= 100) {
            answer_.last_modified = value;
        } else if (name == "content-type") {
            answer_.content_type = lower(trim(std::string_view(value).substr(0, value.find(';'))));
        } else if (name == "retry-after") {
            answer_.retry_after = parse_double(value);
            if (!answer_.retry_after) {
                const auto at = curl_getdate(value.c_str(), nullptr);
                answer_.retry_after = at < 0 ? std::nullopt : std::optional(std::max(0.0, std::difftime(at, std::time(nullptr))));
            }
        } else if (name == "link" && lower(value).find("rel=\"next\"") != std::string::npos) {
            find_next(value);
        } else if (name == "content-range" && request_.from > 0) {
            resumes_ = value.starts_with("bytes " + std::to_string(request_.from) + "-");
        }
    }

    /// "<https://…?page=2>; rel="next", <…>; rel="last"".
    void find_next(const std::string& value) {
        for (std::size_t open = value.find('<'); open != std::string::npos; open = value.find('<', open + 1)) {
            const auto shut = value.find('>', open);
            if (shut == std::string::npos) {
                return;
            }
            const auto parameters = lower(std::string_view(value).substr(shut, value.find('<', shut) - shut));
            if (parameters.find("rel=\"next\"") != std::string::npos) {
                answer_.next_link = value.substr(open + 1, shut - open - 1);
                return;
            }
        }
    }

    static std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* self) { return static_cast<Transfer*>(self)->body({bytes, size * count}) ? size * count : 0; }

    bool body(std::string_view piece) {
        if (!opened_) {
            opened_ = true;
            long status = 0;
            curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
            answer_.resumed = status == 206 && resumes_;
            file_.open(request_.body, std::ios::binary | (answer_.resumed ? std::ios::app : std::ios::trunc));
        }
        const auto before = answer_.resumed ? request_.from : 0;
        if (before + written_ + piece.size() > limits_.body_bytes) {
            too_large_ = true;
            return false;
        }
        file_.write(piece.data(), static_cast<std::streamsize>(piece.size()));
        written_ += piece.size();
        return file_.good();
    }

    struct FreeList {
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };

    const HttpRequest& request_;
    const HttpLimits& limits_;
    std::string url_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_;
    std::unique_ptr<curl_slist, FreeList> headers_;
    std::ofstream file_;
    HttpAnswer answer_;
    std::uint64_t written_ = 0;
    bool fine_ = false;
    bool plain_ = false;
    bool home_ = false;
    bool opened_ = false;
    bool resumes_ = false;
    bool refused_address_ = false;
    bool too_large_ = false;
};

}  // namespace

HttpAnswer http_get(const HttpRequest& request, const HttpLimits& limits) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    auto url = request.url;
    for (int hop = 0; hop <= kMostRedirects; ++hop) {
        Transfer transfer(request, limits, url);
        auto answer = transfer.run();
        if (answer.fault != HttpFault::none || answer.status < 300 || answer.status >= 400 || answer.status == 304) {
            return answer;
        }
        const auto from = parts_of(url);
        const auto to = parts_of(transfer.location());
        const bool same = from && to && from->host == to->host && (to->scheme == "https" || (to->scheme == from->scheme && to->port == from->port));
        if (!same) {
            answer.fault = HttpFault::redirect;
            answer.message = {"Máy chủ chuyển hướng sang máy khác hoặc bỏ https", "The server redirects to another host or away from https"};
            return answer;
        }
        url = transfer.location();
    }
    HttpAnswer answer;
    answer.fault = HttpFault::redirect;
    answer.message = {"Chuyển hướng quá ba lần", "More than three redirects"};
    return answer;
}

std::optional<std::string> resolve_link(const std::string& base, const std::string& link) {
    const Url url(curl_url(), curl_url_cleanup);
    if (curl_url_set(url.get(), CURLUPART_URL, base.c_str(), 0) != CURLUE_OK || curl_url_set(url.get(), CURLUPART_URL, link.c_str(), CURLU_URLENCODE) != CURLUE_OK) {
        return std::nullopt;
    }
    const auto whole = part_of(url.get(), CURLUPART_URL);
    const auto there = whole ? parts_of(*whole) : std::nullopt;
    return there && there == parts_of(base) ? whole : std::nullopt;
}

std::string with_parameter(const std::string& url, std::string_view name, std::string_view value) {
    const Url parsed(curl_url(), curl_url_cleanup);
    if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
        return url;
    }
    const auto query = part_of(parsed.get(), CURLUPART_QUERY).value_or("");
    std::string kept;
    for (std::size_t at = 0; at < query.size();) {
        const auto end = std::min(query.find('&', at), query.size());
        const auto item = query.substr(at, end - at);
        if (!item.empty() && item.substr(0, item.find('=')) != name) {
            kept += (kept.empty() ? "" : "&") + item;
        }
        at = end + 1;
    }
    char* escaped = curl_easy_escape(nullptr, value.data(), static_cast<int>(value.size()));
    kept += (kept.empty() ? "" : "&") + std::string(name) + "=" + (escaped != nullptr ? escaped : "");
    curl_free(escaped);
    curl_url_set(parsed.get(), CURLUPART_QUERY, kept.c_str(), 0);
    return part_of(parsed.get(), CURLUPART_URL).value_or(url);
}

}  // namespace khomo::builder
