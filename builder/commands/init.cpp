// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/init.hpp"

#include <algorithm>
#include <cctype>
#include <iostream>
#include <nlohmann/json.hpp>

#include "builder/commands/commands.hpp"
#include "builder/commands/portal_starter.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"

namespace khomo::builder {
namespace {

StarterWords words_of(const InitRequest& request) {
    StarterWords words{"tỉnh", "province", clean_text(request.province), "", "", request.code};
    for (const auto& [kind, kind_en] : {std::pair{"tỉnh", "province"}, std::pair{"thành phố", "city"}}) {
        const std::string before = std::string(kind) + " ";
        if (to_lower(words.name).starts_with(before)) {
            words.kind = kind;
            words.kind_en = kind_en;
            words.name.erase(0, before.size());
        }
    }
    words.slug = slugify(words.name);
    words.host = words.slug;
    std::erase(words.host, '-');
    if (words.slug.empty() || words.name.find_first_of("\"\\{}\n") != std::string::npos) {
        throw Error(ErrorKind::usage, {"--name «" + request.province + "» không phải tên một tỉnh", "--name «" + request.province + "» is not the name of a province"});
    }
    const bool digits = std::all_of(request.code.begin(), request.code.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
    if (!request.code.empty() && (request.code.size() != 2 || !digits)) {
        throw Error(ErrorKind::usage, {"--code phải là hai chữ số, ví dụ 14", "--code must be two digits, such as 14"});
    }
    return words;
}

}  // namespace

int run_init(const Options& options, const InitRequest& request) {
    const auto words = words_of(request);
    if (std::filesystem::exists(request.folder) && (!std::filesystem::is_directory(request.folder) || !std::filesystem::is_empty(request.folder))) {
        throw Error(ErrorKind::refused, {request.folder.string() + " đã có nội dung; chọn một thư mục mới", request.folder.string() + " holds something already; choose a new folder"});
    }
    auto made = nlohmann::json::array();
    for (const auto& [path, text] : portal_starter(words)) {
        std::filesystem::create_directories((request.folder / path).parent_path());
        write_file(request.folder / path, text);
        made.push_back(path);
    }
    if (options.json) {
        std::cout << nlohmann::json({{"folder", request.folder.string()}, {"files", made}}).dump(1) << '\n';
    } else if (options.lang == Lang::vi) {
        std::cout << "Đã tạo " << request.folder.string() << " (" << made.size() << " tệp). Tiếp theo:\n  khomo check --portal " << request.folder.string() << "\n  khomo build --portal " << request.folder.string() << " --out public\n";
    } else {
        std::cout << "Made " << request.folder.string() << " (" << made.size() << " files). Next:\n  khomo check --portal " << request.folder.string() << "\n  khomo build --portal " << request.folder.string() << " --out public\n";
    }
    return kDone;
}

}  // namespace khomo::builder
