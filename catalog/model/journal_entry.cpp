// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/model/journal_entry.hpp"

#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"

namespace khomo::catalog {
namespace {

// A JSON list keeps the parts apart whatever they hold.
std::string hash_of(const nlohmann::json& parts) { return sha256_hex(parts.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)); }

}  // namespace

const std::string& chain_start() {
    static const std::string kStart(64, '0');
    return kStart;
}

std::string content_hash(std::string_view actor, std::string_view details) { return hash_of({actor, details}); }

std::string chain_hash(std::string_view previous, std::int64_t sequence, std::string_view at, std::string_view action, std::string_view dataset, std::string_view content) {
    return hash_of({previous, sequence, at, action, dataset, content});
}

bool has_right_hash(const JournalEntry& entry, bool* older) {
    const auto at = to_iso_vn(entry.at);
    const bool right = entry.hash == chain_hash(entry.previous, entry.sequence, at, entry.action, entry.dataset, content_hash(entry.actor, entry.details));
    const bool old = !right && entry.hash == hash_of({entry.previous, entry.sequence, at, entry.actor, entry.action, entry.dataset, entry.details});
    if (older != nullptr) {
        *older = old;
    }
    return right || old;
}

}  // namespace khomo::catalog
