// SPDX-License-Identifier: GPL-3.0-or-later
// The search index of a portal folder as a build makes it, and the same terms, positions, values and texts put into a bare Xapian database.
//   search_index ours <portal folder> <new folder>      the index lies in <new folder>/search afterwards
//   search_index bare <folder of the index> <new database>
// Each prints the processor seconds that it took once everything was read.

#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "builder/gate/approval.hpp"
#include "builder/outputs/search_index.hpp"
#include "builder/release/staging_area.hpp"
#include "catalog/base/instant.hpp"
#include "catalog/model/finding.hpp"
#include "catalog/read/catalogue_reader.hpp"

namespace {

int ours(const std::filesystem::path& portal, const std::filesystem::path& folder) {
    khomo::catalog::Findings findings;
    const auto snapshot = khomo::builder::SnapshotMaker::make(khomo::catalog::read_catalogue(portal, findings), {}, khomo::Instant{1790000000}, {});
    const auto start = std::clock();
    khomo::builder::StagingArea area(folder, {});
    for (const auto& unit : khomo::builder::SearchIndex().plan(snapshot)) {
        auto writer = area.unit(unit.name);
        unit.make(writer);
        writer.finish();
    }
    area.released();
    std::printf("%zu %.3f\n", snapshot.catalogue().entries.size(), static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    return 0;
}

std::vector<Xapian::Document> documents_of(const std::filesystem::path& folder) {
    std::vector<Xapian::Document> documents;
    for (const auto& item : std::filesystem::directory_iterator(folder)) {
        if (!item.is_directory()) {
            continue;
        }
        const Xapian::Database shard(item.path().string());
        for (auto at = shard.postlist_begin(""); at != shard.postlist_end(""); ++at) {
            const auto stored = shard.get_document(*at);
            Xapian::Document copy;
            copy.set_data(stored.get_data());
            for (auto value = stored.values_begin(); value != stored.values_end(); ++value) {
                copy.add_value(value.get_valueno(), *value);
            }
            for (auto term = stored.termlist_begin(); term != stored.termlist_end(); ++term) {
                if (term.positionlist_count() == 0) {
                    copy.add_term(*term, term.get_wdf());
                }
                for (auto place = term.positionlist_begin(); place != term.positionlist_end(); ++place) {
                    copy.add_posting(*term, *place, 0);
                }
                if (term.positionlist_count() > 0) {
                    copy.add_term(*term, term.get_wdf());
                }
            }
            documents.push_back(std::move(copy));
        }
    }
    return documents;
}

int bare(const std::filesystem::path& folder, const std::filesystem::path& out) {
    const auto documents = documents_of(folder);
    const auto start = std::clock();
    Xapian::WritableDatabase database(out.string(), Xapian::DB_CREATE);
    for (const auto& document : documents) {
        database.add_document(document);
    }
    database.commit();
    std::printf("%zu %.3f\n", documents.size(), static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        return 2;
    }
    try {
        return std::string(argv[1]) == "ours" ? ours(argv[2], argv[3]) : bare(argv[2], argv[3]);
    } catch (const Xapian::Error& error) {
        std::fprintf(stderr, "%s\n", error.get_description().c_str());
        return 1;
    }
}
