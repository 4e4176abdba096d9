# The Debian 13 root in which ./dev builds and runs Tiermap on machines without Qt 6.8: made once in the user's cache
# folder by mmdebstrap, entered with bubblewrap. Read by ./dev, which sets here, cache, say and die.
# Copyright (C) 2026 Tiermap developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154

# The root of a package list never changes: it is built beside its place, renamed, and named after the list. So what
# stands there is whole, checkouts of different age do not disturb each other, and a changed list gets a new root.
packages=$(sed 's/#.*//' "$here/installer/packages.txt" | xargs -n 1 | sort -u | paste -sd ,)
root=$cache/debian13-$(sha256sum <<<"$packages" | cut -c 1-12)

# Installs what makes the root, or says how to.
need_tools() {
  local missing=()
  command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
  command -v bwrap >/dev/null || missing+=(bubblewrap)
  command -v gpg >/dev/null || missing+=(gpg) # mmdebstrap finds Debian's keys with it
  [[ $EUID -eq 0 ]] || command -v newuidmap >/dev/null || missing+=(uidmap)
  # Debian 13 is signed with the keys of 12 and of 13: a keyring from before 2023 knows neither.
  compgen -G '/usr/share/keyrings/debian-archive-bookworm-automatic.*' >/dev/null || missing+=(debian-archive-keyring)
  [[ ${#missing[@]} -gt 0 ]] || return 0
  [[ $EUID -eq 0 ]] || die "please type: sudo apt-get install ${missing[*]} (in their versions of 2023 or later)"
  say "installing ${missing[*]}"
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y "${missing[@]}"; } >&2 </dev/null ||
    die "apt-get could not install ${missing[*]}"
}

# Without root, mmdebstrap and bubblewrap need user namespaces.
need_namespaces() {
  [[ $EUID -eq 0 ]] || unshare --user --map-root-user --mount true 2>/dev/null ||
    die "this system does not let users make namespaces; please type: sudo sysctl -e -w" \
      "kernel.apparmor_restrict_unprivileged_userns=0 kernel.unprivileged_userns_clone=1 user.max_user_namespaces=15000"
}

make_root() {
  need_tools
  rm -rf --one-file-system "$cache"/debian13*.tmp # of an interrupted call
  find "$cache" -maxdepth 1 -name 'debian13*' -mtime +30 -exec rm -rf --one-file-system {} + # of lists of the past
  say "making a Debian 13 root in $root: once, a few minutes, 2.3 GB"
  local make=(
    mmdebstrap --mode=unshare --variant=apt "--include=$packages"
    --aptopt='APT::Sandbox::User "root"' # apt's own user cannot reach a private cache folder
    --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/man/*'
    --essential-hook='printf "%s.UTF-8 UTF-8\n" zh_CN zh_TW en_US en_GB >"$1/etc/locale.gen"')
  # Mode unshare keeps the mounts in a namespace of their own, so that nothing of the machine is mounted in what a later
  # call removes. Without root it writes as other users: a tar stream lets all files belong to this one.
  if [[ $EUID -eq 0 ]]; then
    "${make[@]}" trixie "$root.tmp" >&2 </dev/null
  else
    mkdir -p "$root.tmp"
    TMPDIR=/var/tmp "${make[@]}" --format=tar trixie - </dev/null |
      tar -x --no-same-owner --exclude='./dev/*' -C "$root.tmp"
  fi || die "the Debian 13 root could not be made (see above); the next call tries again"
  mv "$root.tmp" "$root"
}

# In a subshell that keeps the lock: where this script alone is killed, it finishes its work, and other calls wait.
prepare_root() {
  need_namespaces
  mkdir -p "$cache"
  [[ -w $cache ]] || die "$cache belongs to another user; please remove it or set XDG_CACHE_HOME"
  (
    flock -n 9 || { say "waiting for another ./dev that prepares the Debian 13 root"; flock 9; }
    command -v bwrap >/dev/null || need_tools
    [[ -d $root ]] || make_root
    touch "$root" # in use
  ) 9>"$cache/lock"
}

# enter FOLDER CMD...: replaces this shell by CMD, running in the root in FOLDER. Everything but the system's own
# folders is the machine's, at its usual place.
enter() {
  local folder=$1 path
  shift
  local args=(--bind "$root" / --dev-bind /dev /dev --bind /proc /proc --ro-bind-try /sys /sys --tmpfs /run
    --ro-bind-try /etc/resolv.conf /etc/resolv.conf --ro-bind-try /etc/hosts /etc/hosts)
  [[ $EUID -ne 0 ]] && args+=(--ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group)
  [[ $EUID -eq 0 ]] && args+=(--cap-add ALL) # root as it is outside, such as for files of other users
  for path in /*; do
    case $path in
      /bin | /boot | /dev | /etc | /lib | /lib32 | /lib64 | /libx32 | /proc | /run | /sbin | /sys | /usr | /var) ;;
      *) [[ -d $path ]] && args+=(--bind-try "$path" "$path") ;;
    esac
  done
  # What those leave out: removable disks, the desktop's sockets (Wayland, D-Bus), unusual homes and checkouts; but
  # nothing that would hide a folder of the root.
  for path in /run/media /var/tmp "${XDG_RUNTIME_DIR:-}" "${XAUTHORITY:-}" "$HOME" "$cache" "$here" "$folder"; do
    case $(realpath -m "${path:-/}") in
      /usr/* | /var/* | /run/* | /etc/* | /boot/*)
        [[ -e $path && -z $(ls -A "$root$path" 2>/dev/null) ]] && args+=(--bind "$path" "$path")
        ;;
    esac
  done
  if [[ ! -d ${XDG_RUNTIME_DIR:-} ]]; then
    export XDG_RUNTIME_DIR=/run/user/$EUID
    args+=(--perms 0700 --dir "$XDG_RUNTIME_DIR")
  fi
  # No session bus: Qt is told so, else it looks for one and complains.
  [[ -n ${DBUS_SESSION_BUS_ADDRESS:-} || -S $XDG_RUNTIME_DIR/bus ]] || export DBUS_SESSION_BUS_ADDRESS=disabled:
  TZ=${TZ:-$(realpath -m /etc/localtime | sed -n 's|.*/zoneinfo/||p')}
  export TZ
  # These speak of the machine's own programs and libraries.
  unset LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH CPLUS_INCLUDE_PATH PKG_CONFIG_PATH CMAKE_PREFIX_PATH \
    QT_PLUGIN_PATH QML_IMPORT_PATH QML2_IMPORT_PATH XDG_DATA_DIRS XDG_CONFIG_DIRS GDAL_DATA PROJ_DATA PROJ_LIB
  export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  export TIERMAP_NATIVE=1 TIERMAP_KIND=root # for a ./dev typed in there
  exec bwrap "${args[@]}" --chdir "$folder" -- "$@"
}
