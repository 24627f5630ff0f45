import { isContractProcedure } from '@orpc/contract';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { contract } from '#shared/contract/index.ts';
import { speakPlainly } from '#shared/contract/plain-issues.ts';

beforeAll(speakPlainly);

const said = (schema: z.ZodType, input: unknown) =>
  (schema.safeParse(input).error?.issues ?? []).map(({ message }) => message);

it('names the field and says what to do', () => {
  const schema = z.object({
    userName: z.string().max(3),
    items: z.array(z.object({ name: z.string(), points: z.int().max(100_000) })).max(2),
    role: z.enum(['manager', 'clerk']),
  });
  const item = { name: '甲', points: 1 };
  const good = { userName: '李明', items: [item], role: 'clerk' };
  expect(said(schema, { ...good, userName: '张王李赵' })).toEqual(['姓名最多 3 个字']);
  expect(said(schema, { items: [], role: 'clerk' })).toEqual(['请填写姓名']);
  expect(said(schema, { ...good, userName: 7 })).toEqual(['姓名不对，请检查后重新填写']);
  expect(said(schema, { ...good, role: 'owner' })).toEqual(['身份不对，请检查后重新填写']);
  expect(said(schema, { ...good, items: [item, item, item] })).toEqual(['内容最多 2 项']);
  expect(said(schema, { ...good, items: [item, { ...item, points: 200_000 }] })).toEqual([
    '第 2 项的分值太大，请检查后重新填写',
  ]);
  expect(said(z.object({ odd: z.string() }), {})).toEqual(['请填写内容']);
});

it('says nothing of programming for any operation, whatever it is given', () => {
  const schemas: [string, z.ZodType][] = [];
  function collect(part: object, path: string): void {
    for (const [name, child] of Object.entries(part)) {
      if (isContractProcedure(child)) {
        const { inputSchema } = child['~orpc'];
        if (inputSchema instanceof z.ZodType) schemas.push([`${path}${name}`, inputSchema]);
      } else if (typeof child === 'object' && child !== null) collect(child, `${path}${name}.`);
    }
  }
  collect(contract, '');
  expect(schemas.length).toBeGreaterThan(40);
  const hostile = [
    null,
    7,
    'x',
    [],
    {},
    Object.fromEntries(['uid', 'set', 'items', 'name', 'day'].map((key) => [key, 7])),
  ];
  for (const [path, schema] of schemas) {
    for (const message of hostile.flatMap((input) => said(schema, input))) {
      expect(message, path).toMatch(/\p{Script=Han}/u);
      expect(message.replace('MB', ''), path).not.toMatch(/[A-Za-z<>|(){}]/);
    }
  }
});
