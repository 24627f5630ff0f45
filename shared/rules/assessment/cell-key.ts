/** One cell of a group's scores, as a key of maps and sets. */
export function cellKey({ objectUid, indicatorUid }: { objectUid: string; indicatorUid: string }): string {
  return `${objectUid}/${indicatorUid}`;
}
