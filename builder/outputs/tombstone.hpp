// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "catalog/model/version.hpp"
#include "site-templates/engine/template_engine.hpp"

namespace khomo::builder {

/// "published", "waiting" (could be, nothing has come), "closed" (its class), "withdrawn" or "suspended".
std::string publication_state(const catalog::CatalogSnapshot& snapshot, const catalog::CatalogEntry& entry);

/// What enters the fingerprint of everything that shows the dataset's state; empty where nothing is withdrawn.
std::string withdrawal_fingerprint(const catalog::CatalogSnapshot& snapshot, const std::string& dataset);

/// {"state", "since", "document", "reason", "versions"}: what programs are told.
nlohmann::json withdrawal_json(const catalog::Withdrawal& withdrawal);

/// "site/gone/<id>.json", or of one version "site/gone/<id>/v<n>.json": where it stands, addresses of the dataset answer 410.
std::string gone_marker(const std::string& dataset, int version = 0);
/// The marker's content: the problem document (RFC 9457) of those answers. `version` 0: of the whole dataset.
std::string gone_problem(const catalog::Withdrawal& withdrawal, int version = 0);

/// What pages/gone.mustache shows. `latest_url`: of a version whose dataset lives on, else empty; `inventory_url`: the dataset's row, or empty.
nlohmann::json gone_page(const TemplateEngine& engine, const catalog::Withdrawal& withdrawal, int version, const std::string& latest_url, const std::string& inventory_url, Lang lang);

}  // namespace khomo::builder
