/*
 * A chapter of the manual (使用手册) is one Markdown file: `#` is its title, `##` begins a section. Which pages it is about
 * says the table of contents.
 */

export interface Chapter {
  /** The name of its file: tasks. Links name it so: tasks.md#催办. */
  id: string;
  title: string;
  /** Path patterns of the program's pages: /tasks/:uid?. None for a chapter that is about no page. */
  pages: string[];
  /** Markdown, without the title. */
  text: string;
}

export interface Section {
  /** Empty for what stands before the first heading. */
  heading: string;
  /** As one reads it: no marks of Markdown, no pictures. */
  plain: string;
}

const TITLE = /^# (?<title>.+)\n/u;

/**
 * @param pages as the table of contents has them
 * @throws Error for a file without a title: files come with the program, so that only its makers see it
 */
export function parseChapter(id: string, pages: string[], source: string): Chapter {
  const lines = source.replaceAll('\r\n', '\n');
  const head = TITLE.exec(lines);
  const title = head?.groups?.['title'];
  if (head === null || title === undefined) throw new Error(`chapter ${id} of the manual has no title`);
  return { id, title, pages, text: lines.slice(head[0].length).trim() };
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
