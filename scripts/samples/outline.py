# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws an invented province: an outline around the centres of the 75 communes and wards, and one cell for each of them.

Not the boundary of Sơn La. Only the centres and areas of units.csv go in; outline and borders are made up. Needs shapely.
"""
import math
from collections import Counter

import numpy as np
from shapely.geometry import LineString, Point, Polygon
from shapely.ops import polygonize, unary_union
from shapely.prepared import prep

from noise import rough_line

BOX = 400_000.0  # half-width in metres of the plane in which borders are sought


def draw_outline(centres, areas):
    """A smooth, then roughened ring whose area is about the sum of `areas` (m²), at least 2 km away from every centre."""
    total = sum(areas)

    def blob(factor):
        discs = [Point(c).buffer(max(3200, factor * math.sqrt(a / math.pi))) for c, a in zip(centres, areas)]
        shape = unary_union(discs).buffer(9000).buffer(-13000).buffer(4000)
        shape = shape if shape.geom_type == "Polygon" else max(shape.geoms, key=lambda part: part.area)
        return Polygon(shape.exterior)

    low, high = 0.8, 2.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if blob(middle).area < total else (low, middle)
    ring = list(blob(low).simplify(900).exterior.coords)[:-1]
    rough = []
    for index, (p, q) in enumerate(zip(ring, ring[1:] + ring[:1])):
        rough += rough_line(p, q, 7000 + index, rough=0.17, shortest=900)[:-1]
    outline = Polygon(rough).buffer(0)
    outline = outline if outline.geom_type == "Polygon" else max(outline.geoms, key=lambda part: part.area)
    return Polygon(outline.exterior)


def fit_weights(outline, centres, areas):
    """Weights of a power diagram whose cells have about the wanted areas, each still holding its centre well inside."""
    west, south, east, north = outline.bounds
    step = 300.0
    inside, inner = prep(outline), []
    for x in np.arange(west, east, step):
        for y in np.arange(south, north, step):
            if inside.contains(Point(x, y)):
                inner.append((x, y))
    cells = np.array(inner)
    c, wanted = np.array(centres), np.array(areas)
    distance = ((cells[:, None, :] - c[None, :, :]) ** 2).sum(axis=2)
    apart = ((c[:, None, :] - c[None, :, :]) ** 2).sum(axis=2)
    weights = np.zeros(len(c))
    for _ in range(150):
        owner = (distance - weights).argmin(axis=1)
        have = np.bincount(owner, minlength=len(c)) * step * step
        weights += 0.25 * (wanted - have)
        # A cell must reach at least two fifths of the way to each neighbouring centre.
        for i in range(len(c)):
            room = weights - 0.2 * apart[i]
            room[i] = -np.inf
            weights[i] = max(weights[i], room.max())
    return weights


def borders(centres, weights):
    """The straight borders of the power diagram: {(i, j): (a, b)}, ends that meet being the same point."""
    c = np.array(centres)
    middle = c.mean(axis=0)
    found = {}
    for i in range(len(c)):
        for j in range(i + 1, len(c)):
            along = c[j] - c[i]
            length2 = float(along @ along)
            start = c[i] + along * ((length2 + weights[i] - weights[j]) / (2 * length2))
            way = np.array([-along[1], along[0]]) / math.sqrt(length2)
            low, high = -BOX, BOX
            for k in range(len(c)):
                if k in (i, j):
                    continue
                # |p-ci|² - wi <= |p-ck|² - wk on p = start + t·way, linear in t
                slope = 2 * float(way @ (c[k] - c[i]))
                limit = float((start - c[k]) @ (start - c[k]) - weights[k] - (start - c[i]) @ (start - c[i]) + weights[i])
                if abs(slope) < 1e-9:
                    low, high = (low, high) if limit >= 0 else (1.0, 0.0)
                elif slope > 0:
                    high = min(high, limit / slope)
                else:
                    low = max(low, limit / slope)
            if high - low > 1.0:
                found[(i, j)] = [tuple(start + low * way), tuple(start + high * way)]
    ends = []
    for pair in found.values():
        for side in (0, 1):
            near = next((e for e in ends if math.dist(e, pair[side]) < 5.0), None)
            if near is None:
                ends.append(pair[side])
            pair[side] = near or pair[side]
    reach = BOX / 2
    return {key: (a, b) for key, (a, b) in found.items() if math.dist(a, middle) < reach or math.dist(b, middle) < reach}


def _trim(a, b, outline):
    """Cuts the far end of a border that leaves the plane, so that its roughness keeps its size inside the outline."""
    line = LineString([a, b]).intersection(outline.buffer(6000))
    if line.is_empty or line.geom_type != "LineString":
        return (a, b)
    p, q = line.coords[0], line.coords[-1]
    return (a if math.dist(a, p) < 1 else p, b if math.dist(b, q) < 1 else q)


def draw_cells(outline, centres, weights):
    """One polygon for each centre; neighbours share every point of their border, and all of them together fill the outline."""
    lines = [LineString(outline.exterior.coords)]
    for (i, j), (a, b) in borders(centres, weights).items():
        a, b = _trim(a, b, outline)
        lines.append(LineString(rough_line(a, b, 100 * i + j, rough=0.15, shortest=700)))
    faces = [face for face in polygonize(unary_union(lines)) if outline.contains(face.representative_point())]
    parts = [[] for _ in centres]
    for face in faces:
        held = [k for k, centre in enumerate(centres) if face.contains(Point(centre))]
        if len(held) == 1:
            parts[held[0]].append(face)
    for face in faces:
        if not any(face is known for part in parts for known in part):
            # Small faces where two rough borders cross: to the neighbour with the longest common border.
            shares = [face.boundary.intersection(unary_union(part).boundary).length if part else 0.0 for part in parts]
            parts[int(np.argmax(shares))].append(face)
    cells = []
    for k, part in enumerate(parts):
        cell = unary_union(part)
        if cell.geom_type != "Polygon" or len(cell.interiors) > 0 or not cell.contains(Point(centres[k])):
            raise SystemExit(f"cell {k} is not one plain polygon around its centre")
        ring = [(round(x, 2), round(y, 2)) for x, y in cell.exterior.coords]
        cells.append(Polygon(ring))
    _check_shared_borders(cells)
    return cells


def _check_shared_borders(cells):
    """Every segment belongs to two neighbours in opposite directions, or to the outline."""
    seen = {}
    for index, cell in enumerate(cells):
        if not cell.is_valid:
            raise SystemExit(f"cell {index} is invalid")
        ring = list(cell.exterior.coords)
        for a, b in zip(ring, ring[1:]):
            seen.setdefault(frozenset((a, b)), []).append(index)
    free = [segment for segment, owners in seen.items() if len(owners) == 1]
    if any(len(owners) > 2 for owners in seen.values()):
        raise SystemExit("a border segment belongs to three cells")
    degree = Counter(point for segment in free for point in segment)
    if any(count != 2 for count in degree.values()):
        raise SystemExit("the cells leave a gap or overlap inside the outline")
