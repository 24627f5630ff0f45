import { taskKindNames } from '#shared/rules/tasks/model.ts';
import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 8;

/** Tasks by title, content, source or unit, also by pinyin initials; the latest first. */
export const taskSearch: SearchProvider = {
  name: '督办任务',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const filter = { text, view: 'all', kind: null, unitUid: null, sourceUid: null } as const;
    const asked = { filter, sort: 'assigned', descending: true, after: null, limit: LIMIT } as const;
    const { rows } = await client.tasks.list(asked, { signal });
    return rows.map(({ uid, title, kind, source }) => ({
      key: `/tasks/${uid}`,
      title,
      kind: taskKindNames[kind],
      href: `/tasks/${uid}`,
      ...(source.text === '' ? {} : { note: source.text }),
    }));
  },
};
