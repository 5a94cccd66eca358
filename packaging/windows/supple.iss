; Untried: nobody has run this yet. packaging/README.md says how it is meant to be run:
;   iscc /DVersion=0.1.0 /DFolder=..\..\build\package\app\supple packaging\windows\supple.iss

#ifndef Version
  #error Name the version: /DVersion=1.2.3
#endif
#ifndef Folder
  #define Folder "..\..\build\package\app\supple"
#endif
#define Kind "alt.supple.Supple.routines"

[Setup]
; Known by this for ever: a newer version takes the place of an older one.
AppId=alt.supple.Supple
AppName=Supple
AppVersion={#Version}
AppPublisher=The Supple authors
; For the one who installs, without an administrator; who wants it for everybody is asked.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
DefaultDirName={autopf}\Supple
DisableProgramGroupPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Qt 6.11 asks for Windows 10 version 1809.
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\icons\supple.ico
UninstallDisplayIcon={app}\supple.exe
OutputDir=..\..\dist
OutputBaseFilename=supple-{#Version}-windows-x86_64-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
; A Supple in the tray is asked to end, which keeps what it has, before its files are replaced.
CloseApplications=yes
RestartApplications=no

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has not.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\licences"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Supple"; Filename: "{app}\supple.exe"; AppUserModelID: "alt.supple.Supple"
Name: "{autodesktop}\Supple"; Filename: "{app}\supple.exe"; AppUserModelID: "alt.supple.Supple"; Tasks: desktopicon

[Registry]
; Shared routines open with a double click.
Root: HKA; Subkey: "Software\Classes\.supple"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.supple.routines+zip"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.supple\OpenWithProgids"; ValueType: string; ValueName: "{#Kind}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#Kind}"; ValueType: string; ValueName: ""; ValueData: "Shared stretching routines"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Kind}\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\supple.exe,0"
Root: HKA; Subkey: "Software\Classes\{#Kind}\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\supple.exe"" ""%1"""
; Starting with the computer is off; the program switches it on when it is asked to. What it
; wrote then goes with it.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "Supple"; Flags: dontcreatekey uninsdeletevalue
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"; ValueType: none; ValueName: "Supple"; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\supple.exe"; Description: "{cm:LaunchProgram,Supple}"; Flags: nowait postinstall skipifsilent

; The history, the settings and routines of one's own are in the folders of the person, and stay.
