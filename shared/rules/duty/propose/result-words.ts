import { type DutyAim, dutyAims } from './aims.ts';

const aimNames: Readonly<Record<DutyAim, string>> = {
  uncovered: '排满',
  holiday: '节假日均衡',
  weekend: '周末均衡',
  weekday: '工作日均衡',
  changed: '少变动',
  close: '少隔天连班',
};

export function aimName(aim: DutyAim): string {
  return aimNames[aim];
}

interface SolvedAim {
  aim: DutyAim;
  value: number;
  bound: number;
}

/** 最优, or what was not proved to be and how much better it could be at most. */
export function qualityWords(aims: readonly SolvedAim[]): string {
  const open = dutyAims.flatMap((aim) =>
    aims.filter((each) => each.aim === aim && each.bound < each.value).map(openWords),
  );
  if (open.length === 0) return '最优：已证明没有更均衡的排法';
  return `时间到，还没有证明是最优：${open.join('；')}`;
}

function openWords({ aim, value, bound }: SolvedAim): string {
  const share = Math.max(0.1, Math.round(((value - Math.max(0, bound)) / value) * 1_000) / 10);
  return `“${aimNames[aim]}”最多还能改进 ${share}%`;
}
