#!/bin/sh
# The part that needs a Mac: package.sh FOLDER VERSION [INSTALLER-IDENTITY]. FOLDER is what `make macos` has laid out.
# NEVER RUN SO FAR. Fetches the libraries by hash, packs, and signs when an identity is named.
set -eu
folder=$1 version=$2 identity=${3:-}
command -v pkgbuild >/dev/null || { echo "pkgbuild is missing: this part runs on a Mac." >&2; exit 1; }
command -v uv >/dev/null || { echo "uv is missing: python3 -m pip install uv" >&2; exit 1; }
uv pip install --quiet --only-binary :all: --no-deps --require-hashes --python-version 3.13 \
  --target "$folder/disk/Library/Application Support/SecondLook/lib" -r "$folder/macos.lock"
pkgbuild --root "$folder/disk" --scripts "$folder/scripts" --identifier org.secondlook.agent --version "$version" \
  --ownership recommended --install-location / ${identity:+--sign "$identity"} "second-look-$version.pkg"
