/** What the results are of: the campaign, or everything, and from when to when. @param campaign empty: of all */
export function scopeWords(campaign: string, from: string | null, to: string | null): string {
  const what = campaign === '' ? '全部督查和平时发现的' : campaign;
  if (from === null && to === null) return what;
  if (to === null) return `${what}，${from} 起发现`;
  return from === null ? `${what}，截至 ${to} 发现` : `${what}，${from} 至 ${to} 发现`;
}
