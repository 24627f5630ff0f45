/*
 * Walks through all pages of an office whose texts are full of markup, and prints one; started by no-network.e2e.ts where
 * there is no network but the loopback. Says on one line of JSON what it saw.
 */
import { existsSync, readFileSync } from 'node:fs';
import { markTexts } from '#tests/support/marked-texts.ts';
import { answerWait } from './answered.ts';
import { closeBrowser } from './browser.ts';
import { startSample } from './office.ts';

export interface QuietRun {
  markedColumns: number;
  pages: number;
  /** Pages that showed no marked text are no proof. */
  marked: number;
  /** What ran, or was asked of anybody but the program. */
  ran: string[];
  foreign: string[];
  /** Packets that found no way out: somebody tried to reach another PC. */
  unsent: number;
}

let markedColumns = 0;
const office = await startSample((folder) => {
  markedColumns = markTexts(`${folder}/store.db`);
});
const page = await office.enter();
const { origin } = new URL(page.url());
const ran: string[] = [];
const foreign: string[] = [];
page.on('dialog', (dialog) => void dialog.dismiss().then(() => ran.push(dialog.message())));
page.context().on('request', (request) => {
  const url = new URL(request.url());
  if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin) foreign.push(request.url());
});
const answered = answerWait(page);
await page.getByRole('heading', { name: '首页' }).waitFor();
let [pages, marked] = [0, 0];
for (const name of await page.getByRole('menuitem').allInnerTexts()) {
  const item = page.getByRole('menuitem', { name, exact: true });
  if ((await item.getAttribute('aria-haspopup')) === 'true') continue;
  await item.click();
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await answered();
  const row = page.getByRole('main').locator('tr.ant-table-row').first();
  if (await row.isVisible()) {
    await row.click();
    await answered();
  }
  const seen = await page.evaluate(() => ({
    ran: 'ran' in globalThis,
    marked: /window\.ran|parent\.ran/.test(document.body.innerText),
    elements: document.querySelectorAll('[onerror], [onload], img[src=x], iframe').length,
  }));
  if (seen.ran || seen.elements > 0) ran.push(name);
  pages += 1;
  if (seen.marked) marked += 1;
  await page.keyboard.press('Escape');
}
await office.close();
await closeBrowser();
const result: QuietRun = { markedColumns, pages, marked, ran, foreign, unsent: unsentPackets() };
process.stdout.write(`${JSON.stringify(result)}\n`);

/** Of this network namespace. */
function unsentPackets(): number {
  const file = '/proc/self/net/snmp';
  if (!existsSync(file)) return 0;
  const [names = [], values = []] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip: '))
    .map((line) => line.split(' '));
  return Number(values[names.indexOf('OutNoRoutes')] ?? 0);
}
