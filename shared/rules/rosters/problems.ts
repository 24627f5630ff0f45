import { paperDay } from '../../calendar/days.ts';
import type { RosterEntry, RosterPosition, RosterProblem } from './model.ts';

/** What is wrong with a roster on its day, worst first. */
export function rosterProblems(
  entries: readonly RosterEntry[],
  positions: readonly RosterPosition[],
): RosterProblem[] {
  const found = [
    ...entries.filter(endsBeforeStart).map(endProblem),
    ...positionProblems(entries, positions),
    ...twiceProblems(entries, positions),
    ...entries.filter(({ unitClosed }) => unitClosed).map(closedProblem),
  ];
  return found.toSorted(
    (one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'),
  );
}

function endsBeforeStart({ firstDay, lastDay }: RosterEntry): boolean {
  return lastDay !== null && lastDay < firstDay;
}

function endProblem({ uid, name, firstDay, lastDay }: RosterEntry): RosterProblem {
  return {
    kind: 'endsBeforeStart',
    severity: 'error',
    text: `${name}的任职截止日期(${lastDay ?? ''})早于开始日期(${firstDay})，请改正。`,
    uids: [uid],
  };
}

/** Somebody who stands in fills a gap, but is no second holder. */
function positionProblems(
  entries: readonly RosterEntry[],
  positions: readonly RosterPosition[],
): RosterProblem[] {
  return positions.flatMap((position): RosterProblem[] => {
    const held = entries.filter(({ positionUid }) => positionUid === position.uid);
    if (held.length === 0 && position.required)
      return [
        {
          kind: 'gap',
          severity: 'warning',
          text: `${position.name}空缺，请补充人选或明确代理人。`,
          uids: [],
        },
      ];
    const holders = held.filter(({ substitute }) => !substitute);
    if (!position.single || holders.length < 2) return [];
    const names = holders.map(({ name }) => name).join('、');
    return [
      {
        kind: 'several',
        severity: 'error',
        text: `同一天有 ${holders.length} 位${position.name}：${names}，只应有一位。`,
        uids: holders.map(({ uid }) => uid),
      },
    ];
  });
}

/** The same person twice in one position, or two of one name from one unit who were entered as two persons. */
function twiceProblems(
  entries: readonly RosterEntry[],
  positions: readonly RosterPosition[],
): RosterProblem[] {
  const nameOf = new Map(positions.map(({ uid, name }) => [uid, name]));
  const inPosition = Map.groupBy(entries, ({ personUid, positionUid }) => `${personUid} ${positionUid}`);
  const named = Map.groupBy(
    entries,
    ({ name, organizationUid, unit }) => `${name} ${organizationUid ?? unit}`,
  );
  const problems: RosterProblem[] = [];
  for (const same of inPosition.values()) {
    const [first] = same;
    if (first === undefined || same.length < 2) continue;
    const position = nameOf.get(first.positionUid) ?? '';
    problems.push({
      kind: 'twice',
      severity: 'error',
      text: `${first.name}在${position}里列了 ${same.length} 次，请去掉重复的。`,
      uids: same.map(({ uid }) => uid),
    });
  }
  for (const same of named.values()) {
    const [first] = same;
    if (first === undefined || new Set(same.map(({ personUid }) => personUid)).size < 2) continue;
    problems.push({
      kind: 'twice',
      severity: 'warning',
      text: `${first.unit}有两位“${first.name}”，如果是同一个人，请合并。`,
      uids: same.map(({ uid }) => uid),
    });
  }
  return problems;
}

function closedProblem({ uid, name, unit }: RosterEntry): RosterProblem {
  return {
    kind: 'closedUnit',
    severity: 'warning',
    text: `${name}所在的${unit}已撤销或合并，请调整其单位或人选。`,
    uids: [uid],
  };
}

/** How early an appointment's end is told where the office has not set it (惯例). */
export const USUAL_EXPIRING_DAYS = 30;

/** Appointments with a last day that is near; `withinDay` is the last day that counts as near. */
export function expiringProblems(entries: readonly RosterEntry[], withinDay: string): RosterProblem[] {
  return entries.flatMap(({ uid, name, lastDay }): RosterProblem[] =>
    lastDay === null || lastDay > withinDay
      ? []
      : [
          {
            kind: 'expiring',
            severity: 'warning',
            text: `${name}的任职到${paperDay(lastDay)}为止。`,
            uids: [uid],
          },
        ],
  );
}
