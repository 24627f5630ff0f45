import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireFuses } from '#main/portable/check-electron.ts';
import { findElectronRuntime } from '#main/portable/electron-runtime.ts';
import { platforms } from '#main/portable/platforms.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const linux = platforms.find(({ name }) => name === 'linux-x64')!;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'electron-package-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('electron-builder.yml', () => {
  const requireOf = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  const { getConfig, validateConfiguration } = requireOf('app-builder-lib/out/util/config/config') as {
    getConfig: (root: string, file: null, given: null) => Promise<Record<string, Record<string, unknown>>>;
    validateConfiguration: (config: unknown, log: unknown) => Promise<void>;
  };
  const { DebugLogger } = requireOf('builder-util') as { DebugLogger: new (isEnabled: boolean) => unknown };
  const validate = (config: unknown) => validateConfiguration(config, new DebugLogger(false));

  it('is what electron-builder’s schema allows, which refuses a misspelt word', async () => {
    const config = await getConfig(root, null, null);
    await validate(config);
    const { perMachine, ...nsis } = config['nsis']!;
    await expect(validate({ ...config, nsis: { ...nsis, perMachin: perMachine } })).rejects.toThrow('nsis');
  });

  it('asks for no administrator, sets all fuses, lets nothing start without its sandbox and asks no server', async () => {
    const config = await getConfig(root, null, null);
    expect(config['nsis']).toMatchObject({ perMachine: false, allowElevation: false, language: '2052' });
    expect(config['win']).toMatchObject({ requestedExecutionLevel: 'asInvoker' });
    expect(Object.keys(config['electronFuses']!)).toHaveLength(8);
    expect(config['appImage']).toEqual({ executableArgs: [] });
    expect(config['publish']).toBeNull();
    const systems = ['win', 'linux'].flatMap((name) => config[name]!['target'] as { target: string }[]);
    expect(systems).toEqual([
      { target: 'nsis', arch: ['x64'] },
      { target: 'portable', arch: ['x64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ]);
  });
});

describe('npm run dist', () => {
  it('says in one line what to do where Electron can be had from nowhere', async () => {
    const mirror = { ELECTRON_MIRROR: 'http://127.0.0.1:9/' };
    const line = await findElectronRuntime(root, linux, join(folder, 'empty'), mirror).catch(String);
    expect(line).toContain('取不到 Electron 运行时');
    expect(line).toContain('ELECTRON_MIRROR=');
    expect(line).toContain(join(folder, 'empty'));
    expect(line).not.toContain('\n');
  });

  it('does not let a binary pass whose fuses are as they were released', () => {
    const loose = join(folder, 'loose');
    mkdirSync(loose);
    writeFileSync(
      join(loose, 'fire-committee-office'),
      'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000810011001',
    );
    expect(() => requireFuses(loose, linux)).toThrow('10011001');
  });
});
