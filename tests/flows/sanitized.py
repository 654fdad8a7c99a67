# SPDX-License-Identifier: GPL-3.0-or-later
"""What is different for programs built with AddressSanitizer: its library has to be loaded before any other, it makes memory itself, and it
takes several times more of it."""
import subprocess


def runtime(program):
    """The sanitizer's library that the program needs, or none."""
    told = subprocess.run(["ldd", str(program)], capture_output=True, text=True, check=True).stdout
    return next((line.split("=>")[1].split()[0] for line in told.splitlines() if "libasan" in line), None)


def preloaded(program, library):
    """LD_PRELOAD for `library`."""
    first = runtime(program)
    return f"{first}:{library}" if first else str(library)
