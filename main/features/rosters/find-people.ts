import type { FoundPerson } from '#shared/contract/roster-views.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { listCommittees } from './committees.ts';
import { unitOf } from './people.ts';
import { listPositions } from './positions.ts';
import { allEntriesOfDay, allPeople, type PersonRow } from './queries.ts';

/**
 * By name, unit, post, phone or pinyin initials; those whose name fits come first. Some thousand people are compared
 * one by one, so that no index has to be kept in step.
 */
export function findPeople(
  db: ReadStore,
  { text, limit }: { text: string; limit: number },
  today: string,
): FoundPerson[] {
  const query = text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
  if (query === '') return [];
  const found = db
    .all(allPeople)
    .map((person) => ({ person, score: scoreOf(person, query) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, limit);
  if (found.length === 0) return [];
  const held = Map.groupBy(db.all(allEntriesOfDay, { day: today }), (row) => row.person_uid);
  const committees = new Map(listCommittees(db, today).map((each) => [each.uid, each.name]));
  const positions = new Map(listPositions(db).map((each) => [each.uid, each.name]));
  return found.map(({ person }) => ({
    uid: person.uid,
    name: person.name,
    unit: unitOf(person),
    post: person.post,
    officePhone: person.office_phone,
    mobile: person.mobile,
    positions: (held.get(person.uid) ?? []).map((row) => ({
      committeeUid: row.committee_uid,
      committeeName: committees.get(row.committee_uid) ?? '',
      positionName: positions.get(row.position_uid) ?? '',
    })),
  }));
}

function scoreOf(person: PersonRow, query: string): number {
  if (person.name.startsWith(query)) return 5;
  if (person.name.includes(query)) return 4;
  if (/^[a-z]+$/.test(query) && ` ${initialsOf(person.name)}`.includes(` ${query}`)) return 3;
  const place = `${unitOf(person)}${person.post}`;
  if (place.includes(query)) return 2;
  const phones = `${person.mobile} ${person.office_phone}`.replaceAll('-', '');
  return /^\d{3,}$/.test(query) && phones.includes(query) ? 1 : 0;
}
