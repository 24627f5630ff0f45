import { AppError } from '#shared/errors.ts';
import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import type { OperationMeta } from '#shared/contract/operation.ts';

/** Every operation of a contract with its dotted path (organizations.add). */
export function* operationsOf(
  contract: object,
  prefix = '',
): Generator<{ path: string; procedure: AnyContractProcedure; meta: OperationMeta }> {
  for (const [name, part] of Object.entries(contract)) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    if (isContractProcedure(part)) yield { path, procedure: part, meta: part['~orpc'].meta as OperationMeta };
    else if (typeof part === 'object' && part !== null) yield* operationsOf(part, path);
  }
}

/** @throws AppError notFound for a path that has no handler of that kind */
export function handlerAt(handlers: object, path: string): (input: unknown, context: unknown) => unknown {
  let part: unknown = handlers;
  for (const name of path.split('.')) {
    part =
      typeof part === 'object' && part !== null && Object.hasOwn(part, name)
        ? Reflect.get(part, name)
        : undefined;
  }
  if (typeof part !== 'function') throw new AppError('notFound', { what: '这项操作' });
  return part as (input: unknown, context: unknown) => unknown;
}
