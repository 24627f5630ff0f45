import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.close());

it.each(['导出', './导出', '../导出', 'a/b'])(
  'refuses %j, which depends on where the program was started',
  async (exportFolder) => {
    await expect(office.client.office.update({ name: '临川市', exportFolder })).rejects.toThrow('完整的路径');
  },
);

it('takes a whole path, and the default again when it is left empty', async () => {
  const { exportFolder: byDefault } = await office.client.office.settings();
  expect(await office.client.office.update({ name: '临川市', exportFolder: '/srv/导出' })).toMatchObject({
    exportFolder: '/srv/导出',
  });
  expect(await office.client.office.update({ name: '临川市', exportFolder: '' })).toMatchObject({
    exportFolder: byDefault,
  });
});

it('says what another window changed meanwhile, and leaves alone what was not typed in', async () => {
  const { update } = office.client.office;
  const base = { name: '甲市', exportFolder: '/srv/甲' };
  await update(base);
  await update({ ...base, name: '乙市', base });
  await expect(update({ ...base, name: '丙市', base })).rejects.toMatchObject({
    code: 'conflict',
    data: { fields: [{ field: 'name', theirs: '乙市', mine: '丙市' }] },
  });
  expect(await update({ name: '甲市', exportFolder: '/srv/乙', base })).toMatchObject({
    name: '乙市',
    exportFolder: '/srv/乙',
  });
});
