import { type ChildProcess, spawn } from 'node:child_process';
import { countCoreDeaths } from './core-deaths.ts';
import { showProblemPage } from './problem-page.ts';
import { type Begin, exitForRescue, exitTold, type Standing } from './serving-messages.ts';

/*
 * Starts the process that serves the pages, and the next one at the same address when it dies: what was acknowledged is
 * in the store, the pages repeat what was not, and what somebody was typing stays where it was.
 */

/** A start takes seconds: so many of them within a minute lead nowhere. */
const MOST_DEATHS_IN_A_MINUTE = 10;

interface Serving {
  /** Script of the process. */
  entry: string;
  switches: readonly string[];
}

export function keepServing({ entry, switches }: Serving): void {
  const deaths = countCoreDeaths(MOST_DEATHS_IN_A_MINUTE);
  let standing: Standing | null = null;
  let ending = false;
  let child = start();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      ending = true;
      child.kill(signal);
    });
  }

  function start(): ChildProcess {
    // Neither of the two has a console window of its own on Windows.
    const started = spawn(process.execPath, [...process.execArgv, entry, ...switches], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      windowsHide: true,
    });
    started.send({ resumed: standing } satisfies Begin);
    started.on('message', (message: Standing) => {
      standing = message;
    });
    started.once('exit', (code) => void follow(code));
    return started;
  }

  async function follow(code: number | null): Promise<void> {
    if (ending || standing === null || code === 0 || code === exitTold) process.exit(code ?? exitTold);
    if (code === exitForRescue) {
      child = start();
      return;
    }
    if (!deaths.count(Date.now())) {
      process.stderr.write('程序的数据部分意外停止，正在重新启动。已保存的内容不受影响。\n');
      child = start();
      return;
    }
    await giveUp(standing);
  }
}

async function giveUp({ opensWindow }: Standing): Promise<void> {
  const problem = '程序的数据部分反复意外停止，程序已经结束。已保存的内容不受影响，请重新打开程序。';
  process.stderr.write(`${problem}\n`);
  if (opensWindow && !process.stderr.isTTY) await showProblemPage(problem, null);
  process.exit(exitTold);
}
