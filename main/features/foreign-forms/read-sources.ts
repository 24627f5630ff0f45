import type { Field, FieldRecord } from '#shared/rules/foreign-forms/fields.ts';
import type { Pointing } from '#shared/rules/foreign-forms/pointing.ts';
import type { FieldScope, FieldSource } from '#main/core/fields/field-source.ts';

/** Each source is read once, however many cells it fills. */
export interface ReadSource {
  source: FieldSource;
  fields: ReadonlyMap<string, Field>;
  records: readonly FieldRecord[];
}

/** By key of the source; in words where it tells nothing. */
export function readSources(
  { cells, blocks, repeats }: Pointing,
  sources: readonly FieldSource[],
  scope: FieldScope,
  step: (sourceName: string) => void,
): Map<string, ReadSource | string> {
  const keys = new Set([...cells, ...blocks, ...repeats].map(({ source }) => source));
  const known = new Map<string, ReadSource | string>();
  for (const key of keys) {
    const source = sources.find((each) => each.key === key);
    if (source === undefined) known.set(key, '指定的内容在这个版本的程序里没有');
    else if (source.needsPeriod && scope.periodUid === null)
      known.set(key, `“${source.name}”要选考核期才能填`);
    else {
      step(source.name);
      const fields = new Map(source.fields(scope).map((field) => [field.key, field]));
      known.set(key, { source, fields, records: source.read(scope) });
    }
  }
  return known;
}
