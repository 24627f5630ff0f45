import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineQuery, integer } from '#main/core/store/query.ts';
import { openStore } from '#main/core/store/open.ts';
import { addChecklist, questions } from '#tests/support/checklist-folder.ts';
import { operation } from '#tests/support/store-operation.ts';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type RunningOffice, sampleVariable, startOffice } from '../support/office.ts';

const campaignUnderWay = defineQuery({
  name: 'test.campaignUnderWay',
  sql: "SELECT id FROM campaign WHERE status = 'underWay'",
  columns: { id: integer },
});

/** The sample city, whose running campaign asks a checklist. */
function sampleWithChecklist(): string {
  const folder = mkdtempSync(join(tmpdir(), 'office-visits-'));
  cpSync(process.env[sampleVariable] ?? '', folder, { recursive: true });
  const checklistId = addChecklist(folder);
  const store = openStore(folder);
  const reader = store.read();
  const campaignId = reader.all(campaignUnderWay)[0]!.id;
  reader.close();
  store.transact(operation({ name: 'campaigns.update', label: '修改专项督查' }), (tx) => {
    tx.insert('campaign_checklist', { campaign_id: campaignId, checklist_id: checklistId, position: 1 });
  });
  store.noteFullCheck();
  store.close();
  return folder;
}

let folder: string;
let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  folder = sampleWithChecklist();
  office = await startOffice([], folder);
  page = await office.enter();
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const dialog = () => page.getByRole('dialog');
const answer = (question: string, word: string) =>
  page.getByRole('radiogroup', { name: question }).getByText(word, { exact: true });

describe('a visit', () => {
  it('is recorded with one answer 不符合 and a photo', async () => {
    await page.getByRole('menuitem', { name: '检查记录', exact: true }).click();
    await page.getByRole('row', { name: /望江古建筑群/u }).click();
    await page.getByRole('heading', { name: '望江古建筑群' }).waitFor();
    await answer(questions.exits, '不符合').click();
    await page.getByRole('textbox', { name: '发现的问题' }).fill('西侧安全出口上锁');
    await page.getByRole('switch', { name: '燃气：涉及' }).click();
    await page.getByRole('button', { name: '其余 1 项都符合' }).click();
    await page.getByRole('button', { name: /^登\s?记$/u }).click();
    await page.getByText('已登记，发现问题 1 处').waitFor();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const files = page.locator('input[type=file]');
    await files.setInputFiles({ name: '出口.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('img', { name: '出口.png' }).waitFor();
    await files.setInputFiles({ name: '笔记.png', mimeType: 'image/png', buffer: Buffer.from('文字') });
    await page.getByText('“笔记.png”不是照片').waitFor();
  });

  it('makes a finding, which is looked at again and closed', async () => {
    await page.getByRole('link', { name: '西侧安全出口上锁' }).click();
    await page.getByText('《中华人民共和国消防法》第二十八条').waitFor();
    await page.getByRole('button', { name: '登记复查' }).click();
    await dialog().getByRole('textbox', { name: '复查情况' }).fill('锁已拆除');
    await dialog().getByLabel('复查人').fill('赵国强');
    await dialog().getByRole('button', { name: '登记复查' }).click();
    await page.getByText('整改合格').first().waitFor();
    await page.getByText('已销号 2').click();
    await page.getByRole('row', { name: /西侧安全出口上锁/u }).waitFor();
  });

  it('is found with its finding by initials everywhere', async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('wjgjzq');
    await dialog().getByText('望江古建筑群：西侧安全出口上锁').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('counts in the results, and its findings are written as a list and a ledger', async () => {
    await page.getByRole('menuitem', { name: '问题隐患', exact: true }).click();
    await page.getByRole('button', { name: '导出清单、台账' }).click();
    await page.getByText(/^问题清单和整改台账 .*\.xlsx$/u).waitFor();
    await dialog()
      .getByRole('button', { name: /^关\s?闭$/u })
      .last()
      .click();
    await page.getByRole('button', { name: '问题统计' }).click();
    await page.getByRole('row', { name: /云栖区 4/u }).waitFor();
    await page
      .getByRole('link', { name: /云栖区.*发现 2 处，已整改 1 处，整改率 50%/u })
      .first()
      .click();
    await page.getByText('统计范围').waitFor();
    await page
      .getByRole('row', { name: /云栖冷链物流中心/u })
      .nth(1)
      .waitFor();
  });
});
