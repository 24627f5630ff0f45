import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOffice } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
const subject = { kind: 'task', uid: '00000000-0000-4000-8000-000000000002' };
const photo = Buffer.from('一张照片');

beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.close());

async function attach(name: string, bytes: Buffer) {
  const { client } = office;
  return client.attachments.add({ subject, fileToken: await upload(client, name, bytes) });
}

function keptPath(): string {
  const [inner = ''] = readdirSync(join(office.dataFolder, 'files'));
  const [name = ''] = readdirSync(join(office.dataFolder, 'files', inner));
  return join(office.dataFolder, 'files', inner, name);
}

describe('an attached file', () => {
  it('is kept once by content, listed with its name, size and who added it, and comes back as it was', async () => {
    const { client } = office;
    const { uid } = await attach('现场.jpg', photo);
    expect((await attach('现场.jpg', photo)).uid).toBe(uid);
    await attach('现场2.jpg', photo);
    const list = await client.attachments.list(subject);
    expect(list.map(({ name, bytes, addedBy }) => [name, bytes, addedBy])).toEqual([
      ['现场.jpg', photo.length, '李明'],
      ['现场2.jpg', photo.length, '李明'],
    ]);
    expect(readFileSync(keptPath())).toEqual(photo);
    const copy = await client.attachments.take({ uid });
    expect(copy.name).toBe('现场.jpg');
    expect(readFileSync(join(copy.folder, copy.name))).toEqual(photo);
  });

  it('that was changed as a copy stays as it was', async () => {
    const { client } = office;
    const [first] = await client.attachments.list(subject);
    const copy = await client.attachments.take({ uid: first!.uid });
    writeFileSync(join(copy.folder, copy.name), '改过');
    const again = await client.attachments.take({ uid: first!.uid });
    expect(readFileSync(join(again.folder, again.name))).toEqual(photo);
  });

  it('comes back by undo after it was removed', async () => {
    const { client } = office;
    const [first] = await client.attachments.list(subject);
    await client.attachments.remove({ uid: first!.uid });
    expect(await client.attachments.list(subject)).toHaveLength(1);
    await client.history.undo({});
    expect(await client.attachments.list(subject)).toHaveLength(2);
  });

  it('says that its content is damaged or gone instead of handing out something else', async () => {
    const { client } = office;
    const [first] = await client.attachments.list(subject);
    writeFileSync(keptPath(), '坏了的内容');
    await expect(client.attachments.take({ uid: first!.uid })).rejects.toThrow('这个附件的内容已经损坏');
  });
});

describe('a photo', () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64, 1)]);
  const small = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(16, 2)]);

  async function addPhoto(name: string, bytes: Buffer, thumbnail = small) {
    const { client } = office;
    const fileToken = await upload(client, name, bytes);
    const thumbnailToken = await upload(client, 'small.jpg', thumbnail);
    return client.attachments.addPhoto({ subject, fileToken, thumbnailToken });
  }

  it('is kept with its small picture, which pages show', async () => {
    const { uid } = await addPhoto('出口.jpg', jpeg);
    const { url } = await office.client.attachments.thumbnail({ uid });
    expect(url).toBe(`data:image/jpeg;base64,${small.toString('base64')}`);
    const photos = (await office.client.attachments.list(subject)).filter(({ isPhoto }) => isPhoto);
    expect(photos.map(({ name }) => name)).toEqual(['出口.jpg']);
  });

  it('is refused in words where it is no picture', async () => {
    await expect(addPhoto('记录.jpg', Buffer.from('一段文字'))).rejects.toThrow('“记录.jpg”不是照片');
    await expect(addPhoto('出口2.jpg', jpeg, Buffer.from('x'))).rejects.toThrow('缩略图不对');
  });
});
