import { randomUUID } from 'node:crypto';
import type { TableName } from '#main/core/store/tables.ts';
import type { OperationInput } from '#main/core/store/transact.ts';

export const parent = 'parent' as string as TableName;
export const child = 'child' as string as TableName;

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
