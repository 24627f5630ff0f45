import { join } from 'node:path';
import DatabaseConstructor from 'better-sqlite3';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample(hideCampaigns);
  page = await office.enter();
});
afterAll(() => office.close());

/** As if all campaigns of the sample were unannounced ones; past the program, which is not running. */
function hideCampaigns(folder: string): void {
  const database = new DatabaseConstructor(join(folder, 'store.db'));
  const triggers = database
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'campaign'",
    )
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
  database.exec('UPDATE campaign SET announced = 0, released_on = NULL');
  for (const { sql } of triggers) database.exec(sql);
  database.close();
}

const goTo = (name: string) => page.getByRole('menuitem', { name, exact: true }).click();
const button = (name: RegExp) => page.getByRole('button', { name });
const marked = (words: string) =>
  page.getByRole('row').filter({ hasText: '未公开' }).filter({ hasText: words });
const inPanel = () => page.getByRole('complementary').getByText('未公开').first();
const PLACE = '云栖冷链物流中心';

describe('what an unannounced campaign found', () => {
  it('is marked in the list of findings and where it is opened', async () => {
    await goTo('问题隐患');
    await marked(PLACE).click();
    await inPanel().waitFor();
  });

  it('is marked among the tasks, and nothing else is', async () => {
    await goTo('督办任务');
    await marked(PLACE).waitFor();
    expect(await page.getByRole('row', { name: /开展校园消防安全专项检查/u }).textContent()).not.toContain(
      '未公开',
    );
  });

  it('is marked under the listing that is made of it, as soon as it is made', async () => {
    await marked(PLACE).click();
    await button(/^挂牌督办$/u).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^挂\s?牌$/u })
      .click();
    await page.getByText('已挂牌督办').waitFor();
    await goTo('挂牌督办');
    await marked(PLACE).click();
    await inPanel().waitFor();
  });
});
