import type { OrganizationLevel } from '../organizations/levels.ts';

/** One organization with everything that it is or was called. */
export interface NamedUnit {
  readonly uid: string;
  readonly level: OrganizationLevel;
  /** Directly below the city: meant where a county has a unit of the same name. */
  readonly ofCity: boolean;
  readonly names: readonly string[];
  readonly shortNames: readonly string[];
}

/** Where a text names organizations. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Several for 各县(市、区). */
  readonly uids: readonly string[];
}

export interface UnitNames {
  /** Mentions from the beginning to the end, the longest name first where several begin at one place. */
  mentionsIn(text: string): Mention[];
  /** What stands alone in a cell; also the bare short names of counties and townships. Empty where none is certain. */
  named(name: string): readonly string[];
}

/** In a running text a name of two characters (城东) is too often part of another word. */
const LEAST_IN_TEXT = 3;

const groups: readonly { words: RegExp; level: OrganizationLevel }[] = [
  { words: /各(?:县\(市、区\)|县\(市区\)|县\(区\)|区\(县\)|县市区|市县区|县区|区县|县)/u, level: 'county' },
  {
    words: /各(?:乡镇\(街道\)|乡\(镇、街道\)|镇\(街道\)|乡镇街道|乡镇办|镇街|乡镇|街道)/u,
    level: 'township',
  },
  { words: /各成员单位/u, level: 'memberUnit' },
];
const officeWords = /市?消安办|市?消安委办公室/u;

/** Full-width forms as they are compared; the length of a text may change. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '');
}

/** @param officeUid the unit that stands for the office itself (市消安办); null: its name is not understood */
export function unitNames(
  units: readonly NamedUnit[],
  cityName: string,
  officeUid: string | null,
): UnitNames {
  const known = new Map<string, NamedUnit[]>();
  for (const unit of units) {
    for (const name of namesOf(unit, cityName)) known.set(name, [...(known.get(name) ?? []), unit]);
  }
  const longest = Math.max(0, ...[...known.keys()].map((name) => name.length));
  const bare = new Map<string, NamedUnit[]>();
  for (const unit of units) {
    for (const name of unit.shortNames)
      bare.set(plainText(name), [...(bare.get(plainText(name)) ?? []), unit]);
  }
  const certain = (found: readonly NamedUnit[] | undefined) => theOneMeant(found ?? []);

  function mentionAt(text: string, start: number): Mention | null {
    const rest = text.slice(start, start + Math.max(longest, 20));
    const group = groupAt(rest);
    if (group !== null) return { start, end: start + group.length, uids: group.uids };
    for (let length = Math.min(longest, rest.length); length >= LEAST_IN_TEXT; length -= 1) {
      const uid = certain(known.get(rest.slice(0, length)));
      if (uid !== null) return { start, end: start + length, uids: [uid] };
    }
    return null;
  }

  function groupAt(rest: string): { length: number; uids: readonly string[] } | null {
    for (const { words, level } of groups) {
      const found = words.exec(rest);
      if (found?.index !== 0) continue;
      const members = units.filter((unit) => unit.level === level && (level !== 'memberUnit' || unit.ofCity));
      return { length: found[0].length, uids: members.map(({ uid }) => uid) };
    }
    const office = officeWords.exec(rest);
    return office?.index === 0 && officeUid !== null ? { length: office[0].length, uids: [officeUid] } : null;
  }

  return {
    mentionsIn(text) {
      const mentions: Mention[] = [];
      for (let place = 0; place < text.length; ) {
        const mention = mentionAt(text, place);
        if (mention !== null) mentions.push(mention);
        place = mention?.end ?? place + 1;
      }
      return mentions;
    },
    named(name) {
      const text = plainText(name);
      const group = groupAt(text);
      if (group !== null && group.length === text.length) return group.uids;
      const uid = certain(known.get(text)) ?? certain(bare.get(text));
      return uid === null ? [] : [uid];
    },
  };
}

/** 安澜市教育局, 市教育局 and 教育局 are the same unit; so are 市卫生健康委员会 and 市卫生健康委. */
function namesOf(unit: NamedUnit, cityName: string): Set<string> {
  const all = new Set<string>();
  const isUnit = unit.level === 'memberUnit';
  for (const name of [...unit.names, ...(isUnit ? unit.shortNames : [])].map(plainText)) {
    all.add(name);
    if (!isUnit) continue;
    const ending = cityName.slice(-1);
    const own = name.startsWith(cityName)
      ? name.slice(cityName.length)
      : name.startsWith(ending)
        ? name.slice(1)
        : name;
    for (const form of [own, own.replace(/委员会$/u, '委')]) {
      all.add(form);
      all.add(`${ending}${form}`);
    }
  }
  return new Set([...all].filter((name) => name.length >= 2));
}

function theOneMeant(found: readonly NamedUnit[]): string | null {
  const uids = new Set(found.map(({ uid }) => uid));
  if (uids.size === 1) return found[0]?.uid ?? null;
  const ofCity = new Set(found.filter(({ ofCity: isOfCity }) => isOfCity).map(({ uid }) => uid));
  const [only] = ofCity;
  return ofCity.size === 1 && only !== undefined ? only : null;
}
