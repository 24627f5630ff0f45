import { LEAST_MINUTES, MOST_MINUTES } from '#shared/rules/campaigns/model.ts';
import { type TargetMeaning, targetTableColumns } from '#shared/rules/campaigns/target-columns.ts';
import { type ReadProblem, RowTexts, type TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type {
  GivenTable,
  ListImport,
  Understood,
  UnderstoodRow,
} from '#main/core/table-import/list-import.ts';
import { addEvent } from '../events.ts';
import { requireOpen } from '../find.ts';
import { keyOf } from '../pools.ts';
import type { KnownCampaign } from '../secrecy/access.ts';
import { allTargetsOf, insertTargets, type NewTarget, type Target, writeTarget } from '../targets.ts';
import { type Meant, TargetFinder } from './find-target.ts';

interface Said {
  /** Null where the row is silent. */
  minutes: number | null;
  note: string;
}

interface TargetRow extends UnderstoodRow, Said {
  /** Null: that is not clear, which is an error. */
  meant: Meant | null;
}

interface ReadTargets extends Understood {
  campaignUid: string;
  rows: TargetRow[];
}

/** Who is seen in a campaign. Those that are on its list already get what the table says anew of time and note. */
export const targetImport: ListImport<TargetMeaning, { campaignUid: string }, ReadTargets> = {
  key: 'campaigns',
  what: '督查对象',
  unit: '个对象',
  columns: () => targetTableColumns,
  withoutHeading: () => ['name', 'county', 'township'],

  sealing(db, { options: { campaignUid }, today, caller }) {
    const { vault } = requireOpen({ db, today, caller }, campaignUid);
    const place = `staged_import/${campaignUid}`;
    return (
      vault && { seal: (words) => vault.seal(words, place), open: (sealed) => vault.open(sealed, place) }
    );
  },

  understand(db, table, { options: { campaignUid }, today, caller, hush }) {
    const campaign = requireOpen({ db, today, caller, ...(hush && { hush }) }, campaignUid);
    const reader = new TargetReader(db, campaign, table.columns, today);
    const rows = table.rows.flatMap((source) => reader.read(source) ?? []);
    return { campaignUid, rows, problems: reader.problems, notes: [] };
  },

  write({ campaignUid, rows: given }, context) {
    const { db } = context;
    const rows = [...given];
    const campaign = requireOpen(context, campaignUid);
    const added = rows.flatMap(({ action, ...row }) => (action === 'add' ? newTarget(campaign, row) : []));
    insertTargets(db, campaign, added);
    const standing = standingByKey(allTargetsOf(db, campaign));
    for (const { action, meant, minutes, note } of rows) {
      const target = action === 'change' && meant !== null ? standing.get(keyOf(meant)) : undefined;
      if (target === undefined) continue;
      const { name } = target;
      const own = minutes === null ? target.minutes : ownMinutes(campaign, minutes);
      writeTarget(db, campaign, target, { name, minutes: own, note: note === '' ? target.note : note });
    }
    if (campaign.status === 'underWay' && added.length > 0)
      addEvent(context, campaign, 'targetsAdded', `${added.length} 个`);
  },
};

/** A visit that takes as long as usual does so too when that changes. */
function ownMinutes(campaign: KnownCampaign, minutes: number | null): number | null {
  return minutes === campaign.minutes_per_visit ? null : minutes;
}

function newTarget(
  campaign: KnownCampaign,
  { meant, minutes, note }: Said & Pick<TargetRow, 'meant'>,
): NewTarget[] {
  const own = ownMinutes(campaign, minutes);
  return meant === null ? [] : [{ ...meant, origin: 'added', drawn: null, minutes: own, note }];
}

class TargetReader {
  readonly #texts: RowTexts<TargetMeaning>;
  readonly #finder: TargetFinder;
  readonly #standing: ReadonlyMap<string, Target>;
  readonly #usualMinutes: number;
  /** The row of the table that speaks of a target. */
  readonly #met = new Map<string, number>();

  constructor(
    db: ReadStore,
    campaign: KnownCampaign,
    columns: GivenTable<TargetMeaning>['columns'],
    today: string,
  ) {
    this.#texts = new RowTexts(columns);
    this.#finder = new TargetFinder(db, campaign, today);
    this.#standing = standingByKey(allTargetsOf(db, campaign));
    this.#usualMinutes = campaign.minutes_per_visit;
  }

  get problems(): ReadProblem[] {
    return this.#texts.problems;
  }

  /** @returns null for a row that is about nobody */
  read(source: TableRow): TargetRow | null {
    const name = this.#texts.name(source, 'name', targetTableColumns.name.name);
    if (name === null) return null;
    this.#texts.check(source, targetTableColumns);
    const [county, township] = [this.#texts.text(source, 'county'), this.#texts.text(source, 'township')];
    const found = this.#finder.find({ name, county, township });
    const said = { minutes: this.#minutesOf(source), note: this.#texts.text(source, 'note') };
    const { row } = source;
    if ('problem' in found) {
      this.#texts.note('error', row, found.column, found.problem);
      return { row, meant: null, ...said, action: 'none', changes: [] };
    }
    const meant = found.target;
    return { row, meant, ...said, ...this.#actionOf(row, meant, said) };
  }

  #actionOf(row: number, meant: Meant, said: Said): Pick<TargetRow, 'action' | 'changes'> {
    const key = keyOf(meant);
    const earlier = this.#met.get(key);
    if (earlier !== undefined) {
      this.#texts.note('warning', row, 'name', `“${meant.name}”与第 ${earlier} 行重复，只算一次。`);
      return { action: 'none', changes: [] };
    }
    this.#met.set(key, row);
    const target = this.#standing.get(key);
    if (target === undefined) return { action: 'add', changes: newcomerWords(meant) };
    if (target.standing === 'proposed') {
      this.#texts.note('warning', row, 'name', `“${meant.name}”在待采用的抽取结果里，不另外列入。`);
      return { action: 'same', changes: [] };
    }
    const changes = this.#changesOf(target, said);
    return { action: changes.length === 0 ? 'same' : 'change', changes };
  }

  #changesOf(target: Target, { minutes, note }: Said): string[] {
    const stored = target.minutes ?? this.#usualMinutes;
    return [
      ...(minutes === null || minutes === stored ? [] : [`预计用时 ${stored} → ${minutes} 分钟`]),
      ...(note === '' || note === target.note ? [] : [`备注 ${note}`]),
    ];
  }

  /** Null where the cell is empty or says no number of minutes, which is an error. */
  #minutesOf(source: TableRow): number | null {
    const text = this.#texts.text(source, 'minutes').normalize('NFKC');
    if (text === '') return null;
    const minutes = /^\d{1,4}(?:分钟)?$/u.test(text) ? Number.parseInt(text, 10) : 0;
    if (minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES) return minutes;
    const wanted = `请写 ${LEAST_MINUTES} 到 ${MOST_MINUTES} 之间的整数，和平常一样的可以空着。`;
    this.#texts.note('error', source.row, 'minutes', `“${text}”不是分钟数，${wanted}`);
    return null;
  }
}

/** Those that are on the list, or will be once a drawing is taken. */
function standingByKey(targets: readonly Target[]): Map<string, Target> {
  return new Map(
    targets.filter(({ standing }) => standing !== 'removed').map((target) => [keyOf(target), target]),
  );
}

function newcomerWords({ siteId, organizationId }: Meant): string[] {
  if (siteId !== null) return ['重点单位'];
  return [organizationId === null ? '不在“重点单位”里，按其他对象列入' : '乡镇(街道)'];
}
