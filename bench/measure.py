# SPDX-License-Identifier: GPL-3.0-or-later
"""Running a command and what it cost."""
import dataclasses
import os
import subprocess
import time


@dataclasses.dataclass
class Cost:
    wall: float
    cpu: float
    megabytes: float  # the largest resident size
    output: str = ""


def run(command, codes=(0,), stdin=None, output=False, **options):
    """Runs to the end; a code that is not expected is an error, never a skipped line."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.PIPE if stdin else subprocess.DEVNULL, stdout=subprocess.PIPE if output else subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    if stdin:
        process.stdin.write(stdin)
        process.stdin.close()
    text = process.stdout.read().decode() if output else ""  # a line or two, never so much that the errors could wait
    errors = process.stderr.read()
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode not in codes:
        raise SystemExit(f"bench: {' '.join(map(str, command))} ended with {process.returncode}\n{errors.decode(errors='replace')[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def best(times, action):
    """The least of several runs: noise only ever adds."""
    costs = [action() for _ in range(times)]
    return Cost(min(cost.wall for cost in costs), min(cost.cpu for cost in costs), max(cost.megabytes for cost in costs))


def cpu_of(pid):
    """Seconds of processor that a running process has used."""
    fields = open(f"/proc/{pid}/stat", encoding="ascii").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
