import type { ProfileChoice } from '#shared/contract/township-profiles.ts';
import { AppError } from '#shared/errors.ts';
import { establishmentStateNames } from '#shared/rules/establishments/state.ts';
import { brigadeStateNames } from '#shared/rules/brigades/state.ts';
import type { ProfileBody, ProfilePerson, TownshipProfile } from '#shared/rules/township-profiles/profile.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { finalScoresOf } from '#main/features/assessment/index.ts';
import { brigadeOfTown } from '#main/features/brigades/index.ts';
import { bodiesOfTown } from '#main/features/establishments/index.ts';
import { listMarks, organizationsOn, type OrganizationOnDay } from '#main/features/organizations/index.ts';
import type { CountScope } from '#main/features/reports/index.ts';
import { committees, rosterOn } from '#main/features/rosters/index.ts';
import { numbersOf } from './numbers.ts';

/** Most of a committee are of no use when something happens: those who lead it, and its office. */
const LEADING = new Set([
  'firstChair',
  'chair',
  'executiveViceChair',
  'viceChair',
  'officeDirector',
  'liaison',
]);

/** @throws AppError notFound, badInput for what is no township */
export function profileOf(
  scope: CountScope,
  sources: readonly MeasureSource[],
  { uid, from, to }: ProfileChoice,
): TownshipProfile {
  const { db, today } = scope;
  const organizations = organizationsOn(db, today);
  const town = requireTownship(organizations, uid);
  const committee = committees(db, today).find(({ organizationUid }) => organizationUid === uid);
  return {
    uid,
    name: town.name,
    countyName: organizations.get(town.parentId ?? 0)?.name ?? '',
    marks: markNames(db, town),
    villages: [...organizations.values()].filter(({ parentId }) => parentId === town.id).length,
    from,
    to,
    bodies: bodiesOf(db, today, uid),
    brigade: brigadeIn(db, today, uid),
    officePhone: committee?.officePhone ?? '',
    people: committee === undefined ? [] : peopleOf(db, committee.uid, today),
    numbers: numbersOf(scope, sources, { uid, from, to }),
    scores: finalScoresOf(db, uid),
  };
}

function requireTownship(
  organizations: ReadonlyMap<number, OrganizationOnDay>,
  uid: string,
): OrganizationOnDay {
  const town = [...organizations.values()].find((each) => each.uid === uid);
  if (town === undefined) throw new AppError('notFound', { what: '这个乡镇(街道)' });
  if (town.level !== 'township')
    throw new AppError('badInput', { detail: `“${town.name}”不是乡镇(街道)，请选一个乡镇(街道)` });
  return town;
}

function markNames(db: ReadStore, { marks }: OrganizationOnDay): string[] {
  return listMarks(db)
    .filter(({ mark }) => marks.includes(mark))
    .map(({ name }) => name);
}

function bodiesOf(db: ReadStore, today: string, uid: string): ProfileBody[] {
  return bodiesOfTown(db, today, uid).map(({ kindName, state, establishedOn, head, phone, place }) => ({
    name: kindName,
    state: `${establishmentStateNames[state]}${establishedOn === null ? '' : ` ${establishedOn}`}`,
    head,
    phone,
    place,
  }));
}

function brigadeIn(db: ReadStore, today: string, uid: string): TownshipProfile['brigade'] {
  const brigade = brigadeOfTown(db, today, uid);
  if (brigade === null || brigade.fields === null) return null;
  const { people, tenders, leader, phone } = brigade.fields;
  const strength = [
    people === null ? '' : `${people} 人`,
    tenders === null ? '' : `水罐车 ${tenders} 辆`,
  ].filter((part) => part !== '');
  return { state: brigadeStateNames[brigade.state], leader, phone, strength: strength.join('，') };
}

function peopleOf(db: ReadStore, committeeUid: string, today: string): ProfilePerson[] {
  return rosterOn(db, committeeUid, today)
    .filter(({ role }) => LEADING.has(role))
    .map(({ name, positionName, title, officePhone, mobile }) => ({
      name,
      position: positionName,
      post: title,
      phone: [officePhone, mobile].filter((phone) => phone !== '').join(' '),
    }));
}
