; Inno Setup 6: an installer for one user, without an administrator.
;   iscc /DVersion=0.1.0 /DEdition=triage packaging\windows\cxr-desktop.iss
#ifndef Version
  #error Say which version: /DVersion=0.1.0
#endif
#ifndef Edition
  #define Edition "triage"
#endif
#define Program "cxr-desktop.exe"

[Setup]
AppId={{6E0B6C53-6B0F-4D0B-9C55-3C1B5F7A9D21}
AppName=CXR Desktop
AppVersion={#Version}
AppVerName=CXR Desktop {#Version} ({#Edition} edition)
AppPublisher=the cxr-desktop founders
VersionInfoVersion={#Version}
DefaultDirName={autopf}\CXR Desktop
DefaultGroupName=CXR Desktop
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=cxr-desktop-{#Edition}-{#Version}-setup
LicenseFile=LICENSE
InfoBeforeFile=packaging\notices\NOTICE.txt
UninstallDisplayIcon={app}\{#Program}
Compression=lzma2/max
SolidCompression=yes
LZMAUseSeparateProcess=yes
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "he"; MessagesFile: "compiler:Languages\Hebrew.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "openwith"; Description: "Offer CXR Desktop for DICOM files (Open with)"
Name: "path"; Description: "Make the command cxr-desktop available in terminals"; Flags: unchecked

[InstallDelete]
; Libraries of the version before must not be found by this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\cxr-desktop-{#Edition}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\CXR Desktop"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\CXR Desktop"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
; HKA is the user's own part of the registry where the installation is the user's own. What opens DICOM today stays.
Root: HKA; Subkey: "Software\Classes\CXRDesktop.dicom"; ValueType: string; ValueData: "DICOM image"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\CXRDesktop.dicom\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\CXRDesktop.dicom\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" open ""%1"""; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.dcm\OpenWithProgids"; ValueType: string; ValueName: "CXRDesktop.dicom"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\.dicom\OpenWithProgids"; ValueType: string; ValueName: "CXRDesktop.dicom"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Check: IsNotOnPath; Tasks: path

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,CXR Desktop}"; Flags: nowait postinstall skipifsilent

[Code]
function IsNotOnPath: Boolean;
var
  Path: string;
begin
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Path) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path, Own: string;
  Place: Integer;
begin
  { Settings, the worklist and trained models stay: they are the reader's. Only our folder goes from the path. }
  if Step <> usPostUninstall then
    exit;
  Own := ';' + ExpandConstant('{app}');
  if RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path) then
  begin
    Place := Pos(Lowercase(Own), Lowercase(Path));
    if Place > 0 then
    begin
      Delete(Path, Place, Length(Own));
      RegWriteExpandStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path);
    end;
  end;
end;
