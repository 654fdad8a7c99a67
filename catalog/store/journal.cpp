// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/store/journal.hpp"

#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/store/sqlite.hpp"

namespace khomo::catalog {
namespace {

const std::string kStart(64, '0');

std::string hash_of(const JournalEntry& entry) {
    // A JSON list keeps the parts apart whatever they hold.
    const nlohmann::json parts = {entry.previous, entry.sequence, to_iso_vn(entry.at), entry.actor, entry.action, entry.dataset, entry.details};
    return sha256_hex(parts.dump());
}

JournalEntry read(const Statement& row) {
    JournalEntry entry;
    entry.sequence = row.integer(0);
    entry.at = Instant{row.integer(1)};
    entry.actor = row.text(2);
    entry.action = row.text(3);
    entry.dataset = row.text(4);
    entry.details = row.text(5);
    entry.previous = row.text(6);
    entry.hash = row.text(7);
    return entry;
}

constexpr const char* kColumns = "SELECT sequence, at, actor, action, dataset, details, previous, hash FROM journal";

}  // namespace

struct Journal::State {
    Database database;
};

Journal::Journal(const std::filesystem::path& file) : state_(new State{Database(file, Database::Mode::create)}) {
    state_->database.execute("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL;"
                             "CREATE TABLE IF NOT EXISTS journal(sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,"
                             "dataset TEXT NOT NULL, details TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL);"
                             "CREATE INDEX IF NOT EXISTS journal_by_dataset ON journal(dataset, sequence);"
                             "CREATE INDEX IF NOT EXISTS journal_by_action ON journal(action, sequence);"
                             "CREATE TRIGGER IF NOT EXISTS journal_keeps BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;"
                             "CREATE TRIGGER IF NOT EXISTS journal_stays BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;");
}

Journal::~Journal() = default;

const JournalEntry Journal::append(Instant at, const std::string& actor, const std::string& action, const std::string& dataset, const nlohmann::json& details) {
    Transaction transaction(state_->database);
    JournalEntry entry{1, at, actor, action, dataset, details.dump(), kStart, ""};
    {
        auto last = state_->database.prepare(std::string(kColumns) + " ORDER BY sequence DESC LIMIT 1");
        if (last.step()) {
            entry.sequence = last.integer(0) + 1;
            entry.previous = last.text(7);
        }
    }
    entry.hash = hash_of(entry);
    auto insert = state_->database.prepare("INSERT INTO journal VALUES(?,?,?,?,?,?,?,?)");
    insert.bind(1, entry.sequence).bind(2, entry.at.seconds).bind(3, std::string_view(entry.actor)).bind(4, std::string_view(entry.action));
    insert.bind(5, std::string_view(entry.dataset)).bind(6, std::string_view(entry.details)).bind(7, std::string_view(entry.previous));
    insert.bind(8, std::string_view(entry.hash)).run();
    transaction.commit();
    return entry;
}

std::vector<JournalEntry> Journal::entries(const std::string& dataset, const std::string& action) const {
    auto select = state_->database.prepare(std::string(kColumns) + " WHERE (?1='' OR dataset=?1) AND (?2='' OR action=?2) ORDER BY sequence");
    select.bind(1, std::string_view(dataset)).bind(2, std::string_view(action));
    std::vector<JournalEntry> entries;
    while (select.step()) {
        entries.push_back(read(select));
    }
    return entries;
}

std::optional<JournalEntry> Journal::last(const std::string& action) const {
    auto select = state_->database.prepare(std::string(kColumns) + " WHERE action=? ORDER BY sequence DESC LIMIT 1");
    select.bind(1, std::string_view(action));
    return select.step() ? std::optional(read(select)) : std::nullopt;
}

std::optional<std::int64_t> Journal::first_broken() const {
    auto select = state_->database.prepare(std::string(kColumns) + " ORDER BY sequence");
    std::string previous = kStart;
    std::int64_t expected = 1;
    while (select.step()) {
        const auto entry = read(select);
        if (entry.sequence != expected || entry.previous != previous || entry.hash != hash_of(entry)) {
            return expected;
        }
        previous = entry.hash;
        ++expected;
    }
    return std::nullopt;
}

}  // namespace khomo::catalog
