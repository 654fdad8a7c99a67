// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over its seeds, the corpus of earlier finds and mutations of both, the same ones every time.
//   fuzz_<target> [runs] [corpus folder]

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "catalog/base/file.hpp"
#include "tests/fuzz/target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Random = std::mt19937;

void mutate_once(std::string& input, const std::vector<std::string>& all, Random& random) {
    constexpr std::array<std::string_view, 12> kOdd = {"\0", "\xFF\xFF\xFF\xFF", "\x7F", "\"", "\n", "<", ">", "(", "-1", "99999999999999999999", "\xE1\xBB", "__in.("};
    const auto at = [&](std::size_t size) { return size == 0 ? 0 : random() % size; };
    switch (random() % 7) {
        case 0:
            if (!input.empty()) {
                input[at(input.size())] = static_cast<char>(random());
            }
            break;
        case 1:
            if (!input.empty()) {
                input[at(input.size())] ^= static_cast<char>(1U << (random() % 8));
            }
            break;
        case 2: input.insert(at(input.size() + 1), kOdd[random() % kOdd.size()]); break;
        case 3: input.erase(at(input.size() + 1), random() % 16); break;
        case 4: {  // a piece once more
            const auto from = at(input.size() + 1);
            input.insert(at(input.size() + 1), input.substr(from, random() % 64));
            break;
        }
        case 5: input.resize(at(input.size() + 1)); break;
        default: {  // the rest of another one
            const auto& other = all[random() % all.size()];
            input = input.substr(0, at(input.size() + 1)) + other.substr(std::min(other.size(), at(other.size() + 1)));
        }
    }
}

void run(const std::string& input) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()); }

}  // namespace

int main(int argc, char** argv) {
    const int runs = argc > 1 ? std::atoi(argv[1]) : 400;
    auto inputs = khomo::fuzz::seeds();
    const std::filesystem::path corpus = argc > 2 ? argv[2] : "";
    if (!corpus.empty() && std::filesystem::is_directory(corpus)) {
        std::vector<std::filesystem::path> files;
        for (const auto& item : std::filesystem::directory_iterator(corpus)) {
            files.push_back(item.path());
        }
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            inputs.push_back(khomo::read_file(file, 1U << 22));
        }
    }
    const auto start = std::chrono::steady_clock::now();
    for (const auto& input : inputs) {
        run(input);
    }
    Random random(20261123);
    for (int i = 0; i < runs; ++i) {
        auto input = inputs[random() % inputs.size()];
        for (auto changes = 1 + random() % 4; changes > 0; --changes) {
            mutate_once(input, inputs, random);
        }
        run(input);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("%zu executions, %.1f s\n", inputs.size() + static_cast<std::size_t>(runs), took.count());
    return inputs.empty() ? 1 : 0;
}
