import { indexedText } from '#main/features/search/index.ts';

/** What a search looks into: title, its pinyin initials, source, content. */
export function searchTextOf(task: { title: string; sourceText: string; content: string }): string {
  return indexedText(task.title, task.sourceText, task.content);
}
