"""Checks ../zones.geojson, ../context.geojson and ../province.geojson: topology, areas, and (given a yardstick: districts of today in GCJ-02
with the property adcode) intersection over union.

usage: check.py [YARDSTICK.geojson [FOLDER]]   exits 1 on failure
"""

import itertools
import json
import pathlib
import sys

import numpy as np
import shapely
from shapely.geometry import shape

import linework
from derive import RECUT, area_km2

AREAS = {"330106": 309, "330108": 72, "330111": 1821, "330112": 3119, "330122": 1825, "330127": 4417, "330182": 2314}
PROVINCE = 105500  # km2 of land, as the province's statistics have it
AIRPORT = ("LKSFQ", "330109", 142.72)
failures = []


def expect(holds, text):
    print("ok  " if holds else "FAIL", text)
    if not holds:
        failures.append(text)


def features(file):
    with open(file, encoding="utf-8") as source:
        return [(shape(f["geometry"]), f["properties"]) for f in json.load(source)["features"]]


def well_formed(geometry):
    """Valid, without repeated points, exteriors counter-clockwise and holes clockwise."""
    rings = [(ring, i == 0) for part in shapely.get_parts(geometry)
             for i, ring in enumerate((part.exterior, *part.interiors))]
    return geometry.is_valid and all(ring.is_ccw == outer and np.any(np.diff(ring.coords, axis=0), axis=1).all()
                                     for ring, outer in rings)


def sharpest(zones):
    """The smallest angle between two edges of a ring, in degrees: a spike would be near 0."""
    smallest = 180.0
    for zone in zones.values():
        points = np.asarray(zone.exterior.coords)[:-1] * [np.cos(np.radians(30)), 1]
        before, after = np.roll(points, 1, 0) - points, np.roll(points, -1, 0) - points
        cosine = (before * after).sum(1) / np.hypot(*before.T) / np.hypot(*after.T)
        smallest = min(smallest, np.degrees(np.arccos(np.clip(cosine, -1, 1))).min())
    return smallest


def check_zones(zones):
    for code, zone in sorted(zones.items()):
        expect(well_formed(zone) and zone.geom_type == "Polygon",
               f"{code} well-formed, {shapely.get_num_coordinates(zone)} vertices, {area_km2(zone):.1f} km2")
    code, host, goal = AIRPORT
    airport = zones.pop(code)
    expect(airport.covered_by(zones[host]), f"{code} lies within {host}")
    expect(abs(area_km2(airport) / goal - 1) < 0.005, f"{code} {area_km2(airport):.2f} km2, approved {goal}")
    overlap = sum(a.intersection(b).area for a, b in itertools.combinations(zones.values(), 2))
    city = shapely.union_all(list(zones.values()))
    expect(overlap == 0, f"overlap {overlap}")
    expect(abs(city.area - sum(z.area for z in zones.values())) < 1e-12, "area of the union equals the sum of areas")
    expect(city.geom_type == "Polygon" and not city.interiors, "the city is one piece without gaps")
    expect(shapely.coverage_is_valid(list(zones.values())), "neighbours share their vertices")
    expect(sharpest(zones) > 10, f"no spikes: sharpest angle {sharpest(zones):.0f} degrees")
    for code, goal in AREAS.items():
        excess = area_km2(zones[code]) / goal - 1
        expect(abs(excess) < 0.015, f"{code} official {goal} km2, {100 * excess:+.2f} %")
    return city


def check_context(context, city):
    for geometry, facts in context:
        line = geometry.geom_type == "LineString"
        expect(line == (facts["role"] == "border") and (geometry.is_simple if line else well_formed(geometry)),
               f"{facts['role']} {facts['name_en']} well-formed, {shapely.get_num_coordinates(geometry)} vertices")
    neighbours = [geometry for geometry, facts in context if facts["role"] == "neighbour"]
    overlap = sum(a.intersection(b).area for a, b in itertools.combinations([city, *neighbours], 2))
    expect(overlap == 0, f"overlap of neighbours {overlap}")
    holes = [ring for part in shapely.get_parts(shapely.union_all([city, *neighbours])) for ring in part.interiors]
    expect(not holes, f"{len(holes)} gaps between neighbours")
    bare = city.boundary.difference(shapely.union_all(neighbours).boundary)
    expect(bare.length == 0, f"neighbours share the city's outline (but for {bare.length:.3f} degree)")


def check_province(province, city):
    for geometry, facts in province:
        expect(well_formed(geometry), f"{facts['name_en']} well-formed, {shapely.get_num_coordinates(geometry)} vertices")
    outline, = [geometry for geometry, facts in province if facts["role"] == "province"]
    areas = {facts["name_zh"]: geometry for geometry, facts in province if facts["role"] == "prefecture"}
    total = sum(map(area_km2, areas.values()))
    expect(abs(total / PROVINCE - 1) < 0.03, f"province {total:.0f} km2, official {PROVINCE}")
    expect(shapely.coverage_is_valid(list(areas.values())), "prefectures share their vertices")
    expect(shapely.union_all(list(areas.values())).equals(outline), "the province is what its prefectures cover")
    apart = city.symmetric_difference(areas["杭州市"]).area / city.area
    expect(apart < 0.02, f"{100 * apart:.2f} % of the city lies otherwise in the province")
    expect(sum(len(part.interiors) for part in shapely.get_parts(outline)) == 0, "the province has no gaps")


def main():
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else pathlib.Path(__file__).parent.parent
    zones = {facts["code"]: geometry for geometry, facts in features(folder / "zones.geojson")}
    city = check_zones(zones)
    print("    city", round(sum(map(area_km2, zones.values())), 1), "km2")
    check_context(features(folder / "context.geojson"), city)
    check_province(features(folder / "province.geojson"), city)
    if len(sys.argv) > 1:
        for geometry, facts in features(sys.argv[1]):
            code = str(facts["adcode"])
            true = linework.shifted(linework.areal(shapely.make_valid(geometry)))
            quotient = true.intersection(zones[code]).area / true.union(zones[code]).area
            goal = 0.93 if code in RECUT else 0.95
            expect(quotient >= goal, f"{code} {facts['name']} intersection over union {quotient:.4f}, at least {goal}")
    print(len(failures), "failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
