import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import { everyCell, openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('evidence of an item', () => {
  let office: Office;
  let periodUid: string;
  let frame: GroupFrame;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    ({ uid: periodUid, frame } = await openPeriod(office.client, 'spotCheck'));
  });

  const cell = () => ({
    groupUid: frame.uid,
    objectUid: frame.objects[0]!.uid,
    indicatorUid: frame.scheme.indicators[0]!.uid,
  });
  const cells = () => office.client.evidence.ofGroup({ groupUid: frame.uid });
  async function add(name: string, content = '会议纪要'): Promise<void> {
    await office.client.evidence.add({
      ...cell(),
      fileToken: await upload(office.client, name, Buffer.from(content, 'utf8')),
    });
  }

  it('is kept with the item, the same file once, and each file is one undo', async () => {
    await add('会议纪要.docx');
    await add('会议纪要.docx');
    await add('签到表.xlsx', '签到');
    const { objectUid, indicatorUid } = cell();
    expect(await cells()).toMatchObject([{ objectUid, indicatorUid, fileCount: 2 }]);
    await office.client.history.undo({});
    const [kept] = await cells();
    expect(kept).toMatchObject({ fileCount: 1 });
    const files = await office.client.attachments.list({ kind: 'scoreEvidence', uid: kept!.uid });
    expect(files).toMatchObject([{ name: '会议纪要.docx', addedBy: '李明' }]);
  });

  it('is refused in words where it is a program, whatever it is called, or empty', async () => {
    await expect(add('台账.exe')).rejects.toThrow(/“台账\.exe”是程序或快捷方式，不能添加/u);
    await expect(add('台账.pdf', 'MZ\u0090')).rejects.toThrow(/是程序或快捷方式/u);
    await expect(add('空.docx', '')).rejects.toThrow(/“空\.docx”是空文件/u);
    expect(await cells()).toEqual([]);
  });

  it('is refused over the limit before a byte of it is read in', async () => {
    const begin = office.client.files.begin({ name: '录像.mp4', bytes: 65 * 1_048_576 });
    await expect(begin).rejects.toMatchObject({ data: { issues: [{ message: /文件超过 64 MB/u }] } });
  });

  it('is taken from a good practice with all its files at once', async () => {
    const { client } = office;
    const ledger = 'goodPractices';
    const kind = (await client.ledgers.terms({ ledger }))['kind']![0]!.uid;
    const [city] = await client.organizations.tree({ day: null });
    const values = { organizationUid: city!.uid, title: '一栋一长', kind, collectedOn: '2026-02-01' };
    const { uid } = await client.ledgers.add({ ledger, values });
    const practice = { ...cell(), practiceUid: uid };
    await expect(client.evidence.addPractice(practice)).rejects.toThrow('“一栋一长”还没有材料');
    for (const name of ['做法.docx', '照片.jpg']) {
      const fileToken = await upload(client, name, Buffer.from(name));
      await client.attachments.add({ subject: { kind: ledger, uid }, fileToken });
    }
    expect(await client.evidence.addPractice(practice)).toEqual({ title: '一栋一长', fileCount: 2 });
    expect(await cells()).toMatchObject([{ fileCount: 2 }]);
    await client.history.undo({});
    expect(await cells()).toEqual([]);
  });

  it('is neither added nor removed once the period is final', async () => {
    const { client } = office;
    await add('会议纪要.docx');
    await client.assessment.setScores({
      groupUid: frame.uid,
      stage: 'checked',
      changes: everyCell(frame),
    });
    await client.assessment.finalize({ uid: periodUid });
    await expect(add('签到表.xlsx', '签到')).rejects.toMatchObject({ code: 'frozen' });
    const subject = { kind: 'scoreEvidence', uid: (await cells())[0]!.uid };
    const [file] = await client.attachments.list(subject);
    await expect(client.attachments.remove({ uid: file!.uid })).rejects.toMatchObject({ code: 'frozen' });
    const token = await upload(client, '签到表.xlsx', Buffer.from('签到'));
    await expect(client.attachments.add({ subject, fileToken: token })).rejects.toMatchObject({
      code: 'frozen',
    });
  });
});
