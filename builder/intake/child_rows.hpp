// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "builder/intake/read_request.hpp"
#include "catalog/model/delivery.hpp"
#include "catalog/model/finding.hpp"

namespace khomo::builder {

/// Opens one file in a child with the limits of the request; `bytes` is its size. Null after a blocking finding. The child's scratch folder is
/// removed with the reader.
std::unique_ptr<catalog::RawReader> read_in_child(const ReadRequest& request, std::uint64_t bytes, const catalog::Delivery& delivery, catalog::Findings& findings);

/// Whether take_in() had a blocking finding about the form of the file: saying it twice helps nobody.
bool take_in_refuses(const catalog::ReceivedFile& file);

}  // namespace khomo::builder
