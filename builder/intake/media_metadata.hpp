// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "builder/intake/stripped_file.hpp"

namespace khomo::builder {

/// Takes ID3 (v1, v2) and APE tags off a recording; the frames of sound stay.
StrippedFile strip_mp3(std::string_view bytes);
/// WAV and AVI: the lists of information, broadcast and XMP chunks are filled with zeros and named JUNK, so that no offset moves.
StrippedFile strip_riff(std::string_view bytes);
/// MP4: user data, metadata and XMP boxes are filled with zeros and named "free", so that no offset moves. A track of positions or of camera
/// telemetry cannot be taken out and is told.
StrippedFile strip_mp4(std::string_view bytes);

}  // namespace khomo::builder
