import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from './platforms.ts';

const USUAL_MIRROR = 'https://github.com/electron/electron/releases/download/';
const PATIENCE_MILLISECONDS = 15_000;

/** As Electron's releases name it. */
export function runtimeArchive(root: string, { name }: Platform): string {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ) as { version: string };
  return `electron-v${version}-${name.replace('win-', 'win32-')}.zip`;
}

/**
 * Electron itself for a system: from the cache folder, where it may have been carried, else from its mirror.
 * @returns path of its archive in the cache; null where it is to be fetched, which is possible
 * @throws Error in plain Chinese where it can be had from nowhere
 */
export async function findElectronRuntime(
  root: string,
  platform: Platform,
  cache: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  const archive = runtimeArchive(root, platform);
  const carried = join(cache, archive);
  if (existsSync(carried)) return carried;
  const version = /v[\d.]+/.exec(archive)?.[0].replace(/\.$/, '') ?? '';
  const address = `${environment['ELECTRON_MIRROR'] ?? USUAL_MIRROR}${version}/${archive}`;
  if (await canBeHad(address)) return null;
  throw new Error(
    `取不到 Electron 运行时，没有制作安装包：${address} 连不上。` +
      `能上网时换一个镜像再试：ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/ npm run dist；` +
      `不能上网时，在别的电脑上下载 ${archive}，放进 ${cache} 后再试。`,
  );
}

async function canBeHad(address: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    return (await fetch(address, { method: 'HEAD', signal })).ok;
  } catch {
    return false;
  }
}
