import type { BackupState } from '#shared/contract/backups.ts';

/** What is wrong with the drills, with what to do; null when all is well. */
export function drillProblem({
  drill,
  secondDrill,
  isDrillOverdue,
}: Pick<BackupState, 'drill' | 'secondDrill' | 'isDrillOverdue'>): string | null {
  for (const [each, where] of [
    [drill, ''],
    [secondDrill, '第二位置的'],
  ] as const)
    if (each !== null && each.faults.length > 0)
      return `${where}备份“${each.backup}”不能完整恢复：${each.faults.join('')}请点“立即备份”，再校验新的备份。`;
  if (!isDrillOverdue) return null;
  return '一个多月没有做恢复演练了。请在最近的备份上点“校验”，几分钟就好。';
}
