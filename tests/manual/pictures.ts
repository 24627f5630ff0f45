import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { closeBrowser, workersBrowser } from '#tests/e2e/support/browser.ts';
import { startOffice } from '#tests/e2e/support/office.ts';
import { shots } from './shots.ts';

/*
 * npm run manual:pictures [-- NAME …]: the pictures of the manual, taken anew from the sample city of today; with names
 * only those.
 */

const folder = join(import.meta.dirname, '..', '..', 'resources', 'manual', 'pictures');
/** Of WebP: letters stay sharp, and the whole manual stays small. */
const QUALITY = 0.8;
/** Between two pictures that must be the same. */
const STILL_MILLISECONDS = 500;
const MOST_LOOKS = 16;

const [, , ...names] = process.argv;
const wanted = names.length === 0 ? shots : shots.filter(({ name }) => names.includes(name));

const office = await startOffice(['--sample']);
try {
  const page = await office.enter();
  const origin = new URL(page.url()).origin;
  const encoder = await (await workersBrowser()).newPage();
  mkdirSync(folder, { recursive: true });
  if (names.length === 0) for (const file of readdirSync(folder)) rmSync(join(folder, file));
  for (const { name, path, open } of wanted) {
    await page.goto(`${origin}/#${path}`);
    await settled(page);
    await open?.(page);
    await page.mouse.move(0, 0);
    writeFileSync(join(folder, `${name}.webp`), await webpOf(encoder, await settled(page)));
    // What was opened must not lie over the next page.
    await page.goto('about:blank');
    process.stdout.write(`${name}.webp\n`);
  }
} finally {
  await office.close();
  await closeBrowser();
}

/** The page as soon as it waits for nothing and no longer changes. */
async function settled(page: Page): Promise<Buffer> {
  let last = await page.screenshot();
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await page.waitForTimeout(STILL_MILLISECONDS);
    const now = await page.screenshot();
    const isWaiting =
      (await page
        .locator('main output[aria-label="正在加载"], main .ant-spin-spinning, main .ant-empty')
        .count()) > 0;
    const isEmpty = (await page.locator('main h1').count()) === 0;
    if (!isWaiting && !isEmpty && now.equals(last)) return now;
    last = now;
  }
  return last;
}

/** Chromium encodes what it has painted itself: no library of pictures is needed. */
async function webpOf(encoder: Page, png: Buffer): Promise<Buffer> {
  const encoded = await encoder.evaluate(
    async ({ source, quality }) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${source}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
    },
    { source: png.toString('base64'), quality: QUALITY },
  );
  return Buffer.from(encoded, 'base64');
}
