# Shared by the scripts: run from the top of the checkout, and install what is missing.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

# need_packages NAME...: installs the Debian packages that are missing, or names them where the
# system has others.
need_packages() {
  if ! command -v apt-get >/dev/null; then
    say "no apt-get here: building needs what Debian calls $*"
    return
  fi
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' \
      || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing ${missing[*]}"
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "run as root, or install sudo: ${missing[*]} are missing"; exit 1; }
    sudo=(sudo)
  fi
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_swift() {
  command -v swift >/dev/null || { say "swift 6.2 or later is needed: see swift.org/install"; exit 1; }
}

# What building needs.
need_build() {
  need_swift
  need_packages libxxhash-dev libutf8proc-dev libsimdjson-dev g++
}
