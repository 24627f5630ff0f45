import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages } from './lock-file.ts';

const licenceFile = /^(licen[cs]e|copying|notice)(\.|-|$)/i;

/** One text and whose it is. */
export interface Licence {
  components: { name: string; version: string; licence: string }[];
  text: string;
}

/** Of others, and in no package. */
export const heldFiles = [
  {
    name: 'Adobe CMap Resources (GB1)',
    version: 'pdfjs-dist 5.6.205',
    licence: 'BSD-3-Clause',
    folder: 'main/core/documents/read/cmaps',
  },
];

/** The licences of all that the program holds of others, each text once; the build leaves them in dist/main/licences.json. */
export function collectLicences(root: string): Licence[] {
  const byText = new Map<string, Licence>();
  const packages = lockedPackages(root).filter(({ isPartOfProgram }) => isPartOfProgram);
  for (const { name, folder, version, licence } of [...packages, ...heldFiles]) {
    const text = textsIn(join(root, folder)).trim() || `(${licence || 'see its package'})`;
    const found = byText.get(text) ?? { components: [], text };
    found.components.push({ name, version, licence });
    byText.set(text, found);
  }
  return [...byText.values()];
}

/** All of them and Node's as one text, for a file beside the program. */
export function licencesText(root: string, nodeLicence: string): string {
  const parts = collectLicences(root).map(({ components, text }) => {
    const names = components.map(({ name, version, licence }) => `${name} ${version}  ${licence}`);
    return `${names.join('\n')}\n\n${text}\n`;
  });
  parts.push(`Node.js\n\n${nodeLicence.trim()}\n`);
  return `本程序包含下列开源组件，各按自己的许可证使用。\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function textsIn(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .filter((name) => licenceFile.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'))
    .join('\n');
}
