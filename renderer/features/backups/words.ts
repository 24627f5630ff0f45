import type { BackupState, PlainThere } from '#shared/contract/backups.ts';

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

/** What can be read at the second place by whoever gets hold of it. */
export function plainWords({ own, others, files }: PlainThere): string {
  const parts = [
    ...(own > 0 ? [`设密码以前的备份 ${own} 份`] : []),
    ...(others > 0 ? [`另一份数据或者已损坏的备份 ${others} 份`] : []),
    ...(files > 0 ? [`附件 ${files} 个`] : []),
  ];
  const advice = others > 0 ? '另一份数据的请在做它的电脑上加密，不要的自己移走。' : '';
  return `第二位置还有${parts.join('、')}没有加密，拿到的人可以看到。${advice}`;
}
