#!/usr/bin/env bash
# Signs the app that PyInstaller made, has Apple look at it, and puts it into a disk image.
#   CXR_CODESIGN_IDENTITY="Developer ID Application: NAME (TEAM)" CXR_NOTARY_PROFILE=cxr packaging/macos/notarise.sh dist
# The profile is made once: xcrun notarytool store-credentials cxr --apple-id … --team-id … (it asks for the password).
set -euo pipefail

dist=${1:?the folder that holds the app}
identity=${CXR_CODESIGN_IDENTITY:?the name of a Developer ID certificate}
profile=${CXR_NOTARY_PROFILE:?a profile of notarytool}
here=$(cd "$(dirname "$0")" && pwd)
app="$dist/CXR Desktop.app"
version=$(/usr/libexec/PlistBuddy -c "Print CFBundleShortVersionString" "$app/Contents/Info.plist")
image="$dist/cxr-desktop-$version.dmg"

# From the inside outwards: a signature covers those within.
find "$app/Contents" -type f \( -name "*.so" -o -name "*.dylib" \) -print0 |
    xargs -0 -n 50 codesign --force --timestamp --options runtime --sign "$identity"
codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" --sign "$identity" "$app"
codesign --verify --deep --strict "$app"

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
ditto "$app" "$staging/CXR Desktop.app"
ln -s /Applications "$staging/Applications"
hdiutil create -volname "CXR Desktop" -srcfolder "$staging" -format UDZO -ov "$image"
codesign --timestamp --sign "$identity" "$image"
xcrun notarytool submit "$image" --keychain-profile "$profile" --wait
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose "$image"
echo "$image"
