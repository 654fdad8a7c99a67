// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/search_rows.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "builder/outputs/tombstone.hpp"
#include "catalog/base/digest.hpp"
#include "catalog/base/file.hpp"
#include "catalog/store/data_file.hpp"
#include "search/index/index_writer.hpp"
#include "search/index/row_index_writer.hpp"

namespace khomo::builder {
namespace {

using catalog::ApprovedVersion;
using catalog::CatalogEntry;
using catalog::Field;
using nlohmann::json;

constexpr std::uint64_t kMostRows = 10000;  // of one dataset
constexpr std::size_t kShards = 16;
constexpr std::size_t kNoField = static_cast<std::size_t>(-1);

bool may_name_persons(const CatalogEntry& entry, const Field& field) {
    return std::any_of(entry.personal_data.begin(), entry.personal_data.end(), [&](const auto& flag) { return flag.field == field.name; });
}

/// Makes row documents of one version.
class RowDescriber {
public:
    RowDescriber(const catalog::Catalogue& catalogue, const CatalogEntry& entry, const CatalogEntry& today) : catalogue_(catalogue), entry_(entry) {
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            if (entry.fields[i].type == catalog::FieldType::string && !may_name_persons(today, entry.fields[i])) {
                looked_for_.push_back(i);
            }
        }
        title_ = title_field(today);
        document_.dataset = entry.id;
        document_.about = today.title.vi + " " + today.title.en;
        document_.facets["theme"] = {entry.theme};
        document_.facets["agency"] = {entry.agency};
    }

    bool anything() const { return title_ != kNoField; }

    const search::RowDocument& describe(const catalog::Row& row, std::uint64_t number) {
        document_.row = number;
        document_.title = text_of(title_, row);
        document_.texts.clear();
        document_.facets.erase("unit");
        for (const auto i : looked_for_) {
            if (entry_.fields[i].codelist == "units" && std::holds_alternative<std::string>(row.values[i])) {
                document_.facets["unit"] = {std::get<std::string>(row.values[i])};
            }
            if (i != title_) {
                if (auto text = text_of(i, row); !text.empty()) {
                    document_.texts.push_back(std::move(text));
                }
            }
        }
        return document_;
    }

private:
    /// What the map shows as a label, or the first text that is no code, or the first text.
    std::size_t title_field(const CatalogEntry& today) const {
        const auto named = [&](const std::string& name) { return std::find_if(looked_for_.begin(), looked_for_.end(), [&](std::size_t i) { return entry_.fields[i].name == name; }); };
        if (const auto label = named(today.views.map_label); label != looked_for_.end()) {
            return *label;
        }
        for (const auto i : looked_for_) {
            const auto& field = entry_.fields[i];
            const bool key = std::find(entry_.key.begin(), entry_.key.end(), field.name) != entry_.key.end();
            if (field.codelist.empty() && field.codes.empty() && field.pattern.empty() && !key) {
                return i;
            }
        }
        return looked_for_.empty() ? kNoField : looked_for_.front();
    }

    std::string text_of(std::size_t field_number, const catalog::Row& row) const {
        const auto* text = std::get_if<std::string>(&row.values[field_number]);
        if (text == nullptr) {
            return "";
        }
        const auto& field = entry_.fields[field_number];
        if (field.codelist == "units") {
            const auto* unit = catalogue_.unit(*text);
            return unit == nullptr ? *text : unit->name.vi;
        }
        for (const auto& code : field.codes) {
            if (code.code == *text) {
                return code.title.vi;
            }
        }
        return *text;
    }

    const catalog::Catalogue& catalogue_;
    const CatalogEntry& entry_;
    std::vector<std::size_t> looked_for_;
    std::size_t title_ = kNoField;
    search::RowDocument document_;
};

void index_rows(const catalog::CatalogSnapshot& snapshot, const std::string& id, search::RowIndexWriter& index) {
    const auto& today = *snapshot.catalogue().entry(id);
    const auto& version = *snapshot.current(id);
    const auto entry = catalog::entry_at(today, version.info());
    RowDescriber describer(snapshot.catalogue(), entry, today);
    if (!describer.anything()) {
        return;
    }
    const auto rows = catalog::read_data_file(version.data_path(), entry);
    catalog::Row row;
    for (std::uint64_t number = 1; number <= kMostRows && rows->next(row); ++number) {
        index.add(describer.describe(row, number));
    }
}

std::string hash_of(const catalog::CatalogSnapshot& snapshot, const CatalogEntry& entry) {
    const auto& version = snapshot.current(entry.id)->info();
    Fingerprint inputs("search rows of a dataset 2");
    return inputs.add(search::index_revision()).add(entry.source_sha256).add(snapshot.catalogue().context_sha256).add(version.content_sha256).add(version.number).hex();
}

/// What one shard is made of.
struct Shard {
    std::string name;
    std::map<std::string, std::string> datasets;  ///< id → hash
    std::string withdrawals;                      ///< hash of every withdrawal that ever concerned a dataset of this shard
};

/// Hashes of the datasets in the parent's shard; empty when it is not to be started from. An index keeps bytes of what was removed from
/// it in free blocks, so that after a withdrawal it is made anew.
std::map<std::string, std::string> parent_hashes(const UnitWriter& writer, const Shard& shard) {
    const auto list = writer.parent("search/" + shard.name + ".json");
    if (list.empty() || writer.parent("search/" + shard.name + "/iamglass").empty()) {
        return {};
    }
    const auto parent = json::parse(read_file(list));
    if (!parent.contains("datasets") || parent.value("withdrawals", std::string()) != shard.withdrawals) {
        return {};
    }
    auto before = parent.at("datasets").get<std::map<std::string, std::string>>();
    const bool any_same = std::any_of(shard.datasets.begin(), shard.datasets.end(), [&](const auto& now) {
        const auto old = before.find(now.first);
        return old != before.end() && old->second == now.second;
    });
    return any_same ? before : std::map<std::string, std::string>();
}

void write_shard(const catalog::CatalogSnapshot& snapshot, const Shard& shard, UnitWriter& writer) {
    const auto& name = shard.name;
    const auto& hashes = shard.datasets;
    const auto folder = writer.scratch() / name;
    const auto before = parent_hashes(writer, shard);
    {
        search::RowIndexWriter index(folder, before.empty() ? std::filesystem::path() : writer.parent("search/" + name));
        for (const auto& [id, hash] : before) {
            const auto now = hashes.find(id);
            if (now == hashes.end() || now->second != hash) {
                index.remove(id);
            }
        }
        for (const auto& [id, hash] : hashes) {
            const auto old = before.find(id);
            if (old == before.end() || old->second != hash) {
                index_rows(snapshot, id, index);
            }
        }
        index.finish();
    }
    for (const auto& item : std::filesystem::directory_iterator(folder)) {
        const auto file = item.path().filename().string();
        if (file != "flintlock") {
            writer.adopt("search/" + name + "/" + file, item.path());
        }
    }
    writer.write("search/" + name + ".json", json{{"datasets", hashes}, {"withdrawals", shard.withdrawals}}.dump(1) + "\n");
}

}  // namespace

std::vector<Unit> row_units(const catalog::CatalogSnapshot& snapshot) {
    std::vector<Shard> shards(kShards);
    std::vector<std::string> withdrawals(kShards);
    for (const auto& entry : snapshot.catalogue().entries) {
        const auto number = search::shard_of(entry.id, kShards);
        withdrawals[number] += withdrawal_fingerprint(snapshot, entry.id);
        if (entry.search_rows && snapshot.current(entry.id) != nullptr) {
            shards[number].datasets.emplace(entry.id, hash_of(snapshot, entry));
        }
    }
    std::vector<Unit> units;
    for (std::size_t i = 0; i < kShards; ++i) {
        auto& shard = shards[i];
        if (shard.datasets.empty()) {
            continue;
        }
        shard.name = "rows-" + std::string(i < 10 ? "0" : "") + std::to_string(i);
        shard.withdrawals = sha256_hex(withdrawals[i]);
        Fingerprint inputs("search rows 2");
        inputs.add(search::index_revision()).add(shard.withdrawals);
        for (const auto& [id, hash] : shard.datasets) {
            inputs.add(id).add(hash);
        }
        units.push_back({"search/" + shard.name, inputs.hex(), [&snapshot, shard](UnitWriter& writer) { write_shard(snapshot, shard, writer); }});
    }
    return units;
}

}  // namespace khomo::builder
