import type { Paper, PaperCell } from '#shared/rules/papers/model.ts';

/** What a form says, by the names of its fields: a label and its field beside it, or a name in the field's corner. */
export function formFields({ body }: Paper): Record<string, string> {
  const [table] = body;
  if (table?.kind !== 'table') throw new Error('the form has no table');
  return Object.fromEntries(table.rows.flatMap(fieldsOfRow));
}

function fieldsOfRow([first, second, ...rest]: readonly PaperCell[]): [string, string][] {
  if (first === undefined) return [];
  const [, name, text = ''] = first.top === true ? (/^(.+?)：\n?(.*)$/su.exec(first.text) ?? []) : [];
  if (name !== undefined)
    return [[name, text], ...fieldsOfRow(second === undefined ? [] : [second, ...rest])];
  return [[first.text, second?.text ?? ''], ...fieldsOfRow(rest)];
}
