import { runInNewContext } from 'node:vm';
import { beforeEach, expect, it, vi } from 'vitest';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import { setupPdf } from '#main/shell/pdf.ts';
import { setupWindows } from '#main/shell/window.ts';
import { connectCore } from '#tests/support/connected-core.ts';
import { asked, resetElectron } from '#tests/support/electron-stand-in.ts';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));

const laidOut = {
  papers: [{ count: 1, linesPerPage: 23, endMatterAlone: false, slipAlone: false }],
  remarks: [],
};
beforeEach(() => {
  resetElectron();
  asked.runScript = () => Promise.resolve(laidOut);
});

const request = { papers: [{ ...blankPaper('letter'), title: '督办“函”\u2028</script>' }], options: {} };

function startPrint() {
  const { core, link, goneCore } = connectCore();
  setupPdf(core);
  const cancel = new AbortController();
  const steps: string[] = [];
  const printing = link.printPdf(request, {
    signal: cancel.signal,
    progress: (_share, step) => void steps.push(step),
  });
  // Who does not wait for it must not be told of its failure as of an unheard one.
  printing.catch(() => undefined);
  return { printing, cancel, steps, goneCore };
}

const endless = () => new Promise(() => undefined);
const window = () => vi.waitUntil(() => asked.windows[0], { interval: 2 });

it('lays the papers out in a window that is never shown, and takes its pages as they are', async () => {
  const { printing, steps } = startPrint();
  const { papers, pdfs } = await printing;
  expect(papers).toEqual(laidOut.papers);
  expect(Buffer.from(pdfs[0]!).toString()).toBe('%PDF');
  const { options, address, shown, destroyed, contents } = await window();
  expect([address, shown, destroyed]).toEqual(['app://office/print.html', false, true]);
  expect(options.webPreferences).toMatchObject({ sandbox: true, nodeIntegration: false });
  expect(options.webPreferences?.preload).toBeUndefined();
  expect(contents.pdf.options).toEqual({ preferCSSPageSize: true, printBackground: true, pageRanges: '' });
  expect(steps).toContain('正在生成 PDF');
});

it('hands the papers over unharmed, whatever characters they hold', async () => {
  await startPrint().printing;
  const [script = ''] = (await window()).contents.scripts;
  const given: unknown[] = [];
  runInNewContext(script, { addPapers: (...args: unknown[]) => given.push(...args) });
  expect(given).toEqual([request.papers, {}]);
});

it('a cancelled print closes its window and is told as cancelled', async () => {
  asked.runScript = endless;
  const { printing, cancel } = startPrint();
  await window();
  cancel.abort();
  await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
  expect((await window()).destroyed).toBe(true);
});

it('a page that breaks is told in plain Chinese, with the way that remains', async () => {
  asked.runScript = () => Promise.reject(new Error('Script failed to execute'));
  const { printing } = startPrint();
  await expect(printing).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('另存为 PDF'),
  });
});

it('a core that dies takes its printing with it', async () => {
  asked.runScript = endless;
  const { goneCore } = startPrint();
  await window();
  goneCore();
  await vi.waitUntil(() => asked.windows[0]?.destroyed, { interval: 2 });
});

it('a printing window is not taken for the clerk’s own', async () => {
  const windows = setupWindows('/program/preload.cjs', '/program/icon.png');
  startPrint();
  await window();
  windows.show();
  expect(asked.windows).toHaveLength(2);
});
