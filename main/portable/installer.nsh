; Included by electron-builder's installer (nsis.include). After it has registered the data packs: its own command leaves the
; program's path without quotes, so that in "C:\Users\Li Ming\..." another "C:\Users\Li.exe" would be started in its place,
; and its words for the menu are English.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\消安办数据包\shell\open" "" "用消安办工作台打开"
  WriteRegStr SHELL_CONTEXT "Software\Classes\消安办数据包\shell\open\command" "" '"$appExe" "%1"'
!macroend
