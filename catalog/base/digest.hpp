// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace khomo {

/// Streaming SHA-256 (FIPS 180-4, OpenSSL's code). finish() may be called once.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::string_view bytes);
    /// 64 lower-case hex digits.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// SHA-256 of the bytes as 64 hex digits.
std::string sha256_hex(std::string_view bytes);
/// SHA-256 of a file's bytes. Throws Error(io).
std::string sha256_file(const std::filesystem::path& path);

/// UUID version 5 (RFC 9562) of `name` in Khomo's own namespace: the same name gives the same UUID for ever.
std::string uuid5(std::string_view name);

}  // namespace khomo
