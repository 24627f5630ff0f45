import type {
  InspectorCertificate,
  RandomInspector,
  randomInspection as contract,
} from '#shared/contract/random-inspection.ts';
import { AppError } from '#shared/errors.ts';
import { inspectorExclusion } from '#shared/rules/random-inspection/exclusion.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { poolOf } from '#main/features/inspectors/index.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { allCertificates, type CertificateRecord, inspectorOfUid } from './queries.ts';

type Names = 'inspectors' | 'setCertificate';

const blank: InspectorCertificate = { certificate: '', expiresOn: null, validUntil: null, avoids: [] };

/** 检查人员名录库: the pool of inspectors with certificates and what each recuses themselves from. */
export const inspectorHandlers: Pick<Handlers<typeof contract>, Names> = {
  inspectors: (_input, { db, today }) => libraryOf(db, today).map(({ avoidsPlaces: _places, ...row }) => row),

  setCertificate({ uid, base, set }, { db, summarize }) {
    const inspector = db.get(inspectorOfUid, { uid });
    if (inspector === undefined) throw new AppError('notFound', { what: '这个督查人员' });
    const record = db.all(allCertificates).find(({ inspector_uid: own }) => own === uid);
    const stored = record === undefined ? blank : fieldsOf(record);
    const wanted = { ...stored, ...decidePatch<InspectorCertificate>({ ...stored }, base, set) };
    const columns = {
      certificate: wanted.certificate,
      expires_on: wanted.expiresOn,
      valid_until: wanted.validUntil,
      avoids: JSON.stringify(wanted.avoids),
    };
    if (record === undefined) db.insert('random_inspector', { inspector_id: inspector.id, ...columns });
    else db.update('random_inspector', record.id, columns);
    summarize(inspector.name);
    return { uid };
  },
};

interface LibraryInspector extends RandomInspector {
  /** Uids of the unit and of the county that the person never inspects. */
  avoidsPlaces: string[];
}

/**
 * Everybody of the pool who has not left, with why they cannot be drawn on a day.
 * @param begins when what is drawn can be inspected first
 */
export function libraryOf(db: ReadStore, day: string, begins = day): LibraryInspector[] {
  const certificates = new Map(db.all(allCertificates).map((record) => [record.inspector_uid, record]));
  const countyOf = countyFinder(db, day);
  return poolOf(db, day)
    .filter(({ leftOn }) => leftOn === null || leftOn > day)
    .map(({ uid, name, unitName, organizationUid, homeCountyUid, homeCountyName, leftOn, leave }) => {
      const record = certificates.get(uid);
      const own = record === undefined ? blank : fieldsOf(record);
      const county = homeCountyUid ?? (organizationUid === null ? null : countyOf(organizationUid));
      const places = [organizationUid, county].filter((place) => place !== null);
      return {
        uid,
        name,
        initials: initialsOf(name),
        unitName,
        homeCountyName,
        ...own,
        avoidsPlaces: [...new Set(places)],
        excluded: inspectorExclusion({ leftOn, leave, ...own }, day, begins),
      };
    });
}

/** The county that an organization stands in; null: none. */
function countyFinder(db: ReadStore, day: string): (uid: string) => string | null {
  const organizations = organizationsOn(db, day);
  const byUid = new Map([...organizations.values()].map((each) => [each.uid, each]));
  return (uid) => {
    let place = byUid.get(uid);
    while (place !== undefined && place.level !== 'county') place = organizations.get(place.parentId ?? 0);
    return place?.uid ?? null;
  };
}

function fieldsOf({ certificate, expires_on, valid_until, avoids }: CertificateRecord): InspectorCertificate {
  return {
    certificate,
    expiresOn: expires_on,
    validUntil: valid_until,
    avoids: JSON.parse(avoids) as string[],
  };
}
