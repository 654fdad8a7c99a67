// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/column_judge.hpp"

#include <algorithm>
#include <array>

namespace khomo::builder {
namespace {

using E = Evidence;

/// `part` is at least `share` of `whole`, and there is some.
bool at_least(std::uint64_t part, double share, std::uint64_t whole) { return part > 0 && static_cast<double>(part) >= share * static_cast<double>(whole); }

class Judge {
public:
    Judge(const ColumnFacts& column, const TableFacts& table) : column_(column), table_(table), p_(*column.profile) {}

    std::vector<Judgement> run() {
        secrecy();
        identity();
        if (column_.role == Role::tax_number || column_.role == Role::business_code) {
            tax();
        }
        insurance();
        phone();
        mail();
        account_and_plate();
        papers();
        names();
        birth();
        address();
        sensitive();
        location();
        return std::move(judgements_);
    }

private:
    bool is(Role role) const { return column_.role == role; }
    bool is_figure() const { return is(Role::measure) || is(Role::count) || is(Role::coordinate) || is(Role::home_coordinate); }
    bool is_number_of_person() const { return is(Role::identity) || is(Role::driver_licence) || is(Role::passport); }
    /// Cells are texts, or mixed: one number in it is a find, not a chance hit.
    bool is_mixed() const { return at_least(p_.texts(), 0.5, p_.cells()); }
    /// Whose contact it is: an organisation's or a person's.
    bool is_official() const {
        const bool organisation = column_.heading.organisation || (table_.context.organisation && !column_.heading.persons);
        return organisation && !(table_.context.persons && !column_.heading.organisation && !table_.context.public_figures) && !(table_.private_names && !column_.heading.organisation);
    }

    void add(std::string_view rule, Verdict verdict, Text what, std::initializer_list<E> evidence, bool in_text = false, bool waivable = true) {
        Judgement judgement{rule, verdict, std::move(what), {}, 0, in_text, waivable};
        for (const auto kind : evidence) {
            const auto& tally = p_.of(kind);
            judgement.count += tally.count;
            judgement.shown.insert(judgement.shown.end(), tally.shown.begin(), tally.shown.end());
        }
        if (judgement.count == 0) {
            judgement.count = p_.cells();
        }
        std::stable_sort(judgement.shown.begin(), judgement.shown.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
        if (judgement.shown.size() > ColumnProfile::kShown) {
            judgement.shown.resize(ColumnProfile::kShown);
        }
        judgements_.push_back(std::move(judgement));
    }
    std::uint64_t n(E evidence) const { return p_.count(evidence); }

    void secrecy() {
        if (n(E::secrecy) > 0) {
            add("secrecy/stamp", Verdict::block, {"dấu hiệu bí mật nhà nước hoặc lưu hành nội bộ", "a stamp of secrecy or internal circulation"}, {E::secrecy}, true);
        }
    }

    void identity() {
        const Text what = {"số căn cước hoặc giấy tờ tùy thân", "personal numbers or numbers of identity papers"};
        if (is_number_of_person()) {
            if (n(E::scientific) > 0) {
                add("personal/identity-number", Verdict::block, {"số giấy tờ đã bị bảng tính đổi dạng (1,4E+10)", "numbers of papers that a spreadsheet has damaged (1.4E+10)"}, {E::scientific});
            } else if (n(E::long_number) + n(E::passport) > 0) {
                add("personal/identity-number", Verdict::block, what, {E::long_number, E::passport});
            } else if (n(E::text_personal_number) + n(E::text_identity_paper) + n(E::text_passport) > 0) {
                add("personal/identity-number", Verdict::block, what, {E::text_personal_number, E::text_identity_paper, E::text_passport}, true);
            }
            return;
        }
        const bool numbers = n(E::personal_number) > 0 && (at_least(n(E::personal_number), 0.4, n(E::twelve_digits)) || is_mixed());
        const bool cut = !is_figure() && !is(Role::phone) && !is(Role::bank_account) && at_least(n(E::cut_personal_number), 0.5, p_.cells());
        if (numbers && !is(Role::tax_number) && !is(Role::business_code) && !is(Role::bank_account)) {
            add("personal/identity-number", Verdict::block, what, {E::personal_number});
        } else if (cut) {
            add("personal/identity-number", Verdict::block, {"số căn cước đã mất số 0 đầu", "personal numbers that have lost their first zero"}, {E::cut_personal_number});
        }
        if (n(E::text_personal_number) + n(E::text_identity_paper) + n(E::text_passport) > 0) {
            add("personal/identity-number", Verdict::block, what, {E::text_personal_number, E::text_identity_paper, E::text_passport}, true);
        }
    }

    void tax() {
        if (n(E::twelve_digits) + n(E::cut_personal_number) + n(E::scientific) > 0) {
            add("personal/business-code", Verdict::block, {"mã 12 số của hộ kinh doanh, cũng là số căn cước của chủ hộ", "codes of 12 digits of household businesses, which are their holders' personal numbers"},
                {E::twelve_digits, E::cut_personal_number, E::scientific});
        }
        if (n(E::tax_person) > 0) {
            add("personal/business-code", Verdict::warn, {"mã số thuế cá nhân (đầu số 8)", "tax numbers of natural persons (they begin with 8)"}, {E::tax_person});
        }
        if (n(E::tax_wrong) > 0) {
            add("personal/tax-number", Verdict::warn, {"mã số thuế sai số kiểm tra", "tax numbers whose check digit is wrong"}, {E::tax_wrong}, false, false);
        }
    }

    void insurance() {
        const bool header = is(Role::social_insurance) || is(Role::health_insurance);
        const Text what = {"số thẻ bảo hiểm y tế hoặc mã số bảo hiểm xã hội", "numbers of health insurance cards or social insurance"};
        if (header && n(E::long_number) + n(E::health_card) + n(E::scientific) > 0) {
            add("personal/insurance", Verdict::block, what, {E::long_number, E::health_card, E::scientific});
        } else if (at_least(n(E::health_card), 0.4, p_.cells())) {
            add("personal/insurance", Verdict::block, what, {E::health_card});
        } else if (n(E::text_health_card) + n(E::text_insurance_number) > 0) {
            add("personal/insurance", Verdict::block, what, {E::text_health_card, E::text_insurance_number}, true);
        }
    }

    void phone() {
        if (is_number_of_person() || is(Role::tax_number) || is(Role::business_code) || is(Role::bank_account) || is(Role::social_insurance) || is(Role::health_insurance)) {
            return;
        }
        const bool header = is(Role::phone) || is(Role::hotline);
        const auto verdict = is(Role::hotline) || is_official() ? Verdict::warn : Verdict::block;
        const Text what = {"số điện thoại di động", "mobile phone numbers"};
        if (header) {
            if (n(E::mobile) + n(E::cut_mobile) + n(E::text_mobile) > 0) {
                add("personal/phone", verdict, what, {E::mobile, E::cut_mobile, E::text_mobile});
            }
            return;
        }
        if (!is_figure() && n(E::mobile) > 0 && (at_least(n(E::mobile), 0.6, p_.cells()) || is_mixed())) {
            add("personal/phone", verdict, what, {E::mobile});
        }
        if (n(E::text_mobile) > 0) {
            add("personal/phone", Verdict::block, what, {E::text_mobile}, true);
        }
    }

    void mail() {
        const Text private_mail = {"địa chỉ thư điện tử cá nhân", "private mail addresses"};
        const Text named = {"hộp thư công vụ của từng người", "work mailboxes of single persons"};
        if (n(E::mail_private) > 0) {
            add("personal/email", Verdict::block, private_mail, {E::mail_private});
        }
        if (n(E::text_mail_private) > 0) {
            add("personal/email", Verdict::block, private_mail, {E::text_mail_private}, true);
        }
        if (n(E::mail_named) > 0) {
            add("personal/email", Verdict::warn, named, {E::mail_named});
        }
        if (n(E::text_mail_named) > 0) {
            add("personal/email", Verdict::warn, named, {E::text_mail_named}, true);
        }
    }

    void account_and_plate() {
        const Text account = {"số tài khoản ngân hàng", "bank account numbers"};
        if ((is(Role::bank_account) || is(Role::public_account)) && n(E::long_number) + n(E::scientific) > 0) {
            add("personal/bank-account", is(Role::public_account) ? Verdict::warn : Verdict::block, account, {E::long_number, E::scientific});
        } else if (n(E::text_bank_account) > 0) {
            add("personal/bank-account", Verdict::block, account, {E::text_bank_account}, true);
        }
        const Text plate = {"biển số xe", "number plates"};
        const auto plates = n(E::plate) + n(E::marked_plate);
        if ((is(Role::plate) && plates > 0) || at_least(plates, 0.6, p_.cells()) || at_least(n(E::marked_plate), 0.4, p_.cells())) {
            add("personal/plate", Verdict::block, plate, {E::plate, E::marked_plate});
        } else if (n(E::text_plate) > 0) {
            add("personal/plate", Verdict::block, plate, {E::text_plate}, true);
        }
    }

    void papers() {
        if (is(Role::land_certificate) && n(E::land_certificate) + n(E::long_number) > 0) {
            add("personal/land-certificate", Verdict::warn, {"số giấy chứng nhận quyền sử dụng đất", "numbers of land certificates"}, {E::land_certificate, E::long_number});
        }
    }

    void names() {
        const Text what = {"họ tên người", "names of persons"};
        const auto named = p_.names();
        const auto verdict = is(Role::official_name) || table_.context.public_figures ? Verdict::warn : Verdict::block;
        const auto whole = {E::two_word_name, E::longer_name, E::marked_name};
        switch (column_.role) {
            case Role::name:
                if (p_.texts() > 0) {
                    add("personal/name", verdict, what, whole);
                }
                return;
            case Role::owner_name:
                // "Hộ ông Lò Văn Mẫu": every row names its owner with courtesy.
                if (at_least(n(E::text_name), 0.3, p_.cells()) && !is_official()) {
                    add("personal/name", verdict, what, {E::text_name, E::two_word_name, E::longer_name, E::marked_name});
                    return;
                }
                [[fallthrough]];
            case Role::official_name:
                // "Hồ Chiềng Khoi" under ten_ho is a reservoir.
                if (n(E::marked_name) > 0 || (named > 0 && !(table_.context.places && !table_.context.persons))) {
                    add("personal/name", verdict, what, whole);
                } else {
                    text_names(what);
                }
                return;
            case Role::place_name: text_names(what); return;
            default: break;
        }
        const bool places = table_.context.places && !table_.context.persons;
        const bool sure = at_least(n(E::marked_name), 0.1, named) || (at_least(n(E::longer_name) + n(E::marked_name), 0.5, named) && named > 2);
        if (!is_figure() && !is(Role::date) && !is(Role::address) && at_least(named, 0.6, p_.cells()) && sure && !places) {
            add("personal/name", verdict, what, whole);
        } else {
            text_names(what);
        }
    }

    void text_names(const Text& what) {
        if (n(E::text_name) > 0) {
            add("personal/name", Verdict::warn, what, {E::text_name}, true);
        }
    }

    void birth() {
        const Text what = {"ngày hoặc năm sinh", "dates or years of birth"};
        if (is(Role::birth) && p_.cells() > 0) {
            add("personal/birth", Verdict::block, what, {E::birth_date});
        } else if (is(Role::plain) && table_.private_names && at_least(n(E::birth_date), 0.6, p_.cells())) {
            add("personal/birth", Verdict::block, {"ngày tháng đứng cạnh họ tên, có thể là ngày sinh", "dates beside names, which may be dates of birth"}, {E::birth_date});
        } else if (is(Role::age) && (table_.private_names || table_.context.persons) && p_.cells() > 0) {
            add("personal/birth", Verdict::warn, {"tuổi của từng người", "ages of single persons"}, {});
        }
    }

    void address() {
        const Text what = {"nơi ở của người", "home addresses"};
        if (is(Role::home_address) && p_.cells() > 0) {
            add("personal/address", Verdict::block, what, {});
        } else if (is(Role::address) && n(E::home_address) > 0 && !column_.heading.organisation &&
                   (table_.private_names || (table_.context.persons && !table_.context.organisation))) {
            add("personal/address", Verdict::block, what, {E::home_address});
        }
    }

    void sensitive() {
        const bool persons = table_.private_names || table_.context.persons;
        const bool figures = at_least(p_.numbers(), 0.6, p_.cells());
        const bool statistic = !table_.private_names && (table_.counts || (table_.context.statistics && !table_.context.persons));
        if (is(Role::sensitive) && p_.cells() > 0 && !statistic && (!figures || persons)) {
            add("personal/sensitive", Verdict::block, {"thông tin nhạy cảm của từng người hoặc từng hộ (dân tộc, tôn giáo, sức khỏe, hộ nghèo, án tích, thu nhập)",
                                                       "sensitive facts about single persons or households (ethnicity, religion, health, poverty, crime, income)"}, {});
            return;
        }
        const bool counted = is(Role::count) || (is(Role::sensitive) && figures);
        const bool topic = column_.sensitive_topic || (is(Role::count) && table_.context.health_or_crime);
        if (counted && topic && n(E::small_count) > 0 && !column_.disclosed) {
            add("personal/small-cells", Verdict::block, {"số đếm từ 1 đến 4 về vấn đề nhạy cảm", "counts from 1 to 4 on a sensitive topic"}, {E::small_count});
        }
    }

    void location() {
        const bool homes = is(Role::home_coordinate) || (is(Role::coordinate) && table_.context.persons && !table_.context.organisation && !table_.context.places);
        if (homes && p_.cells() > 0) {
            add("personal/location", Verdict::block, {"tọa độ nơi ở của từng hộ", "coordinates of single homes"}, {});
        }
    }

    const ColumnFacts& column_;
    const TableFacts& table_;
    const ColumnProfile& p_;
    std::vector<Judgement> judgements_;
};

}  // namespace

std::string_view to_string(Verdict verdict) {
    constexpr std::array<std::string_view, 3> kNames = {"allow", "warn", "block"};
    return kNames[static_cast<std::size_t>(verdict)];
}

bool tells_persons(const ColumnFacts& column) {
    const auto& p = *column.profile;
    switch (column.role) {
        case Role::name: return p.texts() > 0;
        case Role::owner_name: return at_least(p.names(), 0.3, p.cells());
        case Role::identity: return p.count(Evidence::long_number) > 0;
        case Role::birth: return p.cells() > 0;
        case Role::official_name:
        case Role::place_name:
        case Role::measure:
        case Role::count:
        case Role::date: return false;
        default: return at_least(p.count(Evidence::marked_name), 0.4, p.cells());
    }
}

std::vector<Judgement> judge(const ColumnFacts& column, const TableFacts& table) { return Judge(column, table).run(); }

}  // namespace khomo::builder
