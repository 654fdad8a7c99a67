// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/store/journal.hpp"

#include <sqlite3.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"
#include "catalog/store/sqlite.hpp"

namespace khomo::catalog {
namespace {

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
    JournalEntry add(Instant at, const std::string& actor, const JournalEvent& event);
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

JournalEntry Journal::State::add(Instant at, const std::string& actor, const JournalEvent& event) {
    JournalEntry entry{1, at, actor, event.action, event.dataset, event.details, chain_start(), ""};
    {
        auto last = database.prepare(std::string(kColumns) + " ORDER BY sequence DESC LIMIT 1");
        if (last.step()) {
            entry.sequence = last.integer(0) + 1;
            entry.previous = last.text(7);
        }
    }
    entry.hash = chain_hash(entry.previous, entry.sequence, to_iso_vn(entry.at), entry.action, entry.dataset, content_hash(entry.actor, entry.details));
    auto insert = database.prepare("INSERT INTO journal VALUES(?,?,?,?,?,?,?,?)");
    insert.bind(1, entry.sequence).bind(2, entry.at.seconds).bind(3, std::string_view(entry.actor)).bind(4, std::string_view(entry.action));
    insert.bind(5, std::string_view(entry.dataset)).bind(6, std::string_view(entry.details)).bind(7, std::string_view(entry.previous));
    insert.bind(8, std::string_view(entry.hash)).run();
    return entry;
}

const JournalEntry Journal::append(Instant at, const std::string& actor, const std::string& action, const std::string& dataset, const nlohmann::json& details) {
    Transaction transaction(state_->database);
    auto entry = state_->add(at, actor, {action, dataset, details.dump()});
    transaction.commit();
    return entry;
}

void Journal::append(Instant at, const std::string& actor, const std::vector<JournalEvent>& events) {
    Transaction transaction(state_->database);
    for (const auto& event : events) {
        state_->add(at, actor, event);
    }
    transaction.commit();
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

std::optional<JournalEntry> Journal::head() const {
    auto select = state_->database.prepare(std::string(kColumns) + " ORDER BY sequence DESC LIMIT 1");
    return select.step() ? std::optional(read(select)) : std::nullopt;
}

std::optional<JournalEntry> Journal::entry(std::int64_t sequence) const {
    auto select = state_->database.prepare(std::string(kColumns) + " WHERE sequence=?");
    select.bind(1, sequence);
    return select.step() ? std::optional(read(select)) : std::nullopt;
}

void Journal::visit(std::int64_t first, std::int64_t last, const std::function<void(const JournalEntry&)>& see) const {
    auto select = state_->database.prepare(std::string(kColumns) + " WHERE sequence BETWEEN ? AND ? ORDER BY sequence");
    select.bind(1, first).bind(2, last);
    while (select.step()) {
        see(read(select));
    }
}

std::optional<std::int64_t> Journal::first_broken(std::int64_t first) const {
    const auto before = first > 1 ? entry(first - 1) : std::nullopt;
    if (first > 1 && !before) {
        return first - 1;
    }
    auto select = state_->database.prepare(std::string(kColumns) + " WHERE sequence>=? ORDER BY sequence");
    select.bind(1, first > 1 ? first : std::numeric_limits<std::int64_t>::min());
    auto previous = before ? before->hash : chain_start();
    auto expected = first;
    while (select.step()) {
        const auto entry = read(select);
        if (entry.sequence != expected || entry.previous != previous || !has_right_hash(entry)) {
            return expected;
        }
        previous = entry.hash;
        ++expected;
    }
    return std::nullopt;
}

std::string Journal::file_faults() const {
    auto check = state_->database.prepare("PRAGMA integrity_check(1)");
    const std::string answer(check.step() ? check.text(0) : "");
    return answer == "ok" ? "" : answer;
}

void Journal::copy_to(const std::filesystem::path& file) const {
    Database copy(file, Database::Mode::create);
    auto* backup = sqlite3_backup_init(copy.handle(), "main", state_->database.handle(), "main");
    const int result = backup == nullptr ? SQLITE_ERROR : sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (result != SQLITE_DONE) {
        throw Error(ErrorKind::store, {"Không sao chép được nhật ký sang " + file.string(), "The journal could not be copied to " + file.string()});
    }
    copy.close();
}

}  // namespace khomo::catalog
