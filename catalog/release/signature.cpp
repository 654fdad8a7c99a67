// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/release/signature.hpp"

#include <sodium.h>

#include <array>
#include <vector>

#include "catalog/base/error.hpp"

namespace khomo::catalog {
namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::size_t kSecretSize = 2 + 2 + 2 + 32 + 8 + 8 + 8 + 64 + 32;
constexpr std::size_t kPublicSize = 2 + 8 + 32;
constexpr std::size_t kSignatureSize = 2 + 8 + 64;

void start_sodium() {
    if (sodium_init() < 0) {
        throw Error(ErrorKind::internal, {"libsodium không khởi động được", "libsodium did not start"});
    }
}

std::string to_base64(const Bytes& bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the closing NUL
    return text;
}

/// The n-th line (from 1) of a file's text.
std::string line_of(std::string_view text, int number) {
    for (; number > 1; --number) {
        const auto end = text.find('\n');
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return std::string(text.substr(0, text.find('\n')));
}

Bytes from_base64(const std::string& text, std::size_t size) {
    Bytes bytes(size);
    std::size_t got = 0;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), " \r", &got, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0 || got != size) {
        return {};
    }
    return bytes;
}

void append(Bytes& bytes, const void* data, std::size_t size) {
    const auto* start = static_cast<const unsigned char*>(data);
    bytes.insert(bytes.end(), start, start + size);
}

Bytes prehash(std::string_view bytes) {
    Bytes hash(64);
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    return hash;
}

Bytes read_secret(const std::string& text) {
    auto secret = from_base64(line_of(text, 2), kSecretSize);
    if (secret.empty() || secret[0] != 'E' || secret[1] != 'd' || secret[2] != 0) {
        throw Error(ErrorKind::input, {"Tệp khóa ký không đúng dạng minisign không mật khẩu", "The signing key is not an unencrypted minisign key"});
    }
    return secret;
}

constexpr std::string_view kTrusted = "trusted comment: ";

}  // namespace

KeyPair make_key_pair() {
    start_sodium();
    std::array<unsigned char, 32> public_part{};
    std::array<unsigned char, 64> secret_part{};
    std::array<unsigned char, 8> id{};
    crypto_sign_keypair(public_part.data(), secret_part.data());
    randombytes_buf(id.data(), id.size());
    Bytes checked;  // what the checksum covers
    append(checked, "Ed", 2);
    append(checked, id.data(), id.size());
    append(checked, secret_part.data(), secret_part.size());
    std::array<unsigned char, 32> checksum{};
    crypto_generichash(checksum.data(), checksum.size(), checked.data(), checked.size(), nullptr, 0);
    Bytes secret;
    append(secret, "Ed\0\0B2", 6);  // no key derivation
    secret.resize(6 + 32 + 8 + 8);
    append(secret, id.data(), id.size());
    append(secret, secret_part.data(), secret_part.size());
    append(secret, checksum.data(), checksum.size());
    Bytes open;
    append(open, "Ed", 2);
    append(open, id.data(), id.size());
    append(open, public_part.data(), public_part.size());
    return {"untrusted comment: khomo secret key\n" + to_base64(secret) + "\n", "untrusted comment: khomo public key\n" + to_base64(open) + "\n"};
}

bool same_key(const std::string& signature_text, const std::string& public_key_text) {
    start_sodium();
    const auto open = from_base64(line_of(public_key_text, 2), kPublicSize);
    const auto signature = from_base64(line_of(signature_text, 2), kSignatureSize);
    return !open.empty() && !signature.empty() && std::equal(open.begin() + 2, open.begin() + 10, signature.begin() + 2);
}

std::string public_key_line(const std::string& public_key_text) { return line_of(public_key_text, 2); }

std::string public_key_of(const std::string& secret_key_text) {
    start_sodium();
    const auto secret = read_secret(secret_key_text);
    Bytes open;
    append(open, "Ed", 2);
    append(open, secret.data() + 54, 8);
    append(open, secret.data() + 62 + 32, 32);  // an Ed25519 secret key ends with its public half
    return "untrusted comment: khomo public key\n" + to_base64(open) + "\n";
}

std::string sign(std::string_view bytes, const std::string& secret_key_text, std::string_view trusted_comment) {
    start_sodium();
    const auto secret = read_secret(secret_key_text);
    const unsigned char* id = secret.data() + 54;
    const unsigned char* key = secret.data() + 62;
    const auto hash = prehash(bytes);
    Bytes signature;
    append(signature, "ED", 2);
    append(signature, id, 8);
    signature.resize(kSignatureSize);
    crypto_sign_detached(signature.data() + 10, nullptr, hash.data(), hash.size(), key);
    Bytes global(signature.begin() + 10, signature.end());
    append(global, trusted_comment.data(), trusted_comment.size());
    Bytes global_signature(64);
    crypto_sign_detached(global_signature.data(), nullptr, global.data(), global.size(), key);
    return "untrusted comment: khomo release\n" + to_base64(signature) + "\n" + std::string(kTrusted) + std::string(trusted_comment) + "\n" +
           to_base64(global_signature) + "\n";
}

bool verify_signature(std::string_view bytes, const std::string& signature_text, const std::string& public_key_text) {
    start_sodium();
    const auto open = from_base64(line_of(public_key_text, 2), kPublicSize);
    const auto signature = from_base64(line_of(signature_text, 2), kSignatureSize);
    const auto global_signature = from_base64(line_of(signature_text, 4), 64);
    const auto comment = line_of(signature_text, 3);
    if (open.empty() || signature.empty() || global_signature.empty() || !comment.starts_with(kTrusted) || signature[1] != 'D' ||
        !std::equal(open.begin() + 2, open.begin() + 10, signature.begin() + 2)) {
        return false;
    }
    const auto hash = prehash(bytes);
    Bytes global(signature.begin() + 10, signature.end());
    append(global, comment.data() + kTrusted.size(), comment.size() - kTrusted.size());
    return crypto_sign_verify_detached(signature.data() + 10, hash.data(), hash.size(), open.data() + 10) == 0 &&
           crypto_sign_verify_detached(global_signature.data(), global.data(), global.size(), open.data() + 10) == 0;
}

}  // namespace khomo::catalog
