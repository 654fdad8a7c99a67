// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/intake/read_request.hpp"

namespace khomo::builder {

/// Looks at the members of a ZIP or RAR that is published as it is: the limits of every archive, no link, no password, no archive inside, members
/// whose content is what their names say and of the kinds that may be delivered. What tells about persons cannot be taken out of a member, so it
/// is refused with the member's name.
void check_packed_attachment(const ReadRequest& request, FormNotes& notes);

}  // namespace khomo::builder
