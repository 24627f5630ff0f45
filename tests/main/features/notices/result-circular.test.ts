import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyCell, openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';

describe('the circular on the results of a period', () => {
  let office: Awaited<ReturnType<typeof startTestOffice>>;
  let uid: string;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
    const { uid: opened, frame } = await openPeriod(office.client, 'spotCheck');
    uid = opened;
    const changes = everyCell(frame);
    await office.client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });
  });
  afterAll(() => office.close());

  it('is refused as long as the period is open', async () => {
    await expect(office.client.notices.resultCircular({ periodUid: uid })).rejects.toMatchObject({
      code: 'refused',
      data: { reason: expect.stringContaining('还没有定稿') },
    });
  });

  it('is a draft among the papers that can be signed as it is, and goes with an undo', async () => {
    const { client } = office;
    const { title, groups } = await client.assessment
      .finalize({ uid })
      .then(() => client.assessment.period({ uid }));
    const { paperUid } = await client.notices.resultCircular({ periodUid: uid });
    const paper = await client.papers.get({ uid: paperUid });
    expect(paper).toMatchObject({
      kind: 'circular',
      status: 'draft',
      content: { title: `关于${title}结果的通报`, addressee: `各${groups[0]!.name}` },
    });
    await client.papers.submit({ uid: paperUid, to: 'signing', holderUid: null, opinion: '' });
    expect((await client.papers.get({ uid: paperUid })).problems).toEqual([]);
    await client.history.undo({});
    await client.history.undo({});
    await expect(client.papers.get({ uid: paperUid })).rejects.toMatchObject({ code: 'notFound' });
  });
});
