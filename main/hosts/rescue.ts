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
import { serveRescue } from './rescue-server.ts';
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
    try {
      process.stdout.write(`打开: ${server.address}\n`);
      if (opensWindow) await openRescueWindow(server.address, dataFolder);
      return await server.outcome;
    } finally {
      server.close();
    }
  };
}

async function openRescueWindow(address: string, dataFolder: string): Promise<void> {
  const enterFile = writeEnterFile(dataFolder, address);
  const browser = findBrowser();
  if (browser === null) await openWithSystem(enterFile);
  else openAppWindow(browser, pathToFileURL(enterFile).href, join(dataFolder, 'rescue-window'));
}

function rescueLines({ aside, salvaged }: Rescue): string[] {
  return [
    `没有删除任何东西；损坏的文件原样复制到 ${aside}`,
    salvagedWords(salvaged),
    '请在打开的页面里选择怎样处理。',
  ];
}
