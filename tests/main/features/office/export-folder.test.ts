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
