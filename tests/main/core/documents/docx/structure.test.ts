import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { writePaperDocx } from '#main/core/documents/docx/write-paper-docx.ts';
import { readTextDocument } from '#main/core/documents/read/read-text-document.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { blankPaper, bodyText } from '#shared/rules/papers/blank-paper.ts';
import type { PaperPages } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import type { TextDocumentBlock } from '#shared/text-document.ts';
import { samplePapers } from '#tests/support/builders/paper.ts';

const folder = mkdtempSync(join(tmpdir(), 'paper-docx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const onePage: PaperPages = { count: 1, linesPerPage: 22, endMatterAlone: false, slipAlone: false };

async function bytesOf(paper: Paper, pages = onePage): Promise<Uint8Array> {
  const path = join(folder, '公文.docx');
  await writePaperDocx(path, paper, pages);
  return readFileSync(path);
}

async function partsOf(paper: Paper, pages = onePage): Promise<Record<string, string>> {
  const parts = unzipSync(await bytesOf(paper, pages));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function bodyOf(paper: Paper): Promise<string> {
  return (await partsOf(paper))['word/document.xml'] ?? '';
}

async function blocksOf(paper: Paper): Promise<TextDocumentBlock[]> {
  return readTextDocument(await bytesOf(paper), defaultReadLimits).blocks;
}

async function linesOf(paper: Paper): Promise<string[]> {
  return (await blocksOf(paper)).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

function all(xml: string, pattern: RegExp): string[] {
  return [...xml.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

const samples = Object.entries(samplePapers);

describe('page and grid', () => {
  test.each(samples)('%s stands on A4 with the margins and line grid of the standard', async (_, build) => {
    const body = await bodyOf(build());
    const sizes = new Set(all(body, /<w:pgSz [^>]*>/g));
    expect(sizes).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    // 37, 26, 35 and 28 mm in twips.
    const upright = all(body, /<w:pgMar w:top="2098"[^>]*>/g);
    expect(upright[0]).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    for (const section of all(body, /<w:pgSz (?:(?!w:pgSz).)*<w:docGrid [^>]*>/g)) {
      const isLandscape = section.includes('w:orient="landscape"');
      expect(section.includes('<w:docGrid w:type="lines" w:linePitch="579"/>')).toBe(!isLandscape);
    }
  });

  test('22 lines and 28 characters fill the text block and no more', () => {
    const [block, line] = [16_838 - 2_098 - 1_984, 579];
    expect(Math.floor(block / line)).toBe(22);
    expect(Math.floor((11_906 - 1_587 - 1_474) / (16 * 20 - 5))).toBe(28);
  });

  test.each([19, 20, 21, 23, 24, 25])(
    'a paper that is printed with %i lines on a page has so many here, by one pitch of lines',
    async (linesPerPage) => {
      const parts = await partsOf(samplePapers.letter(), { ...onePage, linesPerPage });
      const [grid = ''] = all(
        parts['word/document.xml'] ?? '',
        /<w:docGrid w:type="lines" w:linePitch="(\d+)"/g,
      );
      expect(Math.floor((16_838 - 2_098 - 1_984) / Number(grid))).toBe(linesPerPage);
      expect(parts['word/styles.xml']).toContain(`w:line="${grid}" w:lineRule="exact"/><w:jc w:val="both"/>`);
    },
  );

  test('lines keep their exact pitch, moved together by a quarter point, without punctuation beyond the margin', async () => {
    const styles = (await partsOf(samplePapers.standard()))['word/styles.xml'] ?? '';
    const [normal = ''] = all(styles, /<w:style [^>]*w:styleId="Normal">.*?<\/w:style>/g);
    expect(normal).toContain('<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>');
    expect(normal).toContain('<w:spacing w:val="-5"/><w:sz w:val="32"/>');
    expect(normal).toContain(
      '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
    );
  });

  test('a table on landscape pages has its own sections, the margins turned with the paper', async () => {
    const body = await bodyOf(samplePapers.landscape());
    expect(all(body, /<w:pgSz [^>]*w:orient="(\w+)"/g)).toEqual(['portrait', 'landscape', 'portrait']);
    expect(body).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(body).toContain('<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"');
  });
});

describe('fonts', () => {
  test('every font named is one of the official ones and has another name for PCs without it', async () => {
    const parts = await partsOf(samplePapers.standard());
    const xml = `${parts['word/document.xml']}${parts['word/styles.xml']}`;
    const used = new Set(all(xml, /w:eastAsia="([^"]+)"/g));
    used.delete('zh-CN');
    expect([...used].toSorted()).toEqual(
      ['仿宋_GB2312', '宋体', '方正小标宋简体', '楷体_GB2312', '黑体'].toSorted(),
    );
    for (const font of used)
      expect(parts['word/fontTable.xml']).toContain(`<w:font w:name="${font}"><w:altName`);
  });

  test('a run has one font for all its characters', async () => {
    const xml = Object.values(await partsOf(samplePapers.standard())).join('');
    for (const fonts of all(xml, /<w:rFonts ([^>]*)\/>/g)) {
      expect(new Set(all(fonts, /"([^"]+)"/g)).size).toBe(1);
    }
  });
});

describe('page numbers', () => {
  const footerOf = (parts: Record<string, string>, type: string, section = 0): string => {
    const body = parts['word/document.xml'] ?? '';
    const id = all(body, new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"/>`, 'g'))[section];
    const relationships = parts['word/_rels/document.xml.rels'] ?? '';
    const [relationship = ''] = all(relationships, new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`, 'g'));
    const [target = ''] = all(relationship, /Target="([^"]+)"/g);
    return parts[`word/${target}`] ?? '';
  };

  test('stand at the right on odd and at the left on even pages, one character from the edge', async () => {
    const parts = await partsOf(samplePapers.standard());
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    expect(footerOf(parts, 'default')).toMatch(
      /<w:ind w:right="280"\/><w:jc w:val="right"\/>.*— .*PAGE.* —/s,
    );
    expect(footerOf(parts, 'even')).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>.*— .*PAGE.* —/s);
  });

  test.each(['letter', 'form'] as const)('a %s has none on its first page', async (name) => {
    const parts = await partsOf(samplePapers[name]());
    expect(parts['word/document.xml']).toMatch(/<w:titlePg\/>|<w:titlePg w:val="true"\/>/);
    expect(footerOf(parts, 'first')).not.toContain('PAGE');
    expect(footerOf(parts, 'first')).not.toBe('');
  });

  test('a reply slip behind the end matter is a sheet without a number', async () => {
    const parts = await partsOf(samplePapers.letter());
    for (const type of ['default', 'even']) {
      expect(footerOf(parts, type, 0)).toContain('PAGE');
      expect(footerOf(parts, type, 1)).not.toContain('PAGE');
      expect(footerOf(parts, type, 1)).not.toBe('');
    }
  });

  test('a form of several pages has one on each', async () => {
    const parts = await partsOf(samplePapers.form(), { ...onePage, count: 2 });
    expect(parts['word/document.xml']).not.toMatch(/<w:titlePg\/>|<w:titlePg w:val="true"\/>/);
  });

  test.each(['endMatterAlone', 'slipAlone'] as const)(
    'there is none on the last sheet where the print has nothing else on it: %s',
    async (alone) => {
      const sample = samplePapers.letter();
      const paper = alone === 'slipAlone' ? { ...sample, endMatter: null } : { ...sample, slip: null };
      const parts = await partsOf(paper, { ...onePage, count: 2, [alone]: true });
      expect(footerOf(parts, 'default', 0)).toContain('PAGE');
      expect(footerOf(parts, 'default', 1)).not.toBe('');
      expect(footerOf(parts, 'default', 1)).not.toContain('PAGE');
    },
  );

  test('a slip shares the last page where nothing rests at its foot', async () => {
    const body = await bodyOf({ ...samplePapers.letter(), endMatter: null });
    expect(all(body, /<w:sectPr/g)).toHaveLength(1);
  });

  test('landscape pages have theirs turned a quarter', async () => {
    const parts = await partsOf(samplePapers.landscape());
    expect(footerOf(parts, 'default', 1)).toContain('vert="vert"');
    expect(footerOf(parts, 'even', 1)).toContain('vert="vert"');
  });
});

describe('content', () => {
  test('the parts of a paper stand in the order of the standard, headings numbered by position', async () => {
    const lines = await linesOf(samplePapers.standard());
    const order = [
      '000012',
      '内部',
      '特急',
      '临江市消防安全委员会文件',
      '临消安〔2026〕12号',
      '临江市消防安全委员会关于开展今冬明春\n火灾防控工作的通知',
      '各县（市、区）消防安全委员会，市消防安全委员会各成员单位，各重点单位：',
      '一、总体要求',
      '二、重点任务',
      '（一）排查整治火灾隐患',
      '1.高层建筑和大型商业综合体',
      '（2）每月检查一次消防设施。',
      '三、工作要求',
      '请于2026年12月15日前报送情况。',
      '附件：1.\t火灾隐患重点单位整改名单以及各县（市、区）责任领导联系人名册',
      '2.\t工作联络员名单',
      '临江市消防安全委员会',
      '2026年11月5日',
      '（此件公开发布）',
      '附件1',
      '附件2',
      '临江市消防安全委员会办公室\t2026年11月5日印发',
    ];
    expect(order.map((line) => lines.indexOf(line))).not.toContain(-1);
    expect(lines.filter((line) => order.includes(line))).toEqual(order);
    expect(lines.at(-2)).toMatch(/^抄送：市委办公室.*。$/);
  });

  test('headings have outline levels, so that WPS and Word list them', async () => {
    const levels = (await blocksOf(samplePapers.standard())).flatMap((block) =>
      block.kind === 'paragraph' && block.level !== null && block.level > 0 ? [block.level] : [],
    );
    expect(levels).toEqual([1, 1, 2, 3, 4, 4, 2, 1]);
  });

  test('tables keep their cells, repeat their head rows and are cut between rows only', async () => {
    const paper = samplePapers.letter();
    const tables = (await blocksOf(paper)).filter((block) => block.kind === 'table');
    expect(tables[0]?.rows.slice(0, 3)).toEqual([
      ['序号', '单位名称', '整改要求', '', '责任单位'],
      ['', '', '隐患', '时限', ''],
      [
        '1',
        '临江市第1商贸城',
        '疏散通道被占用，自动喷水灭火系统停用，消防控制室无人值班',
        '2026年10月31日',
        '市商务局',
      ],
    ]);
    expect(tables[1]?.rows[0]).toEqual(['收到文号', '临消安办函〔2026〕7号']);
    const body = await bodyOf(paper);
    expect(all(body, /<w:tblHeader\/>/g)).toHaveLength(2);
    expect(all(body, /<w:cantSplit\/>/g)).toHaveLength(all(body, /<w:tr>/g).length);
  });

  test('a letter has its mark and two red double lines of 170 mm', async () => {
    const body = await bodyOf(samplePapers.letter());
    const red = all(body, /<a:srgbClr val="E60012"\/>/g);
    expect(red).toHaveLength(4);
    expect(all(body, /<wp:extent cx="6120\d{3}" /g)).toHaveLength(5);
  });

  test('signers stand beside the number, the number level with the last of them', async () => {
    const lines = await linesOf(samplePapers.joint());
    expect(lines).toContain('\t签发人：张建国\t欧阳明');
    expect(lines).toContain('临消安〔2026〕3号\t\t李　强');
  });

  test('attendance follows the text of minutes', async () => {
    const lines = await linesOf(samplePapers.minutes());
    expect(lines.slice(-5, -2).map((line) => line.slice(0, 3))).toEqual(['出席：', '请假：', '列席：']);
    expect(lines).toContain('临江市消防安全委员会办公室\t2026年9月28日');
  });

  test('an open field shows its name, a bold run is bold', async () => {
    const runs = [
      { text: '', field: '反馈期限' },
      { text: '前', bold: true },
    ];
    const paper: Paper = { ...blankPaper('form'), body: [{ kind: 'paragraph', place: 'indented', runs }] };
    expect(await linesOf(paper)).toContain('【反馈期限】前');
    expect(await bodyOf(paper)).toMatch(/<w:b\/>.{0,60}<w:t[^>]*>前</s);
  });
});

describe('the file', () => {
  test.each(samples)('%s is the same, byte by byte, whenever it is written', async (_, build) => {
    const first = await bytesOf(build());
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(Buffer.compare(await bytesOf(build()), first)).toBe(0);
    expect(strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array())).not.toMatch(
      /dcterms:(created|modified)/,
    );
  });

  test('no line rule, place or part is one that Word does not know', async () => {
    const parts = await partsOf(samplePapers.joint());
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
    const body = parts['word/document.xml'] ?? '';
    expect(new Set(all(body, /w:lineRule="(\w+)"/g))).toEqual(new Set(['exact']));
    expect(body).not.toMatch(/<w:t[^>]*>[^<]*[\t\n]/);
  });

  test('any texts make a file that reads back as they were', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (paragraphs) => {
        const paper: Paper = {
          ...blankPaper('form'),
          signature: null,
          body: paragraphs.map((content) => bodyText(`甲${content}乙`)),
        };
        const lines = await linesOf(paper);
        expect(lines).toHaveLength(paragraphs.length);
        for (const line of lines) expect(line).toMatch(/^甲.*乙$/su);
      }),
      { numRuns: 4 },
    );
  });
});
