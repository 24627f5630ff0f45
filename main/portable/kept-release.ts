import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const KEEP = 'node main/launch.mjs run tests/migrations/make-data-folder.ts';

/**
 * What is handed out must be opened by every program after it: its data folder is kept in tests/migrations, where those
 * are tested against it.
 * @throws Error where the folder of these very migrations is not there
 */
export function requireKeptRelease(root: string): void {
  const manifest = join(root, 'main', 'core', 'store', 'migrations', 'manifest.json');
  const migrations = JSON.parse(readFileSync(manifest, 'utf8')) as { schemaHash: string }[];
  const name = `version-${migrations.length}`;
  const [zip, facts] = ['zip', 'json'].map((ending) =>
    join(root, 'tests', 'migrations', `${name}.${ending}`),
  );
  if (zip === undefined || facts === undefined || !existsSync(zip) || !existsSync(facts))
    throw new Error(`发布前要留存这一版的数据文件夹：tests/migrations/${name}.zip。请先运行 ${KEEP}`);
  const { schemaHash } = JSON.parse(readFileSync(facts, 'utf8')) as { schemaHash?: string };
  if (schemaHash !== migrations.at(-1)?.schemaHash)
    throw new Error(`留存 ${name}.zip 以后，数据的结构又改过。请重新运行 ${KEEP}`);
}
