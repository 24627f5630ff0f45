import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningOffice, startOffice } from '#tests/e2e/support/office.ts';

let office: RunningOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

it('an empty office becomes the sample city by one click, and every window says that it is one', async () => {
  const page = await office.enter();
  await page.getByRole('button', { name: '用示例数据体验' }).click();
  await page.getByText('安澜市消防安全委员会办公室(示例)').waitFor();
  await page.getByText('载入示例数据').waitFor({ state: 'detached' });
  await page.getByText('2026年第四季度消防工作考核').first().waitFor();
  const other = await office.enter();
  expect(await other.getByRole('banner').innerText()).toContain('示例');
});
