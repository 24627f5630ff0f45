import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['main', 'renderer', 'shared', 'resources', 'package.json', 'package-lock.json'];
const configs = ['main/vite.config.ts', 'main/vite.preload.config.ts', 'renderer/vite.config.ts'];

const built = [
  'main/browser.js',
  'main/browser-process.js',
  'main/electron.js',
  'preload/preload.cjs',
  'renderer/index.html',
  'renderer/print.html',
];

/**
 * Builds dist/ when it is missing or older than the sources. A packaged program holds no sources and is
 * taken as it is.
 * @returns {boolean} whether there is something to run
 */
export function ensureBuilt(root, runtime) {
  const stampFile = join(root, 'dist', 'stamp');
  if (!existsSync(join(root, 'renderer'))) return existsSync(join(root, 'dist', 'main'));
  const stamp = stampOf(root);
  const whole = built.every((file) => existsSync(join(root, 'dist', file)));
  if (whole && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  for (const config of configs) {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const args = [vite, 'build', '--config', join(root, config), '--logLevel', 'warn'];
    const build = spawnSync(runtime, args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (build.status !== 0) {
      process.stderr.write(`构建没有成功(${config})，请把上面的内容告诉维护人员。\n`);
      return false;
    }
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

/** Names, sizes and times of all sources: cheap to take, changes whenever one of them does. */
function stampOf(root) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) for (const name of readdirSync(path).toSorted()) visit(join(path, name));
    else hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const source of sources) visit(join(root, source));
  return hash.digest('hex');
}
