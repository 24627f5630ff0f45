import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesText } from './licences.ts';
import { findNodeLicence, findNodeRuntime } from './node-runtime.ts';
import type { Platform } from './platforms.ts';
import { forNotepad, startFiles } from './start-files.ts';

export interface PackedFile {
  /** Inside the package, parted by slashes. */
  name: string;
  bytes: Uint8Array;
  /** Whether it may be executed. */
  runs: boolean;
}

/** What Electron, the command line and the build have there: nobody asks for it in the package. */
const unusedOfBuild =
  /^dist\/(stamp$|preload\/|portable\/|electron\/|main\/(electron|core-process|cli)\.js$|main\/migrations\/.*\.ts$)/;
/** The manual's pictures too: the built renderer has them among its assets. */
const unusedOfResources =
  /^resources\/(readme\/|manual\/pictures\/|icon\/(?!icon\.png$)|README\.md$|.*\/\.gitattributes$|.*\.ts$)/;
/** Playwright's recorder, trace viewer and types: the program only starts a browser to print. */
const unusedOfPlaywright = /\/(bin|types|lib\/vite|lib\/tools)\/|\.d\.ts$|\/README\.md$/;

/** Everything of the package for one system, the program under `program/`. Needs a built dist/. */
export function packageContents(root: string, platform: Platform, cache: string): PackedFile[] {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const encoder = new TextEncoder();
  const text = (name: string, content: string, runs = false): PackedFile => ({
    name,
    bytes: encoder.encode(content),
    runs,
  });
  return [
    ...startFiles(platform, version).map((file) => text(file.name, file.text, file.runs)),
    text('许可证.txt', forNotepad(licencesText(root, findNodeLicence(root, cache)))),
    text('program/package.json', `${JSON.stringify({ type: 'module', version }, null, 2)}\n`),
    text('program/start.mjs', readFileSync(join(root, 'main', 'portable', 'start.mjs'), 'utf8')),
    {
      name: `program/${platform.runtime.name}`,
      bytes: findNodeRuntime(root, platform, cache),
      runs: true,
    },
    ...programFiles(root, platform).map((name) => ({
      name: `program/${name}`,
      bytes: readFileSync(join(root, name)),
      runs: false,
    })),
  ];
}

/** What both hosts need of the built program and its parts, from the project's folder. */
export function programFiles(root: string, platform: Platform): string[] {
  const sqlite = 'node_modules/better-sqlite3';
  return [
    ...filesBelow(root, 'dist').filter((name) => !unusedOfBuild.test(name)),
    ...filesBelow(root, 'resources').filter((name) => !unusedOfResources.test(name)),
    `${sqlite}/package.json`,
    `${sqlite}/LICENSE`,
    ...filesBelow(root, `${sqlite}/lib`),
    `${sqlite}/prebuilds/${platform.binary}`,
    ...filesBelow(root, 'node_modules/playwright-core').filter((name) => !unusedOfPlaywright.test(name)),
  ];
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, name) : [name];
    });
}
