import type {
  ChoiceGroup,
  ChoiceObject,
  DeductionChoices,
  NewDeduction,
} from '#shared/contract/deductions.ts';

/** One unit that could lose points for one task. */
export interface ProposalRow {
  key: string;
  taskUid: string;
  title: string;
  object: ChoiceObject;
  reason: string;
}

export interface ProposalValues {
  periodUid: string;
  /** By group. */
  groups: Record<string, { indicatorUid?: string; points?: number | null }>;
  /** By row; a row that stands alone is always meant. */
  rows: Record<string, { chosen?: boolean; reason: string }>;
}

const THOUSAND = 1_000;

export function rowsOfChoices({ tasks }: DeductionChoices): ProposalRow[] {
  return tasks.flatMap(({ uid, title, reason, objects }) =>
    objects.map((object) => ({ key: `${uid}:${object.objectUid}`, taskUid: uid, title, object, reason })),
  );
}

export function firstValues(choices: DeductionChoices): ProposalValues {
  return {
    periodUid: choices.periods[0]?.uid ?? '',
    groups: Object.fromEntries(choices.groups.map((group) => [group.uid, firstOfGroup(group)])),
    rows: Object.fromEntries(
      rowsOfChoices(choices).map(({ key, reason }) => [key, { chosen: true, reason }]),
    ),
  };
}

function firstOfGroup(group: ChoiceGroup): ProposalValues['groups'][string] {
  if (group.proposedUid === null) return {};
  return { indicatorUid: group.proposedUid, points: amountFor(group, group.proposedUid) };
}

/** The amount that an indicator's rules name for one case, where it is only one; in points. */
export function amountFor({ indicators }: ChoiceGroup, indicatorUid: string): number | null {
  const amounts = indicators.find(({ uid }) => uid === indicatorUid)?.amounts ?? [];
  const [only, ...others] = amounts;
  return only === undefined || others.length > 0 ? null : only.points / THOUSAND;
}

/** Why a unit cannot lose points on an indicator, beside its name; null where it can. */
export function rowProblem({ object }: ProposalRow, indicatorUid: string | undefined): string | null {
  if (indicatorUid === undefined) return null;
  if (object.taken.includes(indicatorUid)) return '这项任务在这一指标已经拟扣分';
  return object.inapplicable.includes(indicatorUid) ? '这一指标不适用于该单位' : null;
}

export function itemsOf(values: ProposalValues, rows: readonly ProposalRow[]): NewDeduction[] {
  return rows.flatMap((row) => {
    const { groupUid, objectUid } = row.object;
    const { indicatorUid, points } = values.groups[groupUid] ?? {};
    const { chosen = true, reason = '' } = values.rows[row.key] ?? {};
    const isMeant = chosen && rowProblem(row, indicatorUid) === null;
    if (!isMeant || indicatorUid === undefined || points === undefined || points === null) return [];
    return [
      {
        taskUid: row.taskUid,
        groupUid,
        objectUid,
        indicatorUid,
        points: Math.round(points * THOUSAND),
        reason: reason.trim(),
      },
    ];
  });
}
