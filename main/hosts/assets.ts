import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface Assets {
  read(name: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null>;
}

/** Serves only names that the build wrote into assets/: a path cannot climb out of what is on the list. */
export function createAssets(rendererFolder: string): Assets {
  const folder = join(rendererFolder, 'assets');
  // A program that was not built has no assets; every name is then unknown.
  const names = readdir(folder).then(
    (list) => new Set(list),
    () => new Set<string>(),
  );
  return {
    async read(name) {
      const type = types[extname(name)];
      if (type === undefined || !(await names).has(name)) return null;
      return { bytes: new Uint8Array(await readFile(join(folder, name))), type };
    },
  };
}
