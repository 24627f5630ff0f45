import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let other: Client;
const document = 'papers/00000000-0000-4000-8000-000000000001';

beforeAll(async () => {
  office = await startTestOffice();
  other = office.window();
  await other.session.state();
});
afterAll(() => office.close());

describe('a draft', () => {
  it('is found again by its user, in the window that wrote it and in another one', async () => {
    await office.client.drafts.keep({ document, content: '{"title":"关于"}' });
    await office.client.drafts.keep({ document, content: '{"title":"关于召开"}' });
    const [mine, ...more] = await office.client.drafts.of({ document });
    expect([mine?.content, mine?.own, more.length]).toEqual(['{"title":"关于召开"}', true, 0]);
    expect((await other.drafts.of({ document }))[0]).toMatchObject({ own: false });
  });

  it('is no operation: neither the log nor undo know of it', async () => {
    const before = await office.client.history.state();
    const { total } = await office.client.history.list(wholeLog);
    await office.client.drafts.keep({ document, content: '{}' });
    expect(await office.client.history.state()).toEqual(before);
    expect((await office.client.history.list(wholeLog)).total).toBe(total);
  });

  it('is given up by the window that took it over, or by its own', async () => {
    await other.drafts.keep({ document, content: '"另一个窗口"' });
    await other.drafts.discard({ document, which: 'others' });
    expect((await office.client.drafts.of({ document })).map(({ content }) => content)).toEqual([
      '"另一个窗口"',
    ]);
    await other.drafts.discard({ document, which: 'own' });
    expect(await office.client.drafts.of({ document })).toEqual([]);
  });
});

const wholeLog = { text: '', userName: null, from: null, to: null, before: null, limit: 200 };
