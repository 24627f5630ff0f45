import { randomUUID } from 'node:crypto';
import type { TableName } from '#main/core/store/tables.ts';
import type { OperationInput } from '#main/core/store/transact.ts';

/** Tests bring tables of their own, which the list of business tables does not know. */
function isTableName(name: string): name is TableName {
  return name !== '';
}

export function testTable(name: string): TableName {
  if (!isTableName(name)) throw new Error('a table needs a name');
  return name;
}

export const parent = testTable('parent');
export const child = testTable('child');

/** An operation of 张三 in window w1, unless said otherwise. */
export function operation(given: Partial<OperationInput> = {}): OperationInput {
  return {
    uid: randomUUID(),
    name: 'family.change',
    label: '修改家庭',
    undo: 'reversible',
    userUid: 'user-1',
    userName: '张三',
    windowUid: 'w1',
    host: 'browser',
    ...given,
  };
}
