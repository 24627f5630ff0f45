import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { ANY_TABLE, applyChanges, isTouched } from '#renderer/app/changes.ts';

describe('changes reported by the core', () => {
  it('touch answers that depend on one of their tables', () => {
    const changes = [{ table: 'score', uids: null }];
    expect(isTouched(['score', 'indicator'], changes)).toBe(true);
    expect(isTouched(['organization'], changes)).toBe(false);
    expect(isTouched([ANY_TABLE], changes)).toBe(true);
    expect(isTouched(undefined, changes)).toBe(false);
    expect(isTouched([ANY_TABLE], [])).toBe(false);
  });

  it('make only those answers old', async () => {
    const queryClient = new QueryClient();
    const fetch = (table: string) =>
      queryClient.fetchQuery({ queryKey: [table], queryFn: () => table, meta: { tables: [table] } });
    await fetch('score');
    await fetch('scheme');
    await applyChanges(queryClient, [{ table: 'score', uids: ['one'] }]);
    expect(queryClient.getQueryState(['score'])?.isInvalidated).toBe(true);
    expect(queryClient.getQueryState(['scheme'])?.isInvalidated).toBe(false);
  });
});
