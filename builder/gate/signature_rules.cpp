// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/signature_rules.hpp"

#include <algorithm>

#include "builder/gate/rule.hpp"
#include "catalog/model/approval_statement.hpp"
#include "catalog/release/signature.hpp"

namespace khomo::builder {
namespace {

using catalog::ApprovalStep;
using catalog::SigningKey;
using catalog::Step;

/// One signed (or unsigned) step of one approval record.
class StepSignature {
public:
    StepSignature(const catalog::Agency& agency, const catalog::Delivery& delivery, Step step, std::string_view file, std::string_view scope, catalog::Findings& findings)
        : agency_(agency), delivery_(delivery), name_(step), step_(*step_of(delivery, step)), file_(file), scope_(scope), findings_(findings) {}

    void check() {
        if (step_.signature.empty()) {
            if (agency_.signatures_required) {
                block("approval/signature-missing", {"Bước " + vi() + " chưa được ký số; " + agency_.name.vi + " yêu cầu ký", "The step «" + en() + "» is not signed, and " + agency_.name.in(Lang::en) + " demands it"},
                      {"Ký bằng khomo approve --step " + key_word() + " --key …, hoặc ký văn bản do --statement in ra", "Sign it: khomo approve --step " + key_word() + " --key …, or sign the text that --statement prints"});
            }
            return;
        }
        const auto* key = signing_key();
        if (key == nullptr) {
            return;
        }
        check_holder(*key);
        check_days(*key);
    }

private:
    std::string vi() const { return step_name(name_).vi; }
    std::string en() const { return step_name(name_).en; }
    std::string key_word() const { return std::string(to_string(name_)); }

    void block(std::string_view rule, Text message, Text fix) {
        catalog::Place place;
        place.file = file_;
        place.column = to_string(name_);
        findings_.add(finding_of(rule, catalog::Severity::block, delivery_, std::move(place), std::move(message), std::move(fix)));
    }

    /// The agency's key that made the signature, if it stands for these very bytes.
    const SigningKey* signing_key() {
        const SigningKey* found = nullptr;
        for (const auto& key : agency_.keys) {
            const auto text = "untrusted comment: key\n" + key.key + "\n";
            if (!catalog::same_key(step_.signature, text)) {
                continue;
            }
            if (catalog::verify_signature(approval_statement(delivery_, name_, scope_), step_.signature, text)) {
                return &key;
            }
            found = &key;
        }
        if (found != nullptr) {
            block("approval/signature", {"Chữ ký bước " + vi() + " không khớp nội dung: biên bản hoặc tệp đã đổi sau khi ký", "The signature of the step «" + en() + "» does not fit: the record or a file changed after it was made"},
                  {"Khôi phục nội dung đã ký, hoặc thực hiện lại bước này", "Restore what was signed, or take the step again"});
        } else {
            block("approval/signature-key", {"Bước " + vi() + " ký bằng khóa không có trong danh sách của " + agency_.name.vi, "The step «" + en() + "» is signed with a key that is not listed for " + agency_.name.in(Lang::en)},
                  {"Ký bằng khóa đã đăng ký, hoặc bổ sung khóa công khai vào agencies.yaml theo văn bản cấp khóa", "Sign with a listed key, or add the public key to agencies.yaml with the document that gave it out"});
        }
        return nullptr;
    }

    void check_holder(const SigningKey& key) {
        const bool other = !catalog::same_person(key.holder, step_.by);
        const bool outside = !key.steps.empty() && std::find(key.steps.begin(), key.steps.end(), to_string(name_)) == key.steps.end();
        if (other) {
            block("approval/signature-holder", {"Bước " + vi() + " ghi người thực hiện khác với người giữ khóa ký", "The step «" + en() + "» names another person than the holder of the signing key"},
                  {"Người ghi trong biên bản phải tự ký bằng khóa của mình", "The person named must sign with the own key"});
        } else if (outside) {
            block("approval/signature-holder", {"Khóa ký này không được dùng cho bước " + vi(), "The signing key may not be used for the step «" + en() + "»"},
                  {"Dùng khóa của người có thẩm quyền ở bước này (agencies.yaml, steps)", "Use the key of who is entitled to this step (agencies.yaml, steps)"});
        }
    }

    void check_days(const SigningKey& key) {
        if (!step_.at) {
            return;
        }
        const auto day = date_vn(*step_.at);
        if ((key.from && day < *key.from) || (key.until && day > *key.until)) {
            block("approval/signature-expired", {"Khóa ký bước " + vi() + " không có hiệu lực vào ngày " + to_iso(day), "The key of the step «" + en() + "» was not valid on " + to_iso(day)},
                  {"Ký lại bằng khóa đang có hiệu lực", "Sign again with a key that is valid"});
        }
    }

    const catalog::Agency& agency_;
    const catalog::Delivery& delivery_;
    Step name_;
    const ApprovalStep& step_;
    std::string_view file_;
    std::string_view scope_;
    catalog::Findings& findings_;
};

}  // namespace

void check_signatures(const catalog::Catalogue& catalogue, const catalog::Delivery& delivery, std::string_view file, std::string_view scope, catalog::Findings& findings) {
    for (const auto step : {Step::prepared, Step::appraised, Step::approved}) {
        const auto& taken = step_of(delivery, step);
        const auto* agency = taken ? catalogue.agency(taken->agency) : nullptr;
        if (agency != nullptr) {  // approval/agency tells of one that is unknown
            StepSignature(*agency, delivery, step, file, scope, findings).check();
        }
    }
}

}  // namespace khomo::builder
