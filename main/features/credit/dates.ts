import type { CreditDecision } from '#shared/contract/credit.ts';
import type { CalendarEntry } from '#shared/contract/calendar.ts';
import { creditLevelNames } from '#shared/rules/credit/levels.ts';
import { isOpenStage } from '#shared/rules/credit/state.ts';
import type { DateSource } from '#main/features/calendar/index.ts';
import { knownEnterprises } from './rows.ts';

/** Last days for objection, and days on which publicity ends by itself. */
export const creditDates: DateSource = ({ from, to }, context) =>
  knownEnterprises(context)
    .flatMap(({ row, decisions }) =>
      decisions.flatMap((decision) => [objectionEnd(row, decision), publicityEnd(row, decision)]),
    )
    .filter((entry) => entry !== null)
    .filter(({ day }) => day >= from && day <= to);

interface Named {
  uid: string;
  name: string;
}

function objectionEnd({ uid, name }: Named, decision: CreditDecision): CalendarEntry | null {
  const { objectionDueOn: day, stage, level } = decision;
  if (day === null || stage === 'dropped') return null;
  return {
    key: `creditObjection ${decision.uid}`,
    kind: 'creditObjection',
    day,
    title: name,
    note: `拟认定${creditLevelNames[level]}`,
    uid,
    isDone: !isOpenStage(stage),
  };
}

function publicityEnd({ uid, name }: Named, decision: CreditDecision): CalendarEntry | null {
  const { lastPublicDay: day, stage, level } = decision;
  if (day === null || stage === 'revoked') return null;
  return {
    key: `creditEnd ${decision.uid}`,
    kind: 'creditEnd',
    day,
    title: name,
    note: creditLevelNames[level],
    uid,
    isDone: stage !== 'published',
  };
}
