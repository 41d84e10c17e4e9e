# What ./run, ./check and ./dev share. Sourced, never run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck disable=SC2034 # used by those who source this
data=$(realpath -m "${MEADOW_DATA:-$root/data}") port=${MEADOW_PORT:-8080}
export CMAKE_BUILD_PARALLEL_LEVEL=2 # two compile jobs at most: a translation unit may take 700 MB

if [ -t 2 ]; then bold=$'\033[1m' red=$'\033[1;31m' plain=$'\033[0m'; else bold='' red='' plain=''; fi
step() { printf '%s==> %s%s\n' "$bold" "$*" "$plain" >&2; }
note() { printf '    %s\n' "$*" >&2; }
die() {
    printf '%sfailed:%s %s\n' "$red" "$plain" "$*" >&2
    exit 1
}

# The comment at the head of a script, as its help.
help_of() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$1"; }

# Runs a command whose chatter matters only if it fails: quietly NAME COMMAND…
quietly() {
    local log="$root/.cache/log/$1.log"
    shift
    mkdir -p "$root/.cache/log"
    if ! "$@" >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        note "the whole of it: $log"
        return 1
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# The packages of the named sections of tools/packages.txt.
packages_of() {
    awk -v wanted=" $* " '{ sub(/#.*/, "") }
        /^\[/ { section = substr($1, 2, length($1) - 2); next }
        NF && index(wanted, " " section " ") { print $1 }' "$root/tools/packages.txt"
}

missing_of() {
    local names
    mapfile -t names < <(packages_of "$@")
    comm -23 <(printf '%s\n' "${names[@]}" | sort) \
        <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${names[@]}" 2>/dev/null | sed -n 's/^installed //p' | sort)
}

# Installs what the named sections lack. Asks no network and no password when nothing is missing.
need_packages() {
    command -v dpkg-query >/dev/null || die "this is made for Debian 12; elsewhere install what tools/packages.txt lists and use cmake"
    local missing
    mapfile -t missing < <(missing_of "$@")
    [ "${#missing[@]}" = 0 ] && return
    step "installing ${#missing[@]} Debian packages: ${missing[*]}"
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
        die "neither root nor sudo here. As root: apt-get install --no-install-recommends ${missing[*]}"
    quietly apt-update as_root apt-get update -q || die "apt-get update; is the Debian mirror reachable?"
    quietly apt-install as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "${missing[@]}" || die "apt-get install"
}

need_node() {
    local version
    version=$(node --version 2>/dev/null || echo v0) # v20.19.2
    version=${version#v}
    if [ "${version%%.*}" -ge 18 ] && command -v npm >/dev/null; then return; fi
    need_packages node
    hash -r
}

# Sets up build/PRESET when it is new and builds the targets: build PRESET [cmake options --] TARGET…
# CMake runs again by itself when a build file changes.
build() {
    local preset=$1 options=() seen
    shift
    for seen in "$@"; do
        if [ "$seen" = -- ]; then
            while [ "$1" != -- ]; do options+=("$1") && shift; done
            shift && break
        fi
    done
    if [ ! -f "$root/build/$preset/build.ninja" ] || [ "${#options[@]}" -gt 0 ]; then
        step "configuring $preset"
        quietly "configure-$preset" cmake -S "$root" --preset "$preset" "${options[@]}" || die "cmake --preset $preset"
    fi
    step "building $preset: $*"
    (cd "$root" && cmake --build --preset "$preset" --target "$@" >&2) || die "the build of $preset"
}

# True when FILE holds the same stamp as the text given; otherwise false. Write it with `stamp`.
stamped() { [ -f "$root/.cache/stamps/$1" ] && [ "$(cat "$root/.cache/stamps/$1")" = "$2" ]; }
stamp() { mkdir -p "$root/.cache/stamps" && printf '%s\n' "$2" >"$root/.cache/stamps/$1"; }

sources_sum() { # of everything under a folder that is not a product
    find "$1" \( -name node_modules -o -name dist -o -name test-results \) -prune -o -type f -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# The web applications: installed when the lock file changed, built when a source changed.
build_web() {
    [ -f "$root/web/package.json" ] || return 0
    need_node
    local lock sources
    lock=$(sha256sum <"$root/web/package-lock.json" | cut -d' ' -f1)
    if [ ! -d "$root/web/node_modules" ] || ! stamped web-lock "$lock"; then
        step "installing the web's packages"
        (cd "$root/web" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 quietly npm-ci npm ci --no-audit --no-fund) || die "npm ci in web/"
        stamp web-lock "$lock"
    fi
    sources=$(sources_sum "$root/web")
    if ! stamped web-sources "$sources"; then
        step "building the web"
        (cd "$root/web" && quietly npm-build npm run build) || die "npm run build in web/"
        stamp web-sources "$sources"
    fi
}
