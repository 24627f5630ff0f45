import type { ReceivedSummary } from '#shared/contract/received-papers.ts';

/** As tasks name it as their source: 省消安办《关于…的通知》（省消安办〔2026〕18号）. */
export function citationOf({
  sender,
  title,
  theirNumber,
}: Pick<ReceivedSummary, 'sender' | 'title' | 'theirNumber'>): string {
  return `${sender}《${title}》${theirNumber === '' ? '' : `（${theirNumber}）`}`;
}
