import type { schedules as contract } from '#shared/contract/schedules.ts';
import { AppError } from '#shared/errors.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import { editSchedule, namedBy, placesMovedBy } from '#shared/rules/schedule/edit-plan.ts';
import type { ScheduleEdit } from '#shared/rules/schedule/edits.ts';
import { editWords } from '#shared/rules/schedule/edit-words.ts';
import { fitPlan } from '#shared/rules/schedule/fit-plan.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import { violationWords } from '#shared/rules/schedule/violation-words.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { insertRow, logWords, requireOpen, updateRow } from '#main/features/campaigns/index.ts';
import { type OpenSchedule, openSchedule, stampOf } from './schedule.ts';
import { columnsOf, type StoredSchedule } from './stored.ts';

type Names = 'setSettings' | 'accept' | 'edit' | 'publish';

const MOST_SAID = 3;

export const changeHandlers: Pick<Handlers<typeof contract>, Names> = {
  setSettings({ uid, base, set }, context) {
    const open = openToChange(context, uid);
    const { settings, teams } = open.stored;
    const changes = decidePatch({ settings, teams }, base, set);
    write(context, open, { ...open.stored, ...changes, quality: null });
    context.summarize(logWords(open.campaign, `${set.teams.length} 个组`));
    return { uid };
  },

  accept({ uid, stamp, plan, quality }, context) {
    const open = openToChange(context, uid);
    requireSame(open, stamp);
    const fitted = fitPlan(open.problem, plan);
    write(context, open, { ...open.stored, plan: fitted, quality });
    context.summarize(logWords(open.campaign, `${fitted.trips.length} 次出动`));
    return { trips: fitted.trips.length };
  },

  edit({ uid, edit }, context) {
    const open = openToChange(context, uid);
    const { problem, stored } = open;
    requireKnown(open, edit);
    const state = { plan: stored.plan ?? emptyPlan(open), pins: stored.pins, teams: stored.teams };
    requireNotVisited(open, placesMovedBy(edit, state.plan));
    const edited = editSchedule(problem, state, edit);
    const isPin = edit.kind === 'pinPlace' || edit.kind === 'pinTrip';
    write(context, open, { ...stored, ...edited, quality: isPin ? stored.quality : null });
    context.summarize(logWords(open.campaign, editWords(problem, edit)));
    return { uid };
  },

  publish({ uid, day, stamp }, context) {
    const open = openToChange(context, uid);
    requireSame(open, stamp);
    const { plan } = open.stored;
    if (plan === null || plan.trips.length === 0)
      throw new AppError('refused', { reason: '还没有日程，请先“排程”。' });
    requireNoViolation(open, plan);
    write(context, open, { ...open.stored, announced: plan, publishedOn: day });
    context.summarize(logWords(open.campaign, day));
    return { uid };
  },
};

/** @throws AppError frozen once the campaign is closed */
function openToChange(context: WriteContext, uid: string): OpenSchedule {
  requireOpen(context, uid);
  return openSchedule(context, uid);
}

/** Another window may have taken the place or the team out meanwhile. @throws AppError notFound */
function requireKnown({ problem }: OpenSchedule, edit: ScheduleEdit): void {
  const named = namedBy(edit);
  const isKnown = (known: readonly { id: string }[], asked: readonly string[]) =>
    asked.every((id) => known.some((each) => each.id === id));
  if (!isKnown(problem.places, named.places)) throw new AppError('notFound', { what: '这个督查对象' });
  if (!isKnown(problem.teams, named.teams)) throw new AppError('notFound', { what: '这个督查组' });
}

/** What has been seen stays where it was seen. */
function requireNotVisited({ around }: OpenSchedule, placeIds: readonly string[]): void {
  const visited = around.campaign.targets.find(
    ({ uid, visitedOn }) => visitedOn !== null && placeIds.includes(uid),
  );
  if (visited === undefined) return;
  throw new AppError('refused', {
    reason: `“${visited.name}”${visited.visitedOn} 已经督查，日程里不能再移动。登记错了，请先在“检查记录”或“督查对象”里改。`,
  });
}

function requireSame({ record }: OpenSchedule, stamp: string): void {
  if (stampOf(record) === stamp) return;
  throw new AppError('refused', { reason: '这期间日程或设置被改过。请看过现在的日程，再做一次。' });
}

function requireNoViolation({ problem }: OpenSchedule, plan: SchedulePlan): void {
  const said = checkPlan(problem, plan).map((violation) => violationWords(problem, violation));
  if (said.length === 0) return;
  const more = said.length > MOST_SAID ? `等 ${said.length} 处` : '';
  throw new AppError('refused', {
    reason: `还有不符合规则的地方：${said.slice(0, MOST_SAID).join('；')}${more}。改好以后再公布。`,
  });
}

function emptyPlan({ problem }: OpenSchedule): SchedulePlan {
  return fitPlan(problem, { teams: [], trips: [] });
}

function write({ db }: WriteContext, { campaign, record }: OpenSchedule, stored: StoredSchedule): void {
  const columns = columnsOf(stored);
  if (record === undefined)
    insertRow(db, campaign, 'campaign_schedule', { campaign_id: campaign.id, ...columns });
  else updateRow(db, campaign, 'campaign_schedule', record, columns);
}
