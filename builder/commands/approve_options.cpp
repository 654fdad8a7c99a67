// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/approve_options.hpp"

#include <CLI/CLI.hpp>

namespace khomo::builder {
namespace {

const std::vector<std::string> kSteps = {"prepared", "appraised", "approved"};

}  // namespace

void add_approve_options(CLI::App& command, ApproveRequest& request) {
    command.add_option("delivery", request.delivery, "Đợt giao: <bộ dữ liệu>/<tên đợt>, hoặc thư mục; với --feed: bộ dữ liệu / <dataset>/<name>, or its folder; with --feed the dataset")->required();
    command.add_option("--step", request.step, "prepared (lập) | appraised (thẩm định) | approved (phê duyệt)")->check(CLI::IsMember(kSteps));
    command.add_option("--name", request.by, "Họ tên người thực hiện / who takes the step");
    command.add_option("--position", request.position, "Chức vụ / position");
    command.add_option("--document", request.document, "Số văn bản / document number");
    command.add_option("--at", request.at, "Thời điểm của bước, không nêu thì bây giờ / instant of the step (RFC 3339)");
    command.add_option("--agency", request.agency, "Cơ quan, không nêu thì chủ quản / agency");
    command.add_option("--period", request.period, "Kỳ dữ liệu, ở bước lập / period, with the first step");
    command.add_option("--source-system", request.source_system, "Hệ thống nguồn, ở bước lập / source system, with the first step");
    command.add_option("--changed-at", request.changed_at, "Dữ liệu đổi ở nguồn lúc nào, ở bước lập / when the data changed at its source");
    command.add_flag("--illustrative", request.illustrative, "Số liệu minh họa, ở bước lập / illustrative figures");
    command.add_option("--key", request.key, "Ký bước này bằng khóa (khomo key) / sign the step with a key")->check(CLI::ExistingFile);
    command.add_flag("--statement", request.statement, "Chỉ in văn bản cần ký, để ký ở máy khác (cần --at) / only print what is to be signed elsewhere");
    command.add_option("--signature", request.signature, "Chữ ký .minisig làm ở máy khác (cần cùng --at) / a signature made elsewhere")->check(CLI::ExistingFile)->excludes("--key");
    command.add_flag("--again", request.again, "Làm lại bước này, bỏ các bước sau / take the step anew, dropping the later ones");
    command.add_option("--confirm", request.confirm, "Xác nhận một thay đổi lớn: quy tắc change/… / confirm a great change");
    command.add_option("--waive", request.waive, "Miễn trừ một cảnh báo: quy tắc personal/…, cùng --field / waive a warning, with --field");
    command.add_option("--field", request.field, "Trường được miễn trừ / the field");
    command.add_option("--reason", request.reason, "Lý do của xác nhận hoặc miễn trừ, hiện trên trang / reason, shown on the page");
    command.add_option("--reason-en", request.reason_en, "Lý do bằng tiếng Anh / reason in English");
    command.add_flag("--feed", request.feed, "Phê duyệt thường trực của nguồn cấp (feed.yaml) / standing approval of a feed");
    command.add_option("--until", request.until, "Với --feed: có hiệu lực đến / valid until");
}

void add_key_options(CLI::App& command, OfficerKeyRequest& request) {
    command.add_option("file", request.file, "Tệp khóa bí mật; khóa công khai nằm ở <file>.pub / file of the secret key")->required();
    command.add_option("--name", request.holder, "Họ tên người giữ khóa / holder")->required();
    command.add_option("--position", request.position, "Chức vụ / position");
    command.add_option("--step", request.steps, "Bước được ký, lặp lại được; không nêu thì cả ba / steps it may sign")->check(CLI::IsMember(kSteps));
    command.add_option("--document", request.document, "Văn bản cấp khóa / document that gives it out");
}

}  // namespace khomo::builder
