/*
 * Switches that Electron takes from a command line by itself, whatever the program's code has decided: with them another
 * program would look into the pages, or the pages would lose what holds them.
 */

const refused = [
  // Somebody else's tools on the pages or on the program.
  /^remote-debugging-/,
  /^inspect(-|$)/,
  /^(js-flags|load-extension|log-net-log)$/,
  // The walls around the pages.
  /^(no-sandbox|no-zygote|single-process|in-process-gpu)$/,
  /^disable-.*sandbox/,
  /^(disable-web-security|disable-site-isolation-trials|allow-file-access-from-files)$/,
  /^(ignore-certificate-errors|allow-running-insecure-content|unsafely-treat-insecure-origin-as-secure)/,
  // Another program in the place of the pages' own processes.
  /^(browser-subprocess-path|gpu-launcher|(renderer|utility)-cmd-prefix)$/,
  // Another way to the network, or another place for what the pages keep.
  /^(proxy-|host-rules$|host-resolver-rules$|user-data-dir$)/,
];

// Chromium takes one dash for two, and on Windows a slash and any letters' case.
const SWITCH = process.platform === 'win32' ? /^(?:--?|\/)([\w-]+)/ : /^--?([\w-]+)/;

/** @throws Error with a Chinese message that names the first one of them */
export function refuseSwitches(words: readonly string[]): void {
  const found = words.find((word) => {
    const name = SWITCH.exec(word)?.[1]?.toLowerCase();
    return name !== undefined && refused.some((pattern) => pattern.test(name));
  });
  if (found === undefined) return;
  const [name] = found.split('=');
  throw new Error(
    `参数 ${name} 会拆掉程序对数据的防护，不能使用。请去掉它再打开；写在快捷方式里的，在快捷方式的属性里删掉。`,
  );
}
