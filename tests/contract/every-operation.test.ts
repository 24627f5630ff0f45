import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { services } from '#main/features/services.ts';
import { threadHandlers } from '#main/features/thread-handlers.ts';
import { handlerAt, operationsOf } from '#main/core/threads/call-table.ts';

const operations = [...operationsOf(contract)];

describe('every operation of the contract', () => {
  it.each(operations)(
    '$path states its kind, right, Chinese label and, for a write, how it is taken back',
    ({ meta }) => {
      expect(['read', 'write', 'service']).toContain(meta.kind);
      expect(meta.label).toMatch(/\p{Script=Han}/u);
      if (meta.kind === 'write') expect(['reversible', 'compensated', 'final']).toContain(meta.undo);
      if (meta.kind === 'write' && meta.undo === 'compensated')
        expect(meta.compensation).toMatch(/\p{Script=Han}/u);
    },
  );

  it.each(operations)('$path has a handler of its kind', ({ path, meta }) => {
    const table = meta.kind === 'service' ? services : threadHandlers;
    expect(handlerAt(table, path)).toBeTypeOf('function');
  });
});
