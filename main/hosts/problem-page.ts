import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser, openAppWindow, openWithSystem } from './app-window.ts';
import { noForeignHelp } from './no-foreign-help.ts';

/**
 * Says in a window what a terminal would have said, for who started the program by its icon.
 * @param backup whose folder the page opens; null for none
 */
export async function showProblemPage(
  problem: string,
  backup: string | null,
  heading = NOT_OPENED,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fire-committee-office-'));
  const file = join(folder, 'problem.html');
  writeFileSync(file, problemPage(problem, backup, heading), { mode: 0o600 });
  const browser = findBrowser();
  if (browser === null) await openWithSystem(file);
  else openAppWindow(browser, pathToFileURL(file).href, join(folder, 'window'));
}

const NOT_OPENED = '消安办工作台没有打开';

export function problemPage(problem: string, backup: string | null, heading = NOT_OPENED): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>消安办工作台</title>
<style>body{margin:12vh auto;max-width:560px;font:16px/1.8 "Microsoft YaHei","Noto Sans CJK SC",sans-serif}h1{font-size:22px;color:#b3261e}p{overflow-wrap:anywhere}</style>
<script>${noForeignHelp}</script>
<h1>${heading}</h1>
<p>${problem.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>
${backup === null ? '' : `<p><a href="${pathToFileURL(dirname(backup)).href}">打开备份所在的文件夹</a></p>`}
</html>`;
}
