import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { OpenedText } from '#shared/contract/tasks.ts';
import { LONGEST_TEXT } from '#shared/rules/tasks/sentences.ts';
import { docxBytes, documentXml, numberingXml, p } from '#tests/support/builders/docx.ts';
import { finishedJob } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';
import { useTaskOffice } from './support.ts';

/** 会议要求：市教育局牵头，10月底前完成校园检查。 in the encoding of older PCs. */
const gbkBytes = Buffer.from(
  'bbe1d2e9d2aac7f3a3bacad0bdccd3fdbed6c7a3cdb7a3ac3130d4c2b5d7c7b0cdeab3c9d0a3d4b0bcecb2e9a1a3',
  'hex',
);

const numbering = numberingXml(
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
);
const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;

describe('a text file from which tasks are marked', () => {
  const place = useTaskOffice();

  async function opened(name: string, bytes: Uint8Array) {
    const fileToken = await upload(place.client, name, bytes);
    const { jobUid } = await place.client.tasks.openText({ fileToken });
    return finishedJob(place.client, jobUid);
  }

  it('is read from a .docx with its numbers and its tables, and is proposed as the source by its name', async () => {
    const body = [
      p('在全市消防工作会议上的讲话', '<w:outlineLvl w:val="0"/>'),
      p('压实责任', numbered),
      p('市教育局牵头，10月底前完成校园检查。'),
      p('强化督导', numbered),
      `<w:tbl><w:tr>${cell('任务')}${cell('牵头单位')}</w:tr><w:tr>${cell('高层整治')}${cell('市民政局')}</w:tr></w:tbl>`,
    ].join('');
    const job = await opened('讲话稿.docx', docxBytes({ document: documentXml(body), numbering }));
    expect(job.problem).toBeNull();
    expect(job.result).toEqual({
      fileName: '讲话稿.docx',
      sourceText: '讲话稿',
      text: [
        '在全市消防工作会议上的讲话',
        '一、压实责任',
        '市教育局牵头，10月底前完成校园检查。',
        '二、强化督导',
        '任务',
        '牵头单位',
        '高层整治',
        '市民政局',
      ].join('\n'),
      warnings: [],
    } satisfies OpenedText);
  });

  it('says what of it could not be read', async () => {
    const document = documentXml(
      `${p('各成员单位：')}<w:p><w:ins><w:r><w:t>已改。</w:t></w:r></w:ins><w:del><w:r><w:delText>未改</w:delText></w:r></w:del></w:p>`,
    );
    const { result } = await opened('通知.docx', docxBytes({ document }));
    expect((result as OpenedText).warnings.join('')).toContain('修订痕迹');
  });

  it.each([
    ['UTF-8', Buffer.from('会议要求：市教育局牵头，10月底前完成校园检查。')],
    ['GBK', gbkBytes],
  ])('is read from a .txt in %s', async (encoding, bytes) => {
    const { result } = await opened(`${encoding}.txt`, bytes);
    expect(result).toMatchObject({
      text: '会议要求：市教育局牵头，10月底前完成校园检查。',
      sourceText: encoding,
    });
  });

  it('is refused as an old .doc, whatever its name says, with what to do', async () => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, 'WordDocument', Buffer.alloc(5_000, 1));
    const bytes = new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
    const { status, problem } = await opened('旧稿.docx', bytes);
    expect(status).toBe('failed');
    expect(problem).toContain('这是旧版 Word 文档');
    expect(problem).toContain('另存为 .docx');
  });

  it('is refused when it is longer than what is marked at one time', async () => {
    const { status, problem } = await opened('汇编.txt', Buffer.from('字'.repeat(LONGEST_TEXT + 1)));
    expect(status).toBe('failed');
    expect(problem).toContain('复制需要的部分');
  });
});
