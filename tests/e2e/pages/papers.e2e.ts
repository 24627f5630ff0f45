import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignWords } from '../support/foreign-words.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

const launcher = join(import.meta.dirname, '..', '..', '..', 'main', 'launch.mjs');

let office: RunningOffice;
let page: Page;
/** 文号 of the paper that is issued. */
let number: string;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

/** The command line in a process of its own. @returns exit code and what it printed */
function print(...args: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [launcher, 'cli', 'print', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out: out.trim() }));
  });
}

describe('a paper', () => {
  it('is made from a template with two clicks, and says what is still to be filled', async () => {
    await page.getByRole('menuitem', { name: '发文', exact: true }).click();
    await page.getByRole('button', { name: '拟稿', exact: true }).click();
    await page.getByRole('option', { name: '督办函' }).click();
    await page.getByText('处要填，填完才能签发').waitFor();
    await page.getByLabel('打印预览').getByText('【存在的问题】').waitFor();
  });

  it('shows what is filled in title, text and pages at once, and keeps it over a restart of the page', async () => {
    const places = page.getByLabel('要填的内容').getByRole('textbox');
    for (let left = await places.count(); left > 0; left -= 1) {
      const place = places.first();
      const name = await place.getAttribute('aria-label');
      await place.fill(name === '督办事项' ? '城东区高层建筑隐患整改' : `${name}甲乙丙`);
      await place.press('Enter');
      await expect.poll(() => places.count()).toBe(left - 1);
    }
    await page.getByRole('heading', { name: '关于督办城东区高层建筑隐患整改的函' }).first().waitFor();
    await page.getByText('草稿已自动保存').waitFor();
    await page.reload();
    await page.getByText('还没有保存，程序替您留着').waitFor();
    await page.getByRole('button', { name: '接着写' }).click();
    await page.getByLabel('打印预览').getByText('存在的问题甲乙丙').waitFor();
  });

  it('has every field of its head named in Chinese', async () => {
    await page.getByRole('tab', { name: '版头和版记' }).click();
    await page.getByRole('spinbutton', { name: '份数' }).waitFor();
    expect(await page.evaluate(foreignWords)).toEqual([]);
    await page.getByRole('tab', { name: '正文', exact: true }).click();
  });

  it('goes to issue by the biggest button, and takes its number at signing', async () => {
    await page.getByRole('button', { name: '送核稿' }).click();
    await page.getByRole('button', { name: '核稿通过' }).click();
    await page.getByRole('button', { name: '签发并取号' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/〕\d+号/u)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: /^签\s?发$/u }).click();
    await page.getByRole('button', { name: /^印\s?发$/u }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^印\s?发$/u })
      .click();
    await page.getByText('已印发').first().waitFor();
    number = await page
      .getByLabel('打印预览')
      .getByText(/^安消安办函〔\d{4}〕\d+号$/u)
      .first()
      .innerText();
  });

  it('becomes a PDF in the program and on the command line', async () => {
    await page.getByRole('button', { name: 'PDF' }).click();
    await page.getByRole('dialog').getByText('.pdf').waitFor();
    const target = join(office.dataFolder, '督办函.pdf');
    const typed = number.replace('〔', '[').replace('〕', ']');
    const printed = await print('--data', office.dataFolder, '--paper', typed, '--out', target);
    expect(printed).toEqual({ code: 0, out: target });
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
    const editable = join(office.dataFolder, '督办函.docx');
    const written = await print('--data', office.dataFolder, '--paper', typed, '--out', editable);
    expect(written).toEqual({ code: 0, out: editable });
    expect(readFileSync(editable).subarray(0, 2).toString()).toBe('PK');
    const unknown = await print('--data', office.dataFolder, '--paper', '没有〔2026〕1号', '--out', target);
    expect(unknown).toEqual({ code: 1, out: '' });
  });
});
