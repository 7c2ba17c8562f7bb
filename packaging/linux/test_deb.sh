#!/usr/bin/env bash
# Installs a package of the program with apt, looks at what a reader would, removes it, and looks that nothing is left.
# As root:  packaging/linux/test_deb.sh dist/cxr-desktop-triage_0.1.0_amd64.deb
set -euo pipefail

package=$(readlink -f "${1:?the package}")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export CXR_DESKTOP_HOME="$home" DEBIAN_FRONTEND=noninteractive
say() { printf '== %s\n' "$*"; }

say "install"
apt-get install -y -q --no-install-recommends "$package"
test "$(readlink -f /usr/bin/cxr-desktop)" = /usr/lib/cxr-desktop/cxr-desktop
desktop-file-validate /usr/share/applications/cxr-desktop.desktop
test -s /usr/share/icons/hicolor/128x128/apps/cxr-desktop.png
test -s /usr/share/man/man1/cxr-desktop.1.gz
test -s /usr/share/bash-completion/completions/cxr-desktop

say "run"
cd "$home"
cxr-desktop --version
_CXR_DESKTOP_COMPLETE=complete_bash COMP_WORDS="cxr-desktop sc" COMP_CWORD=1 cxr-desktop | grep -qx score
status=0
cxr-desktop demo --headless --to "$home/demo" || status=$?
# Two of the demo's files are damaged on purpose, and some show no chest from the front.
test "$status" -le 1
test -s "$home/demo/report.html"
cp "$home/demo/studies/clear-2" "$home/film"
if command -v update-mime-database >/dev/null; then
    update-mime-database /usr/share/mime
    if command -v gio >/dev/null; then gio info -a standard::content-type "$home/film" | grep -q application/dicom; fi
fi

say "remove"
name=$(dpkg-deb -f "$package" Package)
apt-get remove -y -q "$name"
for place in /usr/bin/cxr-desktop /usr/lib/cxr-desktop /usr/share/applications/cxr-desktop.desktop; do
    test ! -e "$place" || { echo "$place is left behind" >&2; exit 1; }
done
say "installed, run and removed"
