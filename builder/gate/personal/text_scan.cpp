// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/text_scan.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "builder/gate/personal/mail_address.hpp"
#include "builder/gate/personal/number_codes.hpp"
#include "builder/gate/personal/person_name.hpp"
#include "builder/gate/personal/plain_form.hpp"
#include "builder/gate/personal/secrecy_stamp.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

/// A run of digits with at most one separator between its groups.
struct Group {
    std::size_t begin;
    std::size_t end;
};

/// What the words before a number say it is.
enum class Label { none, identity, phone, account, insurance, passport, plate };

Label label_before(std::string_view text, std::size_t at) {
    constexpr std::size_t kReach = 40;
    auto from = at > kReach ? at - kReach : 0;
    while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) {
        ++from;
    }
    auto before = text.substr(from, at - from);
    if (std::none_of(before.begin(), before.end(), [](char c) { return is_letter(c); })) {
        return Label::none;
    }
    // Another number in between takes the label for itself.
    for (std::size_t i = before.size(); i-- > 0;) {
        if (is_digit(before[i]) && (i + 1 == before.size() || !is_digit(before[i + 1]))) {
            std::size_t digits = 1;
            while (digits <= i && is_digit(before[i - digits])) {
                ++digits;
            }
            if (digits >= 5) {
                before = before.substr(i + 1);
                break;
            }
        }
    }
    const auto folded = is_valid_utf8(before) ? fold(before) : std::string();
    struct Word {
        std::string_view word;
        Label label;
    };
    constexpr std::array<Word, 26> kWords = {{{"cccd", Label::identity},        {"cmnd", Label::identity},        {"cmt", Label::identity},       {"can cuoc", Label::identity}, {"chung minh", Label::identity},
                                              {"dinh danh ca nhan", Label::identity}, {"so dinh danh", Label::identity}, {"sdt", Label::phone},     {"dien thoai", Label::phone},  {"di dong", Label::phone},
                                              {"dt", Label::phone},             {"tel", Label::phone},            {"phone", Label::phone},        {"zalo", Label::phone},        {"goi", Label::phone},
                                              {"lien he", Label::phone},        {"stk", Label::account},          {"so tai khoan", Label::account}, {"tai khoan so", Label::account}, {"so tk", Label::account},
                                              {"bhyt", Label::insurance},       {"bhxh", Label::insurance},       {"ho chieu", Label::passport},  {"bien so", Label::plate},     {"bks", Label::plate},
                                              {"bien kiem soat", Label::plate}}};
    Label nearest = Label::none;
    std::size_t place = 0;
    for (const auto& [word, label] : kWords) {
        const auto found = folded.rfind(word);
        if (found == std::string::npos || (found > 0 && is_word_byte(folded[found - 1]))) {
            continue;
        }
        const auto behind = found + word.size();
        if (behind < folded.size() && is_letter(folded[behind])) {
            continue;
        }
        if (nearest == Label::none || found >= place) {
            nearest = label;
            place = found;
        }
    }
    return nearest;
}

class NumberScan {
public:
    NumberScan(std::string_view text, int year, std::vector<TextHit>& hits) : text_(text), year_(year), hits_(hits) {}

    void run() {
        for (std::size_t at = 0; at < text_.size();) {
            if (!is_digit(text_[at])) {
                ++at;
                continue;
            }
            at = take_run(at);
            judge_run();
        }
    }

private:
    std::size_t take_run(std::size_t at) {
        groups_.clear();
        while (true) {
            const auto begin = at;
            while (at < text_.size() && is_digit(text_[at])) {
                ++at;
            }
            groups_.push_back({begin, at});
            if (at + 2 < text_.size() && text_[at] == ')' && (text_[at + 1] == ' ' || text_[at + 1] == '-') && is_digit(text_[at + 2]) && groups_.size() < kMostGroups) {
                at += 2;  // (+84) 912 …
                continue;
            }
            const bool joined = at + 1 < text_.size() && (text_[at] == ' ' || text_[at] == '.' || text_[at] == '-' || text_[at] == ')') && is_digit(text_[at + 1]);
            if (!joined || groups_.size() >= kMostGroups) {
                return at;
            }
            ++at;
        }
    }

    /// A run that hangs on a word is part of a code, unless the word names it ("SĐT0912…", "CCCD-014…").
    bool begins_freely(const Group& group) const {
        if (group.begin == 0) {
            return true;
        }
        const char before = text_[group.begin - 1];
        if (!is_word_byte(before) && before != '-' && before != '_' && before != '/' && before != '.') {
            return true;
        }
        const bool hangs = is_word_byte(before) || (group.begin > 1 && is_word_byte(text_[group.begin - 2]));
        return !hangs || label_before(text_, group.begin) != Label::none;
    }

    bool ends_freely(const Group& group) const {
        if (group.end >= text_.size()) {
            return true;
        }
        const char after = text_[group.end];
        if (is_word_byte(after)) {
            return false;
        }
        if (after == '/' && group.end + 1 < text_.size() && is_word_byte(text_[group.end + 1]) && !is_digit(text_[group.end + 1])) {
            return false;  // 0912345678/GP-UBND: the number of a document
        }
        // A sum of money, an area: a unit follows.
        const auto rest = text_.substr(group.end);
        constexpr std::array<std::string_view, 12> kUnits = {" đồng", " đ ", " vnd", " VND", " VNĐ", " USD", " m2", " m3", " ha", " kg", " tấn", " kWh"};
        return std::none_of(kUnits.begin(), kUnits.end(), [&](std::string_view unit) { return rest.starts_with(unit); }) && !(after == ',' && rest.size() > 1 && is_digit(rest[1]));
    }

    void judge_run() {
        std::size_t digits = 0;
        for (const auto& group : groups_) {
            digits += group.end - group.begin;
        }
        if (digits < 8) {
            return;
        }
        for (std::size_t first = 0; first < groups_.size(); ++first) {
            if (first > 0 && text_[groups_[first].begin - 1] != ' ') {
                continue;
            }
            number_.clear();
            for (std::size_t last = first; last < groups_.size(); ++last) {
                number_.append(text_.substr(groups_[last].begin, groups_[last].end - groups_[last].begin));
                if (number_.size() > 19) {
                    break;
                }
                const bool whole = last + 1 == groups_.size() || text_[groups_[last].end] == ' ';
                if (whole && number_.size() >= 8 && judge(first, last)) {
                    first = last;
                    break;
                }
            }
        }
    }

    bool judge(std::size_t first, std::size_t last) {
        const auto& begin = groups_[first];
        const auto& end = groups_[last];
        if (!begins_freely(begin) || !ends_freely(end)) {
            return false;
        }
        const auto shown = text_.substr(begin.begin, end.end - begin.begin);
        const auto width = begin.end - begin.begin;
        const bool plus = begin.begin > 0 && text_[begin.begin - 1] == '+';
        if (is_personal_number(number_, year_) && width >= 3) {
            return found(TextHitKind::personal_number, shown);
        }
        const bool mobile = is_mobile(number_) && (number_[0] == '0' || plus);
        if (mobile && (width >= 3 || plus)) {
            return found(TextHitKind::mobile, shown);
        }
        switch (label_before(text_, begin.begin)) {
            case Label::identity: return (number_.size() == 9 || number_.size() == 12) && found(TextHitKind::identity_paper, shown);
            case Label::phone: return (is_mobile(number_) || is_cut_mobile(number_)) && found(TextHitKind::mobile, shown);
            case Label::account: return found(TextHitKind::bank_account, shown);
            case Label::insurance: return number_.size() >= 10 && found(TextHitKind::insurance_number, shown);
            default: return false;
        }
    }

    bool found(TextHitKind kind, std::string_view shown) {
        hits_.push_back({kind, shown});
        return true;
    }

    static constexpr std::size_t kMostGroups = 12;
    std::string_view text_;
    int year_;
    std::vector<TextHit>& hits_;
    std::vector<Group> groups_;
    std::string number_;
};

/// Words of letters and digits together: cards, passports, plates.
void scan_codes(std::string_view text, std::vector<TextHit>& hits) {
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        bool digits = false;
        while (at < text.size() && (is_word_byte(text[at]) || ((text[at] == '-' || text[at] == '.') && at > begin && at + 1 < text.size() && is_word_byte(text[at + 1])))) {
            digits = digits || is_digit(text[at]);
            ++at;
        }
        if (at == begin) {
            ++at;
            continue;
        }
        const auto word = text.substr(begin, at - begin);
        if (!digits || word.size() < 7 || word.size() > 18) {
            continue;
        }
        if (is_health_card(word)) {
            hits.push_back({TextHitKind::health_card, word});
        } else if (const auto plate = match_plate(word); plate.plate && (plate.marked || label_before(text, begin) == Label::plate)) {
            // 29A-1234 also reads as a number in a street; the label or the dot of five digits tells.
            if (word.find('.') != std::string_view::npos || label_before(text, begin) == Label::plate || word.size() >= 9) {
                hits.push_back({TextHitKind::plate, word});
            }
        } else if (is_passport(word) && label_before(text, begin) == Label::passport) {
            hits.push_back({TextHitKind::passport, word});
        }
    }
}

}  // namespace

void scan_text(std::string_view text, int year, std::vector<TextHit>& hits) {
    const auto seen = survey(text);
    if (seen.digits >= 8) {
        NumberScan(text, year, hits).run();
    }
    if (seen.digits >= 6 && seen.upper > 0) {
        scan_codes(text, hits);
    }
    if (seen.at) {
        for (auto mail = find_mail(text); mail.kind != MailKind::none; mail = find_mail(text, mail.end)) {
            if (mail.kind != MailKind::role) {
                hits.push_back({mail.kind == MailKind::private_ ? TextHitKind::mail_private : TextHitKind::mail_named, text.substr(mail.begin, mail.end - mail.begin)});
            }
        }
    }
    if (seen.wide > 0 || seen.upper >= 3) {
        if (const auto name = find_addressed_name(text); !name.empty()) {
            hits.push_back({TextHitKind::name, name});
        }
        if (seen.stamp && has_secrecy_stamp(text)) {
            hits.push_back({TextHitKind::secrecy, {}});
        }
    }
}

}  // namespace khomo::builder
