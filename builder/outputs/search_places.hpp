// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builder/outputs/output.hpp"

namespace khomo::builder {

/// search/places.json: names of communes, wards and districts, of today and of before, with today's communes that each stands for.
Unit places_unit(const catalog::CatalogSnapshot& snapshot);

}  // namespace khomo::builder
