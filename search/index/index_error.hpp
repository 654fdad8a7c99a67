// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian/error.h>

#include "catalog/base/error.hpp"

namespace khomo::search {

/// Xapian::Error is no std::exception and would pass every handler: each function that calls Xapian turns it into this.
inline Error index_error(const Xapian::Error& error) {
    return {ErrorKind::store, {"Không ghi được chỉ mục tìm kiếm: " + error.get_description(), "The search index cannot be written: " + error.get_description()}};
}

}  // namespace khomo::search
