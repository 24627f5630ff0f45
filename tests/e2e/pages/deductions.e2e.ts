import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const ofTask = () => page.getByRole('region', { name: '考核扣分' });
const ofCell = () => page.getByRole('region', { name: '拟扣分' });

describe('a deduction', () => {
  it('is proposed of a finding, with the amount of the rule and the reason in words', async () => {
    await page.getByRole('menuitem', { name: '问题隐患', exact: true }).click();
    await page.getByRole('row', { name: /云栖冷链物流中心/u }).click();
    await ofTask().getByRole('button', { name: '拟扣分…' }).click();
    await dialog().getByLabel('指标').fill('zdhz');
    await page.getByTitle('4.4 重大火灾隐患挂牌督办').click();
    await dialog()
      .getByRole('button', { name: /^每有1处扣1.5分/u })
      .click();
    await dialog()
      .getByRole('textbox', { name: /^扣分理由/u })
      .getByText('前整改，已逾期')
      .waitFor();
    await dialog().getByRole('button', { name: '拟扣分', exact: true }).click();
    await ofTask().getByText('云栖 1.5分').waitFor();
  });

  it('leads from the finding to its cell, is accepted there, and leads back', async () => {
    await ofTask().getByRole('link', { name: /考核$/u }).click();
    await page.getByText('拟1', { exact: true }).waitFor();
    await ofCell().getByText('采纳后得分：3 → 1.5').waitFor();
    await ofCell().getByRole('button', { name: '采纳', exact: true }).click();
    await ofCell().getByText('已扣分').waitFor();
    await page.getByText('拟1', { exact: true }).waitFor({ state: 'detached' });
    await ofCell().getByRole('link', { name: '查看问题' }).click();
    await ofTask().getByText('已扣分').waitFor();
  });

  it('is refused with a reason among those of its period', async () => {
    await ofTask().getByRole('button', { name: '拟扣分…' }).click();
    await dialog().getByText('这项任务在这一指标已经拟扣分').waitFor();
    await dialog().getByLabel('指标').fill('4.3');
    await page.getByTitle('4.3 火灾隐患整改率').click();
    await dialog().getByLabel('扣分', { exact: true }).fill('0.5');
    await dialog().getByRole('button', { name: '拟扣分', exact: true }).click();
    await ofTask().getByText('云栖 0.5分').waitFor();
    await ofTask().getByRole('link', { name: /考核$/u }).first().click();
    await page.getByText('拟扣分 2', { exact: true }).click();
    await page.getByRole('row', { name: /4\.3/u }).getByRole('checkbox').check();
    await page.getByRole('button', { name: '不采纳…' }).click();
    await dialog().getByLabel('不采纳的原因').fill('已在4.4扣分');
    await dialog().getByRole('button', { name: '不采纳', exact: true }).click();
    await page.getByText('未采纳：已在4.4扣分', { exact: false }).waitFor();
  });
});
