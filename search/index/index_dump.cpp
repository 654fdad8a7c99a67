// SPDX-License-Identifier: GPL-3.0-or-later

#include <xapian.h>

#include <map>

#include "catalog/base/error.hpp"
#include "search/index/index_error.hpp"
#include "search/index/index_writer.hpp"
#include "search/text/index_schema.hpp"

namespace khomo::search {
namespace {

/// Unique term and everything stored of one document.
std::pair<std::string, std::string> dump_document(const Xapian::Document& document) {
    std::string id;
    std::string text;
    for (auto word = document.termlist_begin(); word != document.termlist_end(); ++word) {
        const auto name = *word;
        if (name.starts_with(schema::kId)) {
            id = name;
        }
        text += name + " " + std::to_string(word.get_wdf());
        for (auto position = word.positionlist_begin(); position != word.positionlist_end(); ++position) {
            text += "," + std::to_string(*position);
        }
        text += '\n';
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        text += "#" + std::to_string(value.get_valueno()) + "=" + *value + "\n";
    }
    return {id, text + document.get_data() + "\n"};
}

}  // namespace

std::string dump_index(const std::filesystem::path& shard) {
    try {
        const Xapian::Database database(shard.string());
        std::map<std::string, std::string> documents;
        for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
            documents.insert(dump_document(database.get_document(*posting)));
        }
        std::string dump;
        for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
            dump += "@" + *key + "=" + database.get_metadata(*key) + "\n";
        }
        for (const auto& [id, text] : documents) {
            dump += "== " + id + "\n" + text;
        }
        return dump;
    } catch (const Xapian::Error& error) {
        throw index_error(error);
    }
}

}  // namespace khomo::search
