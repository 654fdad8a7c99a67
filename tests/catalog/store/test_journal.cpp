// SPDX-License-Identifier: GPL-3.0-or-later

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "catalog/base/error.hpp"
#include "catalog/base/file.hpp"
#include "catalog/store/journal.hpp"
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
