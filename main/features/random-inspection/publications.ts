import type { Publication, WhichPublication } from '#shared/contract/random-results.ts';
import type { randomInspection as contract } from '#shared/contract/random-inspection.ts';
import { addDays, addMonths, daysBetween, lastDayOfMonth } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { type LastDay, lastDayOf } from '#shared/rules/calendar/term.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { type PublicationKind, publicationKindNames } from '#shared/rules/random-inspection/model.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import {
  allPlanLines,
  allPlans,
  allPublications,
  type PublicationRecord,
  targetNumbers,
} from './draw-queries.ts';
import { monthOf } from './plans.ts';
import { currentLines, publicationPaper } from './publication-lines.ts';
import { randomSettings } from './settings.ts';

type Names = 'publications' | 'publication' | 'markPublished' | 'unmarkPublished';

/** Each month its results, and beforehand its plan. */
export const publicationHandlers: Pick<Handlers<typeof contract>, Names> = {
  publications: (_input, context) => listPublications(context),
  publication: (which, { db, today }) => publicationPaper(db, which, today),

  markPublished({ publishedOn, place, ...which }, context) {
    const { db, today, summarize } = context;
    if (publishedOn > today)
      throw new AppError('badInput', { detail: '公示日期不能晚于今天', field: 'publishedOn' });
    const record = recordOf(db, which);
    const lines = JSON.stringify(currentLines(db, which, today));
    const columns = { published_on: publishedOn, place, lines };
    // The day that it was due by is the one that held when it was published first.
    const due = { due_on: dueOf(context, which).day };
    if (record === undefined) db.insert('random_publication', { ...which, ...columns, ...due });
    else db.update('random_publication', record.id, columns);
    summarize(`${which.month} ${publicationKindNames[which.kind]}`);
    return { uid: recordOf(db, which)?.uid ?? '' };
  },

  unmarkPublished(which, { db, summarize }) {
    const record = recordOf(db, which);
    if (record === undefined) throw new AppError('notFound', { what: '这次公示' });
    db.remove('random_publication', record.id);
    summarize(`${which.month} ${publicationKindNames[which.kind]}`);
    return { uid: record.uid };
  },
};

type Context = Pick<ReadContext, 'db' | 'today' | 'resourcesFolder'>;

/** Up to the plan of the next month, the latest first. */
export function listPublications(context: Context): Publication[] {
  const { db, today } = context;
  const next = addMonths(`${today.slice(0, 7)}-01`, 1).slice(0, 7);
  const planned = plannedNumbers(db);
  const drawn = new Map(db.all(targetNumbers).map((row) => [row.month, row]));
  const months = [...new Set([...planned.keys(), ...drawn.keys()])].filter((month) => month <= next);
  return months
    .toSorted()
    .toReversed()
    .flatMap((month) => {
      const { count = 0, open = 0 } = drawn.get(month) ?? {};
      const plan = publication(context, { month, kind: 'plan' }, { count: planned.get(month) ?? 0, open: 0 });
      const results = publication(context, { month, kind: 'results' }, { count, open });
      return [...(count === 0 ? [] : [results]), ...(plan.count === 0 ? [] : [plan])];
    });
}

function publication(
  context: Context,
  which: WhichPublication,
  counts: Pick<Publication, 'count' | 'open'>,
): Publication {
  const record = recordOf(context.db, which);
  const due = dueOf(context, which);
  const dueOn = record?.due_on ?? due.day;
  return {
    ...which,
    ...counts,
    dueOn,
    isDueCertain: due.certain,
    publishedOn: record?.published_on ?? null,
    place: record?.place ?? '',
    daysLeft: record === undefined ? daysBetween(context.today, dueOn) : null,
  };
}

/** Planned objects of all plans by month. */
function plannedNumbers(db: ReadStore): Map<string, number> {
  const years = new Map(db.all(allPlans).map(({ id, year }) => [id, year]));
  const numbers = new Map<string, number>();
  for (const line of db.all(allPlanLines))
    for (const [place, number] of (JSON.parse(line.numbers) as number[]).entries()) {
      const month = monthOf(years.get(line.plan_id) ?? 0, place);
      if (number > 0) numbers.set(month, (numbers.get(month) ?? 0) + number);
    }
  return numbers;
}

/** A plan before its month begins; results within the office's term from the end of the month. */
function dueOf({ db, resourcesFolder }: Context, { month, kind }: WhichPublication): LastDay {
  const first = `${month}-01`;
  if (kind === 'plan') return { day: addDays(first, -1), certain: true };
  const workdays = workdaysOf(holidayCalendar(db, resourcesFolder));
  return lastDayOf(lastDayOfMonth(first), randomSettings(db).publishTerm, workdays);
}

function recordOf(
  db: ReadStore,
  which: { month: string; kind: PublicationKind },
): PublicationRecord | undefined {
  return db.all(allPublications).find(({ month, kind }) => month === which.month && kind === which.kind);
}
