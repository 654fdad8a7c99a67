// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "builder/intake/stripped_file.hpp"

namespace khomo::builder {

/// Takes EXIF with its GPS position, XMP, IPTC, comments and what stands behind the picture out of a JPEG (ITU-T T.81). The turn of the camera
/// (EXIF orientation) stays, in a block of its own, so that the picture does not fall over.
StrippedFile strip_jpeg(std::string_view bytes);
/// Keeps the chunks that a picture needs (PNG, third edition, 11.3) and animations; texts, EXIF and times go.
StrippedFile strip_png(std::string_view bytes);
/// Keeps pictures and the loop count; comments and XMP go.
StrippedFile strip_gif(std::string_view bytes);
/// Takes descriptions, authors, machines, EXIF, GPS, XMP and IPTC out of every directory (TIFF 6.0), in place; georeference stays.
StrippedFile strip_tiff(std::string_view bytes);

}  // namespace khomo::builder
