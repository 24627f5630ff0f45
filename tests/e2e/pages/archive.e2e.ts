import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textPages } from '#tests/support/pdf-pages.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

/** A whole year takes a busy machine minutes; what never comes still fails. */
const BUSY_MILLISECONDS = 150_000;

let office: RunningOffice;
let page: Page;
let folder: string;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('a year', () => {
  it('is written into one folder, its papers as PDF and editable', async () => {
    await page.getByRole('menuitem', { name: '年度归档' }).click();
    await page.getByRole('listitem').filter({ hasText: '01 发文' }).getByText('份公文').waitFor();
    await page.getByText('“2026年第四季度消防工作考核”还没有定稿。').waitFor();
    await button('开始归档').click();
    await dialog().getByText('文件夹里有').waitFor({ timeout: BUSY_MILLISECONDS });
    folder = join(office.dataFolder, '文档', '消安办工作台', '2026年度归档');
    const minutes = readdirSync(join(folder, '01 发文', '纪要')).filter((name) => name.startsWith('第1期'));
    expect(minutes.toSorted().map((name) => name.split('.').at(-1))).toEqual(['docx', 'pdf']);
    const pdf = minutes.find((name) => name.endsWith('.pdf'))!;
    const pages = textPages(readFileSync(join(folder, '01 发文', '纪要', pdf)));
    const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('');
    expect(text).toContain('2026年第一次全体会议纪要');
    expect(text).not.toContain('2026年第二次全体会议纪要');
    await dialog().getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('row').filter({ hasText: '2026年度归档' }).getByText('今天').waitFor();
  });

  it('is checked by choosing its folder: each file that is missing, changed or additional is named', async () => {
    await button('核对归档').click();
    await page.locator('input[type=file]').setInputFiles(folder);
    await dialog().getByText('都和归档时一样').waitFor();
    await dialog().getByText('校验文件和归档记录一致').waitFor();
    rmSync(join(folder, '18 机构', '机构表.xlsx'));
    appendFileSync(join(folder, '15 名册', '名册.xlsx'), ' ');
    writeFileSync(join(folder, '01 发文', '草稿.txt'), '草稿');
    await button('核对另一个').click();
    await page.locator('input[type=file]').setInputFiles(folder);
    await dialog().getByText('缺 1 个，改过 1 个，多出 1 个').waitFor();
    const named = async (list: string) =>
      dialog().getByRole('region', { name: list }).getByRole('listitem').allInnerTexts();
    expect(await named('缺少的文件')).toEqual(['18 机构/机构表.xlsx']);
    expect(await named('改过的文件')).toEqual(['15 名册/名册.xlsx']);
    expect(await named('多出来的文件')).toEqual(['01 发文/草稿.txt']);
  });
});
