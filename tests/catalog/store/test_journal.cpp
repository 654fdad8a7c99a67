// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "catalog/base/digest.hpp"
#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/store/journal.hpp"
#include "catalog/store/journal_seal.hpp"
#include "catalog/store/sqlite.hpp"

using namespace khomo;
using namespace khomo::catalog;

TEST_CASE("the journal chains its entries and names the first that was changed") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "journal.sqlite";
    {
        Journal journal(file);
        for (int i = 1; i <= 4; ++i) {
            journal.append({1000 + i}, "khomo", "version-approved", "cho", {{"version", i}});
        }
        CHECK_FALSE(journal.first_broken());
        CHECK(journal.entries("cho").size() == 4);
    }
    {
        Database database(file, Database::Mode::create);
        CHECK_THROWS_AS(database.execute("UPDATE journal SET details='{}' WHERE sequence=3"), Error);
        CHECK_THROWS_AS(database.execute("DELETE FROM journal WHERE sequence=3"), Error);
        database.execute("DROP TRIGGER journal_stays; UPDATE journal SET details='{\"version\":9}' WHERE sequence=3");
    }
    CHECK(Journal(file).first_broken() == 3);
}

TEST_CASE("events that belong together are on record together") {
    const TemporaryFolder folder;
    Journal journal(folder.path() / Journal::kFile);
    journal.append({1000}, "khomo", {{"version-approved", "cho", "{}"}, {"waiver-used", "cho", "{\"rule\":\"personal/phone\"}"}});
    CHECK(journal.head()->sequence == 2);
    CHECK(journal.entry(2)->action == "waiver-used");
    CHECK_FALSE(journal.first_broken());
    CHECK_FALSE(journal.first_broken(2));
}

TEST_CASE("an entry that was chained before content had its own hash still fits") {
    JournalEntry entry{1, {1000}, "khomo", "version-approved", "cho", "{}", chain_start(), "d2b4"};
    CHECK_FALSE(has_right_hash(entry));
    const nlohmann::json parts = {entry.previous, entry.sequence, to_iso_vn(entry.at), entry.actor, entry.action, entry.dataset, entry.details};
    entry.hash = sha256_hex(parts.dump());
    bool older = false;
    CHECK(has_right_hash(entry, &older));
    CHECK(older);
    entry.hash = chain_hash(entry.previous, 1, to_iso_vn(entry.at), entry.action, entry.dataset, content_hash(entry.actor, entry.details));
    CHECK(has_right_hash(entry, &older));
    CHECK_FALSE(older);
}

TEST_CASE("the seal passes a journal that went on and names one that was cut") {
    const TemporaryFolder folder;
    const auto file = folder.path() / Journal::kFile;
    {
        Journal journal(file);
        for (int i = 1; i <= 4; ++i) {
            journal.append({1000 + i}, "khomo", "version-approved", "cho", {{"version", i}});
        }
        seal_journal(folder.path(), journal);
        CHECK(check_journal(folder.path()).empty());
        journal.append({1005}, "khomo", "version-approved", "cho", {{"version", 5}});
        CHECK_NOTHROW(check_sealed_head(folder.path(), journal));
        CHECK(check_journal(folder.path()).empty());
    }
    {
        Database database(file, Database::Mode::create);
        database.execute("DROP TRIGGER journal_keeps; DELETE FROM journal WHERE sequence>=4");
    }
    const Journal cut(file);
    CHECK_FALSE(cut.first_broken());  // the chain alone does not see it
    CHECK_THROWS_AS(check_sealed_head(folder.path(), cut), Error);
    CHECK(check_journal(folder.path()).front().en == "the journal's tail is cut off: 3 entries are left, the seal says 4");
}
