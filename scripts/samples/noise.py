# SPDX-License-Identifier: GPL-3.0-or-later
"""Noise without a random-number generator: the same place always gives the same value, in whatever order things are made."""
import math

import numpy as np


def hash01(*keys):
    """A number in [0, 1) that depends on the whole keys (plain numbers or numpy arrays of them) only."""
    state = np.uint64(0x9E3779B97F4A7C15)
    with np.errstate(over="ignore"):
        for key in keys:
            state = state ^ np.asarray(key, dtype=np.int64).astype(np.uint64)
            state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            state = state ^ (state >> np.uint64(31))
    return (state >> np.uint64(11)) / float(1 << 53)


def field(x, y, scale, seed, octaves=4):
    """Smooth noise in about [0, 1] over the plane; `scale` is the size in metres of its largest forms."""
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    total, weight, share = np.zeros(np.broadcast(x, y).shape), 0.0, 1.0
    for octave in range(octaves):
        u, v = x / scale, y / scale
        i, j = np.floor(u), np.floor(v)
        fu, fv = u - i, v - j
        su, sv = fu * fu * (3 - 2 * fu), fv * fv * (3 - 2 * fv)
        i, j = i.astype(np.int64), j.astype(np.int64)
        low = hash01(i, j, seed, octave) * (1 - su) + hash01(i + 1, j, seed, octave) * su
        high = hash01(i, j + 1, seed, octave) * (1 - su) + hash01(i + 1, j + 1, seed, octave) * su
        total += share * (low * (1 - sv) + high * sv)
        weight += share
        share *= 0.5
        scale /= 2
    return total / weight


def rough_line(a, b, seed, rough=0.16, shortest=600.0):
    """Points from a to b (both included) along a line broken by displaced midpoints; the same whichever side asks with the same seed."""
    points, level = [a, b], 0
    while max(math.dist(p, q) for p, q in zip(points, points[1:])) > shortest and level < 9:
        finer = [points[0]]
        for index, (p, q) in enumerate(zip(points, points[1:])):
            push = (float(hash01(seed, level, index)) - 0.5) * 2 * rough
            finer.append(((p[0] + q[0]) / 2 - (q[1] - p[1]) * push, (p[1] + q[1]) / 2 + (q[0] - p[0]) * push))
            finer.append(q)
        points, level = finer, level + 1
    return points
