import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseChapter, plainOf, sectionsOf } from '#shared/rules/manual/chapter.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const folder = join(root, 'resources', 'manual');
const MOST_BYTES = 6 * 1024 * 1024;
/** Names of programs, files, keys and methods, and symbols of units. */
const KNOWN =
  /^(?:Excel|Word|WPS|PDF|Ctrl|Alt|Shift|Enter|Tab|Esc|Delete|PageUp|PageDown|Intel|Windows|Linux|UTF|JSON|SHA|GB|docx|pdf|txt|sh|zip|diagnose|dbrw)$/u;

const contents = JSON.parse(readFileSync(join(folder, 'contents.json'), 'utf8')) as {
  title: string;
  chapters: { id: string; pages: string[] }[];
}[];
const chapters = contents
  .flatMap((part) => part.chapters)
  .map(({ id, pages }) => parseChapter(id, pages, readFileSync(join(folder, `${id}.md`), 'utf8')));

function linksOf(text: string, kind: 'picture' | 'link'): string[] {
  const pattern = kind === 'picture' ? /!\[[^\]]*\]\(([^)]*)\)/gu : /(?<!!)\[[^\]]*\]\(([^)]*)\)/gu;
  return [...text.matchAll(pattern)].map(([, target = '']) => target);
}

/** All that the program may say on its pages: its own sources, and the rules that name states and ledgers. */
function saidByProgram(): string {
  const files = ['renderer/**/*.{ts,tsx}', 'shared/**/*.ts'].flatMap((pattern) =>
    globSync(pattern, { cwd: root }),
  );
  return files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
}

/** As a word of its own, not within a longer one: 到期 is no button because 即将到期 is one. */
function isSaid(said: string, word: string): boolean {
  const quoted = word.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
  return new RegExp(`(?<!\\p{Script=Han})${quoted}(?!\\p{Script=Han})`, 'u').test(said);
}

describe('the manual', () => {
  it('lists every chapter once in its contents', () => {
    const files = globSync('*.md', { cwd: folder }).map((file) => file.slice(0, -'.md'.length));
    expect(chapters.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it('has one chapter for every page of the program', () => {
    const entries = globSync('renderer/features/*/pages.ts', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/^ {4}path: '([^']*)',$/gmu)].map(
        ([, path = '']) => path,
      ),
    );
    const ledgers = globSync('shared/rules/ledgers/definitions/*.ts', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/^ {2}path: '([^']*)',$/gmu)].map(
        ([, path]) => `${path}/:uid?`,
      ),
    );
    expect(chapters.flatMap(({ pages }) => pages).toSorted()).toEqual([...entries, ...ledgers].toSorted());
  });

  it('shows pictures that exist', () => {
    const pictures = chapters.flatMap(({ text }) => linksOf(text, 'picture'));
    expect(pictures.filter((picture) => !existsSync(join(folder, picture)))).toEqual([]);
  });

  it('has no picture that no chapter shows, and is small as a whole', () => {
    const shown = new Set(chapters.flatMap(({ text }) => linksOf(text, 'picture')));
    const pictures = readdirSync(join(folder, 'pictures')).filter((name) => name.endsWith('.webp'));
    expect(pictures.filter((name) => !shown.has(`pictures/${name}`))).toEqual([]);
    const bytes = pictures.reduce((sum, name) => sum + statSync(join(folder, 'pictures', name)).size, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it('leads only to chapters and sections that exist', () => {
    const places = new Set(
      chapters.flatMap(({ id, text }) =>
        sectionsOf(text).map(({ heading }) => (heading === '' ? `${id}.md` : `${id}.md#${heading}`)),
      ),
    );
    const links = chapters.flatMap(({ text }) => linksOf(text, 'link'));
    expect(links.filter((link) => !places.has(link))).toEqual([]);
  });

  it('names only buttons and menus that the program has', () => {
    const said = saidByProgram();
    const missing = chapters.flatMap(({ id, text }) =>
      [...text.matchAll(/「([^」]*)」/gu)]
        .map(([, word = '']) => ({ id, word }))
        .filter(({ word }) => !isSaid(said, word)),
    );
    expect(missing).toEqual([]);
  });

  it('speaks Chinese', () => {
    const foreign = chapters.flatMap(({ id, text }) => {
      const prose = text
        .replaceAll(/```[\s\S]*?```|`[^`]*`/gu, '')
        .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1');
      return (prose.match(/[A-Za-z]{2,}/gu) ?? [])
        .filter((word) => !KNOWN.test(word))
        .map((word) => `${id}: ${word}`);
    });
    expect(foreign).toEqual([]);
  });
});

describe('a chapter', () => {
  it('has a title and a text of sections', () => {
    const source = '# 督办任务\r\n\r\n开头。\n\n## 催办\n\n1. 点「催办」。\n';
    const chapter = parseChapter('tasks', ['/tasks/:uid?'], source);
    expect(chapter).toEqual({
      id: 'tasks',
      title: '督办任务',
      pages: ['/tasks/:uid?'],
      text: '开头。\n\n## 催办\n\n1. 点「催办」。',
    });
    expect(sectionsOf(chapter.text)).toEqual([
      { heading: '', plain: '开头。' },
      { heading: '催办', plain: '点「催办」。' },
    ]);
  });

  it('is refused without a title', () => {
    expect(() => parseChapter('x', [], '没有标题')).toThrow('no title');
  });

  it('is read without marks, pictures and the lines of tables', () => {
    expect(
      plainOf('![图](a.webp)\n**重点**看[备份](backups.md)：\n\n| 一 | 二 |\n| --- | --- |\n| `甲` | 乙 |'),
    ).toBe('重点看备份： 一 二 甲 乙');
  });
});
