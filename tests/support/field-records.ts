import type { FieldRecord } from '#shared/rules/foreign-forms/fields.ts';
import type { FieldScope } from '#main/core/fields/field-source.ts';
import { openReader } from '#main/core/store/open.ts';
import { fieldSources } from '#main/features/field-sources.ts';

type Asked = Pick<FieldScope, 'caller' | 'today' | 'from' | 'to'> & Partial<Pick<FieldScope, 'periodUid'>>;

/** What forms are filled with from one source, each value under the name of its field. */
export function fieldRecords(folder: string, key: string, asked: Asked): FieldRecord[] {
  const db = openReader(folder);
  try {
    const scope = { periodUid: null, ...asked, db };
    const source = fieldSources(db).find((each) => each.key === key);
    if (source === undefined) throw new Error(`there is no source ${key}`);
    const fields = source.fields(scope);
    return source
      .read(scope)
      .map((record) => Object.fromEntries(fields.map((field) => [field.name, record[field.key] ?? null])));
  } finally {
    db.close();
  }
}
