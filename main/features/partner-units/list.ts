import {
  type PartnerFields,
  type PartnerSettings,
  partnerSettingsSchema,
  type PartnerUnits,
} from '#shared/contract/partner-units.ts';
import { addDays } from '#shared/calendar/days.ts';
import { defaultPartnerSettings } from '#shared/rules/duty/partner-settings.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting } from '#main/features/office/settings.ts';
import { allPartners, type PartnerRecord } from './queries.ts';

export const SETTING = 'partnerUnits.settings';

export function partnerSettings(db: ReadStore): PartnerSettings {
  return readSetting(
    db,
    SETTING,
    defaultPartnerSettings,
    (value): value is PartnerSettings => partnerSettingsSchema.safeParse(value).success,
  );
}

export function listPartners(db: ReadStore, today: string): PartnerUnits {
  const settings = partnerSettings(db);
  const oldest = addDays(today, -settings.confirmDays);
  // What is of a kind that the list no longer has stands behind.
  const places = new Map(settings.kinds.map((kind, place) => [kind, place]));
  const placeOf = (kind: string): number => places.get(kind) ?? settings.kinds.length;
  const units = db
    .all(allPartners)
    .map((record) => ({
      uid: record.uid,
      ...partnerFieldsOf(record),
      isStale: record.confirmed_on === null || record.confirmed_on < oldest,
      initials: initialsOf(record.name),
    }))
    .toSorted((one, other) => placeOf(one.kind) - placeOf(other.kind));
  return { units, settings };
}

export function partnerFieldsOf(record: PartnerRecord): PartnerFields {
  return {
    kind: record.kind,
    name: record.name,
    dutyPhone: record.duty_phone,
    contact: record.contact,
    contactPhone: record.contact_phone,
    note: record.note,
    confirmedOn: record.confirmed_on,
  };
}
