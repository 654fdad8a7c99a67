// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace khomo::catalog {

/// Ed25519 signatures in minisign's file format (libsodium): `minisign -V` checks them too.
struct KeyPair {
    std::string secret;  ///< text of the secret key file (not encrypted: keep it mode 0600)
    std::string public_key;
};

KeyPair make_key_pair();

/// Text of a .minisig file over `bytes` (prehashed, algorithm "ED").
std::string sign(std::string_view bytes, const std::string& secret_key_text, std::string_view trusted_comment);

/// Whether the signature text fits the bytes and the public key.
bool verify_signature(std::string_view bytes, const std::string& signature_text, const std::string& public_key_text);

/// Whether the signature claims to be made with this key: their key ids are equal. Says nothing of its being right.
bool same_key(const std::string& signature_text, const std::string& public_key_text);

/// The line of a public key file that is the key.
std::string public_key_line(const std::string& public_key_text);
/// The public key that belongs to an unencrypted secret key. Throws Error(input) when it is none.
std::string public_key_of(const std::string& secret_key_text);

}  // namespace khomo::catalog
