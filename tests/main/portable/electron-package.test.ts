import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

  it('opens a double-clicked pack by a command whose program is in quotes, after electron-builder has written its own', async () => {
    const config = await getConfig(root, null, null);
    const [association] = config['fileAssociations'] as unknown as { name: string }[];
    const include = readFileSync(join(root, config['nsis']!['include'] as string), 'utf8');
    const keyOf = (name: string) => ['"Software', 'Classes', name, 'shell', 'open', 'command"'].join('\\');
    expect(include).toContain(`!macro customInstall\n`);
    expect(include).toContain(`WriteRegStr SHELL_CONTEXT ${keyOf(association!.name)} "" '"$appExe" "%1"'`);
    const templates = join(dirname(requireOf.resolve('app-builder-lib/package.json')), 'templates', 'nsis');
    const section = readFileSync(join(templates, 'installSection.nsh'), 'utf8');
    const [registers, adds] = ['registerFileAssociations', 'customInstall'].map((name) =>
      section.indexOf(`!insertmacro ${name}`),
    );
    expect(registers).toBeGreaterThan(0);
    expect(adds).toBeGreaterThan(registers!);
    // The key is the one that electron-builder writes the unquoted command to.
    const macros = readFileSync(join(templates, 'include', 'FileAssociation.nsh'), 'utf8');
    expect(macros).toContain(`WriteRegStr SHELL_CONTEXT ${keyOf(['$', '{FILECLASS}'].join(''))} ""`);
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

describe('what Linux is told of the program', () => {
  interface Linux {
    executableName: string;
    [option: string]: unknown;
  }
  interface Packager {
    config: unknown;
    platformSpecificBuildOptions: Linux;
    executableName: string;
    appInfo: { productName: unknown; sanitizedProductName: unknown; description: string };
    fileAssociations: unknown;
    info: { metadata: unknown };
  }
  const requireOf = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  const { getConfig } = requireOf('app-builder-lib/out/util/config/config') as {
    getConfig: (root: string, file: null, given: null) => Promise<Record<string, unknown>>;
  };
  const { LinuxTargetHelper } = requireOf('app-builder-lib/out/targets/LinuxTargetHelper') as {
    LinuxTargetHelper: new (
      packager: Packager,
    ) => { computeDesktopEntry: (options: Linux, exec?: string) => Promise<string> };
  };

  async function desktopEntry(target: 'deb' | 'appImage', exec?: string): Promise<string[]> {
    const config = await getConfig(root, null, null);
    const forLinux = config['linux'] as Linux;
    const { productName } = config;
    const helper = new LinuxTargetHelper({
      config,
      platformSpecificBuildOptions: forLinux,
      executableName: forLinux.executableName,
      appInfo: { productName, sanitizedProductName: productName, description: '' },
      fileAssociations: config['fileAssociations'],
      info: { metadata: config['extraMetadata'] },
    });
    const options = { ...forLinux, ...(config[target] as object) };
    return (await helper.computeDesktopEntry(options, exec)).split('\n');
  }

  it('opens the program with the pack that was double-clicked, and knows its window by a name of ASCII', async () => {
    const entry = await desktopEntry('deb');
    expect(entry).toContain('Exec="/opt/消安办工作台/fire-committee-office" %U');
    expect(entry).toContain('MimeType=application/x-fire-committee-pack;');
    expect(entry).toContain('StartupWMClass=fire-committee-office');
    expect(entry).toContain('Icon=fire-committee-office');
    expect(entry).toContain('Categories=Office;');
    expect((await desktopEntry('appImage', 'AppRun %U')).join('\n')).not.toContain('no-sandbox');
  });
});

describe('the icons', () => {
  const icon = (ending: string) => readFileSync(join(root, 'resources', 'icon', `icon.${ending}`));

  it('are as large as Windows and Linux show them: up to 256 in the .ico, 512 in the .png', () => {
    const ico = icon('ico');
    // A byte of the directory says 0 for 256.
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, place) => ico[6 + 16 * place] || 256);
    expect(sizes).toEqual(expect.arrayContaining([16, 32, 48, 256]));
    const png = icon('png');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512]);
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
