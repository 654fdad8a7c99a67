// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/portal_starter.hpp"

#include <map>

#include "catalog/base/digest.hpp"

namespace khomo::builder {
namespace {

constexpr const char* kPortal = R"~(# Cổng dữ liệu mở {kind} {name}. Mọi khóa: docs/portal-folder.md. Sửa xong chạy: khomo check --portal <thư mục này>
id: {slug}
title: {vi: "Cổng dữ liệu mở {kind} {name}", en: "{name} Open Data Portal"}
tagline:
  vi: "Dữ liệu của cơ quan nhà nước {kind} {name} – miễn phí, ai cũng dùng được, không cần đăng nhập."
  en: "Data from the public authorities of {name} {kind_en} – free, for everyone, no login."
# Dải thông báo trên mọi trang. Bỏ đi khi cổng chạy thật.
notice: {vi: "Bản thử. Bộ dữ liệu ví dụ là số liệu đặt ra.", en: "Trial. The example dataset is made up."}
# Địa chỉ thật của cổng, không có dấu / ở cuối.
base_url: https://data.{host}.gov.vn
# Mã của cơ quan trong agencies.yaml: ai công bố, ai vận hành.
publisher: ubnd
operator: khoa-hoc-va-cong-nghe
contact:
  email: dulieumo@{host}.gov.vn
{code}
# Hộp tọa độ (độ): tây, nam, đông, bắc. Đây là cả nước; thu lại sát địa giới để lớp bản đồ lệch chỗ bị chặn.
extent: [102.1, 8.3, 109.6, 23.5]
# Từ ngày này các hạn cập nhật được theo dõi và ghi lại. Bỏ dấu # và đặt ngày cổng bắt đầu chạy.
# deadlines_from: 2027-01-01
# Nơi kho dữ liệu giao các đợt.
warehouse: warehouse
keep_releases: 10
)~";

constexpr const char* kAgencies = R"~(# Mỗi cơ quan một mục. id không đổi về sau; code là mã định danh điện tử (H…), chưa được cấp thì code_status: placeholder.
agencies:
  - id: ubnd
    name: {vi: "Ủy ban nhân dân {kind} {name}", en: "People's Committee of {name} {kind_en}"}
    short: {vi: "UBND {kind} {name}", en: "People's Committee"}
  - id: khoa-hoc-va-cong-nghe
    # code: H00.000
    # code_status: placeholder
    name: {vi: "Sở Khoa học và Công nghệ {kind} {name}", en: "Department of Science and Technology of {name} {kind_en}"}
    short: {vi: "Sở Khoa học và Công nghệ", en: "Science and Technology"}
    # contact: {email: skhcn@{host}.gov.vn}
    # website: https://skhcn.{host}.gov.vn
)~";

constexpr const char* kThemes = R"~(# Lĩnh vực. icon là tên một hình trong site-templates/assets/icons, eu là mã chủ đề của châu Âu.
themes:
  - {id: hanh-chinh, title: {vi: Hành chính công, en: Public administration}, icon: hanh-chinh, eu: GOVE}
  - {id: tai-chinh-dau-tu, title: {vi: Tài chính và đầu tư, en: Finance and investment}, icon: tai-chinh-dau-tu, eu: ECON}
  - {id: nong-nghiep, title: {vi: Nông nghiệp, en: Agriculture}, icon: nong-nghiep, eu: AGRI}
  - {id: giao-thong, title: {vi: Giao thông, en: Transport}, icon: giao-thong, eu: TRAN}
  - {id: y-te, title: {vi: Y tế, en: Health}, icon: y-te, eu: HEAL}
  - {id: khoa-hoc-cong-nghe, title: {vi: Khoa học và công nghệ, en: Science and technology}, icon: khoa-hoc-cong-nghe, eu: TECH}
)~";

constexpr const char* kLicences = R"~(# Giấy phép mà một quyết định mở dữ liệu có thể chọn.
licences:
  - id: cc-by-4.0
    title: {vi: "Creative Commons Ghi công 4.0 Quốc tế (CC BY 4.0)", en: "Creative Commons Attribution 4.0 International (CC BY 4.0)"}
    url: https://creativecommons.org/licenses/by/4.0/
    spdx: CC-BY-4.0
    description:
      vi: "Được dùng cho mọi mục đích, với điều kiện ghi tên nguồn, dẫn giấy phép và nói rõ phần đã chỉnh sửa."
      en: "Free for any purpose, with credit, a link to the licence and a note of what was changed."
)~";

constexpr const char* kUnits = "code,name_vi,name_en,type,lon,lat,area_km2\n";

constexpr const char* kDataset = R"~(---
# Một bộ dữ liệu ví dụ: sao tệp này thành datasets/<mã mới>.md rồi sửa. Tên tệp là mã, không đổi về sau.
title: {vi: "Ví dụ: điểm phục vụ công", en: "Example: public service points"}
summary: {vi: "Bộ dữ liệu mẫu để xem cổng chạy thế nào.", en: "A sample to see how the portal works."}
agency: khoa-hoc-va-cong-nghe
theme: hanh-chinh
keywords: {vi: [ví dụ], en: [example]}
# open: công bố từng dòng; aggregated: chỉ số tổng hợp; restricted, never: không công bố.
class: open
class_reason: {vi: "Ví dụ, không có dữ liệu thật.", en: "An example without real data."}
# daily | monthly | quarterly | yearly | on-change | on-request
frequency: yearly
# Quyết định mở dữ liệu: thiếu mục này thì không công bố được.
decision: {number: "01/QĐ (minh họa)", date: 2026-06-01, signer: "Người ký (minh họa)"}
licence: cc-by-4.0
illustrative: true
# Tệp được giao trông thế nào.
table: {delimiter: ";", decimal: comma}
key: [ma_diem]
# Mỗi trường một cột. Cột nào không khai báo ở đây thì bị từ chối. column là tiêu đề trong tệp.
fields:
  - {name: ma_diem, column: "Mã điểm", type: string, title: {vi: Mã điểm, en: Code}, required: true, unique: true, pattern: "D[0-9]{3}"}
  - {name: ten_diem, column: "Tên điểm", type: string, title: {vi: Tên điểm, en: Name}, required: true}
  - {name: loai, column: "Loại", type: string, title: {vi: Loại, en: Kind}, codelist: [{code: BC, title: {vi: Bưu cục, en: Post office}}, {code: MC, title: {vi: Một cửa, en: One-stop shop}}]}
  - {name: so_quay, column: "Số quầy", type: integer, title: {vi: Số quầy, en: Counters}, min: 0, max: 100}
  # Mã xã: điền units.csv rồi thêm trường
  # - {name: ma_xa, column: "Mã xã", type: string, title: {vi: Xã, phường}, required: true, codelist: units, length: 5}
views:
  table: {columns: [ma_diem, ten_diem, loai, so_quay], sort: ma_diem}
---

Đây là **ví dụ**. Viết ở đây: dữ liệu gồm những gì, lấy từ đâu, hiểu từng cột thế nào.
)~";

constexpr const char* kData = "\xEF\xBB\xBFMã điểm;Tên điểm;Loại;Số quầy\r\nD001;Điểm một (minh họa);BC;3\r\nD002;Điểm hai (minh họa);MC;5\r\nD003;Điểm ba (minh họa);BC;2\r\n";

constexpr const char* kApproval = R"~(# Biên bản ba bước của Đ5.2a, gắn với đúng nội dung tệp (SHA-256). khomo approve ghi tệp này cho nơi chưa có hệ thống.
dataset: vi-du-diem-phuc-vu-cong
source_system: "Ví dụ"
period: "2026"
illustrative: true
# Dữ liệu thay đổi lúc nào (nếu biết): cập nhật trong 24 giờ là đúng hạn.
# changed_at: 2026-09-01T08:00:00+07:00
steps:
  prepared:  {by: "Người Lập (minh họa)", position: "Đầu mối dữ liệu", agency: khoa-hoc-va-cong-nghe, at: 2026-09-01T08:00:00+07:00, document: "1/PT (minh họa)"}
  appraised: {by: "Người Thẩm Định (minh họa)", position: "Lãnh đạo phụ trách", agency: khoa-hoc-va-cong-nghe, at: 2026-09-02T08:00:00+07:00, document: "2/TĐ (minh họa)"}
  approved:  {by: "Người Phê Duyệt (minh họa)", position: "Thủ trưởng", agency: khoa-hoc-va-cong-nghe, at: 2026-09-03T08:00:00+07:00, document: "3/QĐ (minh họa)"}
files:
  - {path: diem-phuc-vu.csv, sha256: {sha256}, bytes: {bytes}}
)~";

constexpr const char* kAbout = R"~(---
title: {vi: Giới thiệu, en: About}
order: 1
---

Cổng công bố dữ liệu mở của các cơ quan {kind} {name}. Viết ở đây: ai vận hành, dữ liệu từ đâu, ai chịu trách nhiệm.
)~";
constexpr const char* kAboutEn = "This portal publishes open data of the authorities of {name} {kind_en}. Say here who runs it and where the data comes from.\n";
constexpr const char* kTerms = R"~(---
title: {vi: Điều khoản sử dụng, en: Terms of use}
order: 2
---

Dữ liệu mở được dùng miễn phí, không cần đăng nhập, theo giấy phép ghi ở từng bộ dữ liệu. Khi dùng lại, xin ghi nguồn.
)~";
constexpr const char* kTermsEn = "Open data is free, without a login, under the licence named with each dataset. Please name the source.\n";
constexpr const char* kApi = R"~(---
title: {vi: Hướng dẫn API, en: API guide}
order: 3
---

Mỗi bộ dữ liệu có địa chỉ ổn định để tải và để truy vấn từng dòng:

```
curl "https://data.{host}.gov.vn/api/v1/datasets/vi-du-diem-phuc-vu-cong/rows?_limit=10"
```
)~";
constexpr const char* kApiEn = "Every dataset has stable addresses for downloads and for queries of its rows, without a key.\n";
constexpr const char* kErrors = R"~(---
title: {vi: Báo lỗi dữ liệu, en: Report an error}
order: 4
---

Thấy số liệu sai, thiếu hay cũ, xin gửi thư cho cơ quan quản lý bộ dữ liệu (địa chỉ ở trang bộ dữ liệu), nêu tên bộ dữ liệu, phiên bản, dòng và cột.
)~";
constexpr const char* kErrorsEn = "If figures are wrong, missing or old, write to the agency that manages the dataset and name dataset, version, row and column.\n";

constexpr const char* kReadme = R"~(# Thư mục cổng {kind} {name}

1. Sửa `portal.yaml`, `agencies.yaml`, `themes.yaml`; điền `units.csv` (mã xã, phường; giữ số 0 ở đầu).
2. Mỗi bộ dữ liệu một tệp trong `datasets/`; xem tệp ví dụ, sao ra rồi xóa ví dụ đi.
3. Sau mỗi lần sửa: `khomo check --portal .`
4. Làm tệp mẫu cho cơ quan điền: `khomo template <mã bộ dữ liệu> --portal . --to mau/`
5. Đặt đợt giao vào `warehouse/<mã bộ dữ liệu>/<tên đợt>/`, rồi dựng cổng: `khomo build --portal . --out public`

Thư mục `.state` giữ nhật ký và mọi phiên bản đã duyệt: sao lưu nó, đừng đưa vào git.
)~";

std::string filled(std::string text, const std::map<std::string, std::string>& words) {
    for (const auto& [key, value] : words) {
        for (auto at = text.find(key); at != std::string::npos; at = text.find(key, at + value.size())) {
            text.replace(at, key.size(), value);
        }
    }
    return text;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> portal_starter(const StarterWords& words) {
    const std::string data = kData;
    const std::map<std::string, std::string> places = {
        {"{kind}", words.kind},   {"{kind_en}", words.kind_en}, {"{name}", words.name}, {"{slug}", words.slug}, {"{host}", words.host}, {"{sha256}", sha256_hex(data)}, {"{bytes}", std::to_string(data.size())},
        {"{code}", words.code.empty() ? std::string("# province_code: \"00\"   # mã tỉnh hai chữ số") : "province_code: \"" + words.code + "\""}};
    std::vector<std::pair<std::string, std::string>> files = {{"portal.yaml", kPortal},
                                                              {"agencies.yaml", kAgencies},
                                                              {"themes.yaml", kThemes},
                                                              {"licences.yaml", kLicences},
                                                              {"units.csv", kUnits},
                                                              {"datasets/vi-du-diem-phuc-vu-cong.md", kDataset},
                                                              {"datasets/vi-du-diem-phuc-vu-cong.en.md", "This is an **example**. Say here what the data holds and where it comes from.\n"},
                                                              {"warehouse/vi-du-diem-phuc-vu-cong/2026/approval.yaml", kApproval},
                                                              {"pages/gioi-thieu.md", kAbout},
                                                              {"pages/gioi-thieu.en.md", kAboutEn},
                                                              {"pages/dieu-khoan.md", kTerms},
                                                              {"pages/dieu-khoan.en.md", kTermsEn},
                                                              {"pages/huong-dan-api.md", kApi},
                                                              {"pages/huong-dan-api.en.md", kApiEn},
                                                              {"pages/bao-loi.md", kErrors},
                                                              {"pages/bao-loi.en.md", kErrorsEn},
                                                              {"README.md", kReadme},
                                                              {".gitignore", ".state/\npublic/\n"}};
    for (auto& [path, text] : files) {
        text = filled(std::move(text), places);
    }
    files.emplace_back("warehouse/vi-du-diem-phuc-vu-cong/2026/diem-phuc-vu.csv", data);
    return files;
}

}  // namespace khomo::builder
