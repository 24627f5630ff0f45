import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { services } from '#main/features/services.ts';
import { threadHandlers } from '#main/features/thread-handlers.ts';
import { handlerAt, operationsOf } from '#main/core/threads/call-table.ts';
import { httpCarrier, portCarrier } from '#tests/support/carriers.ts';
import { type HttpOffice, startHttpOffice } from '#tests/support/http-office.ts';

const operations = [...operationsOf(contract)].map(({ path, procedure, meta }) => ({
  path,
  meta,
  takesInput: procedure['~orpc'].inputSchema !== undefined,
}));

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

describe('every operation over both carriers', () => {
  let office: HttpOffice;
  const carriers: {
    name: string;
    call: (path: string, input: unknown) => Promise<unknown>;
    close(): void;
  }[] = [];

  beforeAll(async () => {
    office = await startHttpOffice();
    const http = await httpCarrier(office);
    await http.client.office.setUp({
      officeName: '临川市消防安全委员会办公室',
      userName: '李明',
      cityName: '临川市',
      cityCode: null,
      memberUnits: false,
    });
    await http.client.session.state();
    // A second user: from now on a new session is nobody until somebody signs in.
    await http.client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
    carriers.push(await httpCarrier(office), portCarrier(office));
  });
  afterAll(async () => {
    for (const carrier of carriers) carrier.close();
    await office.close();
  });

  it.each(operations.filter(({ meta }) => meta.right !== 'open'))(
    '$path is refused to whoever is not signed in',
    async ({ path, takesInput }) => {
      for (const carrier of carriers) {
        const outcome = await carrier
          .call(path, takesInput ? sampleInput(path) : undefined)
          .catch((error: unknown) => error);
        // Input is checked first; what passes it, or needs none, must meet the right.
        expect(['notSignedIn', 'BAD_REQUEST'], carrier.name).toContain(codeOf(outcome));
        if (!takesInput) expect(codeOf(outcome), carrier.name).toBe('notSignedIn');
      }
    },
  );

  it.each(operations.filter(({ takesInput }) => takesInput))(
    '$path refuses input of the wrong shape, the same over both',
    async ({ path }) => {
      const codes = await Promise.all(
        carriers.map((carrier) => carrier.call(path, { 不存在: 1 }).then(() => 'answered', codeOf)),
      );
      expect(new Set(codes).size).toBe(1);
      expect(['BAD_REQUEST', 'notSignedIn']).toContain(codes[0]);
    },
  );
});

function sampleInput(path: string): unknown {
  return { path };
}

function codeOf(outcome: unknown): string {
  return typeof outcome === 'object' && outcome !== null && 'code' in outcome
    ? String(outcome.code)
    : 'answered';
}
