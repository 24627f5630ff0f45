import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putSchemeInForce } from '#tests/support/builders/period.ts';
import { startTestCore } from '#tests/support/core.ts';
import { type RunningOffice, startOffice } from '#tests/e2e/support/office.ts';

/** An office with the counties of a small city and the usual scheme in force, entered before the program starts. */
async function seed(dataFolder: string): Promise<void> {
  const core = await startTestCore(dataFolder);
  const client = core.window();
  await client.office.setUp({
    officeName: '漯河市消防安全委员会办公室',
    userName: '李明',
    cityName: '漯河市',
    cityCode: '4111',
    memberUnits: false,
  });
  await client.session.state();
  await putSchemeInForce(client);
  await core.close();
}

describe('scoring a period', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'office-assessment-'));
  let office: RunningOffice;
  let page: Page;

  beforeAll(async () => {
    await seed(dataFolder);
    office = await startOffice(['--data', dataFolder]);
    page = await office.enter();
  }, 120_000);
  afterAll(async () => {
    await office.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const grid = (on: Page = page): Locator => on.getByRole('grid');
  const row = (place: number, on: Page = page): Locator =>
    grid(on).locator(`tr[aria-rowindex="${place + 3}"]`);
  /** Column 6 is the first indicator: name, total, grade, rank and 未评 stand before it. */
  const cell = (place: number, column: number, on: Page = page): Locator =>
    row(place, on).locator(`[aria-colindex="${column + 6}"]`);
  const lead = (place: number, name: 'total' | 'grade' | 'rank' | 'empty'): Locator =>
    row(place).locator(`[aria-colindex="${{ total: 2, grade: 3, rank: 4, empty: 5 }[name]}"]`);
  const saved = (): Promise<void> => page.getByText('已保存', { exact: true }).waitFor();
  const [A, B, F, D, E] = [0, 1, 3, 4, 5] as const;

  async function textOf(locator: Locator, wanted: string): Promise<void> {
    await expect.poll(() => locator.locator('[data-label]').textContent()).toBe(wanted);
  }

  it('opens the next quarter with Enter and Enter', async () => {
    await page.getByRole('navigation').getByText('考核', { exact: true }).click();
    await page.getByRole('button', { name: '开启考核期' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^开启\(回车\)/u }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /年第[一二三四]季度消防工作考核/u }).waitFor();
    await grid().waitFor();
    await page.getByText(/^已评 0\/\d+$/u).waitFor();
  });

  it('takes scores by typing, Tab and Enter; totals and ranks follow', async () => {
    await cell(0, A).click();
    await page.keyboard.type('3次');
    await page.keyboard.press('Tab');
    await textOf(cell(0, A), '11');
    await page.keyboard.type('满');
    await page.keyboard.press('Tab');
    await page.keyboard.type('20');
    await page.keyboard.press('Enter');
    await textOf(lead(0, 'total'), '51.00');
    await textOf(lead(0, 'empty'), '2');
    await saved();
    expect(await cell(0, A).getAttribute('title')).toContain('少3次，扣9分');
  });

  it('pastes a block as it comes from Excel', async () => {
    await cell(1, D).click();
    await page.evaluate(() => navigator.clipboard.writeText('18\t96%\r\n20\t90%\r\n'));
    await page.keyboard.press('Control+V');
    await textOf(cell(1, D), '18');
    await textOf(cell(2, E), '17.5');
    await textOf(lead(2, 'total'), '37.50');
  });

  it('asks for the reason of a judgement once for a whole selection and offers it again', async () => {
    await page.keyboard.press('Escape');
    const bar = page.getByRole('region', { name: '扣分理由' });
    if (await bar.isVisible()) await page.keyboard.press('Escape');
    await cell(0, B).click();
    await cell(2, B).click({ modifiers: ['Shift'] });
    await page.keyboard.type('-3');
    await page.keyboard.press('Control+Enter');
    await bar.waitFor();
    expect(await bar.textContent()).toContain('这 3 项的理由');
    await page.keyboard.type('会议记录不全');
    await page.keyboard.press('Enter');
    await bar.waitFor({ state: 'hidden' });
    expect(await cell(2, B).getAttribute('title')).toContain('理由：会议记录不全');
    await cell(3, B).click();
    await page.keyboard.type('-2');
    await page.keyboard.press('Enter');
    await bar.waitFor();
    await page.keyboard.press('Enter');
    await bar.waitFor({ state: 'hidden' });
    await expect.poll(() => cell(3, B).getAttribute('title')).toContain('理由：会议记录不全');
  });

  it('takes scores and the reason asked for them back with one Ctrl+Z', async () => {
    const bar = page.getByRole('region', { name: '扣分理由' });
    await saved();
    await page.keyboard.press('Control+Z');
    await textOf(cell(3, B), '');
    await textOf(cell(2, B), '17');
    await page.keyboard.press('Control+Y');
    await textOf(cell(3, B), '18');
    await expect.poll(() => cell(3, B).getAttribute('title')).toContain('理由：会议记录不全');
    expect(await bar.isHidden()).toBe(true);
  });

  it('marks not applicable with one key and takes it back with Ctrl+Z', async () => {
    await cell(4, A).click();
    await page.keyboard.press('/');
    await textOf(cell(4, A), '/');
    await saved();
    await page.keyboard.press('Control+Z');
    await textOf(cell(4, A), '');
  });

  it('says what cannot be read and leaves the cell as it was', async () => {
    await cell(4, A).click();
    await page.keyboard.type('25');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('本项得分应在0到20分之间').waitFor();
    expect(await page.locator('textarea[data-editing=true]').inputValue()).toBe('25');
    await page.keyboard.press('Backspace');
    await page.getByRole('alert').getByText('本项得分应在0到20分之间').waitFor({ state: 'hidden' });
    await page.keyboard.press('Backspace');
    await page.keyboard.type('x');
    await page.keyboard.press('Tab');
    await page.getByRole('alert').getByText('看不懂“x”').waitFor();
    await page.keyboard.press('Escape');
    await textOf(cell(4, A), '');
    await cell(4, A).click();
    await page.keyboard.type('26');
    await cell(4, B).click();
    await page.getByText('1 处没有录入').waitFor();
  });

  it('takes a score typed on over the bar for the reason as the next cell’s score, not as the reason', async () => {
    const bar = page.getByRole('region', { name: '扣分理由' });
    await cell(3, B).click();
    await page.keyboard.press('Delete');
    await page.keyboard.type('-4');
    await page.keyboard.press('Enter');
    await bar.waitFor();
    await page.keyboard.type('-5');
    await page.keyboard.press('Enter');
    await textOf(cell(4, B), '15');
    expect(await cell(3, B).getAttribute('title')).toContain('请填写扣分理由');
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'hidden' });
    for (const [place, text] of [
      [4, ''],
      [3, ''],
      [3, '18'],
    ] as const) {
      await saved();
      await page.keyboard.press('Control+Z');
      await textOf(cell(place, B), text);
    }
  });

  it('shows another window its changes, and both values where an edit rests on an old one', async () => {
    const other = await office.enter();
    await other.getByRole('navigation').getByText('考核', { exact: true }).click();
    await other
      .getByText(/季度消防工作考核/u)
      .first()
      .click();
    await grid(other).waitFor();
    await cell(0, A).click();
    await page.keyboard.type('5次');
    await cell(0, A, other).click();
    await other.keyboard.type('1次');
    await other.keyboard.press('Enter');
    await other.getByText('已保存', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /刚被别的窗口改过/u });
    await dialog.waitFor();
    const words = (await dialog.textContent()) ?? '';
    expect(words).toContain('5次');
    expect(words).toContain('1次');
    await dialog.getByRole('button', { name: '都用我录入的' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await textOf(cell(0, A), '5');
    await textOf(cell(0, A, other), '5');

    await cell(1, A).click();
    await page.keyboard.type('5次');
    await cell(1, A, other).click();
    await other.keyboard.type('1次');
    await other.keyboard.press('Enter');
    await textOf(cell(1, A, other), '17');
    await other.getByText('已保存', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await page.getByText(/^未保存：/u).waitFor();
    await dialog.getByRole('button', { name: '都保留已保存的' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await textOf(cell(1, A), '17');
    await page.getByText(/^未保存：/u).waitFor({ state: 'hidden' });
    await other.context().close();
  });

  it('shows the same scores as a single sheet with the self score beside the checked one', async () => {
    await page.getByText('单张', { exact: true }).click();
    const self = page.getByRole('textbox', { name: '1.1 自评分' });
    await self.fill('18');
    await self.press('Enter');
    await expect
      .poll(() =>
        page
          .getByRole('textbox', { name: '1.2 自评分' })
          .evaluate((field) => field === document.activeElement),
      )
      .toBe(true);
    await saved();
    expect(await page.getByRole('textbox', { name: '1.1 考评分' }).inputValue()).toBe('5');
    await page.getByRole('heading', { name: /年第[一二三四]季度消防工作考核评分表/u }).waitFor();
    await page.getByText('被考评单位：').waitFor();
    await page.getByText(/^考评时间：\d{4}-\d{2}-\d{2} 至 \d{4}-\d{2}-\d{2}$/u).waitFor();
    await page.getByRole('row', { name: /^考核总分/u }).waitFor();
    expect(await page.getByRole('list', { name: '签名栏' }).innerText()).toMatch(
      /责任人签名：\s*考核组长签名：/u,
    );
    const name = await page.getByRole('table').getAttribute('aria-label');
    await page.keyboard.press('Control+PageDown');
    await expect.poll(() => page.getByRole('table').getAttribute('aria-label')).not.toBe(name);
    await page.getByText('表格', { exact: true }).click();
  });

  it('leads from the check list to a cell, finalises, stays read-only, and is reopened with a reason', async () => {
    await page.getByRole('button', { name: '定稿', exact: true }).click();
    await page.getByRole('list', { name: '需要处理的评分' }).getByRole('button').first().click();
    await grid().waitFor();
    await cell(4, F).click();
    await page.getByRole('button', { name: /其余未评项给满分\(全组/u }).click();
    await page.getByRole('button', { name: '记满分', exact: true }).click();
    await page.getByText(/^已评 (\d+)\/\1$/u).waitFor();
    await cell(1, D).click();
    await page.keyboard.press('Alt+R');
    await page.getByRole('region', { name: '扣分理由' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(1, D).getAttribute('title')).toContain('理由：会议记录不全');
    await page.getByRole('button', { name: '定稿', exact: true }).click();
    const finalizing = page.getByRole('dialog', { name: /^定稿/u });
    const confirm = finalizing.getByRole('button', { name: '定稿', exact: true });
    await finalizing.getByText('全部评完').waitFor();
    await confirm.click();
    await page.getByText('已定稿', { exact: true }).waitFor();
    await page
      .getByRole('list', { name: '定稿记录' })
      .getByText(/李明 定稿，指纹 [0-9a-f]{8}/u)
      .waitFor();
    expect(await grid().getAttribute('aria-readonly')).toBe('true');
    await page.getByText('结果', { exact: true }).click();
    await page.getByRole('table', { name: /考核结果/u }).waitFor();
    await page.getByRole('button', { name: '重新打开', exact: true }).click();
    await page.getByRole('textbox', { name: '重新打开的原因' }).fill('复核后更正');
    await page.getByRole('dialog').getByRole('button', { name: '重新打开', exact: true }).click();
    await page
      .getByRole('list', { name: '定稿记录' })
      .getByText(/重新打开：复核后更正/u)
      .waitFor();
  });

  it('asks at a merge whose scores go on in each group, says what follows, and undo brings both back', async () => {
    await page.getByRole('navigation').getByText('机构', { exact: true }).click();
    for (const name of ['源汇区', '郾城区'])
      await page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check();
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: /合并/u }).click();
    const dialog = page.getByRole('dialog', { name: '合并：源汇区、郾城区' });
    await dialog.getByLabel('名称', { exact: true }).fill('源郾区');
    const question = dialog.getByRole('combobox', { name: /正在进行的考核的分数/u });
    await dialog.getByText('“源汇区”“郾城区”的仍以原名参加排名，备注里写明去向。').waitFor();
    await question.click();
    await page.getByText(/^“郾城区”的\(已评 \d+ 项\)转给合并后的机构$/u).click();
    await dialog
      .getByText('“郾城区”的从这一天起归合并后的机构；“源汇区”的仍以原名参加排名，备注里写明去向。')
      .waitFor();
    await dialog.getByRole('button', { name: '合并' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('源郾区').first().waitFor();
    await page.getByRole('navigation').getByText('考核', { exact: true }).click();
    await page
      .getByText(/季度消防工作考核/u)
      .first()
      .click();
    await expect.poll(() => grid().innerText()).toContain('源郾');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+Z');
    await expect.poll(() => grid().innerText()).not.toContain('源郾');
    expect(await grid().innerText()).toContain('郾城');
  });
});
