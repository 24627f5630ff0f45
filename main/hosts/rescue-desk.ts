import { isAbsolute } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { readBackupKey } from '../core/backups/backup-key.ts';
import { findConnectedPlaces, findPlaceAt } from '../core/backups/find-places.ts';
import { ownPlace } from '../core/backups/make-backup.ts';
import type { FoundBackup } from '../core/backups/place.ts';
import { type Rescue, takeBackup } from '../core/backups/rescue.ts';
import type { Rescuer } from '../core/store/standing-faults.ts';
import { backPage, endPage, rescuePage, takenPage } from './rescue-page.ts';

/** taken: a backup takes the place of the damaged data at the next opening; back: the program opens on what there is. */
export type RescueOutcome = 'taken' | 'ended' | 'back';

export interface RescueAnswer {
  page: string;
  /** Null while nothing is decided. */
  outcome: RescueOutcome | null;
}

/** What the clerk has before damaged data, whichever host shows it. */
export interface RescueDesk {
  page: () => string;
  /** @param form a form of the page, as a browser sends it */
  answer: (form: string) => Promise<RescueAnswer>;
}

/** @param askedBy who has come from the program, which can open the data, if only to be read; null where it cannot */
export async function openRescueDesk(
  problem: string,
  rescue: Rescue,
  dataFolder: string,
  askedBy: Rescuer | null = null,
): Promise<RescueDesk> {
  const isOpenable = askedBy !== null;
  let others = await findConnectedPlaces();

  const page = (notice = ''): string => rescuePage({ problem, rescue, others, notice, isOpenable });
  const stay = (notice: string): RescueAnswer => ({ page: page(notice), outcome: null });

  async function look(path: string): Promise<RescueAnswer> {
    if (!isAbsolute(path)) return stay('请写备份所在文件夹的完整路径，例如 E:\\备份 或 /media/U盘/备份。');
    const found = await findPlaceAt(path);
    if (found === null)
      return stay(`“${path}”里没有找到备份。请检查 U 盘或网络文件夹是否连好，路径是否写对。`);
    others = [found, ...others.filter(({ folder }) => folder !== found.folder)];
    return stay('');
  }

  async function take(form: URLSearchParams): Promise<RescueAnswer> {
    const chosen = backupOf(form.get('place') ?? '', form.get('name') ?? '');
    if (chosen === null) return stay('这份备份现在不在，请重新查找。');
    const password = form.get('password') ?? '';
    const opener = password === '' ? readBackupKey(dataFolder) : { password };
    try {
      await takeBackup(dataFolder, chosen.backup, { place: chosen.place, opener }, askedBy);
      return { page: takenPage, outcome: 'taken' };
    } catch (error) {
      if (error instanceof AppError) return stay(error.message);
      return stay('没有恢复成功，数据没有变化。请检查磁盘空间，或者换一份备份。');
    }
  }

  function leave(choice: string | null): RescueAnswer {
    if (choice === 'back' && isOpenable) return { page: backPage, outcome: 'back' };
    return choice === 'end' ? { page: endPage, outcome: 'ended' } : stay('请再点一次。');
  }

  /** Only of what the page shows. An empty place is the data folder's own. */
  function backupOf(folder: string, name: string): { place: string; backup: FoundBackup } | null {
    if (folder === '' && rescue.backup?.found.name === name)
      return { place: ownPlace(dataFolder), backup: rescue.backup.found };
    const backup = others
      .find((other) => other.folder === folder)
      ?.backups.find((each) => each.name === name);
    return backup === undefined ? null : { place: folder, backup };
  }

  return {
    page: () => page(),
    answer(text) {
      const form = new URLSearchParams(text);
      if (form.get('do') === 'take') return take(form);
      if (form.get('do') === 'look') return look(form.get('folder')?.trim() ?? '');
      return Promise.resolve(leave(form.get('do')));
    },
  };
}
