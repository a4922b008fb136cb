#!/usr/bin/env bash
# Makes this checkout ready: `setup.sh python|node|browsers|windows`. Called by the Makefile, which decides when it is needed.
# Root installs Debian's packages itself; anybody else gets one sentence saying what to install.
set -euo pipefail
cd "$(dirname "$0")/.."

debian() { # debian WHY PACKAGE...
  local why=$1
  shift
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $* ($why)" >&2
    mkdir -p build
    (
      flock 9 # several of these run side by side, and apt waits for nobody
      apt-get update -qq >/dev/null
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    ) 9>build/apt.lock
  else
    echo "$why: please install it first, on Debian with: sudo apt-get install $*" >&2
    return 1
  fi
}

case "${1:-}" in
  python)
    python=${2:-python3}
    if [ ! -x .venv/bin/python ]; then
      "$python" -m venv .venv 2>/dev/null || { rm -rf .venv; debian "Python's venv module is missing" python3-venv; "$python" -m venv .venv; }
    fi
    # uv comes by hash through pip, everything else by hash through uv; the index is the machine's own choice.
    .venv/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r requirements/bootstrap.lock 2>/dev/null
    .venv/bin/uv --quiet pip install --compile-bytecode --python .venv/bin/python --require-hashes -r requirements/dev.lock
    .venv/bin/uv --quiet pip install --python .venv/bin/python --no-deps --no-build-isolation -e .
    touch .venv/ready
    ;;
  node)
    command -v npm >/dev/null || { echo "Node.js 20 with npm is missing: please install it first, on Debian with: sudo apt-get install nodejs npm" >&2; exit 1; }
    (cd extension && npm ci --no-audit --no-fund --loglevel=error)
    touch extension/node_modules/ready
    ;;
  browsers)
    missing=()
    command -v chromium >/dev/null || missing+=(chromium)
    [ -x /usr/bin/firefox-esr ] || missing+=(firefox-esr)
    for language in es-ES:es-es pt-BR:pt-br; do
      compgen -G "/usr/lib/firefox-esr/browser/extensions/langpack-${language%:*}@*" >/dev/null || missing+=("firefox-esr-l10n-${language#*:}")
    done
    command -v dbus-run-session >/dev/null || missing+=(dbus)
    command -v gnome-keyring-daemon >/dev/null || missing+=(gnome-keyring)
    for tool in openbox trayer tint2 xdotool; do command -v $tool >/dev/null || missing+=("$tool"); done
    command -v Xvfb >/dev/null || missing+=(xvfb)
    [ -d /usr/lib/python3/dist-packages/gi ] || missing+=(python3-gi)
    ls /usr/lib/*/girepository-1.0/Gtk-3.0.typelib >/dev/null 2>&1 || missing+=(gir1.2-gtk-3.0)
    # The deployment test builds the Debian package, serves it by apt, and installs it.
    command -v strip >/dev/null || missing+=(binutils)
    command -v openssl >/dev/null || missing+=(openssl)
    if command -v dpkg >/dev/null; then
      command -v dpkg-scanpackages >/dev/null || missing+=(dpkg-dev)
      [ -x /usr/bin/python3 ] || missing+=(python3)
    fi
    fc-list 2>/dev/null | grep -ci dejavu >/dev/null || missing+=(fontconfig fonts-dejavu-core)
    [ ${#missing[@]} = 0 ] || debian "The browser and tray tests need ${missing[*]}" "${missing[@]}"
    ;;
  windows)
    missing=()
    command -v wixl >/dev/null || missing+=(wixl)
    command -v msibuild >/dev/null || missing+=(msitools)
    command -v wine >/dev/null || missing+=(wine wine64)
    command -v x86_64-w64-mingw32-gcc >/dev/null || missing+=(gcc-mingw-w64-x86-64)
    command -v objdump >/dev/null || missing+=(binutils)
    [ ${#missing[@]} = 0 ] || debian "The Windows package needs ${missing[*]}" "${missing[@]}"
    ;;
  *)
    echo "usage: tools/setup.sh python [PYTHON] | node | browsers | windows" >&2
    exit 2
    ;;
esac
