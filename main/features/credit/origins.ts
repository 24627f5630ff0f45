import type { CreditOrigin, CreditSubject, ProposedEvent } from '#shared/contract/credit.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type FoundPlaceText, foundPlaceText, secretFindingUids } from '#main/features/findings/index.ts';
import { listedText } from '#main/features/listed-supervision/index.ts';
import { Places, sitesById } from '#main/features/key-sites/index.ts';
import { knownEnterprise } from './enterprises.ts';
import { enterpriseById, enterpriseOfSite, eventsOfFinding, eventsOfListed } from './queries.ts';

const LONGEST_TEXT = 500;

/** Local ids by which an event keeps what it comes from. @throws AppError notFound, refused */
export function originIds(db: ReadStore, { kind, uid }: CreditOrigin) {
  if (kind === 'finding') return { finding_id: requireOpenFinding(db, uid).id };
  return { listed_id: listedText(db, uid, '').id };
}

/** An unannounced campaign that is not released is not told of by a credit event either. */
function requireOpenFinding(db: ReadStore, uid: string): FoundPlaceText {
  if (secretFindingUids(db).includes(uid))
    throw new AppError('refused', { reason: '这处问题是暗访发现的，暗访公布以后才能登记信用事项。' });
  return foundPlaceText(db, uid);
}

export function proposedEvent(context: ReadContext, origin: CreditOrigin): ProposedEvent {
  return origin.kind === 'finding' ? ofFinding(context, origin.uid) : ofListed(context, origin.uid);
}

function ofFinding({ db, today }: ReadContext, uid: string): ProposedEvent {
  const { id, siteId, countyId, place, text } = requireOpenFinding(db, uid);
  const places = new Places(db, today);
  const countyUid = places.byId(countyId ?? 0)?.uid ?? null;
  const named = { name: place, code: '', organizationUid: countyUid };
  const known = siteId === null ? knownEnterprise(db, places, named) : db.get(enterpriseOfSite, { siteId });
  const site = siteId === null ? undefined : sitesById(db, [siteId], { places, today }).get(siteId);
  return {
    subject: subjectOf(known?.uid, site?.uid),
    name: known?.name ?? place,
    organizationUid: site?.organizationUid ?? countyUid,
    text: text.slice(0, LONGEST_TEXT),
    made: madeOf(db, db.all(eventsOfFinding, { id })),
  };
}

function ofListed({ db, today }: ReadContext, uid: string): ProposedEvent {
  const { id, name, hazards, organizationId } = listedText(db, uid, today);
  const places = new Places(db, today);
  const organizationUid = places.byId(organizationId ?? 0)?.uid ?? null;
  const known = knownEnterprise(db, places, { name, code: '', organizationUid });
  return {
    subject: subjectOf(known?.uid, undefined),
    name: known?.name ?? name,
    organizationUid,
    text: hazards.slice(0, LONGEST_TEXT),
    made: madeOf(db, db.all(eventsOfListed, { id })),
  };
}

function subjectOf(enterpriseUid: string | undefined, siteUid: string | undefined): CreditSubject | null {
  if (enterpriseUid !== undefined) return { kind: 'enterprise', uid: enterpriseUid };
  return siteUid === undefined ? null : { kind: 'site', siteUid };
}

function madeOf(
  db: ReadStore,
  events: readonly { enterprise_id: number; kind_name: string; day: string }[],
): ProposedEvent['made'] {
  return events.flatMap(({ enterprise_id: id, kind_name: kindName, day }) => {
    const enterprise = db.get(enterpriseById, { id });
    if (enterprise === undefined) return [];
    return [{ enterpriseUid: enterprise.uid, enterpriseName: enterprise.name, kindName, day }];
  });
}
