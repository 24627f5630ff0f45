import type { ListedDetail, ListedRow } from '#shared/contract/listed-supervision.ts';
import { AppError } from '#shared/errors.ts';
import { lastDayOf } from '#shared/rules/calendar/term.ts';
import type { Workdays } from '#shared/rules/calendar/workdays.ts';
import {
  isBoardLate,
  type ListedFacts,
  listedState,
  missingProgress,
} from '#shared/rules/notices/listed-state.ts';
import type { NoticeSettings } from '#shared/rules/notices/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { allListed, type ListedDbRow, listedByUid, progressOf } from './queries.ts';

export function requireListed(db: ReadStore, uid: string): ListedDbRow {
  const row = db.get(listedByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这项挂牌督办' });
  return row;
}

/** What was taken off the list is only looked at. */
export function requireOnList(db: ReadStore, uid: string): ListedDbRow {
  const row = requireListed(db, uid);
  if (row.delisted_on !== null) {
    throw new AppError('frozen', {
      what: row.name,
      state: '已摘牌',
      advice: '确需修改请先“重新挂牌”',
    });
  }
  return row;
}

export function listedRows(db: ReadStore, today: string, settings: NoticeSettings): ListedRow[] {
  const names = organizationsOn(db, today);
  return db.all(allListed).map((row) => toRow(row, names.get(row.organization_id ?? 0), today, settings));
}

export function listedDetail(
  db: ReadStore,
  row: ListedDbRow,
  today: string,
  settings: NoticeSettings,
  workdays: Workdays,
): ListedDetail {
  const organization = organizationsOn(db, today).get(row.organization_id ?? 0);
  return {
    ...toRow(row, organization, today, settings),
    isBoardDueCertain: lastDayOf(row.listed_on, settings.boardTerm, workdays).certain,
    progress: db.all(progressOf, { listedId: row.id }).map((each) => ({
      uid: each.uid,
      kind: each.kind,
      day: each.day,
      text: each.text,
      oldDueOn: each.old_due_on,
      newDueOn: each.new_due_on,
      userName: each.user_name,
    })),
  };
}

function toRow(
  row: ListedDbRow,
  organization: { uid: string; name: string } | undefined,
  today: string,
  { warningDays, progressDay }: NoticeSettings,
): ListedRow {
  const facts: ListedFacts = {
    listedOn: row.listed_on,
    dueOn: row.due_on,
    boardDueOn: row.board_due_on,
    boardHungOn: row.board_hung_on,
    acceptedOn: row.accepted_on,
    delistedOn: row.delisted_on,
    lastProgressOn: row.last_progress_on,
  };
  return {
    ...facts,
    uid: row.uid,
    name: row.name,
    kind: row.kind,
    level: row.level,
    organizationUid: organization?.uid ?? null,
    organizationName: organization?.name ?? '',
    address: row.address,
    hazards: row.hazards,
    responsiblePerson: row.responsible_person,
    phone: row.phone,
    leader: row.leader,
    supervisingUnit: row.supervising_unit,
    measures: row.measures,
    firstDueOn: row.first_due_on,
    acceptedBy: row.accepted_by,
    acceptance: row.acceptance,
    state: listedState(facts, today, warningDays),
    boardLate: isBoardLate(facts, today),
    missingProgress: missingProgress(facts, today, progressDay),
  };
}

export function requireOrder(listedOn: string, dueOn: string): void {
  if (dueOn < listedOn)
    throw new AppError('badInput', { detail: '整改期限不能早于挂牌日期', field: 'dueOn' });
}
