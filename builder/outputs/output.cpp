// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/outputs/output.hpp"

#include "catalog/base/digest.hpp"
#include "catalog/base/number.hpp"

namespace khomo::builder {

Fingerprint::Fingerprint(std::string_view kind) { add(kind); }

Fingerprint& Fingerprint::add(std::string_view input) {
    // The length in front keeps ("ab", "c") and ("a", "bc") apart.
    append_text(inputs_, static_cast<std::int64_t>(input.size()));
    inputs_.append(1, ':').append(input);
    return *this;
}

Fingerprint& Fingerprint::add(std::int64_t input) { return add(std::string_view(std::to_string(input))); }

std::string Fingerprint::hex() const { return sha256_hex(inputs_); }

}  // namespace khomo::builder
