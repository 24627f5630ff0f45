import { localDay } from '#shared/calendar/days.ts';
import type { ArchivePart } from '#main/core/archive/archive-part.ts';
import { allForms } from './queries.ts';

/** The forms of other offices as they are kept. What was filled in is handed upward and not kept by the program. */
export const foreignFormArchive: ArchivePart = {
  key: 'foreignForms',
  name: '上级表格',
  unit: '张上级表格',

  survey: ({ db }) => ({ count: db.all(allForms).length }),

  async write({ db }, target) {
    for (const { name, file_name: fileName, sha256, added_at: addedAt } of db.all(allForms).toReversed()) {
      const item = { below: [name], kind: '上级表格(空表)', title: name, day: localDay(addedAt) };
      await target.keep(item, { name: fileName, sha256 });
      target.leaveOut(
        `${name}：填好的表`,
        '填好的表存在导出文件夹里，程序没有另存一份。要归档的，请把报出去的那份放在公文、任务等的附件里，再归档一次。',
      );
    }
  },
};
