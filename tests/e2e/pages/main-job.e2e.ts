import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { type RunningOffice, startOffice } from '#tests/e2e/support/office.ts';

let office: RunningOffice;
let page: Page;

beforeAll(async () => {
  office = await startOffice();
  page = await office.enter();
});
afterAll(() => office.close());

describe('a new user', () => {
  it('reaches the workbook of the current quarter from the first page by five clicks', async () => {
    await page.getByRole('button', { name: '用示例数据体验' }).click();
    await page.getByRole('menuitem', { name: '考核', exact: true }).click();
    await page.getByText('2026年第四季度消防工作考核').click();
    await page.getByRole('button', { name: '导出 Excel' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('link', { name: /下载/ })
        .or(page.getByRole('button', { name: /下载/ }))
        .first()
        .click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/2026年第四季度.*\.xlsx$/);
    const workbook = readWorkbook(readFileSync(await download.path()), defaultReadLimits);
    const names = workbook.sheets.map(({ name }) => name);
    expect(names[0]).toBe('目录');
    expect(names.filter((name) => name.startsWith('汇总表'))).toHaveLength(2);
    expect(names.filter((name) => name.startsWith('结果名单'))).toHaveLength(2);
    expect(names).toHaveLength(1 + 2 + 2 + 48);
  });
});
