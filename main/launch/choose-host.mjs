import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Electron where its runtime is installed and may run sandboxed, else the browser host. Electron's package
 * throws when it is required without its runtime, so only its files are looked at.
 *
 * @param {string} root
 * @param {readonly string[]} switches
 * @param {{ platform: string, getuid?: () => number, env: Record<string, string | undefined> }} system
 * @param {string} proc where Linux shows its settings
 * @returns {{ name: 'electron' | 'browser', runtime: string, note: string | null, problem: string | null }}
 */
export function chooseHost(root, switches, system, proc = '/proc') {
  const asked = valueOf(switches, '--host');
  if (asked === 'browser') return browser(null);
  if (switches.includes('--no-open')) {
    return browser(asked === 'electron' ? '--no-open 不打开窗口，已改用浏览器方式。' : null);
  }
  const runtime = electronRuntime(root);
  if (runtime === null) {
    return asked === 'electron'
      ? {
          ...browser(null),
          problem: '没有安装 Electron 运行时，不能用 --host electron；请改用 --host browser。',
        }
      : browser(null);
  }
  if (system.platform !== 'win32' && system.getuid?.() === 0) {
    return browser('以 root 身份运行时 Electron 不能使用沙箱，已改用浏览器方式打开。');
  }
  if (system.platform === 'linux' && !userNamespacesOpen(proc)) {
    return browser('这台电脑没有开放用户命名空间，Electron 不能使用沙箱，已改用浏览器方式打开。');
  }
  if (system.platform === 'linux' && !hasDisplay(system.env)) {
    return browser(asked === 'electron' ? '这里没有图形界面，打不开窗口，已改用浏览器方式。' : null);
  }
  return { name: 'electron', runtime, note: null, problem: null };
}

function browser(note) {
  return { name: 'browser', runtime: '', note, problem: null };
}

function valueOf(switches, name) {
  const joined = switches.find((one) => one.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const index = switches.indexOf(name);
  return index === -1 ? undefined : switches[index + 1];
}

function hasDisplay(env) {
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

function electronRuntime(root) {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const runtime = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(runtime) ? runtime : null;
}

/** Debian and its kin close user namespaces by this switch; where it is absent they are open. */
function userNamespacesOpen(proc) {
  const closedBy = [
    ['sys/kernel/unprivileged_userns_clone', '0'],
    ['sys/user/max_user_namespaces', '0'],
    ['sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
  ];
  return closedBy.every(
    ([file, closed]) =>
      !existsSync(join(proc, file)) || readFileSync(join(proc, file), 'utf8').trim() !== closed,
  );
}
