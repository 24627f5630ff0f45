import { stat } from 'node:fs/promises';
import { extname, isAbsolute } from 'node:path';
import { shell } from 'electron';
import type { CoreProcess } from './core.ts';

/** What the core writes; a program or script is never opened, whoever asks. */
const openable: ReadonlySet<string> = new Set(
  ['xlsx', 'xls', 'csv', 'docx', 'pdf', 'ofd', 'txt', 'html', 'zip', 'png', 'jpg'].map(
    (ending) => `.${ending}`,
  ),
);

/** Opens written files for the core, which asks only for those that it wrote itself. */
export function setupOpenFiles(core: CoreProcess): void {
  core.onMessage((message) => {
    if (message.kind !== 'openFile' && message.kind !== 'revealFile') return;
    const { kind, request, path } = message;
    const work = kind === 'openFile' ? openFile(path) : revealFile(path);
    void work.catch(() => false).then((opened) => core.post({ kind: 'opened', request, opened }));
  });
}

async function openFile(path: string): Promise<boolean> {
  if (!openable.has(extname(path).toLowerCase()) || !(await isLocalFile(path))) return false;
  return (await shell.openPath(path)) === '';
}

async function revealFile(path: string): Promise<boolean> {
  if (!(await isLocalFile(path))) return false;
  shell.showItemInFolder(path);
  return true;
}

/** A path to another computer would make this one sign in there. */
async function isLocalFile(path: string): Promise<boolean> {
  if (!isAbsolute(path) || path.startsWith('\\\\') || path.startsWith('//')) return false;
  return (await stat(path)).isFile();
}
