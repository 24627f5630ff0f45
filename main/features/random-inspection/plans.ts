import { v7 } from 'uuid';
import type {
  RandomPlan,
  RandomPlanLine,
  randomInspection as contract,
} from '#shared/contract/random-inspection.ts';
import { AppError } from '#shared/errors.ts';
import {
  type Frequency,
  frequencyText,
  monthlyNumbers,
  planShortfall,
} from '#shared/rules/random-inspection/frequency.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireClass } from './classes.ts';
import { allPlanLines, allPlans, drawnNumbers, type PlanRecord } from './draw-queries.ts';
import { allClasses, type ClassRecord, classSizes } from './queries.ts';

type Names = 'plans' | 'addPlan' | 'setNumbers' | 'spreadNumbers' | 'removePlan';

/** Yearly plans: how many of each class are drawn in each month. */
export const planHandlers: Pick<Handlers<typeof contract>, Names> = {
  plans: (_input, { db, today }) => listPlans(db, today),

  addPlan({ year, title, firstMonth, classUids }, { db, today, summarize }) {
    if (db.all(allPlans).some((plan) => plan.title === title))
      throw new AppError('duplicate', { what: '抽查计划', value: title });
    const uid = v7();
    const planId = db.insert('random_plan', { uid, year, title, first_month: firstMonth });
    const sizes = sizesOf(db, today);
    for (const classUid of new Set(classUids)) {
      const own = requireClass(db, classUid);
      const size = sizes.get(own.id) ?? 0;
      const numbers = JSON.stringify(monthlyNumbers(frequencyOf(own), size, firstMonth));
      db.insert('random_plan_line', { plan_id: planId, class_id: own.id, size, numbers });
    }
    summarize(title);
    return { uid };
  },

  setNumbers({ planUid, classUid, base, set }, { db, summarize }) {
    const plan = requirePlan(db, planUid);
    const own = requireClass(db, classUid);
    const line = linesOf(db, plan).find(({ class_id: classId }) => classId === own.id);
    if (line === undefined) throw new AppError('notFound', { what: '计划里的这个类别' });
    const stored = { numbers: JSON.parse(line.numbers) as number[] };
    const { numbers } = decidePatch(stored, { numbers: base }, { numbers: set });
    if (numbers !== undefined) db.update('random_plan_line', line.id, { numbers: JSON.stringify(numbers) });
    summarize(`${plan.title} ${own.name}`);
    return { uid: planUid };
  },

  spreadNumbers({ uid }, { db, today, summarize }) {
    const plan = requirePlan(db, uid);
    const sizes = sizesOf(db, today);
    const classes = classesById(db);
    const changes = linesOf(db, plan).flatMap((line) => {
      const own = classes.get(line.class_id);
      if (own === undefined) return [];
      const size = sizes.get(own.id) ?? 0;
      const numbers = monthlyNumbers(frequencyOf(own), size, plan.first_month);
      const before = JSON.parse(line.numbers) as number[];
      db.update('random_plan_line', line.id, { size, numbers: JSON.stringify(numbers) });
      return numbers.every((number, month) => number === before[month])
        ? []
        : [`${own.name}全年 ${sumOf(before)} → ${sumOf(numbers)}`];
    });
    summarize(plan.title);
    return { uid, changes };
  },

  removePlan({ uid }, { db, summarize }) {
    const plan = requirePlan(db, uid);
    if (plan.draws > 0)
      throw new AppError('refused', {
        reason: `“${plan.title}”已经抽取过 ${plan.draws} 次(含作废)，抽取记录要保留，不能删除。`,
      });
    for (const { id } of linesOf(db, plan)) db.remove('random_plan_line', id);
    db.remove('random_plan', plan.id);
    summarize(plan.title);
    return { uid };
  },
};

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

export function listPlans(db: ReadStore, today: string): RandomPlan[] {
  const sizes = sizesOf(db, today);
  const classes = classesById(db);
  const drawn = db.all(drawnNumbers);
  return db.all(allPlans).map((plan) => ({
    uid: plan.uid,
    year: plan.year,
    title: plan.title,
    firstMonth: plan.first_month,
    draws: plan.draws,
    lines: linesOf(db, plan).flatMap((line): RandomPlanLine[] => {
      const own = classes.get(line.class_id);
      if (own === undefined) return [];
      const numbers = JSON.parse(line.numbers) as number[];
      const size = sizes.get(own.id) ?? 0;
      const counts = drawn.filter((each) => each.plan_id === plan.id && each.class_id === own.id);
      return [
        {
          classUid: own.uid,
          className: own.name,
          frequencyText: frequencyText(frequencyOf(own)),
          size: line.size,
          sizeNow: size,
          numbers,
          drawn: numbers.map(
            (_, place) => counts.find(({ month }) => month === monthOf(plan.year, place))?.count ?? 0,
          ),
          shortfall: planShortfall(frequencyOf(own), size, numbers, plan.first_month),
        },
      ];
    }),
  }));
}

/** @param place 0 is January */
export function monthOf(year: number, place: number): string {
  return `${year}-${String(place + 1).padStart(2, '0')}`;
}

function frequencyOf({ frequency, amount }: ClassRecord): Frequency {
  return { kind: frequency, amount };
}

function sizesOf(db: ReadStore, today: string): Map<number, number> {
  return new Map(db.all(classSizes, { today }).map(({ class_id: classId, size }) => [classId, size]));
}

function classesById(db: ReadStore): Map<number, ClassRecord> {
  return new Map(db.all(allClasses).map((record) => [record.id, record]));
}

function linesOf(db: ReadStore, plan: PlanRecord) {
  return db.all(allPlanLines).filter(({ plan_id: planId }) => planId === plan.id);
}

/** @throws AppError notFound */
export function requirePlan(db: ReadStore, uid: string): PlanRecord {
  const plan = db.all(allPlans).find((each) => each.uid === uid);
  if (plan === undefined) throw new AppError('notFound', { what: '这个抽查计划' });
  return plan;
}
