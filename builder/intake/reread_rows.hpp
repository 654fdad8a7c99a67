// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "builder/intake/encoding.hpp"
#include "builder/intake/form_notes.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// Looks at the first rows of a source whose texts come as Unicode (XLSX, XLS, XML, map layers) and reads them again where they are Vietnamese of
/// an old encoding, or UTF-8 that was encoded twice: TCVN3 in a DBF that claims to be Western, a sheet whose legacy font was lost. `declared` is
/// table.encoding: with "auto" the first rows decide, all columns together, else each for itself; an encoding that is named is taken. Null
/// after a blocking note when the first rows leave it in doubt. The header is read again too. `bytes`: each character stands for a byte (a DBF that
/// does not say its encoding), so what is strictly UTF-8 is taken as that.
std::unique_ptr<catalog::RawReader> reread_legacy_rows(std::unique_ptr<catalog::RawReader> reader, const std::string& declared, FormNotes& notes, bool bytes = false);

/// text/encoding: what the sample would read like in each encoding, and how to declare one.
void note_unsettled(const std::vector<Reading>& readings, FormNotes& notes, const std::string& column = "");
/// text/legacy-encoding: which encoding was found, for the record.
void note_converted(const std::string& encoding, const std::vector<Reading>& readings, FormNotes& notes, const std::string& column = "");

}  // namespace khomo::builder
