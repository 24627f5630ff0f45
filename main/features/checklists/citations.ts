import { defineQuery, text } from '#main/core/store/query.ts';
import type { CitationSource } from '#main/features/library/index.ts';

const columns = { uid: text, title: text, item: text, cited: text };

const citingTexts = defineQuery({
  name: 'checklists.citing',
  sql: `SELECT uid, title, '' AS item, source AS cited FROM checklist WHERE source <> '' AND retired_on IS NULL
    UNION ALL
    SELECT checklist.uid, checklist.title, item.text, item.article FROM checklist_item AS item
      JOIN checklist ON checklist.id = item.checklist_id
      WHERE item.article <> '' AND checklist.retired_on IS NULL`,
  columns,
});

/** What checklists in use are drawn from, and the articles of their questions. */
export const checklistCitations: CitationSource = (db) =>
  db.all(citingTexts).map(({ uid, title, item, cited }) => ({
    kind: '检查清单',
    name: item === '' ? `${title}的依据` : `${title}：${item}`,
    text: cited,
    path: `/checklists/${uid}`,
  }));
