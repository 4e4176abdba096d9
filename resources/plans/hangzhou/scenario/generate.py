"""Makes illustrative.csv: numbers for trying out comparisons, where few districts have published ones. None of them is
an observation, and none is an estimate of anything: they show what Tiermap does with a full table.

Assumptions, all of them made up:
- A district's size is its population of the census of 2020 (the only true number here) times a factor of its tier:
  1.5 for the leading, 1.2 for the linked, 0.6 for the developing districts.
- An indicator is a city total parted by size, times a factor between 0.8 and 1.25 for each district and indicator.
- GDP grows by 3 to 8 per cent a year to 2025, whatever the tier: growth is not built into the leading tier. It starts
  from the latest year that is published, or from one made up for 2023.
- Firms by form of trade follow one common mix, in which each linked district has its own form doubled, and the
  developing ones a mix between that and one form of their own; Xihu (linked) and Jiande (developing) only the common mix.
- The airport zone has all of the city's air cargo and a part of Xiaoshan's cross-border exports.
Nothing is generated where the plan has an adopted number of the same period.

usage: generate.py > illustrative.csv
"""

import csv
import pathlib
import random
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent
SOURCE = "示意数据(scenario/generate.py 生成, 非统计数据, 不得引用)"
LEAD = ["330108", "330109", "330114", "330110"]
LINKED = ["330102", "330113", "330105", "330106"]
DEVELOP = ["330111", "330112", "330122", "330127", "330182"]
AIRPORT, AROUND_IT = "LKSFQ", "330109"
FACTOR = {**dict.fromkeys(LEAD, 1.5), **dict.fromkeys(LINKED, 1.2), **dict.fromkeys(DEVELOP, 0.6)}
TOTALS = {  # of the city, decimals
    "digital_core_va": (6000, 1), "listed_companies": (300, 0), "hq_enterprises": (700, 0),
    "trade_active_firms": (12000, 0), "cbec_export": (1500, 1), "fiscal_revenue": (4800, 1),
}
FORMS = {"firms_cbec": 0.38, "firms_services": 0.27, "firms_technology": 0.18, "firms_products": 0.12, "firms_data": 0.05}
FIRMS = 20000
OWN = {"330102": "firms_services", "330113": "firms_cbec", "330105": "firms_technology",
       "330111": "firms_technology", "330112": "firms_products", "330122": "firms_cbec", "330127": "firms_data"}


def known():
    with open(FOLDER / "observations.csv", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["adopted"] == "yes"]


def latest_gdp(rows, zone):
    years = [(int(row["period"]), float(row["value"])) for row in rows
             if row["zone"] == zone and row["indicator"] == "gdp" and row["period"].isdigit()
             and row["value"].replace(".", "").isdigit() and int(row["period"]) > 2020]
    return max(years, default=(0, 0))


def main():
    rows = known()
    people = {row["zone"]: float(row["value"]) for row in rows if row["indicator"] == "pop_census_2020"}
    taken = {(row["zone"], row["indicator"], row["period"]) for row in rows}
    size = {zone: people[zone] * factor for zone, factor in FACTOR.items()}
    whole = sum(size.values())
    chance = random.Random(20240524)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["zone", "indicator", "period", "value", "status", "confidence", "adopted", "source", "note"])

    def write(zone, indicator, period, value, decimals):
        if (zone, indicator, period) not in taken:
            out.writerow([zone, indicator, period, f"{value:.{decimals}f}", "illustrative", "low", "yes", SOURCE, "示意"])

    for indicator, (total, decimals) in TOTALS.items():
        for zone in FACTOR:
            write(zone, indicator, "2025", total * size[zone] / whole * chance.uniform(0.8, 1.25), decimals)
    for zone in FACTOR:
        year, start = latest_gdp(rows, zone)
        if not year:
            year, start = 2023, 20000 * size[zone] / whole * chance.uniform(0.8, 1.25)
            write(zone, "gdp", str(year), start, 1)
        write(zone, "gdp", "2025", start * (1 + chance.uniform(0.03, 0.08)) ** (2025 - year), 1)
    for zone in FACTOR:
        mix = dict(FORMS)
        if zone in LINKED and zone in OWN:
            mix[OWN[zone]] *= 2
        elif zone in OWN:
            mix = {form: 0.5 * share + (0.5 if form == OWN[zone] else 0) for form, share in mix.items()}
        parts = sum(mix.values())
        for form, share in mix.items():
            write(zone, form, "2025", FIRMS * size[zone] / whole * share / parts * chance.uniform(0.9, 1.1), 0)
    write(AIRPORT, "air_cargo", "2025", 110, 1)
    write("330100", "air_cargo", "2025", 110, 1)
    write(AROUND_IT, "air_cargo", "2025", 110, 1)
    write(AIRPORT, "cbec_export_usd", "2025", 18, 2)
    write(AROUND_IT, "cbec_export_usd", "2025", 42, 2)
    write(AIRPORT, "import_export_total", "2025", 320, 1)
    write(AROUND_IT, "import_export_total", "2025", 1650, 1)


if __name__ == "__main__":
    main()
