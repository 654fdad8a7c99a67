// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "builder/intake/read_request.hpp"
#include "catalog/model/raw.hpp"

namespace khomo::builder {

/// Looks into a document, picture or recording that is to be published as it is: what runs, hides or comes from elsewhere is refused (form/*), what
/// tells about persons and machines behind it is taken out into a cleaned copy in the scratch folder, or refused where that cannot be done. Runs
/// in the child. Gives one row: the cleaned copy's file name, or "" when the delivered bytes can be published, and the words for what was
/// removed. Null after a blocking note. `packed`: the file lies in an archive, out of which nothing can be taken, so it is refused instead.
std::unique_ptr<catalog::RawReader> open_attachment(const ReadRequest& request, FormNotes& notes, bool packed = false);

}  // namespace khomo::builder
