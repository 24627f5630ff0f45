import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDamagedStore, type Rescue, surveyDamage } from '../core/backups/rescue.ts';
import { findBrowser, openAppWindow, openWithSystem } from './app-window.ts';
import { writeEnterFile } from './enter-file.ts';
import { askForRescue, rescueAskedBy, type Rescuer, standingFaults } from '../core/store/standing-faults.ts';
import { lockFolder } from '../core/store/lock.ts';
import { realFolder } from '../core/store/volume.ts';
import { openRescueDesk, type RescueDesk, type RescueOutcome } from './rescue-desk.ts';
import { salvagedWords } from './rescue-page.ts';
import { type RescueServer, serveRescue } from './rescue-server.ts';
import { startProblem } from './start-problem.ts';

interface Rescuing {
  dataFolder: string;
  /** Shows the desk until something is decided. */
  ask: (desk: RescueDesk) => Promise<RescueOutcome>;
  say: (line: string) => void;
}

/**
 * The clerk has asked for it in the program that ran before. Nothing has the data open.
 * @throws AppError where another program has, the disk's own error; the next start is a usual one then
 */
async function rescueAsAsked(by: Rescuer, { dataFolder, ask, say }: Rescuing): Promise<void> {
  const lock = lockFolder(realFolder(dataFolder));
  try {
    askForRescue(dataFolder, null);
    const problem = standingFaults(dataFolder).join('\n');
    const rescue = await surveyDamage(dataFolder);
    for (const line of [problem, ...rescueLines(rescue)]) say(line);
    await ask(await openRescueDesk(problem, rescue, dataFolder, by));
  } finally {
    lock.release();
  }
}

/**
 * Starts what works on the data; where they are damaged, the clerk is asked, and it is started once more on the
 * backup that was taken.
 * @throws what `start` has thrown, where nothing can be done about it or the clerk wants nothing done
 */
export async function startOrRescue<Started>(
  start: () => Promise<Started>,
  { dataFolder, ask, say }: Rescuing,
): Promise<Started> {
  const by = rescueAskedBy(dataFolder);
  if (by !== null) await rescueAsAsked(by, { dataFolder, ask, say });
  try {
    return await start();
  } catch (error) {
    if (!isDamagedStore(error, dataFolder)) throw error;
    const problem = startProblem(error, dataFolder);
    const rescue = await surveyDamage(dataFolder);
    for (const line of [problem, ...rescueLines(rescue)]) say(line);
    if ((await ask(await openRescueDesk(problem, rescue, dataFolder))) === 'ended') throw error;
  }
  return start();
}

/** Asks in a browser, to which only this PC's user is let in. */
export function askInBrowser(dataFolder: string, opensWindow: boolean): Rescuing['ask'] {
  return async (desk) => {
    const server = await serveRescue(desk);
    let watch: NodeJS.Timeout | undefined;
    try {
      process.stdout.write(`打开: ${server.address}\n`);
      const windowRuns = opensWindow ? await openRescueWindow(server.address, dataFolder) : null;
      if (windowRuns !== null) watch = leaveWhenClosed(server, windowRuns);
      return await server.outcome;
    } finally {
      clearInterval(watch);
      server.close();
    }
  };
}

const LOOK_MILLISECONDS = 1_000;

/** A browser that ended before the page was there has handed it to another one, of which nothing is known. */
function leaveWhenClosed(
  { isShown, leave }: Pick<RescueServer, 'isShown' | 'leave'>,
  windowRuns: () => boolean,
): NodeJS.Timeout {
  let wasOpen = false;
  return setInterval(() => {
    if (!windowRuns()) {
      if (wasOpen) leave();
    } else if (isShown()) wasOpen = true;
  }, LOOK_MILLISECONDS);
}

/** @returns whether its window is still open; null where another program shows it */
async function openRescueWindow(address: string, dataFolder: string): Promise<(() => boolean) | null> {
  const enterFile = writeEnterFile(dataFolder, address);
  const browser = findBrowser();
  if (browser !== null)
    return openAppWindow(browser, pathToFileURL(enterFile).href, join(dataFolder, 'rescue-window'));
  await openWithSystem(enterFile);
  return null;
}

function rescueLines({ aside, salvaged }: Rescue): string[] {
  return [
    `没有删除任何东西；损坏的文件原样复制到 ${aside}`,
    salvagedWords(salvaged),
    '请在打开的页面里选择怎样处理。',
  ];
}
