// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/gate/personal/published_texts.hpp"

#include <algorithm>

#include "builder/gate/personal/masking.hpp"
#include "builder/gate/personal/plain_form.hpp"
#include "builder/gate/personal/text_scan.hpp"

namespace khomo::builder {
namespace {

using catalog::Finding;

class TextList {
public:
    explicit TextList(std::string file) : file_(std::move(file)) {}
    void add(const char* place, const std::string& text) {
        if (!text.empty()) {
            texts_.push_back({file_, place, text});
        }
    }
    void add(const char* place, const Text& text) {
        add(place, text.vi);
        add(place, text.en);
    }
    std::vector<PublishedText> take() { return std::move(texts_); }

private:
    std::string file_;
    std::vector<PublishedText> texts_;
};

struct Kind {
    Text what;
    bool blocks = true;
};

Kind kind_of(TextHitKind kind) {
    switch (kind) {
        case TextHitKind::personal_number: return {{"số định danh cá nhân", "a personal number"}};
        case TextHitKind::identity_paper: return {{"số giấy tờ tùy thân", "the number of an identity paper"}};
        case TextHitKind::passport: return {{"số hộ chiếu", "a passport number"}};
        case TextHitKind::mobile: return {{"số điện thoại di động", "a mobile phone number"}};
        case TextHitKind::mail_private: return {{"hộp thư riêng", "a private mail address"}};
        case TextHitKind::mail_named: return {{"hộp thư công vụ mang tên người", "a mailbox named after a person"}, false};
        case TextHitKind::health_card: return {{"số thẻ bảo hiểm y tế", "a health-insurance number"}};
        case TextHitKind::insurance_number: return {{"số bảo hiểm", "an insurance number"}};
        case TextHitKind::bank_account: return {{"số tài khoản", "a bank account"}};
        case TextHitKind::plate: return {{"biển số xe", "a number plate"}};
        case TextHitKind::name: return {{"tên người", "a person's name"}, false};
        case TextHitKind::secrecy: return {{"dấu hiệu bí mật nhà nước hoặc lưu hành nội bộ", "a stamp of secrecy or internal circulation"}};
    }
    return {};
}

Finding finding_of(const PublishedText& text, const TextHit& hit, std::uint64_t line) {
    const auto kind = kind_of(hit.kind);
    Finding finding;
    finding.rule = hit.kind == TextHitKind::secrecy ? "secrecy/stamp" : "personal/text";
    finding.severity = kind.blocks ? catalog::Severity::block : catalog::Severity::warn;
    finding.place.file = text.file;
    finding.place.column = text.place;
    finding.place.row = line;
    const auto shown = hit.text.empty() ? "" : ": " + masked(hit.text);
    finding.message = {"Văn bản sẽ hiện trên trang có " + kind.what.vi + shown, "The text, which a page would show, holds " + kind.what.en + shown};
    finding.fix = {"Bỏ khỏi văn bản; ghi tên, hộp thư, số máy chung của cơ quan", "Take it out; name the agency, its role mailbox or landline"};
    return finding;
}

}  // namespace

std::vector<PublishedText> texts_of(const catalog::CatalogEntry& entry) {
    TextList words("datasets/" + entry.id + ".md");
    words.add("title", entry.title);
    words.add("summary", entry.summary);
    words.add("description", entry.description);
    words.add("class_reason", entry.class_reason);
    words.add("note", entry.note);
    for (const auto& keyword : entry.keywords.vi) {
        words.add("keywords.vi", keyword);
    }
    for (const auto& keyword : entry.keywords.en) {
        words.add("keywords.en", keyword);
    }
    for (const auto& field : entry.fields) {
        words.add("fields.title", field.title);
        words.add("fields.description", field.description);
    }
    for (const auto& rule : entry.attachments) {
        words.add("attachments.title", rule.title);
        words.add("attachments.description", rule.description);
    }
    for (const auto& flag : entry.personal_data) {
        words.add("personal_data.reason", flag.reason);
    }
    for (const auto& chart : entry.views.charts) {
        words.add("views.chart.title", chart.title);
    }
    for (const auto& indicator : entry.views.indicators) {
        words.add("views.indicators.title", indicator.title);
    }
    for (const auto& waiver : entry.waivers) {
        words.add("waivers.reason", waiver.reason);
        words.add("waivers.document", waiver.document);
    }
    return words.take();
}

std::vector<PublishedText> texts_of(const catalog::VersionInfo& version) {
    const auto& delivery = version.delivery;
    TextList own(delivery.dataset + "/" + delivery.name + "/approval.yaml");
    for (const auto& waiver : delivery.waivers) {
        own.add("waivers.reason", waiver.reason);
        own.add("waivers.document", waiver.document);
    }
    for (const auto& attachment : version.attachments) {
        own.add("files.title", attachment.title);
        own.add("files.description", attachment.description);
    }
    for (const auto& confirmation : delivery.confirmations) {
        own.add("confirmations.reason", confirmation.reason);
        own.add("confirmations.document", confirmation.document);
    }
    if (delivery.corrects) {
        own.add("corrects.reason", delivery.corrects->reason);
        own.add("corrects.document", delivery.corrects->document);
    }
    own.add("source_system", delivery.source_system);
    return own.take();
}

std::vector<Finding> scan_texts(const std::vector<PublishedText>& texts, int year) {
    std::vector<Finding> findings;
    std::vector<TextHit> hits;
    for (const auto& text : texts) {
        const auto plain = survey(text.text).odd ? plain_form(text.text) : text.text;
        std::uint64_t line = 0;
        for (std::size_t from = 0; from <= plain.size();) {
            const auto end = std::min(plain.find('\n', from), plain.size());
            ++line;
            hits.clear();
            scan_text(std::string_view(plain).substr(from, end - from), year, hits);
            for (const auto& hit : hits) {
                findings.push_back(finding_of(text, hit, line));
            }
            from = end + 1;
        }
    }
    return findings;
}

void leave_out_texts(catalog::CatalogEntry& entry) {
    entry.title = {entry.id, entry.id};
    entry.summary = {};
    entry.description = {};
    entry.class_reason = {};
    entry.note = {};
    entry.keywords = {};
    entry.personal_data.clear();
    entry.waivers.clear();
    entry.views = {};
}

}  // namespace khomo::builder
