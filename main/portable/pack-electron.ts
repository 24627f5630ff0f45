import { join } from 'node:path';
import { Arch, build, type Configuration, Platform as System } from 'electron-builder';
import { requireFuses, requireWholePackage } from './check-electron.ts';
import { findElectronRuntime } from './electron-runtime.ts';
import type { Platform } from './platforms.ts';

interface Packing {
  root: string;
  platforms: readonly Platform[];
  /** Holds Electron's archives and electron-builder's tools; may be filled on one PC and carried to another. */
  cache: string;
  out: string;
  /** Only the folder that an installer would hold. */
  isUnpackedOnly: boolean;
}

/** @returns paths of what was made @throws Error in plain Chinese */
export async function packElectron({
  root,
  platforms,
  cache,
  out,
  isUnpackedOnly,
}: Packing): Promise<string[]> {
  const made: string[] = [];
  process.env['ELECTRON_BUILDER_CACHE'] ??= join(cache, 'tools');
  process.env['electron_config_cache'] ??= join(cache, 'fetched');
  for (const platform of platforms) {
    const electronDist = await findElectronRuntime(root, platform, cache);
    const folders: string[] = [];
    const config: Configuration = {
      directories: { output: out },
      ...(electronDist === null ? {} : { electronDist }),
      afterPack({ appOutDir }) {
        folders.push(appOutDir);
        requireWholePackage(appOutDir, root, platform);
      },
    };
    const system = platform.isWindows ? System.WINDOWS : System.LINUX;
    const arch = platform.name.endsWith('arm64') ? Arch.arm64 : Arch.x64;
    const targets = isUnpackedOnly ? system.createTarget('dir', arch) : system.createTarget(null, arch);
    const files = await build({ projectDir: root, targets, config, publish: 'never' });
    for (const folder of folders) requireFuses(folder, platform);
    made.push(...(isUnpackedOnly ? folders : files));
  }
  return made;
}
