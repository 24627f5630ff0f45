import { defineQuery, text } from '#main/core/store/query.ts';
import type { CitationSource } from '#main/features/library/index.ts';

const columns = { scheme_uid: text, title: text, indicator_uid: text, content: text, cited: text };

const citingTexts = defineQuery({
  name: 'schemes.citing',
  sql: `SELECT scheme.uid AS scheme_uid, scheme.title AS title, indicator.uid AS indicator_uid,
      indicator.content AS content,
      indicator.source || char(10) || indicator.content || char(10) || indicator.rule_text || char(10)
        || indicator.method AS cited
    FROM indicator JOIN scheme_category AS category ON category.id = indicator.category_id
      JOIN scheme ON scheme.id = category.scheme_id
    WHERE scheme.status <> 'replaced'`,
  columns,
});

/** What indicators of schemes rest on: their source, and what their own words cite. */
export const schemeCitations: CitationSource = (db) =>
  db.all(citingTexts).map(({ scheme_uid: uid, title, indicator_uid: indicatorUid, content, cited }) => ({
    kind: '考核方案',
    name: `${title}：${content}`,
    text: cited.trim(),
    path: `/schemes/${uid}/${indicatorUid}`,
  }));
