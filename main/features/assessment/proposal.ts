import type { assessment as contract, PeriodProposal } from '#shared/contract/assessment.ts';
import { groupNames, LARGEST_GROUP } from '#shared/rules/assessment/group-names.ts';
import { nextPeriod } from '#shared/rules/assessment/next-period.ts';
import { periodCode } from '#shared/rules/assessment/period-code.ts';
import { initialsOfAll } from '#main/core/pinyin/initials.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  organizationsOfLevel,
  type OrganizationOnDay,
  organizationsOn,
} from '#main/features/organizations/index.ts';
import { copiedGroup } from './copied-group.ts';
import {
  allPeriods,
  groupsOfPeriod,
  objectsOfGroup,
  type PeriodRow,
  schemeById,
  type SchemeRow,
  schemesInForce,
} from './queries.ts';

type Names = 'proposePeriod' | 'objectChoices';
type ProposedGroup = PeriodProposal['groups'][number];

/** What a new period is offered with. */
export const proposalHandlers: Pick<Handlers<typeof contract>, Names> = {
  proposePeriod({ kind }, { db, today }) {
    const periods = db.all(allPeriods);
    const known = periods.map((period) => ({ ...period, lastDay: period.last_day }));
    const dates = nextPeriod(kind, known, today);
    const last = periods.find((period) => period.kind === kind) ?? periods[0];
    const existing = organizationsOn(db, dates.lastDay);
    const earlier = last === undefined ? [] : groupsLike(db, last, dates.lastDay, existing);
    const groups = earlier.length > 0 ? earlier : groupsOfSchemes(db, dates.lastDay, existing);
    return {
      code: periodCode(
        kind,
        dates.firstDay,
        periods.map(({ code }) => code),
      ),
      ...dates,
      groups,
    };
  },

  objectChoices({ appliesTo, day }, { db }) {
    const organizations = organizationsOn(db, day);
    return organizationsOfLevel(organizations, appliesTo).map(({ uid, name, shortName, parentId, marks }) => {
      const parent = parentId === null ? undefined : organizations.get(parentId);
      const parentName = parent === undefined || parent.level === 'city' ? '' : parent.shortName;
      return { uid, name, shortName, parentName, initials: initialsOfAll(name, shortName), marks };
    });
  },
};

/** The groups of an earlier period with the version of their schemes that is in force now and who still exists. */
function groupsLike(
  db: ReadStore,
  last: PeriodRow,
  day: string,
  existing: ReadonlyMap<number, OrganizationOnDay>,
): ProposedGroup[] {
  return db.all(groupsOfPeriod, { periodId: last.id }).flatMap((group) => {
    const old = db.get(schemeById, { id: group.scheme_id });
    const current = old && currentVersion(db, old);
    const organizationUids = db
      .all(objectsOfGroup, { groupId: group.id })
      .filter((object) => existing.has(object.organization_id))
      .map((object) => object.organization_uid);
    if (current === undefined || organizationUids.length === 0) return [];
    const { uid: schemeUid, title: schemeTitle, applies_to: appliesTo } = current;
    const copied = copiedGroup(db, last, group, { scheme: current, day, existing });
    return [{ name: group.name, schemeUid, schemeTitle, appliesTo, organizationUids, copied }];
  });
}

function currentVersion(db: ReadStore, old: SchemeRow): SchemeRow {
  const day = '9999-12-31';
  return db.all(schemesInForce, { day }).find((scheme) => scheme.family_uid === old.family_uid) ?? old;
}

/** One group for each scheme in force: all counties with the development zones, all member units, … */
function groupsOfSchemes(
  db: ReadStore,
  day: string,
  existing: ReadonlyMap<number, OrganizationOnDay>,
): ProposedGroup[] {
  const schemes = db.all(schemesInForce, { day });
  return schemes.flatMap(({ uid: schemeUid, title: schemeTitle, applies_to: appliesTo }) => {
    const alike = schemes.filter((scheme) => scheme.applies_to === appliesTo);
    const organizationUids = organizationsOfLevel(existing, appliesTo).map(({ uid }) => uid);
    if (organizationUids.length === 0 || organizationUids.length > LARGEST_GROUP) return [];
    const name = alike.length === 1 ? groupNames[appliesTo] : schemeTitle.slice(0, 60);
    return [{ name, schemeUid, schemeTitle, appliesTo, organizationUids, copied: null }];
  });
}
