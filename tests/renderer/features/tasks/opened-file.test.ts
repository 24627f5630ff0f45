import { describe, expect, it } from 'vitest';
import { isOfFile } from '#renderer/features/tasks/opened-file.ts';

const file = {
  fileName: '通知.docx',
  text: '各成员单位：\n市教育局牵头，10月底前完成校园检查。请抓好落实。',
  sourceText: '通知',
  warnings: [],
  receivedUid: null,
};

describe('an opened text', () => {
  it.each(['市教育局牵头，10月底前完成校园检查。', '各成员单位：\n另加的一句。'])(
    'is still of its file after it was cut or added to: %s',
    (text) => expect(isOfFile(text, file)).toBe(true),
  );

  it.each(['', '\n \n', '市商务局牵头，年底前完成商场排查。'])(
    'is no longer of its file once it was emptied or pasted over: %j',
    (text) => expect(isOfFile(text, file)).toBe(false),
  );
});
