/** For the log: “河口商场：疏散通道堆放货物”等 3 处问题 */
export function findingList(findings: readonly { place: string; what: string }[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const shown = `“${first.place}：${first.what.slice(0, 40)}”`;
  return findings.length === 1 ? shown : `${shown}等 ${findings.length} 处问题`;
}
