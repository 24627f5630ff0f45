import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlaces } from '#shared/rules/papers/places.ts';
import { paperSchema } from '#shared/rules/papers/model.ts';
import { shippedTemplates } from '#main/features/papers/shipped-templates.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

const resourcesFolder = join(import.meta.dirname, '../../../../resources');

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  ({ client } = office);
});
afterAll(() => office.close());

describe('the templates that come with the program', () => {
  it('are there for every kind of paper, each with the source of its order', async () => {
    const shipped = shippedTemplates(resourcesFolder);
    const kinds = await client.papers.kinds();
    const shippedKinds = new Set(shipped.map(({ kind }) => kind));
    expect(kinds.map(({ code }) => code).toSorted()).toEqual([...shippedKinds].toSorted());
    for (const { name, source } of shipped) expect(source, name).not.toBe('');
  });

  it('give a paper that is valid, carries the office in head and signature, and leaves only the clerk’s fields open', async () => {
    for (const { key, kind } of shippedTemplates(resourcesFolder)) {
      const { uid } = await client.papers.create({ kind, templateKey: key, subject: null });
      const { content } = await client.papers.get({ uid });
      expect(paperSchema.safeParse(content).success, key).toBe(true);
      expect(content?.head.issuers[0], key).toContain('临川市消防安全委员会');
      const open = openPlaces(content!);
      expect(open, key).not.toContain('发文机关');
      expect(open.length, key).toBeGreaterThan(0);
    }
  });
});
