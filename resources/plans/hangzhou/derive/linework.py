"""Borders as arcs that neighbours share: each stretch between two junctions is handled once, so that whatever happens
to it happens to both sides."""

import json

import numpy as np
import shapely
from shapely import LineString
from shapely.geometry import mapping, shape
from shapely.geometry.polygon import orient

import gcj02

STEP = 1 / 1024  # degree: the grid on which the package quantises its coordinates, rounding up
GRID = 1e-6      # degree: the grid of the result, about 0.1 m
FINE = 6e-5      # degree: about 6 m, what a vertex must stand out to be kept after smoothing
TIGHTENING, ROUNDING = 300, 4  # rounds of smoothing: within the cells of the grid, and free


def read(file):
    """Name -> area, in GCJ-02. ECharts rounds coordinates up when it quantises them (Math.ceil), so the middle of what
    a coordinate stands for lies half a step below it."""
    with open(file, encoding="utf-8") as source:
        collection = json.load(source)
    areas = {}
    for feature in collection["features"]:
        geometry = feature["geometry"]
        if collection.get("UTF8Encoding"):
            coordinates, offsets = geometry["coordinates"], geometry["encodeOffsets"]
            if geometry["type"] == "Polygon":
                coordinates, offsets = [coordinates], [offsets]
            geometry = {"type": "MultiPolygon", "coordinates": [
                [decoded(text, offset) for text, offset in zip(*part)] for part in zip(coordinates, offsets)]}
        area = areal(shapely.make_valid(shape(geometry)))
        areas[feature["properties"]["name"]] = shapely.transform(area, lambda c: c - STEP / 2)
    return areas


def decoded(text, offset):
    """A ring in ECharts' compact form: differences of coordinates in steps, one character each, sign in the lowest
    bit."""
    steps = np.array([ord(character) - 64 for character in text])
    steps = (steps >> 1) ^ -(steps & 1)
    return ((np.cumsum(steps.reshape(-1, 2), axis=0) + offset) * STEP).tolist()


def areal(geometry):
    """Without the lines into which quantisation folds narrow places."""
    return shapely.union_all([p for p in shapely.get_parts(geometry) if p.geom_type.endswith("Polygon")])


def faces(lines, grid=1e-9):
    """The areas between lines."""
    noded = shapely.union_all([line for line in lines if not line.is_empty], grid_size=grid)
    return list(shapely.get_parts(shapely.polygonize(list(shapely.get_parts(noded)))))


def inside(areas):
    """Face -> the name of the area it lies in."""
    shapely.prepare(list(areas.values()))

    def owner(face):
        point = face.representative_point()
        return next((name for name, area in areas.items() if area.contains(point)), None)
    return owner


def coverage(all_faces, owner):
    """Owner -> area, without gaps between areas. `owner(face)` names it, or None where there is none. A face without an
    owner, or cut off from the main part of its owner, goes to the neighbour with the longest common border; what
    touches nobody is dropped."""
    names = [owner(face) for face in all_faces]
    beside = common_borders(all_faces)
    main = {name: largest_part(name, names, all_faces, beside) for name in sorted({n for n in names if n is not None})}
    names = [name if name is not None and i in main[name] else None for i, name in enumerate(names)]
    loose = [i for i, name in enumerate(names) if name is None]
    while loose:
        best = (0, 0, None)
        for i in loose:
            lengths = {}
            for j, length in beside[i].items():
                if names[j] is not None:
                    lengths[names[j]] = lengths.get(names[j], 0) + length
            best = max([best] + [(length, -i, name) for name, length in lengths.items()], key=lambda b: b[:2])
        if best[2] is None:
            break
        names[-best[1]] = best[2]
        loose.remove(-best[1])
    return {name: shapely.coverage_union_all([f for f, n in zip(all_faces, names) if n == name]) for name in main}


def common_borders(all_faces):
    """For each face: index of a neighbour -> length of the common border. Faces are noded, so neighbours have the same
    segments."""
    sides = {}
    for i, face in enumerate(all_faces):
        for ring in (face.exterior, *face.interiors):
            points = list(ring.coords)
            for a, b in zip(points, points[1:]):
                sides.setdefault((min(a, b), max(a, b)), []).append(i)
    beside = [{} for _ in all_faces]
    for (a, b), both in sides.items():
        if len(both) == 2:
            length = float(np.hypot(a[0] - b[0], a[1] - b[1]))
            for i, j in (both, both[::-1]):
                beside[i][j] = beside[i].get(j, 0) + length
    return beside


def largest_part(name, names, all_faces, beside):
    """The faces of an owner that hang together and make the largest area."""
    left = {i for i, n in enumerate(names) if n == name}
    parts = []
    while left:
        part, edge = set(), [min(left)]
        while edge:
            i = edge.pop()
            if i in left:
                left.remove(i)
                part.add(i)
                edge += [j for j in beside[i] if j in left]
        parts.append(part)
    return max(parts, key=lambda part: sum(all_faces[i].area for i in part))


def fingers(area, width):
    """The parts of an area narrower than `width` and a good deal longer."""
    core = area.buffer(-width / 2, join_style="mitre").buffer(width / 2 + GRID, join_style="mitre")
    return [part for part in shapely.get_parts(area.difference(core))
            if part.geom_type == "Polygon" and part.area > 4 * STEP * STEP]


def arcs(areas):
    """The borders of areas, cut at junctions."""
    return list(shapely.get_parts(shapely.line_merge(shapely.union_all([a.boundary for a in areas], grid_size=1e-9))))


def cleaned(arc):
    """Takes the stairs of quantisation out of an arc. Its points are pulled tight like a string, but none leaves the
    cell of the quantisation grid that it stands for; then the corners that remain are rounded. The ends stay."""
    home = np.asarray(arc.segmentize(STEP).coords)
    low, high = home - STEP / 2, home + STEP / 2
    points = home.copy()
    for turn in range(TIGHTENING + ROUNDING):
        points[1:-1] = points[:-2] / 4 + points[1:-1] / 2 + points[2:] / 4
        if turn < TIGHTENING:
            points = np.clip(points, low, high)
    return LineString(points).simplify(FINE)


def curved(line):
    """Two rounds of corner cutting (Chaikin 1974), for lines drawn by hand. The ends stay."""
    points = np.asarray(line.coords)
    for _ in range(2):
        a, b = points[:-1], points[1:]
        cut = np.stack([0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b], axis=1).reshape(-1, 2)
        points = np.vstack([points[:1], cut[1:-1], points[-1:]])
    return LineString(points)


def shifted(geometry):
    """From GCJ-02 to WGS 84."""
    return shapely.transform(geometry, lambda c: np.stack(gcj02.to_wgs84(c[:, 0], c[:, 1]), axis=1))


def unshifted(geometry):
    """From WGS 84 to GCJ-02."""
    return shapely.transform(geometry, lambda c: np.stack(gcj02.from_wgs84(c[:, 0], c[:, 1]), axis=1))


def rounded(geometry):
    return shapely.transform(geometry, lambda c: np.round(c / GRID) * GRID)


def geojson(geometry):
    """As RFC 7946 wants it: exteriors counter-clockwise, holes clockwise."""
    if geometry.geom_type == "Polygon":
        geometry = orient(geometry)
    elif geometry.geom_type == "MultiPolygon":
        geometry = shapely.MultiPolygon([orient(p) for p in sorted(geometry.geoms, key=lambda p: -p.area)])
    return {"type": geometry.geom_type, "coordinates": decimals(mapping(geometry)["coordinates"])}


def decimals(coordinates):
    if isinstance(coordinates[0], (int, float)):
        return [round(c, 6) for c in coordinates]
    return [decimals(c) for c in coordinates]
