// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace khomo::builder {

struct SandboxLimits {
    std::uint64_t memory_mb = 1024;  ///< address space on top of what the program has mapped already
    std::uint64_t cpu_seconds = 60;
    std::uint64_t file_mb = 2048;  ///< longest file it may write
    bool connects = false;         ///< may make connections until seal_network()
};

/// Takes from the calling process, for good, what a reader of one file does not need: more memory, processor time and open files than the limits
/// say, core dumps, new privileges, the network, other programs, other processes (seccomp), and every file but `readable`, the folder
/// `writable` and the system's own data below /usr (Landlock, where the kernel has it). Throws Error(internal) when a limit cannot be
/// set. Builds with AddressSanitizer keep their address space, of which they need terabytes.
void enter_sandbox(const SandboxLimits& limits, const std::vector<std::filesystem::path>& readable, const std::filesystem::path& writable);

/// For a process that entered with `connects`: from now on it keeps the connections it has and makes no other. Throws Error(internal).
void seal_network();

}  // namespace khomo::builder
