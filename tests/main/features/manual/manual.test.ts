import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helpAtDoors } from '#renderer/features/manual/doors.ts';
import { startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.close());

const find = (text: string, limit = 10) => office.client.manual.find({ text, limit });

describe('the manual', () => {
  it('has its chapters in parts, each with its pages and sections', async () => {
    const parts = await office.client.manual.contents();
    expect(parts[0]?.title).toBe('开始');
    const chapters = parts.flatMap((part) => part.chapters);
    expect(chapters).toContainEqual({
      id: 'tasks',
      title: '督办任务',
      pages: ['/tasks/:uid?'],
      headings: expect.arrayContaining(['交办', '跟办']) as string[],
    });
  });

  it('gives a chapter as Markdown without its title, and says so where there is none', async () => {
    const chapter = await office.client.manual.chapter({ id: 'backups' });
    expect(chapter.title).toBe('备份与恢复');
    expect(chapter.text).not.toMatch(/^# /u);
    expect(chapter.text).toContain('「立即备份」');
    await expect(office.client.manual.chapter({ id: '../contents' })).rejects.toThrow('手册的这一章');
  });

  it('finds a chapter by its title or its pinyin initials before all that only name it', async () => {
    for (const text of ['督办任务', 'dbrw']) {
      expect((await find(text))[0], text).toMatchObject({ chapterId: 'tasks', heading: '' });
    }
  });

  it('finds a section by the words of its text, with the words around them', async () => {
    const [hit] = await find('恢复密钥 登录页');
    expect(hit).toMatchObject({ chapterId: 'faq', heading: '密码' });
    expect(hit?.excerpt).toContain('恢复密钥');
  });

  it('finds a section by the initials of a button that it names', async () => {
    expect(await find('ystg')).toContainEqual(
      expect.objectContaining({ chapterId: 'tasks', heading: '跟办' }),
    );
  });

  it('wants all the words in one section, some of them in its title', async () => {
    expect(await find('督办任务 延期')).toContainEqual(
      expect.objectContaining({ chapterId: 'tasks', heading: '跟办' }),
    );
    expect(await find('督办任务 灭火器没有这个词')).toEqual([]);
  });

  it('finds nothing for nothing and never more than asked', async () => {
    expect(await find(' ')).toEqual([]);
    expect(await find('点', 3)).toHaveLength(3);
  });

  it('has the section that F1 shows at each door, and is read there before anybody has signed in', async () => {
    const stranger = office.window();
    const parts = await stranger.manual.contents();
    const chapters = parts.flatMap((part) => part.chapters);
    for (const { id, heading } of Object.values(helpAtDoors)) {
      expect(chapters.find((chapter) => chapter.id === id)?.headings, id).toContain(heading);
      expect((await stranger.manual.chapter({ id })).text).toContain(`## ${heading}`);
    }
    expect(await stranger.manual.find({ text: '恢复密钥', limit: 1 })).toHaveLength(1);
  });
});
