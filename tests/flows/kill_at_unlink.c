// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded by test_withdrawal.py: the program is killed, as by kill -9, just before it removes or replaces the nth file below a folder.
//   KHOMO_KILL_BELOW=<part of the path>   KHOMO_KILL_AT=<n, from 1>
#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long count_;

static void count(const char* path) {
    const char* below = getenv("KHOMO_KILL_BELOW");
    const char* at = getenv("KHOMO_KILL_AT");
    if (below && at && strstr(path, below) && atomic_fetch_add(&count_, 1) + 1 == atol(at)) {
        kill(getpid(), SIGKILL);
    }
}

int unlink(const char* path) {
    count(path);
    return (int)syscall(SYS_unlink, path);
}

int rename(const char* from, const char* to) {
    count(to);
    return (int)syscall(SYS_rename, from, to);
}

int unlinkat(int folder, const char* name, int flags) {
    char path[PATH_MAX] = "";
    if (folder != AT_FDCWD && !(flags & AT_REMOVEDIR)) {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        const ssize_t size = readlink(link, path, sizeof path - 1);
        path[size > 0 ? size : 0] = 0;
        strncat(path, "/", sizeof path - strlen(path) - 1);
    }
    if (!(flags & AT_REMOVEDIR)) {
        strncat(path, name, sizeof path - strlen(path) - 1);
        count(path);
    }
    return (int)syscall(SYS_unlinkat, folder, name, flags);
}
