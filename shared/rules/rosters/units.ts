/*
 * Finds the organization that a list means: by full name, short name, the name without the city's, or a former one.
 * Departments of one name stand in every county; the committee's own place decides.
 */

export interface KnownUnit {
  uid: string;
  /** Names of any day, the present one first, each with the name of what it stood under. */
  names: readonly { full: string; short: string; parent: string }[];
  /** What it stands under, nearest first. */
  above: readonly string[];
  closed: boolean;
}

export type FoundUnit =
  | { kind: 'found'; uid: string; closed: boolean; former: boolean }
  | { kind: 'ambiguous' }
  | { kind: 'none' };

interface Candidate {
  unit: KnownUnit;
  former: boolean;
}

export class UnitIndex {
  readonly #byName = new Map<string, Candidate[]>();
  readonly #longest: number;
  /** The committee's organization and what it stands under, nearest first. */
  readonly #near: readonly string[];

  constructor(units: readonly KnownUnit[], near: readonly string[]) {
    this.#near = near;
    for (const unit of units) {
      for (const [index, name] of unit.names.entries()) {
        for (const form of formsOf(name)) this.#add(form, { unit, former: index > 0 });
      }
    }
    this.#longest = Math.max(0, ...[...this.#byName.keys()].map((name) => name.length));
  }

  find(text: string): FoundUnit {
    const candidates = this.#byName.get(text.replaceAll(/\s/g, '')) ?? [];
    if (candidates.length === 0) return { kind: 'none' };
    const best = this.#nearest(candidates);
    if (best === null) return { kind: 'ambiguous' };
    return { kind: 'found', uid: best.unit.uid, closed: best.unit.closed, former: best.former };
  }

  /**
   * 市公安局副局长 → the office and 副局长, by the longest name that it begins with. An office that is not known stays
   * as it is written, also where its county is known: 澜江区民政局 is not 澜江区.
   */
  split(title: string): { found: FoundUnit; unit: string; post: string } {
    const [, written = '', writtenPost = title] = UNIT_AND_POST.exec(title) ?? UNIT_ALONE.exec(title) ?? [];
    const shortest = written.endsWith('政府') ? 1 : Math.max(1, written.length - 1);
    for (let length = Math.min(title.length, this.#longest); length > shortest; length -= 1) {
      const unit = title.slice(0, length);
      const found = this.find(unit);
      if (found.kind !== 'none') return { found, unit, post: title.slice(length).trim() };
    }
    return { found: { kind: 'none' }, unit: written, post: writtenPost };
  }

  #add(name: string, candidate: Candidate): void {
    const known = this.#byName.get(name) ?? [];
    if (known.some(({ unit }) => unit === candidate.unit)) return;
    this.#byName.set(name, [...known, candidate]);
  }

  /** Those under the committee's own place first, then under what that stands under; null where several are as near. */
  #nearest(candidates: readonly Candidate[]): Candidate | null {
    const ranked = candidates
      .map((candidate) => ({ candidate, rank: this.#rank(candidate) }))
      .toSorted((one, other) => one.rank - other.rank);
    const [first, second] = ranked;
    return first === undefined || first.rank === second?.rank ? null : first.candidate;
  }

  #rank({ unit, former }: Candidate): number {
    const distance = this.#near.findIndex((uid) => uid === unit.uid || unit.above[0] === uid);
    const far = distance === -1 ? this.#near.length : distance;
    return far * 4 + Number(former) * 2 + Number(unit.closed);
  }
}

const OFFICE =
  '.+?(?:局|委员会|委(?!员|会)|办公室|办(?!公)|部(?!门)|厅|院|会(?!议)|支队|大队|公司|中心|政府|集团|大学|学校|站|所)';
const POST =
  '(?:党组|党委|常务|副|专职|[一二三四]级|政治)?.{0,12}(?:长|书记|主任|主席|员|经理|委员|负责人).*';
const UNIT_AND_POST = new RegExp(`^(${OFFICE})(${POST})$`, 'u');
/** A unit whose post is not written. */
const UNIT_ALONE = new RegExp(`^(${OFFICE})()$`, 'u');

/** Every way in which a list may write this name. */
function formsOf({ full, short, parent }: KnownUnit['names'][number]): string[] {
  const forms = [full, short];
  const stem = parent.replace(/(?:市|县|区)$/, '');
  const kind = parent.slice(stem.length);
  if (parent !== '' && full.startsWith(parent)) {
    const local = full.slice(parent.length);
    forms.push(local, `${kind}${local}`);
  } else if (stem.length > 1) {
    const local = full.replace(stem, '').replace(/^中共/, '');
    // 中共安澜市委宣传部 → 市委宣传部.
    if (full.includes(stem)) forms.push(local);
  }
  if (kind !== '' && !short.startsWith(kind)) forms.push(`${kind}${short}`);
  return [...new Set(forms)].filter((form) => form.length > 1);
}
