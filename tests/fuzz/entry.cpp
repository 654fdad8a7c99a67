// SPDX-License-Identifier: GPL-3.0-or-later
// The two functions that libFuzzer calls; the plain driver calls them too.

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>

#include "catalog/base/error.hpp"
#include "tests/fuzz/target.hpp"

namespace khomo::fuzz {
namespace {

struct Scratch {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("khomo-fuzz-" + std::to_string(::getpid()));
    Scratch() {
        const std::filesystem::path memory = "/dev/shm";
        if (std::filesystem::is_directory(memory)) {
            path = memory / path.filename();
        }
        std::filesystem::create_directories(path);
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

}  // namespace

const std::filesystem::path& scratch() {
    static const Scratch kScratch;
    return kScratch.path;
}

std::filesystem::path file_of(std::string_view bytes, const std::string& name) {
    auto path = scratch() / name;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

}  // namespace khomo::fuzz

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
    if (const char* folder = std::getenv("KHOMO_FUZZ_SEEDS")) {
        int number = 0;
        for (const auto& seed : khomo::fuzz::seeds()) {
            std::ofstream out(std::filesystem::path(folder) / ("seed-" + std::to_string(number++)), std::ios::binary);
            out.write(seed.data(), static_cast<std::streamsize>(seed.size()));
        }
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        khomo::fuzz::run({reinterpret_cast<const char*>(data), size});
    } catch (const khomo::Error&) {  // the program's own way to refuse
    }
    return 0;
}
