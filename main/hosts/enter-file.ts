import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts the way in into a page on the disk. Every user of the PC can read what a browser was started with; only
 * this one can read the page. The page is replaced in its window's own history, and the browser keeps none.
 * @param address has the secret behind the #
 * @returns the page's path
 */
export function writeEnterFile(folder: string, address: string): string {
  const file = join(folder, 'enter.html');
  // A file that is there keeps its rights when it is written.
  rmSync(file, { force: true });
  writeFileSync(file, page(address), { mode: 0o600, flag: 'wx' });
  return file;
}

function page(address: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>消安办工作台</title>
<script>location.replace(${JSON.stringify(address)})</script>
<p>正在打开工作台……</p>
</html>`;
}
