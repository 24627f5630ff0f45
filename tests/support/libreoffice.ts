import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Everything is calculated anew when a workbook is loaded, whatever values the file carries. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
`;

const run = promisify(execFile);

/**
 * Opens files in LibreOffice, calculates them anew and saves them in another format (or the same one).
 * @param tool path of soffice
 * @returns paths of what it wrote into `folder`, in the same order
 */
export async function convertAllWithLibreOffice(
  tool: string,
  files: readonly string[],
  format: 'xlsx' | 'pdf',
  folder: string,
): Promise<string[]> {
  // A profile of its own: a second run beside another one would otherwise do nothing and say so to nobody.
  const profile = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  mkdirSync(join(profile, 'user'));
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
  try {
    const place = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    await run(tool, [
      place,
      '--headless',
      '--norestore',
      '--convert-to',
      format,
      '--outdir',
      folder,
      ...files,
    ]);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
  return files.map((file) => join(folder, basename(file).replace(/\.[^.]+$/, `.${format}`)));
}

export async function convertWithLibreOffice(
  tool: string,
  file: string,
  format: 'xlsx' | 'pdf',
  folder: string,
): Promise<string> {
  const [written = ''] = await convertAllWithLibreOffice(tool, [file], format, folder);
  return written;
}

/** As somebody gives workbooks back who has opened and saved them there. */
export async function savedByLibreOffice(
  tool: string,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<{ name: string; bytes: Uint8Array }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saved-'));
  try {
    const paths = files.map(({ name, bytes }) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    const written = await convertAllWithLibreOffice(tool, paths, 'xlsx', join(folder, 'saved'));
    return files.map(({ name }, place) => ({ name, bytes: readFileSync(written[place] ?? '') }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
