import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import { finishedJob } from '#tests/support/core.ts';
import { actionsOf } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';
import { everybody, type PoolOffice, usePool } from './support.ts';

describe('a pasted table of inspectors', () => {
  const place = usePool();
  let at: PoolOffice;
  beforeAll(() => {
    at = place.at();
  });

  it('is shown as it is understood, and stored only when it is confirmed', async () => {
    const preview = await at.read(
      '电话|姓 名|所在单位|专业|角色|籍贯|请假\n1381|王  伟|市公安局|电气防火、无人机|组长，司机|城东|2026-12-01至2026-12-05 培训；2026-12-20\n|李敏|省消防协会||专家||',
    );
    expect(preview).toMatchObject({ rowCount: 2, adds: 2, errorCount: 0 });
    expect(preview.notes).toEqual(['专长里还没有、将一并新增：无人机']);
    expect(await at.names()).toEqual([]);
    expect(await at.take(preview)).toEqual({ added: 2, changed: 0 });
    const [wang, li] = await at.list();
    expect(wang).toMatchObject({
      name: '王伟',
      unitName: '临川市公安局',
      homeCountyName: '城东区',
      roles: ['leader', 'driver'],
      leave: [{ firstDay: '2026-12-01', lastDay: '2026-12-05', reason: '培训' }, { firstDay: '2026-12-20' }],
    });
    expect(wang?.skills.map(({ name }) => name)).toEqual(['电气', '无人机']);
    expect(li).toMatchObject({ organizationUid: null, unitName: '省消防协会' });
  });

  it('marks each row as new, changed or unchanged, and an empty cell erases nothing', async () => {
    const preview = await at.read(
      '姓名|单位|电话|专长|请假\n王伟|临川市公安局|1381||2026-12-20\n李敏|省消防协会|1399|燃气|2026-12-24\n王伟|市应急管理局|||\n王伟|市应急管理局|||',
    );
    expect(actionsOf(preview)).toEqual(['same', 'change', 'add', 'none']);
    expect(preview.rows.find(({ row }) => row === 3)?.remark).toBe('电话 1399；专长 燃气；加请假 1 次');
    expect(preview.warningCount).toBe(2);
    await at.take(preview);
    expect((await at.list({ text: '李敏' }))[0]).toMatchObject({ phone: '1399', roles: ['expert'] });
    expect((await at.list({ unit: '临川市公安局' }))[0]?.leave).toHaveLength(2);
  });

  it('names by row and column what stands in the way, and then stores nothing', async () => {
    const preview = await at.read(
      '姓名|单位|籍贯|角色|请假\n甲|中山街道|||\n乙||南昌|观察员|\n丙||||下周\n丁|城东区中山街道|||',
    );
    await expect(at.take(preview)).rejects.toMatchObject({ code: 'refused' });
    expect(await at.names({ text: '丁' })).toEqual([]);
    expect(preview.problems.map(({ row, column }) => `${row}${column}`).toSorted()).toEqual([
      '2B',
      '3C',
      '3D',
      '4E',
    ]);
  });
});

describe('the exported pool', () => {
  const place = usePool();

  it('is read again as the same people, whatever stands in them', async () => {
    const at = place.at();
    await at.client.office.update({ name: '办公室', exportFolder: at.office.dataFolder });
    const [gone, away] = await at.add(
      at.person('=1+1', { note: '第一行\n第二行' }),
      at.person('钱中山', {
        organizationUid: at.places.城西区中山街道!,
        homeCountyUid: at.places.城东区!,
        roles: ['leader', 'expert'],
        skillUids: [await at.skill('文书'), await at.skill('电气')],
        phone: '0794-1234567',
      }),
      at.person('钱中山', { organizationUid: at.places.城东区中山街道! }),
      at.person('阿迪力 买买提', { unit: '省消防协会' }),
    );
    await at.client.inspectors.leavePool({ uids: [gone!], day: '2026-01-01' });
    const days = { firstDay: '2026-12-01', lastDay: '2026-12-02', reason: '培训；考试' };
    await at.client.inspectors.addLeave({ uids: [away!], ...days });
    const exported = await at.client.inspectors.exportPool({ filter: everybody, uids: null });
    const { name } = (await finishedJob(at.client, exported.jobUid)).result as WrittenFile;
    const bytes = readFileSync(join(at.office.dataFolder, name));
    const fileToken = await upload(at.client, 'pool.xlsx', bytes);
    const preview = await at.readFrom({ fileToken, sheet: null });
    expect(preview).toMatchObject({ rowCount: 4, adds: 0, changes: 0, same: 4, problems: [] });
  });
});
