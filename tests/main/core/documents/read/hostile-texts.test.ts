import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { createTextReader } from '#main/core/documents/read/text-reader.ts';
import { TextDocumentError } from '#main/core/documents/read/text-document-error.ts';
import { pdfOf } from '#tests/support/builders/pdf.ts';
import { readTextDocument } from '#main/core/documents/read/read-text-document.ts';
import { spawnBundledReader } from '#tests/support/thread-bundle.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import type { ReaderChild } from '#main/core/excel/read/reader-process.ts';
import { WorkbookError } from '#main/core/excel/read/workbook-error.ts';
import { docxBytes, docxSources, documentXml, p, stylesXml } from '#tests/support/builders/docx.ts';
import { workbookBytes } from '#tests/support/hostile-workbooks/workbook-parts.ts';
import { writeZip } from '#tests/support/hostile-workbooks/zip-writer.ts';

const folder = mkdtempSync(join(tmpdir(), 'texts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reader = createTextReader(spawnBundledReader);
/** What is told here is what is refused, not how fast a process starts on a busy machine. */
const patiently = { timeoutMilliseconds: 25_000 };
const MEBIBYTE = 1024 * 1024;
const doctype = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

function compoundFile(stream: string): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, stream, Buffer.alloc(5_000, 1));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}

const refused: readonly (readonly [string, string, () => Uint8Array])[] = [
  [
    'a part that expands beyond the limit',
    'too-large',
    () => docxBytes({}, { name: 'word/media/a', content: 'x', declaredSize: 210 * MEBIBYTE }),
  ],
  [
    'a body of too many characters',
    'too-large',
    () => docxBytes({ document: documentXml(p('字'.repeat(900_000)).repeat(3)) }),
  ],
  [
    'a body of too many paragraphs',
    'too-large',
    () => docxBytes({ document: documentXml(p('字').repeat(50_001)) }),
  ],
  [
    'a table of too many columns',
    'too-large',
    () =>
      docxBytes({
        document: documentXml(`<w:tbl><w:tr>${`<w:tc>${p('字')}</w:tc>`.repeat(64)}</w:tr></w:tbl>`),
      }),
  ],
  [
    'a cell that spans beyond all measure',
    'too-large',
    () =>
      docxBytes({
        document: documentXml(
          '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
        ),
      }),
  ],
  [
    'a table of too many cells',
    'too-large',
    () =>
      docxBytes({
        document: documentXml(
          `<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(50)}</w:tr>`.repeat(4_001)}</w:tbl>`,
        ),
      }),
  ],
  [
    'styles beyond all measure',
    'too-large',
    () =>
      docxBytes({
        styles: stylesXml(Array.from({ length: 10_001 }, (_, id) => `<w:style w:styleId="${id}"/>`).join('')),
      }),
  ],
  [
    'elements deeper than any text',
    'damaged',
    () => docxBytes({ document: documentXml('<w:sdt>'.repeat(100) + '</w:sdt>'.repeat(100)) }),
  ],
  [
    'a DOCTYPE in the body',
    'unsafe',
    () => docxBytes({ document: documentXml(p('&b;')).replace('<w:document', `${doctype}<w:document`) }),
  ],
  [
    'a DOCTYPE in the styles',
    'unsafe',
    () => docxBytes({ styles: stylesXml('').replace('<w:styles', `${doctype}<w:styles`) }),
  ],
  [
    'a part name that climbs out',
    'unsafe',
    () => docxBytes({}, { name: 'word/../../../tmp/a', content: 'x' }),
  ],
  ['an absolute part name', 'unsafe', () => docxBytes({}, { name: '/etc/a', content: 'x' })],
  [
    'a symbolic link',
    'unsafe',
    () => docxBytes({}, { name: 'word/a', content: '/etc/passwd', externalAttributes: 0xa1ff0000 }),
  ],
  [
    'one part twice',
    'damaged',
    () => docxBytes({}, { name: 'WORD/Document.xml', content: documentXml(p('乙')) }),
  ],
  [
    'a body that is larger than it says',
    'damaged',
    () => writeZip(docxSources().map((source) => ({ ...source, declaredSize: 10 }))),
  ],
  [
    'an encrypted entry',
    'encrypted',
    () => writeZip(docxSources().map((source) => ({ ...source, flags: 1 }))),
  ],
  ['XML that is cut off', 'damaged', () => docxBytes({ document: documentXml(p('甲')).slice(0, -20) })],
  ['the first half of a file', 'damaged', () => docxBytes().subarray(0, 400)],
  ['a missing body', 'damaged', () => docxBytes({ document: null })],
  ['a missing root', 'damaged', () => docxBytes({ root: null })],
  ['a body of another vocabulary', 'damaged', () => docxBytes({ document: '<html><body>甲</body></html>' })],
  ['a document without text', 'not-a-workbook', () => docxBytes({ document: documentXml('<w:p/>') })],
  ['a zip of something else', 'not-a-workbook', () => writeZip([{ name: 'a.txt', content: '甲' }])],
  ['a workbook', 'not-a-workbook', () => workbookBytes()],
  [
    'an OpenDocument text',
    'unsupported-format',
    () =>
      writeZip([
        { name: 'mimetype', content: 'x', method: 0 },
        { name: 'content.xml', content: '<x/>' },
      ]),
  ],
  ['an OFD file', 'unsupported-format', () => writeZip([{ name: 'OFD.xml', content: '<x/>' }])],
  ['an old .doc file', 'unsupported-format', () => compoundFile('/WordDocument')],
  ['an encrypted .docx', 'encrypted', () => compoundFile('/EncryptedPackage')],
  ['an old workbook', 'not-a-workbook', () => compoundFile('/Workbook')],
  ['an RTF text', 'unsupported-format', () => Buffer.from('{\\rtf1 abc}')],
  ['a web page', 'unsupported-format', () => Buffer.from('<!DOCTYPE html><p>甲</p>')],
  ['bytes that are no text', 'not-a-workbook', () => Buffer.from([65, 0, 1, 2, 65])],
  ['bytes of no known encoding', 'bad-encoding', () => Buffer.from([0x41, 0xff, 0xff, 0x41])],
  ['an empty file', 'not-a-workbook', () => new Uint8Array()],
  ['a text of empty lines', 'not-a-workbook', () => Buffer.from('\n \n')],
  ['a text beyond all measure', 'too-large', () => Buffer.from('a'.repeat(2_000_001))],
  ['a file over the limit', 'too-large', () => new Uint8Array(21 * MEBIBYTE)],
];

async function refusalOf(file: string | Uint8Array): Promise<TextDocumentError> {
  const outcome: unknown = await reader.read(file, patiently).catch((error: unknown) => error);
  if (!(outcome instanceof TextDocumentError)) throw new Error('was read', { cause: outcome });
  return outcome;
}

function refusalHere(bytes: Uint8Array): TextDocumentError {
  try {
    readTextDocument(bytes, defaultReadLimits);
  } catch (error) {
    if (error instanceof WorkbookError) return new TextDocumentError(error.code, error.reason);
    throw error;
  }
  throw new Error('was read');
}

function expectRefusal(refusal: TextDocumentError, code: string): void {
  expect(refusal.code).toBe(code);
  expect(refusal.message).toMatch(/^[^a-z]*\p{Script=Han}.*。.*请.*。$/su);
  expect(refusal.message).not.toMatch(/undefined|Error|表格的名称|Excel/);
}

describe('what is refused', () => {
  test.each(refused)('%s is refused as %s, in plain Chinese', (_, code, build) => {
    expectRefusal(refusalHere(build()), code);
  });

  test.each(refused.filter(([, code]) => code === 'unsafe').slice(0, 2))(
    '%s is refused by the reading process as %s',
    async (_, code, build) => {
      expectRefusal(await refusalOf(build()), code);
    },
  );

  test.each([
    ['a PDF that is cut off', 'damaged', () => pdfOf(['第一条 总则']).subarray(0, 60)],
    ['a PDF without any text', 'not-a-workbook', () => pdfOf([])],
    ['a PDF over the limit', 'too-large', () => Buffer.concat([pdfOf([]), Buffer.alloc(21 * MEBIBYTE)])],
  ] as const)('%s is refused by the reading process as %s', async (_, code, build) => {
    expectRefusal(await refusalOf(build()), code);
  });

  test('an old .doc file is told to be saved as .docx', async () => {
    expect((await refusalOf(compoundFile('/WordDocument'))).message).toBe(
      '这是旧版 Word 文档（.doc）。请用 WPS 或 Word 打开它，另存为 .docx 后再打开；也可以复制文字直接粘贴。',
    );
  });

  test('a file that is missing and a folder are refused', async () => {
    expect((await refusalOf(join(folder, '没有.docx'))).code).toBe('unreadable-file');
    expect((await refusalOf(folder)).code).toBe('unreadable-file');
  });
});

describe('text files', () => {
  const lines = (bytes: Uint8Array) =>
    readTextDocument(bytes, defaultReadLimits).blocks.map(
      (block) => block.kind === 'paragraph' && block.text,
    );
  const gb18030 = Uint8Array.from([
    0xd2, 0xbb, 0xa1, 0xa2, 0xd2, 0xaa, 0xc7, 0xf3, 0x0d, 0x0a, 0x0d, 0x0a, 0xb6, 0xfe,
  ]);

  test('in UTF-8, with its mark or without, in UTF-16 and in GB18030 are read line by line', () => {
    const text = '一、要求\r\n\r\n二';
    expect(lines(Buffer.from(text))).toEqual(['一、要求', '二']);
    expect(lines(Buffer.from(`\ufeff${text}`))).toEqual(['一、要求', '二']);
    expect(lines(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(['一、要求', '二']);
    expect(lines(gb18030)).toEqual(['一、要求', '二']);
  });

  test('are read from their path too', async () => {
    const path = join(folder, '讲话.txt');
    writeFileSync(path, '同志们：');
    expect(await reader.read(path, patiently)).toMatchObject({
      blocks: [{ kind: 'paragraph', text: '同志们：', level: null }],
      warnings: [],
    });
  });
});

test('a long text comes out of the other process whole and in order', async () => {
  const body = Array.from({ length: 20_000 }, (_, index) => p(`第${index}段，各成员单位要落实责任。`)).join(
    '',
  );
  const { blocks } = await reader.read(docxBytes({ document: documentXml(body) }), patiently);
  expect(blocks).toHaveLength(20_000);
  expect(blocks.at(-1)).toEqual({
    kind: 'paragraph',
    text: '第19999段，各成员单位要落实责任。',
    level: null,
  });
});

/** A child in this process that answers every message as the test wants. */
function scriptedChild(answers: unknown[]): ReaderChild {
  let listener: ((message: unknown) => void) | undefined;
  return {
    pid: undefined,
    send: () => queueMicrotask(() => listener?.(answers.shift())),
    onMessage: (given) => {
      listener = given;
    },
    onExit: () => {},
    kill: () => {},
  };
}

test.each([
  ['nothing', [undefined]],
  ['a workbook', [{ kind: 'done' }]],
  ['blocks that are no JSON', [{ kind: 'blocks', blocks: '[[' }]],
  ['a block of another kind', [{ kind: 'blocks', blocks: '[{"kind":"script","text":"x"}]' }]],
])('an answer is not believed when it is %s', async (_, answers) => {
  const reading = createTextReader(() => scriptedChild([...answers])).read(docxBytes());
  await expect(reading).rejects.toMatchObject({ name: 'TextDocumentError', code: 'reader-failed' });
});
