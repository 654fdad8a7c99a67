// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/commands/officer_key.hpp"

#include <sys/stat.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "builder/commands/commands.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/base/text.hpp"
#include "catalog/release/signature.hpp"

namespace khomo::builder {

std::string make_key_files(const std::filesystem::path& file) {
    if (std::filesystem::exists(file)) {
        throw Error(ErrorKind::refused, {file.string() + " đã có; khóa cũ không bị ghi đè", file.string() + " exists; a key is never overwritten"});
    }
    const auto pair = catalog::make_key_pair();
    const auto mask = ::umask(0077);
    write_file(file, pair.secret);
    ::umask(mask);
    auto public_file = file;
    public_file += ".pub";
    write_file(public_file, pair.public_key);
    return pair.public_key;
}

int run_officer_key(const Options& options, const OfficerKeyRequest& request) {
    const bool there = std::filesystem::exists(request.file);
    const auto line = catalog::public_key_line(there ? catalog::public_key_of(read_file(request.file, 4096)) : make_key_files(request.file));
    if (options.json) {
        std::cout << nlohmann::json({{"file", request.file.string()}, {"key", line}, {"holder", request.holder}, {"new", !there}}).dump(1) << '\n';
        return kDone;
    }
    const auto quoted = [](const std::string& text) { return nlohmann::json(text).dump(); };  // a JSON string is a YAML scalar
    const bool vi = options.lang == Lang::vi;
    std::cout << (vi ? "# Khóa bí mật: " : "# Secret key: ") << request.file.string() << (vi ? " (chỉ người giữ khóa được đọc; không đưa vào danh mục)" : " (for its holder alone; it never goes into the catalogue)") << '\n'
              << (vi ? "# Thêm vào cơ quan của người này trong agencies.yaml:" : "# Add to the person's agency in agencies.yaml:") << "\n    keys:\n      - key: " << line << "\n        holder: " << quoted(clean_text(request.holder))
              << '\n';
    if (!request.position.empty()) {
        std::cout << "        position: " << quoted(clean_text(request.position)) << '\n';
    }
    if (!request.steps.empty()) {
        std::cout << "        steps: " << nlohmann::json(request.steps).dump() << '\n';
    }
    std::cout << "        from: " << to_iso(date_vn(options.as_of)) << '\n';
    if (!request.document.empty()) {
        std::cout << "        document: " << quoted(clean_text(request.document)) << '\n';
    }
    return kDone;
}

}  // namespace khomo::builder
