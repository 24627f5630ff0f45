import type { CampaignTarget } from '#shared/contract/campaigns.ts';
import type { ReadSheet } from '#shared/rules/visits/sheet/read-sheet.ts';

/** Whom a sheet is about, or why that cannot be told. */
export type FoundTarget = { row: CampaignTarget } | { problem: string };

/** The targets of a campaign by the mark of a sheet, and by its words where the mark was lost. */
export class KnownTargets {
  readonly #byUid: ReadonlyMap<string, CampaignTarget>;
  readonly #byName: ReadonlyMap<string, CampaignTarget[]>;

  constructor(rows: readonly CampaignTarget[]) {
    this.#byUid = new Map(rows.map((row) => [row.uid, row]));
    this.#byName = Map.groupBy(rows, ({ name }) => plain(name));
  }

  find({ targetUid, targetName, place }: ReadSheet): FoundTarget {
    const marked = targetUid === null ? undefined : this.#byUid.get(targetUid);
    const named = this.#byName.get(plain(targetName)) ?? [];
    if (marked !== undefined) return this.#sure(marked, named, targetName);
    const here = named.filter(({ countyName }) => place === '' || plain(place).startsWith(plain(countyName)));
    const [only, ...others] = here.length === 0 ? named : here;
    if (targetName === '') return { problem: '没有写督查对象的名称，请填上，或用导出的表重新填写。' };
    if (only === undefined)
      return { problem: `这次督查的对象里没有“${targetName}”，请改成名单上的名称，或先把它列入督查对象。` };
    if (others.length > 0)
      return { problem: `名单上有几个“${targetName}”，分不清是哪一个，请重新导出这个对象的表来填。` };
    return { row: only };
  }

  /** A copied sheet keeps the mark of the first: what is written on it decides nothing then. */
  #sure(marked: CampaignTarget, named: readonly CampaignTarget[], written: string): FoundTarget {
    const isOther = named.length > 0 && !named.includes(marked);
    return isOther
      ? { problem: `这张表原是“${marked.name}”的，现在写着“${written}”，请用各自的表填写。` }
      : { row: marked };
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}
