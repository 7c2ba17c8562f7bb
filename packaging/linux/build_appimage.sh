#!/usr/bin/env bash
# An AppImage of a frozen program: one file that runs without being installed. Needs appimagetool on the PATH.
#   packaging/linux/build_appimage.sh dist/cxr-desktop-triage dist
set -euo pipefail

folder=${1:?the folder that PyInstaller made}
output=${2:?where the AppImage goes}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
name=$(basename "$folder")
command -v appimagetool >/dev/null || { echo "appimagetool is not on the PATH; see packaging/README.md" >&2; exit 1; }

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/usr/lib" "$tree/usr/share/metainfo" "$tree/usr/share/icons/hicolor/scalable/apps"
cp -a "$folder" "$tree/usr/lib/cxr-desktop"
cp "$here/cxr-desktop.desktop" "$tree/cxr-desktop.desktop"
cp "$root/resources/icons/app.svg" "$tree/cxr-desktop.svg"
cp "$root/resources/icons/app.svg" "$tree/usr/share/icons/hicolor/scalable/apps/cxr-desktop.svg"
cp "$here/org.cxr_desktop.CxrDesktop.metainfo.xml" "$tree/usr/share/metainfo/"
# Children are started by the path of the executable itself, which lies in the mounted image as long as it runs.
cat >"$tree/AppRun" <<'RUN'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/cxr-desktop/cxr-desktop" "$@"
RUN
chmod 755 "$tree/AppRun"
ARCH=$(uname -m) appimagetool --no-appstream "$tree" "$output/$name-$(uname -m).AppImage"
