# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the province into small patches (forest lots, land-use plots) that touch without gaps or overlaps and stop at the commune borders.

A bent and jittered grid; neighbouring cells of one class inside one block are joined to patches of at most four cells; every edge between two
cells is roughened once and used by both sides.
"""
import struct

import numpy as np
from osgeo import ogr

from noise import field, hash01

SMALLEST = 2000.0  # m²: what a commune border leaves of a patch below this is dropped


class Grid:
    """Bent grid of square cells of `step` metres over the box; node and cell (0, 0) lie at its south-west corner."""

    def __init__(self, box, step, seed):
        west, south, east, north = box
        self.step, self.seed = step, seed
        self.nx, self.ny = int((east - west) / step) + 2, int((north - south) / step) + 2
        i, j = np.meshgrid(np.arange(self.nx + 1), np.arange(self.ny + 1), indexing="ij")
        x, y = west + (i - 0.5) * step, south + (j - 0.5) * step
        bend_x = (field(x, y, 24 * step, seed + 1, 2) - 0.5) * 6 * step
        bend_y = (field(x, y, 24 * step, seed + 2, 2) - 0.5) * 6 * step
        self.x = np.round(x + bend_x + (hash01(i, j, seed, 3) - 0.5) * 0.42 * step, 2)
        self.y = np.round(y + bend_y + (hash01(i, j, seed, 4) - 0.5) * 0.42 * step, 2)
        self.along = self._edges(self.x[:-1, :], self.y[:-1, :], self.x[1:, :], self.y[1:, :], 5)
        self.up = self._edges(self.x[:, :-1], self.y[:, :-1], self.x[:, 1:], self.y[:, 1:], 6)
        self.centre_x = (self.x[:-1, :-1] + self.x[1:, :-1] + self.x[:-1, 1:] + self.x[1:, 1:]) / 4
        self.centre_y = (self.y[:-1, :-1] + self.y[1:, :-1] + self.y[:-1, 1:] + self.y[1:, 1:]) / 4

    def _edges(self, ax, ay, bx, by, key):
        """Three points for each edge: its first node and two displaced points on the way to the second."""
        i, j = np.indices(ax.shape)
        points = np.empty(ax.shape + (3, 2))
        points[..., 0, 0], points[..., 0, 1] = ax, ay
        for k, t in ((1, 0.34), (2, 0.67)):
            push = (hash01(i, j, self.seed, key * 10 + k) - 0.5) * 0.22
            points[..., k, 0] = np.round(ax + (bx - ax) * t - (by - ay) * push, 2)
            points[..., k, 1] = np.round(ay + (by - ay) * t + (bx - ax) * push, 2)
        return points

    def ring(self, cells):
        """The closed ring around cells that hang together by edges, at most four of them, counter-clockwise."""
        held = set(cells)
        following = {}
        for i, j in cells:
            if (i, j - 1) not in held:
                following[(i, j)] = ((i + 1, j), self.along[i, j])
            if (i + 1, j) not in held:
                following[(i + 1, j)] = ((i + 1, j + 1), self.up[i + 1, j])
            if (i, j + 1) not in held:
                following[(i + 1, j + 1)] = ((i, j + 1), self._back(self.along[i, j + 1], i + 1, j + 1))
            if (i - 1, j) not in held:
                following[(i, j + 1)] = ((i, j), self._back(self.up[i, j], i, j + 1))
        start = at = min(following)
        parts = []
        while True:
            at, points = following[at]
            parts.append(points)
            if at == start:
                break
        ring = np.concatenate(parts)
        return np.concatenate([ring, ring[:1]])

    def _back(self, points, i, j):
        return np.array([(self.x[i, j], self.y[i, j]), points[2], points[1]])


def border_pixels(province, size, reach):
    """Raster over the province: true within `reach` pixels of a commune border."""
    west, south, east, north = province.box
    nx, ny = int((east - west) / size) + 12, int((north - south) / size) + 12
    near = np.zeros((nx, ny), dtype=bool)
    for commune in province.communes:
        ring = np.array(commune.ring)
        for a, b in zip(ring, ring[1:]):
            count = int(max(abs(b - a)) / size * 2) + 2
            line = a + (b - a) * np.linspace(0, 1, count)[:, None]
            i, j = ((line[:, 0] - west) / size).astype(int) + 5, ((line[:, 1] - south) / size).astype(int) + 5
            near[i, j] = True
    for _ in range(reach):
        wider = near.copy()
        wider[1:, :] |= near[:-1, :]
        wider[:-1, :] |= near[1:, :]
        wider[:, 1:] |= near[:, :-1]
        wider[:, :-1] |= near[:, 1:]
        near = wider
    return near


def near_border(province, x, y, size=60.0, reach=8):
    near = border_pixels(province, size, reach)
    west, south = province.box[:2]
    i = np.clip(((x - west) / size).astype(int) + 5, 0, near.shape[0] - 1)
    j = np.clip(((y - south) / size).astype(int) + 5, 0, near.shape[1] - 1)
    return near[i, j]


def join_cells(classes, owners, block, largest, seed):
    """Lists of cells that make a patch: same class, owner and block of `block` cells, hanging together, at most `largest` (1-4) of them."""
    nx, ny = classes.shape
    cls, own = classes.tolist(), owners.tolist()
    wish = (hash01(*np.indices(classes.shape), seed, 77) * largest).astype(int).tolist()
    taken = [[False] * ny for _ in range(nx)]
    patches = []
    for i in range(nx):
        for j in range(ny):
            kind = cls[i][j]
            if kind < 0 or own[i][j] < 0 or taken[i][j]:
                continue
            taken[i][j] = True
            patch, limit = [(i, j)], 1 + wish[i][j]
            for a, b in patch:
                for c, d in ((a + 1, b), (a, b + 1), (a, b - 1), (a - 1, b)):
                    if (
                        len(patch) < limit
                        and 0 <= c < nx
                        and 0 <= d < ny
                        and not taken[c][d]
                        and cls[c][d] == kind
                        and own[c][d] == own[i][j]
                        and c // block == i // block
                        and d // block == j // block
                    ):
                        taken[c][d] = True
                        patch.append((c, d))
            patches.append(patch)
    return patches


def area_of(ring):
    x, y = ring[:, 0] - ring[0, 0], ring[:, 1] - ring[0, 1]
    return abs(float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())) / 2


def polygon(ring):
    return ogr.CreateGeometryFromWkb(struct.pack("<BIII", 1, 3, 1, len(ring)) + np.ascontiguousarray(ring, dtype="<f8").tobytes())


def cut_to(commune, shape):
    """The largest part of the shape inside the commune, or None."""
    shape = shape.Intersection(commune.polygon)
    if shape is None or shape.IsEmpty():
        return None
    if shape.GetGeometryName() != "POLYGON":
        parts = [shape.GetGeometryRef(k).Clone() for k in range(shape.GetGeometryCount())]
        parts = [part for part in parts if part.GetGeometryName() == "POLYGON"]
        if not parts:
            return None
        shape = max(parts, key=lambda part: part.Area())
    return shape if shape.Area() >= SMALLEST and shape.IsValid() else None


def make_patches(province, grid, classify, block, largest, only=None):
    """Yields (commune, class, block (I, J), first cell, polygon, area m²) in a fixed order. `classify(x, y)` gives a class a cell, below 0 for none;
    `only` limits to the communes of these codes."""
    owners = province.owners(grid.centre_x, grid.centre_y)
    classes = classify(grid.centre_x, grid.centre_y)
    if only is not None:
        wanted = np.array([commune.code in only for commune in province.communes] + [False])
        classes = np.where(wanted[owners], classes, -1)
    edge = near_border(province, grid.centre_x, grid.centre_y, reach=int(grid.step / 60 * 1.6) + 2)
    prepared = [commune.polygon.CreatePreparedGeometry() for commune in province.communes]
    for cells in join_cells(classes, owners, block, largest, grid.seed):
        i, j = cells[0]
        commune = province.communes[owners[i, j]]
        ring = grid.ring(cells)
        shape, area = polygon(ring), area_of(ring)
        if not shape.IsValid():  # a cell that the bending has folded; hardly ever
            continue
        if any(edge[c] for c in cells):
            if not prepared[owners[i, j]].Contains(shape):
                shape = cut_to(commune, shape)
                if shape is None:
                    continue
                area = shape.Area()
        yield commune, int(classes[i, j]), (i // block, j // block), (i, j), shape, area
