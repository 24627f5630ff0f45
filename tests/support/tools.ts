import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '#main/hosts/app-window.ts';

/** Programs outside npm that some tests need, and how to get them on Debian. */
const tools = {
  chromium: {
    commands: [],
    packages: [
      'chromium',
      'chromium-headless-shell',
      'fonts-noto-cjk',
      'fonts-arphic-gbsn00lp',
      'fonts-arphic-gkai00mp',
    ],
  },
  libreoffice: { commands: ['soffice', 'libreoffice'], packages: ['libreoffice-calc', 'libreoffice-writer'] },
  poppler: { commands: ['pdftoppm'], packages: ['poppler-utils'] },
  strace: { commands: ['strace'], packages: ['strace'] },
  iproute2: { commands: ['ip'], packages: ['iproute2'] },
} as const;

export type ToolName = keyof typeof tools;

/** Path of the tool, or null where it is absent; a test then says so instead of passing in silence. */
export function findTool(name: ToolName): string | null {
  if (name === 'chromium') return findTestBrowser();
  return findCommand(tools[name].commands);
}

/** The same engine without a browser's frame, where it is there: a run takes a third less of both cores. */
function findTestBrowser(): string | null {
  const isGiven = process.env['CHROMIUM_PATH'] !== undefined;
  return (isGiven ? null : findCommand(['chromium-headless-shell'])) ?? findBrowser();
}

function findCommand(commands: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':');
  for (const command of commands) {
    const found = [...folders, '/usr/sbin', '/sbin']
      .map((folder) => `${folder}/${command}`)
      .find((path) => existsSync(path));
    if (found !== undefined) return found;
  }
  return null;
}

/** The line that a run ends with where a tool is absent. */
export function notRun(what: string, name: ToolName): string {
  const packages = tools[name].packages.join(' ');
  const todo =
    process.platform === 'win32' ? `install ${name} and put it on the PATH` : `apt-get install ${packages}`;
  return `${what}: NOT RUN, because ${name} was not found, do: ${todo}`;
}

/**
 * As root on Debian the missing packages are installed, with apt's own output shown.
 * @returns whether apt-get ended well
 */
export function installPackages(names: readonly ToolName[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = names.flatMap((name) => tools[name].packages);
  return [['update'], ['install', '-y', '--no-install-recommends', ...packages]].every(
    (args) => spawnSync('apt-get', args, { stdio: 'inherit', env: environment }).status === 0,
  );
}
