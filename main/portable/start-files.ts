import type { Platform } from './platforms.ts';

export interface StartFile {
  name: string;
  text: string;
  runs: boolean;
}

/** What a clerk finds in the unpacked folder beside the folder `program`. */
export function startFiles(platform: Platform, version: string): StartFile[] {
  const manual = { name: '使用说明.txt', text: forNotepad(manualText(platform, version)), runs: false };
  if (platform.isWindows) return [{ name: '启动.cmd', text: windowsLines(cmd), runs: true }, manual];
  return [
    { name: '启动.sh', text: shell, runs: true },
    { name: '消安办工作台.desktop', text: desktopEntry, runs: true },
    manual,
  ];
}

/** Code page 65001 lets cmd show UTF-8; the file has no Chinese before that line. */
const cmd = `@echo off
chcp 65001 >nul
if not exist "%~dp0program\\node.exe" (
  echo 请先把压缩包全部解压到一个文件夹里，再双击那里的“启动”。
  pause
  exit /b 1
)
"%~dp0program\\node.exe" "%~dp0program\\start.mjs" %*
if errorlevel 1 (
  echo 程序没有启动。需要 64 位的 Windows 10 以上；如果被安全软件拦下，请选择允许。
  pause
  exit /b 1
)
`;

/** Needs nothing but the shell itself, so that an empty PATH does not stop it. */
const shell = `#!/bin/sh
case "$0" in */*) here="\${0%/*}" ;; *) here=. ;; esac
node="$here/program/node"
if ! "$node" -v >/dev/null 2>&1; then
  problem="程序没有启动：请把压缩包全部解压到本机硬盘，并确认下载的是与本机处理器相符的一种（x64 或 arm64），系统为统信 UOS 20、麒麟 V10 或更新的版本。"
  echo "$problem" >&2
  [ -t 2 ] || zenity --error --text="$problem" 2>/dev/null
  exit 1
fi
exec "$node" "$here/program/start.mjs" "$@"
`;

/** %k is this file's own path: an entry cannot name its neighbour otherwise. */
const desktopEntry = `[Desktop Entry]
Type=Application
Name=消安办工作台
Comment=消防安全委员会办公室工作台
Exec=sh -c "exec \\\\"\\\\$(dirname \\\\"\\\\$1\\\\")/启动.sh\\\\"" sh %k
Terminal=false
Categories=Office;
`;

function manualText(platform: Platform, version: string): string {
  const [start, usual] = platform.isWindows
    ? [
        '双击“启动”(启动.cmd)。第一次如果弹出“Windows 已保护你的电脑”，点“更多信息”、“仍要运行”。',
        '%LOCALAPPDATA%\\fire-committee-office',
      ]
    : [
        '双击“消安办工作台”；如果系统问怎样打开，选“运行”或“允许启动”。也可以双击“启动.sh”，选“运行”。',
        '~/.local/share/fire-committee-office',
      ];
  return `消安办工作台 ${version}（${platform.label}，免安装）

怎样打开
1. 把压缩包全部解压到本机硬盘上的一个文件夹，不要在压缩包里直接打开。
2. ${start}
3. 程序在 Edge、Chrome 等浏览器的窗口里打开；窗口全部关掉，一分钟之内程序就结束。
不需要安装，不需要管理员权限，不需要上网。

数据在哪里
平时在 ${usual}，与程序分开，删掉程序文件夹不会删数据。
想让数据跟着程序文件夹走，第一次打开前在“启动”旁边新建一个名叫 data 的文件夹。
程序文件夹要放在本机硬盘上，不要放在网络盘里。

怎样升级
先关掉程序，把新的压缩包解压，覆盖原来的文件夹，或者放在另一个文件夹里；数据不用动，升级前会自动备份。
用了 data 文件夹而又放在另一个文件夹里的，把 data 文件夹一起搬过去。
新版程序打开过的数据，旧版程序不再打开，会说明升级前的备份在哪里。

打不开时
没有出现窗口的，请确认装有 Edge、Chrome、Chromium 或系统自带的浏览器；
出了故障要交给维护人员看的，在命令行里执行“${platform.isWindows ? '启动.cmd' : './启动.sh'} --diagnose 诊断信息.zip”，把得到的压缩包交给他们，里面没有业务内容。
仍然不行，在命令行里执行“${platform.isWindows ? '启动.cmd' : './启动.sh'} --no-open”，把打印出的网址复制到浏览器里打开。

组件的许可证见“许可证.txt”。
`;
}

/** Notepad takes text with this mark for UTF-8. */
export function forNotepad(text: string): string {
  return `\uFEFF${windowsLines(text)}`;
}

function windowsLines(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
