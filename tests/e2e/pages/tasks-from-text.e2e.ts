import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxBytes, documentXml, p } from '#tests/support/builders/docx.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

const folder = mkdtempSync(join(tmpdir(), 'texts-'));
const speech = join(folder, '在冬春火灾防控会议上的讲话.docx');
const sentences = ['市教育局牵头，10月底前完成校园消防安全检查。', '市民政局要按月报送养老机构检查情况。'];

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  const body = [p('会议指出，形势不容乐观。'), p(sentences.join(''))].join('');
  writeFileSync(speech, docxBytes({ document: documentXml(body) }));
  office = await startSample();
  page = await office.enter();
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

/** As when a file is let go over the page; the browser lets no test drop a real one. */
async function drop(name: string): Promise<void> {
  const transfer = await page.evaluateHandle((fileName) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['市商务局牵头，年底前完成商场排查。'], fileName));
    return dropped;
  }, name);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

async function registerReceived(title: string): Promise<void> {
  await page.getByRole('menuitem', { name: '收文', exact: true }).click();
  await page.getByRole('button', { name: '登记收文' }).first().click();
  await page.getByLabel('来文单位').fill('省消防安全委员会办公室');
  await page.getByLabel('标题').fill(title);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^登\s?记$/u })
    .click();
}

describe('tasks from the text of a file', () => {
  it('are marked sentence by sentence after the file was opened, and name it as their source', async () => {
    await page.getByRole('menuitem', { name: '督办任务', exact: true }).click();
    await page.getByRole('button', { name: '其他新增办法' }).click();
    await page.getByRole('menuitem', { name: '从讲话、方案等文字生成' }).click();
    await page.setInputFiles('input[type=file]', speech);
    await page.getByText('已打开“在冬春火灾防控会议上的讲话.docx”').waitFor();
    expect(await page.getByLabel('讲话、方案或来文').inputValue()).toBe(
      `会议指出，形势不容乐观。\n${sentences.join('')}`,
    );
    await page.getByRole('button', { name: '下一步：标出任务' }).click();
    for (const name of sentences) await page.getByRole('button', { name, exact: true }).click();
    expect(await page.getByLabel('来源').inputValue()).toBe('在冬春火灾防控会议上的讲话');
  });

  it('are kept where the clerk left them, and offered to another window', async () => {
    await page.getByRole('menuitem', { name: '首页', exact: true }).click();
    await page.getByRole('heading', { name: '首页', level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: '生成 2 项任务' }).waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: '接着写' }).click();
    await other.getByRole('button', { name: '生成 2 项任务' }).waitFor();
    await other.close();
  });

  it('are not lost by a file that is dropped onto them, unless the clerk says so', async () => {
    await drop('旧稿.doc');
    await page.getByText('请在 Word 或 WPS 里另存为 .docx 再打开').waitFor();
    await drop('另一篇.txt');
    const question = page.getByRole('dialog', { name: '用“另一篇.txt”换掉现在的文字？' });
    await question.getByText('已标出的 2 句会去掉').waitFor();
    await question.getByRole('button', { name: /^取\s?消$/u }).click();
    await question.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '生成 2 项任务' }).click();
    await page.getByText('已新增 2 项任务').waitFor();
    await page.getByRole('heading', { name: '督办任务', level: 1 }).waitFor();
    await page.getByText('市民政局要按月报送养老机构检查情况').first().waitFor();
  });

  it('of a received paper’s attachment are listed by the paper', async () => {
    await registerReceived('关于做好冬春火灾防控工作的通知');
    const files = page.getByRole('region', { name: '附件和扫描件' });
    await files.locator('input[type=file]').setInputFiles(speech);
    await page.getByRole('button', { name: '从附件里标出任务' }).click();
    await page.getByText('生成的任务会列在这份收文下面').waitFor();
    await page.getByRole('button', { name: '下一步：标出任务' }).click();
    await page.getByRole('button', { name: sentences[0]!, exact: true }).click();
    expect(await page.getByLabel('来源').inputValue()).toBe(
      '省消防安全委员会办公室《关于做好冬春火灾防控工作的通知》',
    );
    await page.getByRole('button', { name: '生成 1 项任务' }).click();
    const tasks = page.getByRole('region', { name: '转出的督办任务' });
    await tasks.getByRole('link', { name: /校园消防安全检查/u }).waitFor();
  });
});
