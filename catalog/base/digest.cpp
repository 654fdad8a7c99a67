// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/base/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <vector>

#include "catalog/base/error.hpp"

namespace khomo {
namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

/// Looked up once: EVP_sha256() makes OpenSSL 3 search its providers at each digest, which costs more than hashing a short text.
const EVP_MD* sha256() {
    static EVP_MD* const kAlgorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);  // kept to the end of the process
    return kAlgorithm;
}

Context start(const EVP_MD* algorithm) {
    Context context(EVP_MD_CTX_new());
    if (!context || algorithm == nullptr || EVP_DigestInit_ex(context.get(), algorithm, nullptr) != 1) {
        throw Error(ErrorKind::internal, {"OpenSSL không tạo được hàm băm", "OpenSSL could not start a digest"});
    }
    return context;
}

std::string finish_raw(EVP_MD_CTX* context) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(context, digest.data(), &length);
    return {reinterpret_cast<const char*>(digest.data()), length};
}

std::string to_hex(std::string_view bytes) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto b = static_cast<unsigned char>(c);
        hex += kDigits[b >> 4];
        hex += kDigits[b & 15];
    }
    return hex;
}

}  // namespace

struct Sha256::State {
    Context context = start(sha256());
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) { EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()); }

std::string Sha256::finish() { return to_hex(finish_raw(state_->context.get())); }

std::string sha256_hex(std::string_view bytes) {
    Sha256 sha;
    sha.update(bytes);
    return sha.finish();
}

std::string sha256_file(const std::filesystem::path& path) {
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rbe"));
    if (!file) {
        throw io_error("đọc", "read", path.string(), errno);
    }
    Sha256 sha;
    std::vector<char> buffer(1U << 18);
    while (const auto got = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
        sha.update({buffer.data(), got});
    }
    if (std::ferror(file.get()) != 0) {
        throw io_error("đọc", "read", path.string(), errno);
    }
    return sha.finish();
}

std::string uuid5(std::string_view name) {
    // Khomo's namespace: the UUIDv5 of "khomo" in the DNS namespace, fixed for ever.
    static const std::string kNamespace = [] {
        static constexpr std::array<unsigned char, 16> kDns = {0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1,
                                                               0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
        const auto sha = start(EVP_sha1());
        EVP_DigestUpdate(sha.get(), kDns.data(), kDns.size());
        EVP_DigestUpdate(sha.get(), "khomo", 5);
        return finish_raw(sha.get()).substr(0, 16);
    }();
    const auto sha = start(EVP_sha1());
    EVP_DigestUpdate(sha.get(), kNamespace.data(), kNamespace.size());
    EVP_DigestUpdate(sha.get(), name.data(), name.size());
    auto raw = finish_raw(sha.get()).substr(0, 16);
    raw[6] = static_cast<char>((raw[6] & 0x0F) | 0x50);
    raw[8] = static_cast<char>((raw[8] & 0x3F) | 0x80);
    const auto hex = to_hex(raw);
    return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) + '-' + hex.substr(20);
}

}  // namespace khomo
