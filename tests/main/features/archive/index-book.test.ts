import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeIndex } from '#main/features/archive/index-book.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';

test('an index without anything left out says that every part is there, and promises no more', async () => {
  const folder = temporaryFolder();
  const about = { title: '2026年度归档', officeName: '市消安办', madeAt: 0, madeBy: '李明' };
  await writeIndex(join(folder, 'index.xlsx'), { ...about, warnings: [], files: [], leftOut: [] }, () => {});
  const texts = JSON.stringify(await workbookTexts(folder, { name: 'index.xlsx' }));
  expect(texts).toContain('各部分都已归档。');
  expect(texts).not.toContain('没有遗漏');
});
