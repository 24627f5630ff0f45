import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import type { Stage } from '../stage.ts';
import { openStage } from '../stage.ts';
import { EditorPage } from './editor-page.ts';

let stage: Stage;
let editor: EditorPage;

beforeAll(async () => {
  stage = await openStage(import.meta.dirname, "'nonce-harness'");
  editor = await EditorPage.open(stage);
});
afterAll(async () => {
  await stage.close();
});
afterEach(() => {
  expect(editor.takeProblems()).toEqual([]);
});

const text = (words: string): PaperBlock => ({
  kind: 'paragraph',
  place: 'indented',
  runs: [{ text: words }],
});
const heading = (level: number, words: string): PaperBlock => ({
  kind: 'heading',
  level,
  runs: [{ text: words }],
});

describe('the lines of the text', () => {
  test.each([1366, 520])('hold 28 characters as in print, also on %i pixels', async (width) => {
    await editor.page.setViewportSize({ width, height: 768 });
    await editor.begin([{ kind: 'paragraph', place: 'flush', runs: [{ text: '防'.repeat(3 * 28) }] }]);
    const tops = await editor.text.locator('p').first().evaluate(topsOfCharacters);
    const lines = [...Map.groupBy(tops, (top) => top).values()].map(({ length }) => length);
    expect(lines).toEqual([28, 28, 28]);
    await editor.page.setViewportSize({ width: 1366, height: 768 });
  });
});

/** Runs in the page. */
function topsOfCharacters(paragraph: Element): number[] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const tops: number[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      tops.push(Math.round(range.getBoundingClientRect().top));
    }
  }
  return tops;
}

describe('headings', () => {
  test('numbers typed at the beginning make headings, which are numbered by position', async () => {
    await editor.begin();
    await editor.start();
    await editor.type('一、总体要求');
    await editor.press('Enter');
    await editor.type('各单位要落实责任。');
    await editor.press('Enter');
    await editor.type('（一）加强领导');
    await editor.press('Enter');
    await editor.type('(2)每月一次');
    await editor.press('Enter');
    await editor.type('三、1.5米');
    await editor.press('Enter');
    await editor.type('1. 压实责任');
    expect(await editor.outline()).toEqual([
      '1 总体要求',
      '各单位要落实责任。',
      '2 加强领导',
      '4 每月一次',
      '1 1.5米',
      '3 压实责任',
    ]);
    expect(await editor.numbers()).toEqual(['一、', '（一）', '（1）', '二、', '1.']);
  });

  test('Backspace right after takes the heading back and leaves what was typed', async () => {
    await editor.begin();
    await editor.start();
    await editor.type('一、');
    await editor.press('Backspace');
    await editor.type('二季度情况');
    expect(await editor.outline()).toEqual(['一、二季度情况']);
  });

  test('keys set and shift the level; Enter goes on with body text, twice Enter ends a heading', async () => {
    await editor.begin();
    await editor.start();
    await editor.press('Control+Alt+2');
    await editor.type('甲');
    await editor.press('Tab', 'Enter');
    await editor.type('正文');
    await editor.press('Enter', 'Control+Alt+1');
    await editor.type('乙');
    await editor.press('Shift+Tab', 'Tab', 'Enter', 'Control+Alt+4', 'Enter');
    await editor.type('尾');
    expect(await editor.outline()).toEqual(['3 甲', '正文', '2 乙', '尾']);
    await editor.press('Control+Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Tab');
    expect(await editor.outline()).toEqual(['4 甲', '正文', '3 乙', '尾']);
    await editor.press('Control+Home', 'Control+0');
    expect((await editor.outline())[0]).toBe('甲');
  });

  test('what an input method composes is not disturbed by headings and numbers', async () => {
    await editor.begin([heading(1, '总体')]);
    await editor.start();
    await editor.press('End');
    await editor.compose(['y', 'yao', '要', '要求'], '要求');
    await editor.press('Enter');
    await editor.compose(['y', 'yi', '一'], '一');
    await editor.type('、');
    await editor.compose(['gong', '工'], '工作');
    expect(await editor.outline()).toEqual(['1 总体要求', '1 工作']);
    expect(await editor.numbers()).toEqual(['一、', '二、']);
  });
});

describe('writing', () => {
  test('undo and redo are the text’s own, step by step', async () => {
    await editor.begin();
    await editor.start();
    await editor.type('一、总体');
    await editor.press('Enter');
    await editor.type('正文');
    await editor.press('Control+z');
    expect(await editor.outline()).not.toContain('正文');
    await editor.press('Control+y');
    expect(await editor.outline()).toEqual(['1 总体', '正文']);
    for (let step = 0; step < 6; step += 1) await editor.press('Control+z');
    expect(await editor.blocks()).toEqual([]);
  });

  test('bold, place and page break come from keys and buttons', async () => {
    await editor.begin([text('甲乙'), text('落款')]);
    await editor.start();
    await editor.press('Shift+ArrowRight', 'Control+b', 'ArrowRight', 'Control+Enter');
    await editor.press('Control+End');
    await editor.tool('居右').click();
    expect(await editor.blocks()).toEqual([
      { kind: 'paragraph', place: 'indented', runs: [{ text: '甲', bold: true }] },
      { kind: 'pageBreak' },
      text('乙'),
      { kind: 'paragraph', place: 'right', runs: [{ text: '落款' }] },
    ]);
  });

  test('changes are given at a pause, at once when the focus leaves, and not at every key', async () => {
    await editor.begin();
    await editor.start();
    await editor.type('各单位');
    await expect.poll(async () => (await editor.told()).given).toEqual([[text('各单位')]]);
    await editor.type('：');
    await editor.page.getByRole('button', { name: '外面' }).focus();
    expect((await editor.told()).given).toEqual([[text('各单位')], [text('各单位：')]]);
  });

  test('another text from outside takes the place, and undo does not bring the first one back', async () => {
    await editor.begin([text('旧稿')]);
    await editor.page.evaluate(() =>
      window.show([{ kind: 'paragraph', place: 'indented', runs: [{ text: '新稿' }] }]),
    );
    await expect.poll(() => editor.text.textContent()).toBe('新稿');
    await editor.start();
    await editor.press('Control+z');
    expect(await editor.text.textContent()).toBe('新稿');
  });

  test('a text to read only shows neither tools nor takes words', async () => {
    await editor.begin([heading(1, '总体要求')], { readOnly: true });
    expect(await editor.page.getByRole('toolbar').count()).toBe(0);
    expect(await editor.text.getAttribute('contenteditable')).toBe('false');
    expect(await editor.numbers()).toEqual(['一、']);
  });

  test('the tools are reached and left by keys', async () => {
    await editor.begin([text('甲')]);
    await editor.start();
    await editor.press('Alt+F10', 'ArrowRight', 'Enter');
    await editor.press('Escape');
    await editor.type('乙');
    expect(await editor.outline()).toEqual(['1 乙甲']);
  });
});

describe('places of a template', () => {
  const template: PaperBlock = {
    kind: 'paragraph',
    place: 'indented',
    runs: [
      { text: '请于' },
      { text: '', field: '反馈期限' },
      { text: '前报' },
      { text: '', field: '单位' },
      { text: '。' },
    ],
  };

  test('Tab goes from place to place, typing fills them, and none is left', async () => {
    await editor.begin([template]);
    await editor.start();
    expect(await editor.tool('下一处未填项').textContent()).toBe('未填 2 处');
    await editor.press('Tab');
    await editor.type('10月底');
    await editor.press('Tab');
    await editor.compose(['shi', '市'], '市消安办');
    expect(await editor.blocks()).toEqual([
      {
        kind: 'paragraph',
        place: 'indented',
        runs: [
          { text: '请于' },
          { text: '10月底', field: '反馈期限' },
          { text: '前报' },
          { text: '市消安办', field: '单位' },
          { text: '。' },
        ],
      },
    ]);
    expect(await editor.tool('下一处未填项').count()).toBe(0);
  });

  test('a place whose words are all deleted is open again', async () => {
    await editor.begin([template]);
    await editor.start();
    await editor.press('Tab');
    await editor.type('月底');
    await editor.press('Backspace', 'Backspace');
    expect(await editor.outline()).toEqual(['请于{反馈期限}前报{单位}。']);
    await editor.type('周五');
    expect(await editor.outline()).toEqual(['请于周五前报{单位}。']);
  });

  test('a click chooses a place, and Delete takes it out of the text', async () => {
    await editor.begin([template]);
    await editor.text.getByText('单位').click();
    await editor.type('市教育局');
    await editor.text.getByText('反馈期限').click();
    await editor.press('Delete');
    expect(await editor.outline()).toEqual(['请于前报市教育局。']);
  });

  test('a composition given up leaves the place open', async () => {
    await editor.begin([template]);
    await editor.start();
    await editor.press('Tab');
    await editor.compose(['yue'], '');
    await expect.poll(() => editor.outline()).toEqual(['请于{反馈期限}前报{单位}。']);
  });
});

describe('decided items', () => {
  test('the sentence at the caret is marked, numbered, opened and unmarked', async () => {
    await editor.begin([text('会议指出要重视。由市财政局拨款；由市教育局宣传。')]);
    await editor.start();
    for (let step = 0; step < 10; step += 1) await editor.press('ArrowRight');
    await editor.press('Control+m');
    await editor.press('End');
    await editor.tool('标为议定事项').click();
    expect((await editor.told()).marked).toEqual(['由市财政局拨款；', '由市教育局宣传。']);
    const numbers = editor.text.locator('[data-resolution-number]');
    expect(
      await numbers.evaluateAll((all) => all.map((one) => one.getAttribute('data-resolution-number'))),
    ).toEqual(['议定1', '议定2']);
    await editor.tool('查看议定事项').click();
    expect((await editor.told()).opened).toEqual(['u2']);
    await editor.page.evaluate(() => window.editor?.revealResolution('u1'));
    await editor.press('ArrowRight');
    await editor.tool('取消议定标记').click();
    expect(await editor.blocks()).toEqual([
      {
        kind: 'paragraph',
        place: 'indented',
        runs: [{ text: '会议指出要重视。由市财政局拨款；' }, { text: '由市教育局宣传。', resolution: 'u2' }],
      },
    ]);
  });
});

describe('tables', () => {
  const cellsOf = async () =>
    (await editor.blocks()).flatMap((block) =>
      block.kind === 'table' ? [block.rows.map((row) => row.map((cell) => cell.text))] : [],
    );

  test('a table is inserted by keys, written in, and Tab behind the last cell adds a row', async () => {
    await editor.begin();
    await editor.start();
    await editor.tool('表格').click();
    await editor.press('ArrowUp', 'ArrowLeft', 'Enter');
    for (const words of ['单位', '数量', '东城区', '3']) {
      await editor.type(words);
      await editor.press('Tab');
    }
    await editor.type('西山区');
    expect(await cellsOf()).toEqual([
      [
        ['单位', '数量'],
        ['东城区', '3'],
        ['西山区', ''],
      ],
    ]);
  });

  test('rows and columns are added and removed, and each column keeps its width', async () => {
    const cell = (words: string) => ({ text: words, align: 'left' as const, across: 1, down: 1 });
    await editor.begin([
      {
        kind: 'table',
        caption: '',
        columns: [1, 3],
        headRows: 1,
        landscape: false,
        rows: [
          [cell('甲'), cell('乙')],
          [cell('丙'), cell('丁')],
        ],
      },
    ]);
    const choose = async (name: string) => {
      const item = editor.page.getByRole('menuitem', { name });
      await editor.tool('表格').click();
      await item.click();
      // A menu that is still closing would be taken for the next one.
      await item.waitFor({ state: 'hidden' });
    };
    await editor.click(editor.text.locator('td').nth(1));
    await choose('左侧插入一列');
    await choose('上方插入一行');
    await choose('放在横向页上');
    await editor.click(editor.text.locator('td').nth(3));
    await choose('删除行');
    await editor.text.locator('input').fill('清单');
    await editor.press('Enter');
    const [table] = await editor.blocks();
    expect(table).toMatchObject({ caption: '清单', columns: [1, 2, 3], headRows: 1, landscape: true });
    expect(await cellsOf()).toEqual([
      [
        ['', '', ''],
        ['丙', '', '丁'],
      ],
    ]);
  });

  test('the menu of a table is worked by keys', async () => {
    await editor.begin();
    await editor.start();
    await editor.paste('', '甲\t乙\n丙\t丁');
    await editor.click(editor.text.locator('td').first());
    await expect.poll(() => editor.tool('分页').isDisabled()).toBe(true);
    // A menu that opens under the pointer begins with the entry that is there.
    await editor.page.mouse.move(0, 0);
    await editor.tool('表格').focus();
    await editor.press('Enter');
    await editor.page.locator('[role=menuitem]:focus').waitFor();
    await editor.press('ArrowDown', 'Enter');
    await expect.poll(cellsOf).toEqual([
      [
        ['甲', '乙'],
        ['', ''],
        ['丙', '丁'],
      ],
    ]);
  });

  test('a border between columns is dragged, and undo takes it back', async () => {
    await editor.begin();
    await editor.start();
    await editor.paste('', '甲\t乙\n丙\t丁');
    const table = await editor.text.locator('table').boundingBox();
    if (!table) throw new Error('no table is drawn');
    const [x, y] = [table.x + table.width / 2, table.y + 10];
    await editor.page.mouse.move(x, y);
    await editor.page.mouse.down();
    await editor.page.mouse.move(x + table.width / 4, y, { steps: 3 });
    await editor.page.mouse.up();
    const columnsOf = async () =>
      (await editor.blocks()).flatMap((block) => (block.kind === 'table' ? block.columns : []));
    const [left = 0, right = 0] = await columnsOf();
    expect(left).toBeCloseTo(1.5, 1);
    expect(left + right).toBeCloseTo(2, 2);
    await editor.click(editor.text.locator('td').first());
    await editor.press('Control+z');
    expect(await columnsOf()).toEqual([1, 1]);
  });

  test('selected cells are merged, made bold and centred together', async () => {
    await editor.begin();
    await editor.start();
    await editor.paste('', '甲\t乙\n丙\t丁');
    await editor.click(editor.text.locator('td').first());
    await editor.click(editor.text.locator('td').last(), ['Shift']);
    await editor.press('Control+b');
    await editor.tool('居中').click();
    await editor.click(editor.text.locator('td').first());
    await editor.click(editor.text.locator('td').nth(1), ['Shift']);
    await editor.tool('表格').click();
    await editor.page.getByRole('menuitem', { name: '合并单元格' }).click();
    const [table] = await editor.blocks();
    expect(table).toMatchObject({
      rows: [
        [{ text: '甲\n乙', bold: true, align: 'center', across: 2, down: 1 }],
        [
          { text: '丙', bold: true, align: 'center' },
          { text: '丁', bold: true, align: 'center' },
        ],
      ],
    });
  });
});

describe('pasting', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body lang=ZH-CN>
<!--StartFragment--><p class=MsoTitle align=center style='text-align:center'><b>关于开展排查的通知</b></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:黑体'>一、总体要求<o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>（一）<span>&nbsp;&nbsp; </span></span></span><![endif]><span>加强领导</span></p>
<p class=MsoNormal>　　各单位要<b>压实
责任</b>。<span style='display:none'>批注</span></p>
<p class=MsoNormal><img src="file:///C:/clip_image001.png" width=10></p>
<script>window.hacked = true</script>
<table border=1><tr><td width=100><p><b>单位</b></p></td><td width=300><p>隐患</p></td></tr>
<tr><td rowspan=2><p>东城区</p></td><td><p>通道堵塞</p><p>门锁闭</p></td></tr><tr><td>无</td></tr></table>
<p class=MsoNormal>1．立即整改。</p><!--EndFragment--></body></html>`;

  test('a word processor’s text becomes headings, words and tables; pictures are left out and counted', async () => {
    await editor.begin();
    await editor.start();
    await editor.paste(word);
    const cell = { align: 'left', across: 1, down: 1 };
    expect(await editor.blocks()).toEqual([
      { kind: 'paragraph', place: 'center', runs: [{ text: '关于开展排查的通知', bold: true }] },
      heading(1, '总体要求'),
      heading(2, '加强领导'),
      {
        kind: 'paragraph',
        place: 'indented',
        runs: [{ text: '各单位要' }, { text: '压实责任', bold: true }, { text: '。' }],
      },
      {
        kind: 'table',
        caption: '',
        columns: [25, 75],
        headRows: 1,
        landscape: false,
        rows: [
          [
            { ...cell, text: '单位', bold: true },
            { ...cell, text: '隐患' },
          ],
          [
            { ...cell, text: '东城区', down: 2 },
            { ...cell, text: '通道堵塞\n门锁闭' },
          ],
          [{ ...cell, text: '无' }],
        ],
      },
      heading(3, '立即整改。'),
    ]);
    await editor.page.getByText('已粘贴文字和表格，略去图片 1 张').waitFor();
  });

  test('plain lines are recognized too, and go on in the middle of a sentence', async () => {
    await editor.begin([text('前后')]);
    await editor.start();
    await editor.press('ArrowRight');
    await editor.paste('', '甲\n一、乙\n丙');
    expect(await editor.outline()).toEqual(['前甲', '1 乙', '丙后']);
  });

  test('a single line goes into the sentence as it is, numbers and all', async () => {
    await editor.begin([text('见附件')]);
    await editor.start();
    await editor.press('End');
    await editor.paste('<b>1.问题清单</b>', '1.问题清单');
    expect(await editor.outline()).toEqual(['见附件1.问题清单']);
  });

  test('cells pasted into a table fill its cells', async () => {
    await editor.begin();
    await editor.start();
    await editor.paste('', '甲\t乙\n丙\t丁');
    await editor.click(editor.text.locator('td').last());
    await editor.paste('<table><tr><td>1</td><td>2</td></tr></table>', '1\t2');
    const [table] = await editor.blocks();
    expect(table).toMatchObject({ columns: [1, 1, 1] });
    await editor.click(editor.text.locator('td').first());
    await editor.press('End');
    await editor.paste('', '一\n二');
    expect((await editor.text.locator('td').first().innerText()).split('\n')).toEqual(['甲一', '二']);
  });

  test('a picture alone is refused in words', async () => {
    await editor.begin();
    await editor.start();
    await editor.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File(['x'], 'a.png', { type: 'image/png' }));
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await editor.page.getByText('正文里放不了图片和文件，请作为附件加入').waitFor();
    expect(await editor.blocks()).toEqual([]);
  });

  test('what is copied here carries its numbers as text and comes back whole', async () => {
    await editor.begin([heading(1, '总体要求'), heading(2, '加强领导'), text('各单位')]);
    await editor.start();
    await editor.press('Control+a', 'Control+c', 'Control+End', 'Enter', 'Control+v');
    const all = ['1 总体要求', '2 加强领导', '各单位'];
    expect(await editor.outline()).toEqual([...all, ...all]);
    expect(await editor.page.evaluate(() => navigator.clipboard.readText())).toBe(
      '一、总体要求\n（一）加强领导\n各单位',
    );
    expect(await editor.copiedHtml()).toContain('（一）');
  });

  test('a decided item moves with its words, and its copy is plain text', async () => {
    const item = {
      kind: 'paragraph' as const,
      place: 'indented' as const,
      runs: [{ text: '拨款。', resolution: 'u9' }],
    };
    await editor.begin([item, text('尾')]);
    await editor.start();
    await editor.press('Shift+End', 'Control+x', 'Control+End', 'Control+v', 'Control+v');
    expect(await editor.blocks()).toEqual([
      { kind: 'paragraph', place: 'indented', runs: [] },
      {
        kind: 'paragraph',
        place: 'indented',
        runs: [{ text: '尾' }, { text: '拨款。', resolution: 'u9' }, { text: '拨款。' }],
      },
    ]);
  });

  test('words pasted into an empty heading stay a heading', async () => {
    await editor.begin();
    await editor.start();
    await editor.press('Control+Alt+2');
    await editor.paste('<p>加强<b>领导</b></p>', '加强领导');
    expect(await editor.outline()).toEqual(['2 加强领导']);
  });
});
