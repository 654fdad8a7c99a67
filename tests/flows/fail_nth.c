// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded by test_failures.py: the nth call of one kind fails, as a full disk or a lack of memory would make it fail.
//   KHOMO_FAIL=write|sync|rename|open|malloc   KHOMO_FAIL_AT=<n, from 1>   KHOMO_FAIL_LOG=<file that the failure is written to>
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long count_;
static long at_ = -1;
static int kind_ = 0;  // first letter
static int ready_ = 0;
static int armed_ = 0;  /* memory fails only once the work has begun: before main() nobody could catch it */

static void arm(const char* path) {
    const size_t length = strlen(path);
    armed_ = armed_ || (length >= 11 && strcmp(path + length - 11, "portal.yaml") == 0);
}

static void prepare(void) {
    if (!ready_) {
        const char* kind = getenv("KHOMO_FAIL");
        const char* at = getenv("KHOMO_FAIL_AT");
        kind_ = kind ? kind[0] : 0;
        at_ = at ? atol(at) : -1;
        ready_ = 1;
    }
}

/* True for the call that has to fail; the log tells the test that it was reached. */
static int fails(int kind, int error) {
    prepare();
    if (kind != kind_ || atomic_fetch_add(&count_, 1) + 1 != at_) {
        return 0;
    }
    const char* log = getenv("KHOMO_FAIL_LOG");
    if (log) {
        long fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT, 0600);
        if (fd >= 0) {
            syscall(SYS_write, fd, "x", 1);
            syscall(SYS_close, fd);
        }
    }
    errno = error;
    return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void* data, size_t size) {
    return fd > 2 && fails('w', ENOSPC) ? -1 : syscall(SYS_write, fd, data, size);
}
ssize_t writev(int fd, const struct iovec* parts, int count) {
    return fd > 2 && fails('w', ENOSPC) ? -1 : syscall(SYS_writev, fd, parts, count);
}
ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at) {
    return fails('w', ENOSPC) ? -1 : syscall(SYS_pwrite64, fd, data, size, at);
}
ssize_t pwrite(int fd, const void* data, size_t size, off_t at) { return pwrite64(fd, data, size, at); }
int fsync(int fd) { return fails('s', EIO) ? -1 : (int)syscall(SYS_fsync, fd); }
int fdatasync(int fd) { return fails('s', EIO) ? -1 : (int)syscall(SYS_fdatasync, fd); }
int syncfs(int fd) { return fails('s', EIO) ? -1 : (int)syscall(SYS_syncfs, fd); }
int rename(const char* from, const char* to) { return fails('r', EIO) ? -1 : (int)syscall(SYS_rename, from, to); }
int renameat(int a, const char* from, int b, const char* to) { return fails('r', EIO) ? -1 : (int)syscall(SYS_renameat, a, from, b, to); }

static int open_with(int folder, const char* path, int flags, va_list more) {
    arm(path);
    const int mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, int) : 0;
    const int writes = (flags & O_ACCMODE) != O_RDONLY;
    return writes && strncmp(path, "/dev/", 5) != 0 && fails('o', EMFILE) ? -1 : (int)syscall(SYS_openat, folder, path, flags, mode);
}
#define OPEN(name)                                    \
    int name(const char* path, int flags, ...) {      \
        va_list more;                                 \
        va_start(more, flags);                        \
        const int fd = open_with(AT_FDCWD, path, flags, more); \
        va_end(more);                                 \
        return fd;                                    \
    }
OPEN(open)
OPEN(open64)
FILE* fopen64(const char* path, const char* mode) {
    arm(path);
    return mode[0] != 'r' && fails('o', EMFILE) ? NULL : NEXT(fopen64)(path, mode);
}

extern void* __libc_malloc(size_t);
void* malloc(size_t size) { return armed_ && size > 64 && fails('m', ENOMEM) ? NULL : __libc_malloc(size); }
