// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "catalog/base/bilingual.hpp"
#include "catalog/base/error.hpp"

namespace khomo {

/// Error(internal) about a template.
Error template_fault(const std::string& page, const std::string& what);

/// The templates of a folder, ready for the parser: partials put in place of {{> name}} and the texts of one language in place of
/// {{t.key}} and {{lang}}. Names are those of the files below pages/, and "layouts/…". Throws Error(internal) that names template and key
/// when a partial or a text is not there.
std::map<std::string, std::string> resolve_templates(const std::filesystem::path& folder, const nlohmann::json& texts, Lang lang);

/// texts.json: an object of {"vi": …, "en": …}. Throws Error(internal) when it cannot be read or a text lacks a language.
nlohmann::json read_texts(const std::filesystem::path& folder);

}  // namespace khomo
