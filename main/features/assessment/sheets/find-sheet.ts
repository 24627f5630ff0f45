import type { Judge, SheetObject } from '#shared/contract/assessment.ts';
import type { ReadScoreSheet } from '#shared/rules/assessment/score-sheet/read-sheet.ts';
import { rightOfStage, stageNames } from '#shared/rules/assessment/stages.ts';
import { grants, type Role } from '#shared/rights.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { ColumnView } from '../enter-scores.ts';
import { judgeView, otherColumnProblem } from '../judges/column.ts';
import { type LoadedGroup, loadGroup, requirePeriod } from '../load-group.ts';
import { groupsOfPeriod, type PeriodRow, schemeByUid } from '../queries.ts';
import { stageView } from '../set-scores.ts';
import { columnName } from './drawing.ts';

/** Who reads the sheets in. */
export interface Asker {
  userUid: string | null;
  roles: readonly Role[] | null;
}

/** What a sheet is about, as it is now. */
export interface FoundSheet {
  group: LoadedGroup;
  object: SheetObject;
  /** 考评分, or 评委 张三. */
  name: string;
  view: ColumnView;
}

/** Finds what sheets are about by their marks, each only once. */
export class SheetFinder {
  readonly #db: ReadStore;
  readonly #period: PeriodRow;
  readonly #asker: Asker;
  readonly #groups = new Map<string, LoadedGroup | null>();
  readonly #taken = new Map<string, string>();

  /** @throws AppError notFound */
  constructor(db: ReadStore, periodUid: string, asker: Asker) {
    this.#db = db;
    this.#period = requirePeriod(db, periodUid);
    this.#asker = asker;
  }

  /** @param place of the sheet, to name it where a second one says the same */
  find({ identity, title }: ReadScoreSheet, place: string): FoundSheet | { problem: string } {
    const { title: periodTitle, status } = this.#period;
    if (status === 'final') return { problem: `“${periodTitle}”已定稿，不能再读入评分。` };
    const group = identity.periodUid === this.#period.uid ? this.#groupAt(identity.groupUid) : null;
    if (group === null)
      return { problem: `这张表不是“${periodTitle}”的，或者它的考核组已经删除。请到它自己的考核期里读取。` };
    const ofScheme = this.#schemeProblem(group, identity.schemeUid);
    if (ofScheme !== null) return { problem: ofScheme };
    const object = group.objects.find(({ uid }) => uid === identity.objectUid);
    if (object === undefined) return { problem: `“${group.row.name}”里已经没有这张表的单位，请删去这张表。` };
    const other = group.objects.find(
      ({ uid, name }) =>
        uid !== object.uid && title.includes(`：${name}`) && !title.includes(`：${object.name}`),
    );
    if (other !== undefined)
      return { problem: `这张表原是“${object.name}”的，现在写着“${other.name}”，请用各自的表填写。` };
    const column = this.#columnOf(group, identity);
    if ('problem' in column) return column;
    const key = [identity.objectUid, identity.stage, identity.judgeUid ?? ''].join('/');
    const before = this.#taken.get(key);
    if (before !== undefined)
      return { problem: `“${object.shortName}”的${column.name}在“${before}”里已经有一张，请只留一张。` };
    this.#taken.set(key, place);
    return { group, object, ...column };
  }

  #groupAt(uid: string): LoadedGroup | null {
    const known = this.#groups.get(uid);
    if (known !== undefined) return known;
    const isThere = this.#db
      .all(groupsOfPeriod, { periodId: this.#period.id })
      .some((row) => row.uid === uid);
    const group = isThere ? loadGroup(this.#db, uid) : null;
    this.#groups.set(uid, group);
    return group;
  }

  #schemeProblem({ row }: LoadedGroup, schemeUid: string): string | null {
    if (row.scheme_uid === schemeUid) return null;
    const [used, now] = [schemeUid, row.scheme_uid].map((uid) => this.#db.get(schemeByUid, { uid })?.version);
    const words = used === undefined ? '另一个方案' : `方案的第 ${used} 版`;
    return `这张表是按${words}导出的，考核组现在用第 ${now ?? ''} 版，行对不上。请重新导出，把分抄到新表上。`;
  }

  #columnOf(
    group: LoadedGroup,
    { stage, judgeUid }: ReadScoreSheet['identity'],
  ): Pick<FoundSheet, 'name' | 'view'> | { problem: string } {
    const judge: Judge | null = group.judges.find(({ uid }) => uid === judgeUid) ?? null;
    if (judgeUid !== null && judge === null)
      return { problem: '这张表的评委已经不在评委名单里，请先加上，再重新导出。' };
    if (!grants(this.#asker.roles, rightOfStage[stage]))
      return { problem: `您没有录入${stageNames[stage]}的权限，需要时请安全管理员授予身份。` };
    const name = columnName({ judge, stage });
    if (judge === null) return { name, view: stageView(this.#db, group.row, stage) };
    const problem = otherColumnProblem(group.judges, judge, this.#asker);
    return problem === null ? { name, view: judgeView(this.#db, judge) } : { problem };
  }
}
