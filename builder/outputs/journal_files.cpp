// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/journal_files.hpp"

#include <algorithm>

#include "catalog/release/public_journal.hpp"
#include "catalog/store/journal.hpp"

namespace khomo::builder {
namespace {

std::int64_t last_content_event(const catalog::Journal& journal) {
    std::int64_t last = 0;
    for (const auto& action : catalog::content_actions()) {
        const auto entry = journal.last(action);
        last = std::max(last, entry ? entry->sequence : 0);
    }
    return last;
}

}  // namespace

std::vector<Unit> JournalFiles::plan(const catalog::CatalogSnapshot& /*snapshot*/) const {
    const catalog::Journal journal(journal_);
    const auto last = last_content_event(journal);
    std::vector<Unit> units;
    for (std::int64_t first = 1; first <= last; first += catalog::kJournalSegment) {
        const auto end = std::min(first + catalog::kJournalSegment - 1, last);
        const auto path = end == last ? catalog::last_segment_path() : catalog::segment_path(units.size() + 1);
        // The hash of its last entry speaks for the whole segment.
        const auto inputs = Fingerprint("journal 1").add(first).add(journal.entry(end)->hash).hex();
        units.push_back({path.substr(0, path.rfind('.')), inputs, [file = journal_, path, first, end](UnitWriter& writer) {
                             std::string lines;
                             catalog::Journal(file).visit(first, end, [&](const auto& entry) { lines += public_line(entry); });
                             writer.write(path, lines);
                         }});
    }
    return units;
}

}  // namespace khomo::builder
