import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { descentOf, ownAmong, readOrigin } from '#main/core/backups/origin.ts';
import { findBackups, writeManifest } from '#main/core/backups/place.ts';
import { secondPlace } from '#main/core/backups/second-place.ts';
import { thinPlace } from '#main/core/backups/thin-place.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import { type BackupOffice, backupOffice } from './backup-office.ts';

const DAY = 86_400_000;
const noon = new Date(2026, 9, 30, 12).getTime();
const rule = { allDays: 1, daily: 2, weekly: 1, monthly: 1 };

describe('a second place of two PCs', () => {
  let base: string;
  let place: string;
  let ours: BackupOffice;
  let theirs: BackupOffice;

  beforeEach(() => {
    base = temporaryFolder();
    place = secondPlace(base);
    ours = backupOffice(base, 'ours');
    theirs = backupOffice(base, 'theirs');
    ours.setName('甲');
    return () => {
      ours.close();
      theirs.close();
    };
  });

  /** As the job does it after a backup was taken there. */
  async function thin(office: BackupOffice, now: number): Promise<void> {
    const origin = await readOrigin(office.folder);
    const reader = office.store.read();
    await thinPlace(place, now, rule, (found) => ownAmong(found.map(descentOf), origin, reader));
    reader.close();
  }

  const names = () => findBackups(place).then((found) => found.map(({ name }) => name).toSorted());

  it('keeps of each as many as of one alone', async () => {
    const kept: string[] = [];
    for (const day of [0, 1, 2, 3]) {
      for (const office of [ours, theirs]) {
        const now = noon + day * DAY + (office === ours ? 0 : 3_600_000);
        const { name } = await office.bringOver(now);
        if (day >= 2) kept.push(name);
        await thin(office, now);
      }
    }
    expect(await names()).toEqual(kept.toSorted());
  });

  it('tells the backups of a former version, which name no origin, by the log they hold', async () => {
    for (const office of [ours, theirs]) {
      for (const day of [0, 1, 2]) {
        const { manifest } = await office.bringOver(noon - day * DAY);
        const { origin: _, ...former } = manifest!;
        await writeManifest(place, former);
      }
    }
    expect(await names()).toHaveLength(6);
    await thin(ours, noon);
    expect(await names()).toHaveLength(5);
    await thin(theirs, noon);
    expect(await names()).toHaveLength(4);
  });

  it('lets a PC that was set up from a backup of the other thin none of its', async () => {
    const lasts = [];
    for (const day of [5, 4, 3]) lasts.push((await ours.bringOver(noon - day * DAY)).name);
    const copy = join(base, 'copy');
    ours.close();
    cpSync(join(ours.folder, 'store.db'), join(copy, 'store.db'));
    const third = backupOffice(base, 'copy');
    for (const day of [2, 1, 0]) lasts.push((await third.bringOver(noon - day * DAY)).name);
    await thin(third, noon);
    third.close();
    ours = backupOffice(base, 'ours');
    expect(await names()).toEqual(lasts.filter((_, position) => position !== 3).toSorted());
  });
});
