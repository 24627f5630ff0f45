import * as z from 'zod';

/** One of the schema's JSON form, as far as it is looked at here. */
interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  minItems?: number;
  minimum?: number;
  format?: string;
  pattern?: string;
  minLength?: number;
}

/** @param name of the property that asks for it, `uid` of an operation's own record */
export type UidFor = (name: string) => string;

/** One value of the schema, always the same; its uids are asked for. */
export function validInput(schema: z.ZodType, name: string, uidFor: UidFor): unknown {
  return valueOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, name, uidFor);
}

function valueOf(schema: JsonSchema, name: string, uidFor: UidFor): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const choice = choices.find(({ type }) => type !== 'null');
    return choice === undefined ? null : valueOf(choice, name, uidFor);
  }
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((part) => valueOf(part, name, uidFor)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, name, uidFor);
    case 'array':
      return arrayOf(schema, name, uidFor);
    case 'string':
      return textOf(schema, name, uidFor);
    case 'number':
    case 'integer':
      return Math.max(schema.minimum ?? 0, 1);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

/** What may be left out is left out. */
function objectOf({ properties = {}, required = [] }: JsonSchema, name: string, uidFor: UidFor): object {
  return Object.fromEntries(
    required.map((key) => {
      const inner = valueOf(
        properties[key] ?? {},
        key,
        key === 'uid' || key === 'uids' ? () => uidFor(name) : uidFor,
      );
      return [key, inner];
    }),
  );
}

function arrayOf({ items, prefixItems, minItems = 1 }: JsonSchema, name: string, uidFor: UidFor): unknown[] {
  if (prefixItems !== undefined) return prefixItems.map((part) => valueOf(part, name, uidFor));
  return Array.from({ length: Math.max(minItems, 1) }, () => valueOf(items ?? {}, name, uidFor));
}

const texts: readonly (readonly [pattern: string, text: string])[] = [
  ['2026-09', String.raw`^\d{4}-(0[1-9]|1[0-2])$`],
  ['08:30', String.raw`^([01]\d|2[0-3]):[0-5]\d$`],
  ['09-30', String.raw`^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$`],
];

function textOf({ format, pattern, minLength = 0 }: JsonSchema, name: string, uidFor: UidFor): string {
  if (format === 'uuid') return uidFor(name);
  if (format === 'date') return '2026-09-30';
  if (format === 'base64') return '';
  if (pattern === undefined) return '示例'.padEnd(minLength, '例');
  return (
    [...texts.map(([text]) => text), '1', '1/1', 'a'.repeat(64), 'ab', 'ab/1', '20'].find((text) =>
      new RegExp(pattern, 'u').test(text),
    ) ?? ''
  );
}
