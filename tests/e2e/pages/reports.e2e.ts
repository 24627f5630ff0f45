import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

const NAME = '火灾隐患排查整治情况统计表';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const rowOf = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
/** What was found in 云栖区. */
const found = () => rowOf('云栖区').getByRole('cell').nth(1);

/** The sample's inspections were in this month, whenever the test runs. */
async function showMonth(words: string): Promise<void> {
  while (!(await page.getByText(words, { exact: true }).isVisible())) await button('上一期').click();
}

describe('a report', () => {
  it('shows a month, and a number opens the findings that it counts', async () => {
    await page.getByRole('menuitem', { name: '统计报表' }).click();
    await page.getByRole('cell', { name: NAME }).click();
    await page.getByRole('table', { name: NAME }).waitFor();
    await showMonth('2026年11月');
    await found().getByRole('button', { name: '3' }).click();
    await page.getByText('统计范围：').waitFor();
    await page.getByText('共 3 处问题').waitFor();
    await page.goBack();
    await page.getByText('2026年11月', { exact: true }).waitFor();
  });

  it('shows the records themselves where no list can be narrowed to them', async () => {
    await rowOf('云栖区').getByRole('cell').first().getByRole('button', { name: '2' }).click();
    await page.getByRole('list', { name: '云栖区 检查单位' }).getByText('翠屏国际酒店').waitFor();
    await button('关闭').click();
  });

  it('gets another column by typing initials', async () => {
    await button('更多操作').click();
    await page.getByRole('menuitem', { name: '修改报表' }).click();
    await dialog().getByRole('combobox', { name: '添加栏目' }).click();
    await page.keyboard.type('yqwzg');
    await page.locator('.ant-select-item-option-active').getByText('逾期未整改(处)').waitFor();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('逾期未整改印在表上的名称').fill('逾期');
    await button('保存').click();
    await page.getByRole('columnheader', { name: '逾期(处)' }).waitFor();
  });

  it('is handed up, frozen with its fingerprint', async () => {
    await button('上报').click();
    await dialog().getByLabel('报送单位').fill('省消防安全委员会办公室');
    await dialog().getByRole('button', { name: '上报' }).click();
    await page.getByRole('heading', { name: '2026年11月报省消防安全委员会办公室' }).waitFor();
    await page.getByText('现在重新统计，和报出去的完全一样。').waitFor();
    expect(await page.getByText(/^[0-9a-f]{64}$/u).count()).toBe(1);
  });

  it('stays in the register when it is withdrawn with a reason', async () => {
    await button('撤回').click();
    await dialog().getByLabel('撤回原因').fill('漏报一处');
    await dialog().getByRole('button', { name: '撤回' }).click();
    await page.getByText('撤回：漏报一处').waitFor();
    await page.getByRole('link', { name: '上报登记' }).click();
    await page.getByRole('cell', { name: '已撤回' }).waitFor();
  });
});
