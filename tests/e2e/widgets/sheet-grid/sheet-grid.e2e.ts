import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Stage } from '../stage.ts';
import { openStage } from '../stage.ts';
import { SheetPage } from './sheet-page.ts';

let stage: Stage;
let sheet: SheetPage;

beforeAll(async () => {
  stage = await openStage(import.meta.dirname);
  sheet = await SheetPage.open(stage);
});
afterAll(async () => {
  await stage.close();
});
afterEach(() => {
  expect(sheet.takeProblems()).toEqual([]);
});

describe('typing', () => {
  test('typing and Enter enters the value and goes down', async () => {
    await sheet.begin();
    await sheet.click(0, 0);
    await sheet.type('4.5');
    await sheet.press('Enter');
    await sheet.type('3');
    await sheet.press('Enter');
    expect(await sheet.texts(0, 0, 2, 1)).toEqual([['4.50'], ['3.00']]);
    await expect.poll(() => sheet.told()).toBe('r2 c0 | r2 c0 r2 c0');
    const { edits } = await sheet.recorded();
    expect(edits.map((edit) => [edit.source, edit.changes])).toEqual([
      ['type', [{ rowKey: 'r0', columnKey: 'c0', text: '4.5' }]],
      ['type', [{ rowKey: 'r1', columnKey: 'c0', text: '3' }]],
    ]);
  });

  test('Enter after a run of Tabs returns to the column where the run began', async () => {
    await sheet.begin();
    await sheet.click(2, 1);
    for (const text of ['1', '2', '3']) {
      await sheet.type(text);
      await sheet.press('Tab');
    }
    await sheet.type('4');
    await sheet.press('Enter');
    expect(await sheet.texts(2, 1, 1, 4)).toEqual([['1.00', '2.00', '3.00', '4.00']]);
    await expect.poll(() => sheet.told()).toContain('r3 c1 |');
  });

  test('Escape gives up what was typed and keeps the old value', async () => {
    await sheet.begin();
    await sheet.click(0, 0);
    await sheet.type('5');
    await sheet.press('Enter', 'ArrowUp');
    await sheet.type('12');
    await sheet.press('Escape');
    expect(await sheet.texts(0, 0, 1, 1)).toEqual([['5.00']]);
    expect((await sheet.recorded()).edits).toHaveLength(1);
  });

  test('F2 edits the full value with the caret at its end, arrows then move the caret', async () => {
    await sheet.begin();
    await sheet.click(0, 0);
    await sheet.type('1.2345');
    await sheet.press('Enter', 'ArrowUp', 'F2');
    await sheet.type('6');
    await sheet.press('ArrowLeft', 'ArrowLeft', 'Backspace', 'Enter');
    expect((await sheet.recorded()).edits.at(-1)?.changes[0]?.text).toBe('1.2356');
  });

  test('double-click edits in place and Alt+Enter breaks the line', async () => {
    await sheet.begin();
    await sheet.cell(1, 11).dblclick();
    await sheet.type('第一行');
    await sheet.press('Alt+Enter');
    await sheet.type('第二行');
    await sheet.press('Enter');
    expect((await sheet.recorded()).edits.at(-1)?.changes[0]?.text).toBe('第一行\n第二行');
  });

  test('losing the focus enters what was typed', async () => {
    await sheet.begin();
    await sheet.click(0, 0);
    await sheet.type('2');
    await sheet.page.locator('#outside').click();
    expect(await sheet.texts(0, 0, 1, 1)).toEqual([['2.00']]);
  });

  test('an arrow key enters what was typed and moves on', async () => {
    await sheet.begin();
    await sheet.click(0, 0);
    await sheet.type('2');
    await sheet.press('ArrowRight');
    await sheet.type('3');
    await sheet.click(4, 4);
    expect(await sheet.texts(0, 0, 1, 2)).toEqual([['2.00', '3.00']]);
  });

  test('a composed word arrives whole in a cell that was merely selected', async () => {
    await sheet.begin();
    await sheet.click(1, 2);
    await sheet.compose(['q', 'qu', 'que', 'que k', 'que kao'], '缺考');
    await sheet.press('Enter');
    await sheet.compose(['h', 'huan kao'], '缓考');
    await sheet.click(5, 5);
    expect(await sheet.texts(1, 2, 2, 1)).toEqual([['缺考'], ['缓考']]);
    expect((await sheet.recorded()).edits).toHaveLength(2);
  });

  test('clicking elsewhere in the middle of a composition keeps the letters', async () => {
    await sheet.begin();
    await sheet.click(1, 2);
    await sheet.compose(['q', 'que']);
    await sheet.click(4, 4);
    await sheet.type('1');
    await sheet.press('Enter');
    const changes = (await sheet.recorded()).edits.flatMap((edit) => edit.changes);
    expect(changes).toEqual([
      { rowKey: 'r1', columnKey: 'c2', text: 'que' },
      { rowKey: 'r4', columnKey: 'c4', text: '1' },
    ]);
  });

  test('a composition that is given up leaves the cell as it was', async () => {
    await sheet.begin({ filled: true });
    await sheet.click(1, 2);
    await sheet.compose(['q', '']);
    await sheet.press('Enter');
    expect((await sheet.recorded()).edits).toEqual([]);
    await expect.poll(() => sheet.told()).toContain('r2 c2 |');
  });

  test('Ctrl+Z on a selection is left to the page and brings no earlier text back', async () => {
    await sheet.begin();
    await sheet.click(0, 0);
    await sheet.type('12');
    await sheet.press('Enter', 'Control+z', 'Control+y');
    expect(await sheet.page.locator('textarea').inputValue()).toBe('');
    expect(await sheet.page.locator('textarea').getAttribute('data-editing')).toBe('false');
    expect((await sheet.recorded()).edits).toHaveLength(1);
  });

  test('while a cell is edited Ctrl+Z takes back its own typing, never that of an earlier cell', async () => {
    await sheet.begin();
    await sheet.click(0, 0);
    await sheet.type('12');
    await sheet.press('Enter');
    await sheet.type('34');
    await sheet.press('Control+z', 'Control+z', 'Control+z');
    expect(await sheet.page.locator('textarea').inputValue()).toBe('');
    await sheet.press('Escape', 'F2');
    await sheet.type('5');
    await sheet.press('Backspace', 'Control+z');
    expect(await sheet.page.locator('textarea').inputValue()).toBe('5');
  });

  test('a cell or sheet that is read only takes no text and asks the page to open it', async () => {
    await sheet.begin();
    await sheet.click(1, 3);
    await sheet.type('5');
    await sheet.press('F2');
    await sheet.compose(['q'], '缺');
    await sheet.press('Enter');
    expect(await sheet.texts(1, 3, 1, 1)).toEqual([['']]);
    expect((await sheet.recorded()).activated).toEqual(['r1/c3']);
    expect((await sheet.recorded()).edits).toEqual([]);
  });

  test('the page may take keys on a selection, but not while a cell is edited', async () => {
    await sheet.begin();
    await sheet.click(0, 0);
    await sheet.press('/');
    await sheet.type('1/2');
    await sheet.press('Enter');
    expect((await sheet.recorded()).keys).toEqual(['/']);
    expect(await sheet.texts(0, 0, 1, 1)).toEqual([['1/2']]);
  });
});

describe('selecting', () => {
  test('Shift+arrows, Shift+click, dragging and heads select blocks', async () => {
    await sheet.begin();
    await sheet.click(1, 1);
    await sheet.press('Shift+ArrowRight', 'Shift+ArrowDown');
    await expect.poll(() => sheet.told()).toBe('r1 c1 | r1 c1 r2 c2');
    await sheet.click(4, 5, ['Shift']);
    await expect.poll(() => sheet.told()).toBe('r1 c1 | r1 c1 r4 c5');
    await sheet.cell(3, 3).hover();
    await sheet.page.mouse.down();
    await sheet.cell(1, 0).hover();
    await sheet.page.mouse.up();
    await expect.poll(() => sheet.told()).toBe('r3 c3 | r1 c0 r3 c3');
    await sheet.page.getByRole('columnheader', { name: '2 会议召开' }).first().click();
    await expect.poll(() => sheet.told()).toBe('r0 c1 | r0 c1 r19 c1');
    await sheet.page.getByRole('columnheader', { name: '1.2 组织领导与监督检查' }).click();
    await expect.poll(() => sheet.told()).toBe('r0 c3 | r0 c3 r19 c5');
    await sheet.page.getByRole('rowheader', { name: '南河县' }).first().click();
    await expect.poll(() => sheet.told()).toBe('r3 c0 | r3 c0 r3 c11');
    await sheet.press('Control+a');
    await expect.poll(() => sheet.told()).toBe('r3 c0 | r0 c0 r19 c11');
  });

  test('keys jump to ends and keep the active cell in sight', async () => {
    await sheet.begin({ rows: 150, columns: 120, filled: true });
    await sheet.click(0, 0);
    await sheet.press('Control+End');
    await expect.poll(() => sheet.told()).toContain('r149 c119 |');
    await expect.poll(() => sheet.cell(149, 119).isVisible()).toBe(true);
    await sheet.press('Home');
    await expect.poll(() => sheet.cell(149, 0).isVisible()).toBe(true);
    await sheet.press('Control+ArrowUp');
    await expect.poll(() => sheet.told()).toContain('r0 c0 |');
    await sheet.press('PageDown', 'PageDown', 'PageUp');
    await expect.poll(() => sheet.told()).toMatch(/^r(1|2)\d c0/);
    const active = await sheet.page.locator('textarea').getAttribute('aria-activedescendant');
    await expect.poll(() => sheet.page.locator(`[id="${active}"]`).isVisible()).toBe(true);
  });

  test('Tab and Enter walk inside a selected block', async () => {
    await sheet.begin();
    await sheet.click(1, 1);
    await sheet.click(2, 2, ['Shift']);
    for (const text of ['1', '2', '3', '4']) {
      await sheet.type(text);
      await sheet.press('Tab');
    }
    expect(await sheet.texts(1, 1, 2, 2)).toEqual([
      ['1.00', '2.00'],
      ['3.00', '4.00'],
    ]);
    await expect.poll(() => sheet.told()).toBe('r1 c1 | r1 c1 r2 c2');
  });

  test('the page can focus the sheet, select a block and scroll to a cell', async () => {
    await sheet.begin({ rows: 150, columns: 120, filled: true });
    await sheet.page.evaluate(() => {
      window.handle?.focus();
      window.handle?.select({ rowKey: 'r90', columnKey: 'c60' }, { rowKey: 'r91', columnKey: 'c61' });
    });
    await expect.poll(() => sheet.told()).toBe('r90 c60 | r90 c60 r91 c61');
    await sheet.type('1');
    await sheet.press('Enter');
    expect(await sheet.texts(90, 60, 1, 1)).toEqual([['1.00']]);
    await sheet.page.evaluate(() => window.handle?.scrollTo({ rowKey: 'r0', columnKey: 'c0' }));
    await expect.poll(() => sheet.cell(0, 0).isVisible()).toBe(true);
    await expect.poll(() => sheet.told()).toBe('r91 c60 | r90 c60 r91 c61');
  });

  test('the browser understands it as a grid with heads, rows and a current cell', async () => {
    await sheet.begin();
    await sheet.click(1, 1);
    const roles = await sheet.roles();
    for (const role of ['grid', 'row', 'gridcell', 'columnheader', 'rowheader'])
      expect(roles).toContain(role);
    const grid = sheet.page.getByRole('grid', { name: '考核打分表' });
    expect(await grid.getAttribute('aria-rowcount')).toBe('23');
    expect(await grid.getAttribute('aria-colcount')).toBe('16');
    expect(await sheet.cell(1, 1).getAttribute('aria-selected')).toBe('true');
  });
});

describe('clipboard and filling', () => {
  test('copying a block puts it on the clipboard in full precision', async () => {
    await sheet.begin();
    await sheet.click(0, 0);
    await sheet.writeClipboard('1.23456\t"两行\n文字"\n7\t');
    await sheet.press('Control+v', 'Control+c');
    expect(await sheet.readClipboard()).toBe('1.23456\t"两行\n文字"\r\n7\t\r\n');
  });

  test('a block of three rows and four columns is pasted as one operation', async () => {
    await sheet.begin();
    await sheet.click(0, 0);
    await sheet.writeClipboard('1\t2\t3\t4\r\n5\t6\t7\t8\r\n9\t10\t11\t12\r\n');
    await sheet.press('Control+v');
    expect(await sheet.texts(0, 0, 3, 4)).toEqual([
      ['1.00', '2.00', '3.00', '4.00'],
      ['5.00', '6.00', '7.00', ''],
      ['9.00', '10.00', '11.00', '12.00'],
    ]);
    const { edits } = await sheet.recorded();
    expect(edits).toHaveLength(1);
    expect(edits[0]?.changes).toHaveLength(11);
    expect(edits[0]?.loss).toEqual({ beyondEdge: 0, readOnly: 1 });
    await expect.poll(() => sheet.told()).toBe('r0 c0 | r0 c0 r2 c3');
  });

  test('one pasted value fills the selected block, and what lies beyond the edge is counted', async () => {
    await sheet.begin();
    await sheet.click(4, 1);
    await sheet.click(6, 2, ['Shift']);
    await sheet.writeClipboard('3.5\r\n');
    await sheet.press('Control+v');
    expect(await sheet.texts(4, 1, 3, 2)).toEqual([
      ['3.50', '3.50'],
      ['3.50', '3.50'],
      ['3.50', '3.50'],
    ]);
    await sheet.press('Control+End', 'Control+ArrowDown');
    await sheet.writeClipboard('1\t2\n3\t4');
    await sheet.press('Control+v');
    expect((await sheet.recorded()).edits.at(-1)?.loss).toEqual({ beyondEdge: 3, readOnly: 0 });
  });

  test('fill down, fill right, Ctrl+Enter, Delete and cut are one operation each', async () => {
    await sheet.begin();
    await sheet.click(5, 0);
    await sheet.type('4');
    await sheet.press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await sheet.press('Shift+ArrowRight', 'Control+r');
    expect(await sheet.texts(5, 0, 3, 2)).toEqual(Array.from({ length: 3 }, () => ['4.00', '4.00']));
    await sheet.type('2');
    await sheet.press('Control+Enter');
    expect(await sheet.texts(5, 0, 3, 2)).toEqual(Array.from({ length: 3 }, () => ['2.00', '2.00']));
    await sheet.press('Control+x');
    expect(await sheet.readClipboard()).toBe('2\t2\r\n2\t2\r\n2\t2\r\n');
    await sheet.press('Control+v', 'Delete');
    expect(await sheet.texts(5, 0, 3, 2)).toEqual(Array.from({ length: 3 }, () => ['', '']));
    const sources = (await sheet.recorded()).edits.map((edit) => `${edit.source} ${edit.changes.length}`);
    expect(sources).toEqual(['type 1', 'fill 2', 'fill 3', 'fill 6', 'cut 6', 'paste 6', 'clear 6']);
  });

  test('dragging the fill handle repeats the block', async () => {
    await sheet.begin();
    await sheet.click(5, 0);
    await sheet.writeClipboard('1\n2');
    await sheet.press('Control+v');
    await sheet.page.locator('[data-fill-handle]').hover();
    await sheet.page.mouse.down();
    await sheet.cell(10, 0).hover();
    await sheet.page.mouse.up();
    expect((await sheet.texts(5, 0, 6, 1)).flat()).toEqual(['1.00', '2.00', '1.00', '2.00', '1.00', '2.00']);
    await expect.poll(() => sheet.told()).toBe('r5 c0 | r5 c0 r10 c0');
  });

  test('a read-only sheet can be copied from but not changed', async () => {
    await sheet.begin({ readOnly: true, filled: true });
    await sheet.click(0, 0);
    await sheet.type('5');
    await sheet.press('Delete', 'Control+x', 'Control+v', 'Control+d');
    expect((await sheet.recorded()).edits).toEqual([]);
    expect(await sheet.readClipboard()).toBe('0\r\n');
  });
});

describe('drawing', () => {
  test('a large sheet keeps few elements however far it is scrolled', async () => {
    await sheet.begin({ rows: 150, columns: 120, filled: true });
    const counts = await sheet.page.evaluate(async () => {
      const scroller = document.querySelector('table')?.parentElement?.parentElement;
      const seen: number[] = [];
      for (let step = 0; step < 40; step += 1) {
        scroller?.scrollBy(170, 90);
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        seen.push(document.querySelectorAll('*').length);
      }
      return seen;
    });
    expect(Math.max(...counts)).toBeLessThan(3000);
    await expect.poll(() => sheet.page.getByRole('columnheader', { name: '排名' }).isVisible()).toBe(true);
    expect((await sheet.page.getByRole('columnheader', { name: '排名' }).boundingBox())?.x).toBeLessThan(20);
    expect((await sheet.page.getByRole('columnheader', { name: '排名' }).boundingBox())?.y).toBeLessThan(60);
  });

  test('a text that is cut off is shown whole by its tooltip', async () => {
    await sheet.begin({ filled: true });
    const name = sheet.page.getByText('高新技术产业开发区管理委员会').first();
    await name.hover();
    expect(await name.getAttribute('title')).toBe('高新技术产业开发区管理委员会');
    const short = sheet.page.getByText('西山区', { exact: true }).first();
    await short.hover();
    expect(await short.getAttribute('title')).toBeNull();
  });

  test('dragging past the edge scrolls on and selects what comes into sight', async () => {
    await sheet.begin({ rows: 150, columns: 120, filled: true });
    await sheet.cell(5, 3).hover();
    await sheet.page.mouse.down();
    await sheet.page.mouse.move(700, 719, { steps: 3 });
    const lastRow = async () => Number(/r(\d+) c\d+$/.exec(await sheet.told())?.[1]);
    await expect.poll(lastRow, { timeout: 20_000 }).toBeGreaterThan(40);
    await sheet.page.mouse.up();
    await expect.poll(() => sheet.told()).toContain('r5 c3 | r5 c3 ');
  });
});
