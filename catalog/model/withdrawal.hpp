// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/base/bilingual.hpp"
#include "catalog/base/instant.hpp"

namespace khomo::catalog {

/// What is known of a version whose publication has ended: enough to know its bytes again when somebody delivers them anew.
struct WithdrawnVersion {
    int number = 0;
    std::string delivery;
    std::string content_sha256;
    std::vector<std::string> files;  ///< SHA-256 of what was delivered
};

/// Somebody ended or paused the publication of a dataset, or of single versions of it (Đ9.4).
struct Withdrawal {
    enum class Kind { withdrawn, suspended };
    Kind kind = Kind::withdrawn;
    std::string dataset;
    Text title;                 ///< of the dataset then: its page outlives the catalogue's entry
    std::vector<int> versions;  ///< empty: the whole dataset
    Instant at;
    std::string document;
    Text reason;
    bool personal_data = false;            ///< the bytes are destroyed wherever the portal keeps them
    std::vector<WithdrawnVersion> bytes;   ///< of a withdrawal: every version it took away
    std::int64_t sequence = 0;             ///< of the journal's entry
    std::string entry_hash;                ///< idem

    bool whole() const { return versions.empty(); }
    bool ended() const { return kind == Kind::withdrawn; }
};

/// "withdrawn" or "suspended".
std::string_view to_string(Withdrawal::Kind kind);

/// What is withdrawn now: the sum of all withdrawals, suspensions and resumptions in the journal's order. A default one holds nothing.
class Withdrawals {
public:
    void withdraw(Withdrawal withdrawal);
    /// Ends a suspension of the dataset as a whole (`versions` empty) or of some of its versions. What was withdrawn stays withdrawn.
    void resume(const std::string& dataset, const std::vector<int>& versions);

    /// Of the dataset as a whole; null when it may be shown.
    const Withdrawal* dataset(const std::string& id) const;
    /// Of this version, or of its whole dataset.
    const Withdrawal* version(const std::string& id, int number) const;
    /// Of this version by itself.
    const Withdrawal* single(const std::string& id, int number) const;
    /// Versions that are withdrawn or suspended by themselves, rising.
    std::vector<int> versions(const std::string& id) const;

    /// Every withdrawal that ended something for good, in the journal's order.
    const std::vector<Withdrawal>& ended() const { return ended_; }
    /// All that stand now, by dataset, then in the journal's order; a suspension of several versions names those that are still suspended.
    std::vector<Withdrawal> standing() const;

private:
    std::map<std::string, Withdrawal> whole_;
    std::map<std::string, std::map<int, Withdrawal>> single_;
    std::vector<Withdrawal> ended_;
};

}  // namespace khomo::catalog
