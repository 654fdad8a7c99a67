// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace khomo::builder {

enum class MailKind {
    none,
    role,     ///< a mailbox of an office at a domain of its own
    named,    ///< a person's mailbox at the domain of an office or firm
    private_, ///< at a provider where anybody has a mailbox
};

struct MailMatch {
    MailKind kind = MailKind::none;
    std::size_t begin = 0;  ///< of the address in the text
    std::size_t end = 0;
};

/// The first address at or after `from`. Also "ten (at) gmail (dot) com" with @ written out is not looked for: that is not how tables are kept.
MailMatch find_mail(std::string_view text, std::size_t from = 0);

}  // namespace khomo::builder
