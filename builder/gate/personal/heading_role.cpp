// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/heading_role.hpp"

#include "builder/gate/personal/heading_words.hpp"

namespace khomo::builder {
namespace {

/// What is measured, priced or counted in money: no code of a person whatever the digits look like.
bool is_measure(const HeadingWords& h) {
    return h.has_any({"kinh phí", "số tiền", "thành tiền", "đồng", "vnđ", "vnd", "giá", "đơn giá", "doanh thu", "vốn", "tổng mức đầu tư", "dự toán", "quyết toán", "ngân sách", "diện tích", "sản lượng", "khối lượng",
                      "trữ lượng", "chiều dài", "chiều rộng", "độ cao", "dung tích", "công suất", "tỷ lệ", "tỉ lệ", "mật độ", "chỉ số", "thu ngân sách", "chi ngân sách", "nợ", "lãi", "phí", "lệ phí", "bình quân",
                      "trung bình", "tọa độ", "dân số"}) ||
           h.begins("tổng") || h.begins("phần trăm");
}

bool is_count(const HeadingWords& h) {
    if (h.has_any({"số điện thoại", "số tài khoản", "số định danh", "số giấy tờ", "số thẻ", "số bệnh án", "số hộ chiếu", "số hộ khẩu", "số sổ", "số chứng minh", "số căn cước", "số cccd", "số cmnd", "số nhà"})) {
        return false;
    }
    return h.has_any({"số người", "số hộ", "số ca", "số trường hợp", "số lượt", "số bệnh nhân", "số học sinh", "số trẻ", "số lượng", "số khẩu", "số nhân khẩu", "số đối tượng", "số lao động", "số cán bộ", "số giáo viên",
                      "số nam", "số nữ", "số vụ", "số thành viên", "số xã viên", "số phụ nữ", "số dân", "tổng số", "số đảng viên", "số tín đồ", "số phạm nhân", "số bị can", "số nạn nhân", "số người chết", "số con",
                      "số cháu", "số em", "số mắc", "số mới", "số tử vong", "số nhiễm", "số cụ", "số người cao tuổi", "number of", "sl người", "sl hộ", "so nguoi", "dân số"}) ||
           h.begins("tỷ lệ") || h.begins("tỉ lệ") || h.begins("cơ cấu");
}

bool is_identity(const HeadingWords& h) {
    if (h.has_any({"cccd", "cmnd", "cmt", "cmtnd", "cmndcccd", "căn cước", "chứng minh nhân dân", "chứng minh thư", "số chứng minh", "định danh cá nhân", "mã định danh công dân", "giấy tờ tùy thân", "số giấy tờ", "mã số cá nhân",
                   "số đdcn", "đdcn", "id card", "national id", "personal id", "identity number", "identity card", "citizen id", "số cc", "socc"})) {
        return true;
    }
    const bool of_others = h.has_any({"cơ quan", "đơn vị", "tổ chức", "tài sản", "thửa", "thửa đất", "doanh nghiệp", "xã", "công trình", "dự án", "điện tử", "hồ sơ", "văn bản", "phương tiện", "cơ sở", "trường", "vật nuôi", "địa chỉ"});
    return !of_others && h.has_any({"số định danh", "mã định danh", "sodinhdanh"});
}

/// Owners may be firms and agencies as well as persons: the values decide.
bool is_owner(const HeadingWords& h) {
    return h.has_any({"chủ rừng", "chủ xe", "chủ đất", "chủ sở hữu", "chủ sử dụng", "chủ sử dụng đất", "người sử dụng đất", "chủ phương tiện", "tên chủ", "chủ thể", "chủ quản lý", "người nhận khoán", "nguoink", "người thuê", "người mua",
                      "người bán", "tên khách hàng", "khách hàng", "người nộp thuế", "người nộp", "churung", "owner", "full name", "fullname", "tên hộ", "người nhận", "người trồng rừng"});
}

bool is_private_name(const HeadingWords& h) {
    return h.has_any({"họ tên", "họ và tên", "họ và tên đệm", "họ đệm", "full name", "fullname", "tên chủ hộ", "chủ hộ", "chủ rừng", "chủ xe", "chủ đất",
                      "chủ sử dụng", "chủ sử dụng đất", "chủ phương tiện", "chủ nhà", "người nộp", "người liên hệ", "người sử dụng đất", "người nhận khoán", "người nhận", "nguoink", "người tranh chấp", "người trồng",
                      "người trồng rừng", "nguoitrch", "mangnk", "mangtrch", "người khai", "người dân", "người lao động", "người vay", "người hưởng", "người thụ hưởng", "người mua", "người bán", "người bệnh", "người thuê",
                      "tên người", "tên bệnh nhân", "tên học sinh", "tên thí sinh", "tên sinh viên", "tên trẻ", "tên cha", "tên mẹ", "tên vợ", "tên chồng", "họ tên cha", "họ tên mẹ",
                      "tên công dân", "tên cá nhân", "tên người nộp thuế", "tên lái xe", "lái xe", "tên đối tượng", "tên nhân viên", "tên cán bộ", "tên giáo viên", "vợ chồng", "hộ ông bà", "ông bà", "person name"});
}

bool is_official_name(const HeadingWords& h) {
    return h.has_any({"người đại diện", "đại diện pháp luật", "đại diện theo pháp luật", "ndd", "nddpl", "nghệ nhân", "người ký", "người ký văn bản", "giám đốc", "tên giám đốc", "chủ tịch", "phó chủ tịch", "bí thư", "hiệu trưởng",
                      "người đứng đầu", "lãnh đạo", "thủ trưởng", "trưởng bản", "trưởng thôn", "trưởng phòng", "trưởng khoa", "tác giả", "chủ nhiệm", "chủ nhiệm đề tài", "người phát ngôn", "đại biểu", "luật sư",
                      "công chứng viên", "giám định viên", "đấu giá viên", "thừa phát lại", "báo cáo viên", "người chịu trách nhiệm", "người phụ trách", "cán bộ phụ trách", "công chức phụ trách", "đầu mối phụ trách", "contact officer", "phụ trách chuyên môn", "người hành nghề", "dược sĩ", "bác sĩ", "chủ cơ sở",
                      "chủ doanh nghiệp", "chủ hộ kinh doanh", "chủ đầu tư", "cán bộ đầu mối", "đầu mối liên hệ", "đầu mối", "nhà giáo", "nhà khoa học", "hội thẩm", "hòa giải viên", "thẩm phán", "trọng tài viên", "director",
                      "representative", "signatory", "author", "anh hùng", "mẹ việt nam anh hùng"});
}

bool is_public_person(const HeadingWords& h) {
    return is_official_name(h) || h.has_any({"ưu tú", "nhân dân ưu tú", "nghệ sĩ", "người hành nghề", "hành nghề", "đăng ký doanh nghiệp", "đại diện", "ký văn bản", "sáng chế", "công bố", "khen thưởng", "danh hiệu", "người có uy tín", "giảng viên", "trí thức", "chuyên gia"});
}

/// Things that bear the names of persons.
bool is_place(const HeadingWords& h) {
    return h.has_any({"đường", "tuyến đường", "phố", "đường phố", "ngõ", "trường", "trường học", "xã", "phường", "huyện", "thị trấn", "tỉnh", "bản", "thôn", "tổ dân phố", "tiểu khu", "cầu", "chợ", "sông", "suối", "hồ", "đập", "núi",
                      "đèo", "công trình", "di tích", "công ty", "doanh nghiệp", "htx", "hợp tác xã", "cơ quan", "đơn vị", "tổ chức", "địa danh", "địa điểm", "điểm", "sản phẩm", "loài", "cây", "giống", "khu", "khách sạn",
                      "nhà nghỉ", "cơ sở", "bệnh viện", "trạm", "nhà thuốc", "quầy thuốc", "chi nhánh", "ủy ban", "ubnd", "địa phương", "tuyến", "bến", "nút giao", "dự án", "lưu vực", "street", "road", "school", "commune",
                      "province", "district", "village", "tên thuốc", "tên khoa học", "ten duong", "tên gọi", "nhà máy", "thương hiệu", "biển hiệu", "lễ hội", "bảo tàng", "công viên", "quảng trường"});
}

Role number_role(const HeadingWords& h) {
    if (h.has_any({"mã số thuế cá nhân", "mst cá nhân", "mã số thuế tncn"})) {
        return Role::identity;
    }
    if (h.has_any({"mã số hộ kinh doanh", "mã hộ kinh doanh", "mã số hkd", "mshkd", "số đkkd hộ", "mã số đăng ký hộ kinh doanh"})) {
        return Role::business_code;
    }
    if (h.has_any({"mst", "mã số thuế", "mã số doanh nghiệp", "msdn", "mã doanh nghiệp", "tax code", "tax number", "taxcode"}) || h.is("tin")) {
        return Role::tax_number;
    }
    if (h.has_any({"gplx", "giấy phép lái xe", "bằng lái", "driving licence", "driver licence", "driver license"})) {
        return Role::driver_licence;
    }
    if (h.has_any({"hộ chiếu", "passport"})) {
        return Role::passport;
    }
    if (is_identity(h)) {
        return Role::identity;
    }
    if (h.has_any({"bhyt", "bảo hiểm y tế", "health insurance", "insurance card"})) {
        return Role::health_insurance;
    }
    if (h.has_any({"bhxh", "bảo hiểm xã hội", "social insurance", "insurance no", "insurance number"})) {
        return Role::social_insurance;
    }
    if (h.has_any({"stk", "số tài khoản", "tài khoản ngân hàng", "số tk", "tk ngân hàng", "bank account", "account number", "iban", "tài khoản thụ hưởng", "tài khoản nhận", "số thẻ ngân hàng", "số thẻ atm", "tài khoản"}) &&
        !h.has_any({"tài khoản kế toán", "hệ thống tài khoản", "loại tài khoản", "tên tài khoản"})) {
        return h.has_any({"kho bạc", "ngân sách", "quỹ"}) ? Role::public_account : Role::bank_account;
    }
    if (h.has_any({"biển số", "bks", "biển kiểm soát", "biển xe", "plate", "licence plate", "license plate", "số đăng ký xe"})) {
        return Role::plate;
    }
    if (h.has_any({"số gcn", "giấy chứng nhận quyền sử dụng đất", "gcn qsdđ", "gcnqsdđ", "gcn qsd", "sổ đỏ", "số sổ đỏ", "số phát hành", "số seri gcn", "số sêri", "số hiệu gcn", "sogcn", "land certificate"})) {
        return Role::land_certificate;
    }
    return Role::plain;
}

Role contact_role(const HeadingWords& h) {
    if (h.has_any({"đường dây nóng", "hotline", "tổng đài"})) {
        return Role::hotline;
    }
    if (h.has_any({"sđt", "sdt", "điện thoại", "số điện thoại", "số đt", "đt", "đtdđ", "dtdd", "di động", "phone", "mobile", "tel", "telephone", "zalo", "liên hệ", "thông tin liên hệ", "viber", "whatsapp", "số máy", "cell", "sđt liên hệ", "dienthoai"})) {
        return Role::phone;
    }
    if (h.has_any({"email", "e mail", "thư điện tử", "hộp thư", "mail", "gmail", "địa chỉ thư"})) {
        return Role::mail;
    }
    return Role::plain;
}

Role address_role(const HeadingWords& h) {
    if (h.has_any({"thường trú", "tạm trú", "nơi ở", "quê quán", "hộ khẩu", "hktt", "chỗ ở", "nơi cư trú", "cư trú", "nguyên quán", "nơi sinh", "địa chỉ nhà", "địa chỉ thường trú", "địa chỉ hộ", "địa chỉ chủ hộ", "địa chỉ cá nhân",
                   "địa chỉ người", "địa chỉ gia đình", "nhà riêng", "home address", "place of birth", "số nhà", "địa chỉ chủ rừng", "địa chỉ bệnh nhân", "địa chỉ học sinh"})) {
        return Role::home_address;
    }
    // Statistics are told "by residence", which is urban or rural.
    if (h.has("residence") && h.size() <= 3 && !h.has_any({"region", "by", "area", "type"})) {
        return Role::home_address;
    }
    if (h.has_any({"tọa độ nhà", "tọa độ hộ", "vị trí nhà", "vị trí hộ", "tọa độ hộ gia đình", "tọa độ nhà ở", "kinh độ nhà", "vĩ độ nhà", "kinh độ hộ", "vĩ độ hộ", "tọa độ chủ hộ"})) {
        return Role::home_coordinate;
    }
    if (h.has_any({"tọa độ", "kinh độ", "vĩ độ", "longitude", "latitude", "lat", "lon", "lng", "vn 2000", "wgs84", "wgs 84", "easting", "northing"}) || h.is("x") || h.is("y")) {
        return Role::coordinate;
    }
    if (h.has_any({"địa chỉ", "dia chi", "address", "đ c"})) {
        return Role::address;
    }
    return Role::plain;
}

bool is_sensitive(const HeadingWords& h) {
    if (h.has_any({"bình quân", "trung bình", "trường", "dân tộc nội trú", "chính sách", "chương trình", "dự án", "chuẩn", "danh mục", "ban", "ủy ban", "cơ sở", "tiêu chí", "nguyên tắc", "bệnh viện", "giảm nghèo", "thuốc", "bệnh hại", "dịch bệnh trên", "cây", "gia súc", "lễ hội"})) {
        return false;
    }
    return h.has_any({"dân tộc", "tôn giáo", "chẩn đoán", "chẩn đoán bệnh", "mã bệnh", "icd", "icd10", "tên bệnh", "bệnh lý", "bệnh nền", "bệnh tật", "tiền sử bệnh", "khuyết tật", "dạng tật", "dạng khuyết tật", "hiv", "aids", "hộ nghèo", "cận nghèo",
                      "diện nghèo", "loại hộ nghèo", "tiền án", "tiền sự", "thu nhập", "tội danh", "án phạt", "hình phạt", "nhóm máu", "kết quả xét nghiệm", "tình trạng sức khỏe", "sức khỏe", "mã bệnh nhân", "số bệnh án", "mabenhnhan", "sobenhan",
                      "nghiện", "tình trạng hôn nhân", "hôn nhân", "vân tay", "sinh trắc", "xu hướng tính dục", "mức lương", "tiền lương", "ethnicity", "religion", "diagnosis", "disability", "thương tật", "nguyên nhân tử vong", "tâm thần"});
}

bool is_birth(const HeadingWords& h) {
    if (h.has_any({"ngày sinh", "năm sinh", "ngày tháng năm sinh", "ntns", "ngsinh", "namsinh", "sinh ngày", "sinh năm", "dob", "birthday", "date of birth", "birth date", "birth year", "ngày mất", "tháng năm sinh", "ns"})) {
        return !h.has("vi sinh");
    }
    // Not the birth rates and life expectancies of statistics.
    return h.has("birth") && h.size() <= 3 && !h.has_any({"rate", "weight", "expectancy", "ratio", "by", "at birth", "number"});
}

bool is_dated_act(const HeadingWords& h) {
    return h.has_any({"ngày cấp", "ngày ký", "ngày ban hành", "hiệu lực", "thành lập", "ngày nộp", "cập nhật", "bắt đầu", "kết thúc", "khởi công", "hoàn thành", "đăng ký", "quyết định", "kiểm tra", "công nhận", "phong tặng", "hết hạn",
                      "thời hạn", "năm xây dựng", "năm hoàn thành", "năm công nhận", "năm phong tặng", "năm trồng", "năm thành lập", "ngày tiếp nhận", "ngày trả", "báo cáo", "thời điểm", "năm sử dụng", "kỳ", "quý", "năm học", "vào sổ", "bổ nhiệm"});
}

}  // namespace

Role role_of(std::string_view heading) {
    const HeadingWords h(heading);
    if (h.empty()) {
        return Role::plain;
    }
    if (const auto role = number_role(h); role != Role::plain && !h.begins("ngày cấp") && !h.begins("nơi cấp") && !(is_count(h) && (h.begins("số") || h.begins("tổng") || h.begins("tỷ lệ")))) {
        return role;
    }
    if (const auto role = contact_role(h); role != Role::plain && !is_count(h)) {
        return role;
    }
    if (is_count(h)) {
        return Role::count;
    }
    if (is_birth(h)) {
        return Role::birth;
    }
    if (const auto role = address_role(h); role == Role::home_address || role == Role::home_coordinate) {
        return role;
    }
    if (is_sensitive(h)) {
        return Role::sensitive;
    }
    if (is_dated_act(h)) {
        return Role::date;
    }
    if (const auto role = address_role(h); role != Role::plain) {
        return role;
    }
    if (is_official_name(h) && !is_measure(h)) {
        return Role::official_name;
    }
    if (is_owner(h) && !h.has_any({"họ tên", "họ và tên"})) {
        return Role::owner_name;
    }
    if (is_private_name(h)) {
        return is_public_person(h) ? Role::official_name : Role::name;
    }
    if (is_measure(h)) {
        return Role::measure;
    }
    if (h.is("tuổi") || h.is("độ tuổi") || h.is("age")) {
        return Role::age;
    }
    if (h.is("giới tính") || h.is("gioitinh") || h.is("nam nữ") || h.is("sex") || h.is("gender")) {
        return Role::sex;
    }
    return is_place(h) ? Role::place_name : Role::plain;
}

TableContext context_of(std::string_view text) {
    const HeadingWords h(text);
    TableContext context;
    context.statistics = h.has_any({"thống kê", "tổng hợp", "số liệu", "danh mục", "cơ cấu", "theo xã", "theo huyện", "theo tỉnh", "kết quả", "chỉ tiêu", "tình hình", "aggregate", "statistics"});
    context.persons = h.has_any({"hộ nghèo", "hộ cận nghèo", "hộ gia đình", "hộ dân", "chủ rừng", "chủ hộ", "cá nhân", "công dân", "người dân", "học sinh", "sinh viên", "bệnh nhân", "người bệnh", "người lao động", "người khuyết tật", "đối tượng",
                                 "người có công", "lái xe", "phù hiệu xe", "chủ xe", "giáo viên", "cán bộ", "viên chức", "thí sinh", "người cao tuổi", "trẻ em", "nhân khẩu", "dân cư", "người hưởng", "người nhận", "danh sách người", "hội viên", "đoàn viên", "đảng viên", "học viên", "hộ tái định cư", "người tham gia", "persons", "people", "citizens", "residents", "employees", "drivers", "hộ sản xuất",
                                 "hộ kinh doanh", "nhà ở", "nhân sự", "người nghiện", "phạm nhân", "households", "patients", "students"});
    context.organisation = h.has_any({"cơ quan", "doanh nghiệp", "công ty", "hợp tác xã", "htx", "đơn vị", "tổ chức", "trường", "bệnh viện", "trạm", "cơ sở", "ubnd", "ủy ban", "sở", "trung tâm", "phòng", "chi cục", "văn phòng", "nhà máy",
                                      "khách sạn", "lưu trú", "nhà nghỉ", "nhà thuốc", "bưu chính", "bưu cục", "bến xe", "cửa hàng", "chi nhánh", "du lịch", "di tích", "khám chữa bệnh", "công vụ", "đầu mối", "hiệp hội", "hội", "làng nghề",
                                      "ngân hàng", "nhà hàng", "siêu thị", "chợ", "quầy thuốc", "thư viện", "bảo tàng", "nhà văn hóa", "agency", "company", "office", "ocop"});
    context.public_figures = is_public_person(h);
    context.places = h.has_any({"tuyến đường", "đường phố", "tên đường", "địa danh", "trường học", "danh mục trường", "đơn vị hành chính", "xã phường", "bản", "cầu", "di tích", "công trình", "hồ chứa", "sông suối", "ranh giới"});
    context.health_or_crime = h.has_any({"hiv", "aids", "ma túy", "nghiện", "tâm thần", "xâm hại", "bạo lực", "mại dâm", "tự tử", "tội phạm", "phạm tội", "tử vong", "lao phổi", "bệnh lao", "bệnh phong", "ung thư"});
    return context;
}

TableContext context_of_heading(std::string_view heading) {
    auto context = context_of(heading);
    // "Số hộ nghèo" is a heading of figures, not a list of persons.
    context.persons = context.persons && role_of(heading) != Role::count;
    return context;
}

bool is_sensitive_topic(std::string_view heading) {
    const HeadingWords h(heading);
    if (h.has_any({"tỷ lệ", "tỉ lệ", "bình quân", "trường", "cơ sở", "xã", "công trình", "dự án", "chương trình", "bệnh viện", "giường", "trạm"}) || h.begins("tỷ lệ")) {
        return false;
    }
    return h.has_any({"hiv", "aids", "ma túy", "nghiện", "tâm thần", "xâm hại", "bạo lực", "mại dâm", "tự tử", "tự sát", "tội phạm", "phạm tội", "tiền án", "tiền sự", "tử vong", "bệnh lao", "mắc lao", "lao phổi", "bệnh phong", "ung thư", "khuyết tật",
                      "mồ côi", "dân tộc", "tôn giáo", "tín đồ", "nghèo", "cận nghèo", "hộ nghèo", "mắc bệnh", "ca mắc", "ca bệnh", "số mắc", "nhiễm", "bị can", "bị cáo", "phạm nhân", "tảo hôn", "hôn nhân cận huyết", "phá thai", "nạo phá thai", "mua bán người", "suy dinh dưỡng"}) &&
           !h.has_any({"lao động", "người lao động"});
}

}  // namespace khomo::builder
