import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages } from './lock-file.ts';

const licenceFile = /^(licen[cs]e|copying|notice)(\.|-|$)/i;

/** The licences of all that the package holds of others, each text once under the names that it belongs to. */
export function licencesText(root: string, nodeLicence: string): string {
  const owners = new Map<string, string[]>();
  for (const { name, folder, version, licence, isPartOfProgram } of lockedPackages(root)) {
    if (!isPartOfProgram) continue;
    const text = textsIn(join(root, folder)) || `(${licence || 'see its package'})`;
    const names = owners.get(text) ?? [];
    names.push(`${name} ${version}  ${licence}`);
    owners.set(text, names);
  }
  owners.set(nodeLicence, ['Node.js']);
  const parts = [...owners].map(([text, names]) => `${names.join('\n')}\n\n${text.trim()}\n`);
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
