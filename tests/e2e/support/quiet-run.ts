/*
 * Opens every page of an office whose texts are full of markup, and prints a paper and a list; started by
 * no-network.e2e.ts where there is no network but the loopback. Says on one line of JSON what it saw.
 */
import { existsSync, readFileSync } from 'node:fs';
import { markTexts } from '#tests/support/marked-texts.ts';
import { answerWait } from './answered.ts';
import { closeBrowser } from './browser.ts';
import { addressOf, everyRoute } from './every-route.ts';
import { startSample } from './office.ts';

export interface QuietRun {
  markedColumns: number;
  /** Every page that was opened, by its pattern. */
  opened: string[];
  /** Of these, those that showed no marked text: they are no proof. */
  unmarked: string[];
  /** What was printed with marked text on it. */
  printed: string[];
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
const BETWEEN = '/settings/about';
const opened: string[] = [];
const unmarked: string[] = [];
const printed: string[] = [];

/** @returns whether any marked text is on the screen */
async function look(where: string): Promise<boolean> {
  const seen = await page.evaluate(() => ({
    ran: 'ran' in globalThis,
    // The head of the window bears the office's name on every page.
    marked: /window\.ran|parent\.ran/.test(document.querySelector('main')?.innerText ?? ''),
    elements: document.querySelectorAll('[onerror], [onload], img[src=x], iframe').length,
  }));
  if (seen.ran || seen.elements > 0) ran.push(where);
  return seen.marked;
}

/** By way of another page: two after one another may have the same title. */
async function goTo(address: string): Promise<void> {
  const isThere = new URL(page.url()).hash === `#${BETWEEN}`;
  for (const each of [isThere || address === BETWEEN ? '/' : BETWEEN, address]) {
    const before = await page.title();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, each);
    // What is not there has no title of its own, but says so.
    await page.waitForFunction(
      ([left, program]) =>
        document.title !== left &&
        (document.title !== program || document.querySelector('main .ant-alert, main .ant-result') !== null),
      [before, '消安办工作台'],
    );
  }
  await answered();
}

const storeFile = `${office.dataFolder}/store.db`;
for (const { pattern, address } of everyRoute(storeFile)) {
  await goTo(address);
  let isMarked = await look(pattern);
  const row = page.getByRole('main').locator('tr.ant-table-row').first();
  if (await row.isVisible()) {
    // Whatever stands over it on a narrow page.
    await row.dispatchEvent('click');
    await answered();
    isMarked = (await look(pattern)) || isMarked;
  }
  opened.push(pattern);
  if (!isMarked) unmarked.push(pattern);
  await page.keyboard.press('Escape');
}

/** Instead of the browser's own dialog: what goes to paper, and whether it is text there. */
await page.evaluate(() => {
  window.print = () => {
    const isText = document.querySelectorAll('[onerror], [onload], img[src=x], iframe').length === 0;
    Object.assign(globalThis, { printed: { words: document.body.textContent, isText } });
    setTimeout(() => window.dispatchEvent(new Event('afterprint')));
  };
});
for (const { what, address } of [
  { what: 'a paper', address: addressOf('/papers/:uid', storeFile) },
  { what: 'a list', address: addressOf('/township-profiles/:uid', storeFile) },
]) {
  await goTo(address);
  // One window asks after another, until the browser's own would come.
  for (let asked = 0; asked < 4 && !(await page.evaluate(() => 'printed' in globalThis)); asked += 1) {
    await page.getByRole('button', { name: '打印', exact: true }).last().click();
    await answered();
  }
  const handle = await page.waitForFunction(
    () => (globalThis as { printed?: { words: string; isText: boolean } }).printed,
  );
  const seen = await handle.jsonValue();
  if (seen?.isText !== true) ran.push(`printing ${what}`);
  if (/window\.ran|parent\.ran/u.test(seen?.words ?? '')) printed.push(what);
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'printed'));
  await look(`after printing ${what}`);
}
await office.close();
await closeBrowser();
const result: QuietRun = { markedColumns, opened, unmarked, printed, ran, foreign, unsent: unsentPackets() };
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
