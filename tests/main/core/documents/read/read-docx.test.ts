import { describe, expect, test } from 'vitest';
import { readTextDocument } from '#main/core/documents/read/read-text-document.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { docxBytes, documentXml, numberingXml, p, stylesXml } from '#tests/support/builders/docx.ts';

function read(texts: Parameters<typeof docxBytes>[0]) {
  return readTextDocument(docxBytes(texts), defaultReadLimits);
}

function linesOf(body: string, more: Parameters<typeof docxBytes>[0] = {}): (string | string[][])[] {
  return read({ ...more, document: documentXml(body) }).blocks.map((block) =>
    block.kind === 'table' ? block.rows : block.text,
  );
}

test('paragraphs come in their order, empty ones left out', () => {
  expect(linesOf(`${p('甲')}<w:p/>${p('  ')}${p('乙 ')}`)).toEqual(['甲', '乙']);
});

test('a paragraph is put together from its runs, with tabs and line breaks', () => {
  const runs =
    '<w:r><w:t>第一</w:t><w:tab/><w:t>第二</w:t><w:br/></w:r><w:hyperlink><w:r><w:t>第三</w:t></w:r></w:hyperlink>';
  expect(
    linesOf(`<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>${runs}</w:p>`),
  ).toEqual(['第一\t第二\n第三']);
});

describe('headings', () => {
  const styles = stylesXml(
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:styleId="a"><w:name w:val="Title"/></w:style>' +
      '<w:style w:styleId="b"><w:name w:val="我的标题"/><w:basedOn w:val="c"/></w:style>' +
      '<w:style w:styleId="c"><w:name w:val="别的"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
      '<w:style w:styleId="d"><w:name w:val="圈"/><w:basedOn w:val="d"/></w:style>',
  );
  const level = (properties: string) =>
    read({ styles, document: documentXml(p('标题', properties)) }).blocks.map((block) =>
      block.kind === 'paragraph' ? block.level : undefined,
    )[0];

  test.each([
    ['a built-in heading', '<w:pStyle w:val="1"/>', 1],
    ['the title', '<w:pStyle w:val="a"/>', 0],
    ['a style based on one with an outline level', '<w:pStyle w:val="b"/>', 2],
    ['an outline level of its own', '<w:pStyle w:val="1"/><w:outlineLvl w:val="3"/>', 4],
    ['an outline level that says body text', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', null],
    ['no style', '', null],
    ['a style that is not there', '<w:pStyle w:val="x"/>', null],
    ['a style based on itself', '<w:pStyle w:val="d"/>', null],
  ])('%s is told', (_, properties, expected) => {
    expect(level(properties)).toBe(expected);
  });
});

describe('numbers that the program counts', () => {
  const numbering = numberingXml(
    '<w:abstractNum w:abstractNumId="0">' +
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>' +
      '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  );
  const styles = stylesXml(
    '<w:style w:styleId="n"><w:name w:val="编号"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  );
  const item = (text: string, list: number, level = 0) =>
    p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

  test('stand before their paragraphs as printed', () => {
    const body =
      item('甲', 1) +
      item('子', 1, 1) +
      item('丑', 1, 1) +
      item('乙', 1) +
      item('子', 1, 1) +
      item('点', 1, 2);
    expect(linesOf(body, { numbering })).toEqual(['一、甲', '一.1子', '一.2丑', '二、乙', '二.1子', '点']);
  });

  test('begin anew where a list says so, come from a style, and go where list 0 takes them away', () => {
    const body =
      item('甲', 1) +
      p('乙', '<w:pStyle w:val="n"/>') +
      item('丙', 2) +
      p('丁', '<w:pStyle w:val="n"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      item('戊', 9);
    expect(linesOf(body, { numbering, styles })).toEqual(['一、甲', '二、乙', '一、丙', '丁', '戊']);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

  test('are rows of texts in which merged cells keep their columns', () => {
    const body = `<w:tbl>${row(cell('序号', '<w:vMerge w:val="restart"/>'), cell('隐患', '<w:gridSpan w:val="2"/>'))}${row(
      cell('序号', '<w:vMerge/>'),
      cell('甲'),
      cell('乙'),
    )}</w:tbl>${p('后文')}`;
    expect(linesOf(body)).toEqual([
      [
        ['序号', '隐患', ''],
        ['', '甲', '乙'],
      ],
      '后文',
    ]);
  });

  test('have equally long rows, several lines in a cell, and lines for a table within a cell', () => {
    const inner = `<w:tbl>${row(cell('子'), cell('丑'))}</w:tbl>`;
    const body = `<w:tbl>${row(`<w:tc>${p('甲')}${p('乙')}${inner}<w:p/></w:tc>`, cell('丙'))}${row(cell('丁'))}</w:tbl>`;
    expect(linesOf(body)).toEqual([
      [
        ['甲\n乙\n子\t丑', '丙'],
        ['丁', ''],
      ],
    ]);
  });
});

test('revisions are read as accepted, hidden text is left out, and both are said', () => {
  const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const document = documentXml(
    `<w:p>${run('留')}<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom>${run('移')}</w:moveFrom>` +
      `<w:ins>${run('增')}</w:ins>${run('藏', '<w:vanish/>')}${run('现', '<w:vanish w:val="0"/>')}</w:p>`,
  );
  const { blocks, warnings } = read({ document });
  expect(blocks).toEqual([{ kind: 'paragraph', text: '留增现', level: null }]);
  expect(warnings).toEqual([expect.stringContaining('修订'), expect.stringContaining('隐藏')]);
});

test('text boxes are read once, and pictures are named', () => {
  const box = (content: string) => `<w:txbxContent>${p(content)}</w:txbxContent>`;
  const drawing =
    `<mc:AlternateContent><mc:Choice><w:drawing><a:graphic><a:p>别的</a:p><wps:txbx>${box('红头')}</wps:txbx></a:graphic></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:textbox>${box('红头')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
  const document = documentXml(
    `<w:p><w:r>${drawing}</w:r><w:r><w:t>正文</w:t></w:r><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>`,
  );
  const { blocks, warnings } = read({ document });
  expect(blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual(['红头', '正文']);
  expect(warnings).toEqual([expect.stringContaining('图片')]);
});

test('macros, links to outside and embedded objects are named and not followed', () => {
  const relationships =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/attachedTemplate" Target="http://example.com/a.dotm" TargetMode="External"/></Relationships>';
  const bytes = docxBytes(
    { relationships },
    { name: 'word/vbaProject.bin', content: 'x' },
    { name: 'word/embeddings/a.bin', content: 'x' },
  );
  expect(readTextDocument(bytes, defaultReadLimits).contains).toEqual({
    macros: true,
    externalLinks: true,
    embeddedObjects: true,
  });
});

test('a strict file and other prefixes are read alike', () => {
  const document =
    '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>';
  expect(read({ document }).blocks).toEqual([{ kind: 'paragraph', text: '甲', level: null }]);
});
