// SPDX-License-Identifier: GPL-3.0-or-later

#include "builder/intake/sandbox.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <memory>

#include "catalog/base/error.hpp"

namespace khomo::builder {
namespace {

void set_limit(__rlimit_resource resource, std::uint64_t soft, std::uint64_t hard) {
    const rlimit limit{soft, hard};
    if (::setrlimit(resource, &limit) != 0) {
        throw io_error("đặt giới hạn cho", "set a limit for", "setrlimit", errno);
    }
}

#if !defined(__SANITIZE_ADDRESS__)
std::uint64_t mapped_bytes() {
    std::ifstream statm("/proc/self/statm");
    std::uint64_t pages = 0;
    statm >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}
#endif

void set_limits(const SandboxLimits& limits) {
    constexpr std::uint64_t kMega = 1U << 20;
#if !defined(__SANITIZE_ADDRESS__)
    const auto memory = mapped_bytes() + limits.memory_mb * kMega;
    set_limit(RLIMIT_AS, memory, memory);
#endif
    set_limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 2);  // SIGXCPU first, SIGKILL for who ignores it
    set_limit(RLIMIT_FSIZE, limits.file_mb * kMega, limits.file_mb * kMega);
    set_limit(RLIMIT_NOFILE, 64, 64);
    set_limit(RLIMIT_CORE, 0, 0);
}

using Filter = std::unique_ptr<void, void (*)(void*)>;

Filter new_filter() { return {seccomp_init(SCMP_ACT_ALLOW), [](void* context) { seccomp_release(context); }}; }

void load(const Filter& filter) {
    if (!filter || seccomp_load(filter.get()) != 0) {
        throw Error(ErrorKind::internal, {"Không bật được bộ lọc seccomp", "The seccomp filter could not be set"});
    }
}

void refuse_network(const Filter& filter) {
    for (const int call : {SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind)}) {
        seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0);
    }
}

/// Refuses (EPERM) what no reader needs. A deny list, since the readers' libraries need many calls; files are kept by Landlock.
void refuse_calls(bool connects) {
    const auto filter = new_filter();
    if (!connects) {
        refuse_network(filter);
    }
    constexpr std::array kRefused = {SCMP_SYS(listen),
                                     SCMP_SYS(accept),
                                     SCMP_SYS(accept4),
                                     SCMP_SYS(execve),
                                     SCMP_SYS(execveat),
                                     SCMP_SYS(fork),
                                     SCMP_SYS(vfork),
                                     SCMP_SYS(ptrace),
                                     SCMP_SYS(kill),
                                     SCMP_SYS(tkill),
                                     SCMP_SYS(mount),
                                     SCMP_SYS(umount2),
                                     SCMP_SYS(chroot),
                                     SCMP_SYS(pivot_root),
                                     SCMP_SYS(bpf),
                                     SCMP_SYS(keyctl),
                                     SCMP_SYS(perf_event_open),
                                     SCMP_SYS(add_key),
                                     SCMP_SYS(request_key),
                                     SCMP_SYS(unshare),
                                     SCMP_SYS(setns),
                                     SCMP_SYS(link),
                                     SCMP_SYS(userfaultfd),
                                     SCMP_SYS(io_uring_setup),
                                     SCMP_SYS(process_vm_readv),
                                     SCMP_SYS(process_vm_writev),
                                     SCMP_SYS(linkat),
                                     SCMP_SYS(mknod),
                                     SCMP_SYS(mknodat),
                                     SCMP_SYS(chown),
                                     SCMP_SYS(fchown),
                                     SCMP_SYS(fchownat),
                                     SCMP_SYS(setuid),
                                     SCMP_SYS(setgid)};
    for (const int call : kRefused) {
        seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0);  // a call that this architecture lacks needs no rule
    }
    // Threads are fine, processes are not; without clone3 glibc falls back to clone, whose flags can be looked at.
    seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
    seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    // abort() raises a signal, on the own process only.
    seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_NE, static_cast<scmp_datum_t>(::getpid())));
    load(filter);
}

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kWrite =
    LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG;
constexpr std::uint64_t kHandled = kRead | kWrite | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_SOCK |
                                   LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

void allow(int ruleset, const std::filesystem::path& path, std::uint64_t access) {
    const int fd = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (fd < 0) {
        return;  // what is not there needs no rule
    }
    std::error_code ignored;
    landlock_path_beneath_attr rule{};
    rule.parent_fd = fd;
    rule.allowed_access = std::filesystem::is_directory(path, ignored) ? access : access & (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(fd);
}

void restrict_files(const std::vector<std::filesystem::path>& readable, const std::filesystem::path& writable) {
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = kHandled;
    const auto ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (ruleset < 0) {
        return;  // a kernel without Landlock: seccomp and the limits remain
    }
    for (const auto& path : {"/usr", "/lib", "/lib64", "/etc/localtime", "/etc/ld.so.cache", "/proc/self", "/dev/urandom", "/dev/null"}) {
        allow(ruleset, path, kRead);
    }
    for (const auto& path : readable) {
        allow(ruleset, path, kRead);
    }
    allow(ruleset, writable, kRead | kWrite);
    ::syscall(SYS_landlock_restrict_self, ruleset, 0);
    ::close(ruleset);
}

}  // namespace

void enter_sandbox(const SandboxLimits& limits, const std::vector<std::filesystem::path>& readable, const std::filesystem::path& writable) {
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        throw io_error("bỏ quyền", "drop privileges of", "prctl", errno);
    }
    auto visible = readable;
    if (limits.connects) {
        visible.emplace_back("/etc");  // names of machines and certificates of their keys
    }
    restrict_files(visible, writable);
    refuse_calls(limits.connects);
    set_limits(limits);
}

void seal_network() {
    const auto filter = new_filter();
    refuse_network(filter);
    load(filter);
}

}  // namespace khomo::builder
