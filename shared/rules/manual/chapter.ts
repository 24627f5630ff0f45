/*
 * A chapter of the manual (使用手册) is one Markdown file: a head with its title and the pages that it is about, then its
 * text. `##` begins a section.
 */

export interface Chapter {
  /** The name of its file: tasks. Links name it so: tasks.md#催办. */
  id: string;
  title: string;
  /** Path patterns of the program's pages: /tasks/:uid?. None for a chapter that is about no page. */
  pages: string[];
  /** Markdown, without the head. */
  text: string;
}

export interface Section {
  /** Empty for what stands before the first heading. */
  heading: string;
  /** As one reads it: no marks of Markdown, no pictures. */
  plain: string;
}

const HEAD = /^---\n(?<head>[\s\S]*?)\n---\n/u;

/** @throws Error for a file without a head or a title: files come with the program, so that only its makers see it */
export function parseChapter(id: string, source: string): Chapter {
  const lines = source.replaceAll('\r\n', '\n');
  const head = HEAD.exec(lines);
  const facts = new Map(
    (head?.groups?.['head'] ?? '').split('\n').map((line) => {
      const [name = '', ...value] = line.split(': ');
      return [name.trim(), value.join(': ').trim()] as const;
    }),
  );
  const title = facts.get('title') ?? '';
  if (head === null || title === '') throw new Error(`chapter ${id} of the manual has no title`);
  const pages = (facts.get('pages') ?? '').split(',').map((page) => page.trim());
  return { id, title, pages: pages.filter((page) => page !== ''), text: lines.slice(head[0].length).trim() };
}

export function sectionsOf(text: string): Section[] {
  const [opening = '', ...rest] = `\n${text}`.split(/\n## /u);
  return [
    { heading: '', plain: plainOf(opening) },
    ...rest.map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return { heading: heading.trim(), plain: plainOf(lines.join('\n')) };
    }),
  ];
}

/** What a chapter says in one line, its marks taken off. */
export function plainOf(markdown: string): string {
  return markdown
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/^\s*\|?[\s:|-]+\|\s*$/gmu, '')
    .replaceAll(/^\s*(?:#+|[-*>]|\d+\.)\s+/gmu, '')
    .replaceAll(/\*\*|`/gu, '')
    .replaceAll('|', ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
