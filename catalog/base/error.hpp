// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

#include "catalog/base/bilingual.hpp"

namespace khomo {

/// What kind of thing stopped the work; main() and the HTTP handler turn it into an exit code or a status.
enum class ErrorKind {
    usage,     ///< the command line or a request is wrong (exit 2, HTTP 400)
    input,     ///< the portal folder or a delivery cannot be read (exit 1)
    refused,   ///< a rule forbids it (exit 1; HTTP 403)
    not_found, ///< the thing named does not exist (HTTP 404)
    io,        ///< the disk or the network failed (exit 1, HTTP 503)
    store,     ///< SQLite, Xapian or the state is damaged (exit 1, HTTP 503)
    format,    ///< a file is not what it says (exit 1)
    internal,  ///< a fault of ours (exit 1, HTTP 500)
};

/// The one error type of Khomo: what stops the work. Faults in data are Findings, never errors.
/// The message names the thing (path, dataset, statement) and the way out, in both languages.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, Text message) : std::runtime_error(message.vi + " / " + message.en), kind_(kind), message_(std::move(message)) {}

    ErrorKind kind() const { return kind_; }
    const Text& message() const { return message_; }

private:
    ErrorKind kind_;
    Text message_;
};

/// An io Error for a failed system call on `path`, with the text of errno.
Error io_error(const std::string& action_vi, const std::string& action_en, const std::string& path, int errno_value);

}  // namespace khomo
