import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDamagedStore, type Rescue, surveyDamage, takeBackup } from '../core/backups/rescue.ts';
import { findBrowser, openAppWindow, openWithSystem } from './app-window.ts';
import { writeEnterFile } from './enter-file.ts';
import { serveRescue } from './rescue-server.ts';
import { startProblem } from './start-problem.ts';

interface Asking {
  dataFolder: string;
  opensWindow: boolean;
  /** To the terminal. */
  say: (line: string) => void;
}

/**
 * Starts what works on the data; where they are damaged, the clerk is asked, and it is started once more on the
 * backup that was taken.
 * @throws what `start` has thrown, where nothing can be done about it or the clerk wants nothing done
 */
export async function startOrRescue<Started>(
  start: () => Promise<Started>,
  asking: Asking,
): Promise<Started> {
  try {
    return await start();
  } catch (error) {
    if (!isDamagedStore(error, asking.dataFolder) || !(await rescued(error, asking))) throw error;
  }
  return start();
}

/** @returns whether the clerk has taken the backup */
async function rescued(error: unknown, { dataFolder, opensWindow, say }: Asking): Promise<boolean> {
  const problem = startProblem(error, dataFolder);
  const rescue = await surveyDamage(dataFolder);
  for (const line of [problem, ...rescueLines(rescue)]) say(line);
  const server = await serveRescue(problem, rescue);
  try {
    process.stdout.write(`打开: ${server.address}\n`);
    if (opensWindow) await openRescueWindow(server.address, dataFolder);
    if ((await server.choice) === 'end' || rescue.backup === null) return false;
    await takeBackup(dataFolder, rescue.backup.found);
    return true;
  } finally {
    server.close();
  }
}

async function openRescueWindow(address: string, dataFolder: string): Promise<void> {
  const enterFile = writeEnterFile(dataFolder, address);
  const browser = findBrowser();
  if (browser === null) await openWithSystem(enterFile);
  else openAppWindow(browser, pathToFileURL(enterFile).href, join(dataFolder, 'rescue-window'));
}

function rescueLines({ aside, workbook }: Rescue): string[] {
  return [
    `没有删除任何东西；损坏的文件原样复制到 ${aside}`,
    workbook === null ? '损坏的文件里读不出内容。' : `读得出来的内容已导出到 ${workbook}`,
    '请在下面的网址里选择怎样处理。',
  ];
}
