// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

namespace khomo::builder {

/// A file without what tells about persons and machines behind it.
struct StrippedFile {
    bool damaged = false;           ///< the file does not follow its own format; `bytes` means nothing
    std::set<std::string> removed;  ///< what was there: "EXIF", "GPS", "XMP", "tác giả (author)" …; empty when the file was clean
    std::set<std::string> stuck;    ///< what could not be taken out
    std::string bytes;              ///< shows or sounds the same as before
};

}  // namespace khomo::builder
