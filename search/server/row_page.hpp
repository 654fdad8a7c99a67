// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/base/bilingual.hpp"
#include "search/dialects/api.hpp"
#include "search/rows/row_store.hpp"
#include "search/server/portal_words.hpp"

namespace khomo::search {

/// /dataset/<id>/rows: the current table as HTML, page by page, opened at a row or holding only the rows with some words. Thread-safe.
class RowPage {
public:
    RowPage(std::shared_ptr<const PortalWords> words, std::shared_ptr<const RowStore> rows) : words_(std::move(words)), rows_(std::move(rows)) {}

    /// The address that opens the table at a row, without language.
    static std::string address(const std::string& dataset, std::uint64_t row);
    /// The dataset of "/dataset/<id>/rows", or of "/en/…"; empty for any other path.
    static std::string dataset_of(std::string_view path);

    /// Parameters: row (opens the page that holds it), q (only rows with all these words), page. None where there is no such table.
    std::optional<std::string> render(const std::string& dataset, const ApiRequest& request, Lang lang) const;

private:
    std::shared_ptr<const PortalWords> words_;
    std::shared_ptr<const RowStore> rows_;
};

}  // namespace khomo::search
