import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlaces } from '#shared/rules/papers/places.ts';
import { paperSchema } from '#shared/rules/papers/model.ts';
import { shippedTemplates } from '#main/features/papers/shipped-templates.ts';
import { PRINTED_FORM } from '#shared/contract/paper-setup.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { formFields } from '#tests/support/form-fields.ts';

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

describe('a printed form', () => {
  it('is changed like a template, and printed so from then on', async () => {
    const { content, baseVersion } = await formOf('draftForm');
    const [table] = content.body;
    if (table?.kind !== 'table') throw new Error('the form has no table');
    const rows = table.rows
      .filter((row) => !row.some(({ text }) => text.includes('{密级}')))
      .map((row) => row.map((cell) => ({ ...cell, text: cell.text.replace('印发范围', '分发范围') })));
    await client.papers.saveTemplate({
      key: 'draftForm',
      baseVersion,
      kind: PRINTED_FORM,
      name: '发文稿纸',
      source: '',
      active: true,
      content: { ...content, title: '发文审批单', body: [{ ...table, rows }] },
    });
    const { uid } = await client.papers.create({ kind: 'notice', templateKey: null, subject: null });
    const form = await client.papers.draftForm({ uid });
    expect(form.title).toBe('发文审批单');
    expect(formFields(form)).toHaveProperty('分发范围');
    expect(formFields(form)).not.toHaveProperty('密级');
    expect((await formOf('draftForm')).baseVersion).toBe(1);
  });

  it('is no template of a paper', async () => {
    const kinds = new Set((await client.papers.kinds()).map(({ code }) => code));
    const forms = (await client.papers.templates()).filter(({ kind }) => !kinds.has(kind));
    expect(forms.map(({ name, kindName }) => [name, kindName])).toEqual([
      ['发文稿纸', '印出的表单'],
      ['收文处理单', '印出的表单'],
    ]);
    const { content } = await formOf('handlingForm');
    await expect(
      client.papers.saveTemplate({
        key: null,
        baseVersion: 0,
        kind: PRINTED_FORM,
        name: '另一种',
        source: '',
        active: true,
        content,
      }),
    ).rejects.toThrow('不能另建模板');
  });
});

async function formOf(key: string) {
  const { content, version } = await client.papers.template({ key, version: null });
  return { content, baseVersion: version };
}
