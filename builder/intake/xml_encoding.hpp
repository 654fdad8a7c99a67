// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "builder/intake/read_request.hpp"

namespace khomo::builder {

/// The file to parse: the delivered one where its bytes are what its declaration says (or nothing tells otherwise), else a copy in UTF-8 in the scratch
/// folder: old exports write TCVN3 or VNI bytes below a declaration of UTF-8. table.encoding decides where it names one, the syllables where
/// it does not. None after a blocking note.
std::optional<std::filesystem::path> settle_xml_encoding(const ReadRequest& request, FormNotes& notes);

}  // namespace khomo::builder
