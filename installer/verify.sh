#!/usr/bin/env bash
# verify.sh DEB: does the package work on a bare Debian 13? Installs it there with what it depends on and nothing else
# (not even what it recommends), asks for its version, makes a project of the plan package (which loads the GDAL module),
# draws its layout figure and opens the window until the map is there. The Debian is thrown away.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
deb=$(realpath "${1:?usage: installer/verify.sh DEB}")
command -v mmdebstrap >/dev/null || { echo "verify: please install mmdebstrap" >&2; exit 1; }

# The hooks run outside the new root, whose path they get as $1. In a user's own namespace they may not read the user's
# folders: the package goes in and the figure out through mmdebstrap's own copy-in and copy-out.
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cp "$deb" "$out/tiermap.deb"
TMPDIR=/var/tmp mmdebstrap --mode=unshare --variant=apt --format=null \
  --aptopt='APT::Sandbox::User "root"' --dpkgopt=force-unsafe-io \
  --customize-hook="copy-in '$out/tiermap.deb' /tmp" \
  --customize-hook='chroot "$1" apt-get install -y --no-install-recommends /tmp/tiermap.deb' \
  --customize-hook='chroot "$1" env LC_ALL=C.UTF-8 tiermap --version' \
  --customize-hook="copy-in '$here/resources/plans/hangzhou' /tmp" \
  --customize-hook='chroot "$1" env LC_ALL=C.UTF-8 tiermap new --plan /tmp/hangzhou /tmp/plan.gpkg' \
  --customize-hook='chroot "$1" env LC_ALL=C.UTF-8 HOME=/tmp tiermap export /tmp/plan.gpkg --figure layout -o /tmp/layout.pdf' \
  --customize-hook="copy-out /tmp/layout.pdf '$out'" \
  --customize-hook='chroot "$1" sh -c "LC_ALL=C.UTF-8 HOME=/tmp QT_QPA_PLATFORM=offscreen TIERMAP_REPORT_FIRST_FRAME=1 timeout 60 tiermap | head -n 1 | grep -q frame"' \
  trixie - </dev/null >&2
[[ $(head -c 5 "$out/layout.pdf") == %PDF- ]] || { echo "verify: no PDF came out" >&2; exit 1; }
echo "verify: $(basename "$deb") works on a bare Debian 13 ($(stat -c %s "$out/layout.pdf") bytes of PDF)" >&2
