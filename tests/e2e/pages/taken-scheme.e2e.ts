import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

interface PublishedScheme {
  title: string;
  categories: {
    name: string;
    points: number;
    indicators: { no: string; content: string; points: number; rule: string }[];
  }[];
}

/** A scheme that a city published, where it is at hand; else one in the same words. */
const published = join(
  import.meta.dirname,
  '../../../../shared/schemes/02-forest-fire-performance-table.json',
);
const ownScheme: PublishedScheme = {
  title: '乡镇冬春防火考核评分细则',
  categories: [
    {
      name: '责任落实',
      points: 6,
      indicators: [
        { no: '1', content: '有方案和分工', points: 2, rule: '有方案和人员分工表，得2分' },
        { no: '2', content: '签订责任书', points: 4, rule: '少签一份扣1分，扣完为止' },
      ],
    },
    {
      name: '值班备勤',
      points: 4,
      indicators: [{ no: '1', content: '24小时值班', points: 4, rule: '漏岗一次扣1分' }],
    },
  ],
};

const scheme = existsSync(published)
  ? (JSON.parse(readFileSync(published, 'utf8')) as PublishedScheme)
  : ownScheme;
const indicators = scheme.categories.flatMap((category) => category.indicators);

/** As Excel puts it on the clipboard: what was merged is written once. */
function asPasted({ title, categories }: PublishedScheme): string {
  const rows = categories.flatMap(({ name, points, indicators: items }) =>
    items.map((item, place) => [
      place === 0 ? `${name}(${points}分)` : '',
      item.no,
      item.content,
      String(item.points),
      item.rule,
    ]),
  );
  return [[title], ['考核项目', '序号', '考核内容', '分值', '评分标准'], ...rows]
    .map((row) => row.join('\t'))
    .join('\r\n');
}

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const FIRST_INDICATOR_COLUMN = 6;

const dialog = () => page.getByRole('dialog');
const menu = (name: string) => page.getByRole('menuitem', { name, exact: true });
const saved = () => page.getByText('已保存', { exact: true }).waitFor();

describe('a scheme pasted as a table', () => {
  it('is read, and its rules are recognised and taken over', async () => {
    await menu('考核方案').click();
    await page.getByRole('heading', { name: '考核方案' }).waitFor();
    await page.evaluate((text) => navigator.clipboard.writeText(text), asPasted(scheme));
    await page.keyboard.press('Control+v');
    await dialog()
      .getByText(new RegExp(`${indicators.length} 项指标`, 'u'))
      .first()
      .waitFor();
    await dialog().getByLabel('适用对象').click();
    await page.locator('.ant-select-item-option', { hasText: '乡镇' }).click();
    await dialog()
      .getByRole('button', { name: `导入 ${indicators.length} 项指标` })
      .click();
    await page.getByText(/认出的规则 \d+ 条/u).click();
    await page.getByRole('button', { name: /全部采用 \d+ 条/u }).click();
    await saved();
  });

  it('is put in force and offered for all townships', async () => {
    await page.getByRole('button', { name: '施行' }).click();
    await dialog().getByRole('button', { name: '施行' }).click();
    await page.getByText('施行中').first().waitFor();
    await menu('考核').click();
    await page.getByRole('button', { name: '开启考核期' }).click();
    await dialog().getByText('抽查', { exact: true }).click();
    await dialog().getByLabel('第1组考核方案').click();
    await page.locator('.ant-select-item-option', { hasText: scheme.title }).click();
    await dialog().getByRole('button', { name: '去掉成员单位' }).click();
    await dialog().getByRole('button', { name: '96 个单位' }).waitFor();
    await dialog().getByRole('button', { name: /^开启/u }).click();
    await page.getByText(`乡镇(街道) 0/${96 * indicators.length}`).waitFor();
  });

  it('scores them by its rules, and one count is enough for a deduction', async () => {
    await page.getByRole('button', { name: /其余未评项给满分/u }).click();
    await page.getByRole('button', { name: '记满分' }).click();
    await page.getByText(`乡镇(街道) ${96 * indicators.length}/${96 * indicators.length}`).waitFor();
    // In the first category, so that no subtotal stands before it.
    const counted = indicators.findIndex(({ rule }) => /(少|漏|缺).{1,3}扣1分/u.test(rule));
    const column = FIRST_INDICATOR_COLUMN + counted;
    await page.getByRole('grid').locator(`tr[aria-rowindex="3"] [aria-colindex="${column}"]`).click();
    await page.keyboard.type('1次');
    await page.keyboard.press('Enter');
    await saved();
    await page.getByText('结果', { exact: true }).click();
    const full = scheme.categories.reduce((sum, { points }) => sum + points, 0);
    await page
      .getByRole('cell', { name: (full - 1).toFixed(2) })
      .first()
      .waitFor();
    expect(
      await page
        .getByRole('row')
        .filter({ hasText: full.toFixed(2) })
        .count(),
    ).toBeGreaterThanOrEqual(95);
  });
});
