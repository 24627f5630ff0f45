import { v7 } from 'uuid';
import type { credit as contract, CreditSubject, EnterpriseFields } from '#shared/contract/credit.ts';
import { AppError } from '#shared/errors.ts';
import { codeProblem, plainCode } from '#shared/rules/credit/credit-code.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { Places, requireSite, type SiteFollower } from '#main/features/key-sites/index.ts';
import {
  decisionsOfEnterprise,
  enterpriseById,
  enterpriseByUid,
  enterpriseOfCode,
  enterpriseOfSite,
  type EnterpriseRecord,
  enterprisesOfName,
  eventsOfEnterprise,
} from './queries.ts';

type Names = 'addEnterprise' | 'updateEnterprise' | 'removeEnterprise';

export const enterpriseHandlers: Pick<Handlers<typeof contract>, Names> = {
  addEnterprise(fields, context) {
    const { uid } = addEnterprise(context, fields);
    context.summarize(fields.name);
    return { uid };
  },

  updateEnterprise({ uid, base, set }, { db, today, summarize }) {
    const record = requireEnterprise(db, uid);
    const places = new Places(db, today);
    const stored = fieldsOf(record, places);
    const wanted = { ...stored, ...decidePatch<EnterpriseFields>(stored, base, set) };
    db.update('credit_enterprise', record.id, columnsOf(db, places, wanted, record.id));
    summarize(wanted.name);
    return { uid };
  },

  removeEnterprise({ uid }, { db, summarize }) {
    const { id, name } = requireEnterprise(db, uid);
    const hasAny =
      db.all(eventsOfEnterprise, { enterpriseId: id }).length > 0 ||
      db.all(decisionsOfEnterprise, { enterpriseId: id }).length > 0;
    if (hasAny)
      throw new AppError('refused', {
        reason: `“${name}”已有信用事项或认定，不能删除；录错的事项请逐项删除。`,
      });
    db.remove('credit_enterprise', id);
    summarize(name);
    return { uid };
  },
};

/** @throws AppError notFound */
export function requireEnterprise(db: ReadStore, uid: string): EnterpriseRecord {
  const record = db.get(enterpriseByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这个企业' });
  return record;
}

function addEnterprise(
  { db, today }: Pick<WriteContext, 'db' | 'today'>,
  fields: EnterpriseFields,
): { id: number; uid: string } {
  const uid = v7();
  const id = db.insert('credit_enterprise', { uid, ...columnsOf(db, new Places(db, today), fields, null) });
  return { id, uid };
}

/** The enterprise that is meant, entered if it is not known yet. */
export function enterpriseOf(context: WriteContext, subject: CreditSubject): EnterpriseRecord {
  const { db } = context;
  if (subject.kind === 'enterprise') return requireEnterprise(db, subject.uid);
  const known = subject.kind === 'site' ? ofSite(context, subject.siteUid) : ofName(context, subject);
  const record = typeof known === 'number' ? db.get(enterpriseById, { id: known }) : known;
  if (record === undefined) throw new AppError('notFound', { what: '这个企业' });
  return record;
}

function ofSite({ db, today }: WriteContext, siteUid: string): EnterpriseRecord | number {
  const site = requireSite(db, siteUid);
  const known = db.get(enterpriseOfSite, { siteId: site.id });
  if (known !== undefined) return known;
  const places = new Places(db, today);
  const organizationUid = places.byId(site.organization_id)?.uid ?? null;
  const named = { name: site.name, code: '', organizationUid };
  const told = {
    legal_person: site.responsible_person,
    phone: site.phone,
    address: site.address,
  };
  const like = knownEnterprise(db, places, named);
  if (like !== undefined && like.site_id === null && isOfSameCounty(places, like, organizationUid)) {
    db.update('credit_enterprise', like.id, { site_id: site.id, ...missingIn(like, told) });
    return like.id;
  }
  const { legal_person: legalPerson, phone, address } = told;
  return addEnterprise({ db, today }, { ...named, siteUid, legalPerson, phone, address, note: '' }).id;
}

function ofName(
  { db, today }: WriteContext,
  { name, code, organizationUid }: Extract<CreditSubject, { kind: 'new' }>,
): EnterpriseRecord | number {
  const places = new Places(db, today);
  const named = { name, code: plainCode(code), organizationUid };
  const known = knownEnterprise(db, places, named);
  if (known !== undefined) return known;
  if (isAmbiguous(db, places, named)) throw new AppError('refused', { reason: ambiguityText(name) });
  const unknown = { siteUid: null, legalPerson: '', phone: '', address: '', note: '' };
  return addEnterprise({ db, today }, { ...unknown, name, code, organizationUid }).id;
}

/** What an enterprise is known again by. */
export interface NamedEnterprise {
  name: string;
  /** As of `plainCode`; empty: not known. */
  code: string;
  /** Its county or township; null: not known. */
  organizationUid: string | null;
}

/** By its code; without one, by a name that only one enterprise has there. Another county: another enterprise. */
export function knownEnterprise(
  db: ReadStore,
  places: Places,
  named: NamedEnterprise,
): EnterpriseRecord | undefined {
  const { code } = named;
  const known = code === '' ? undefined : db.get(enterpriseOfCode, { code });
  if (known !== undefined) return known;
  const [only, ...others] = likeNamed(db, places, named);
  return others.length > 0 ? undefined : only;
}

/** Of one name, with nothing against it; where some lie in the very county, those. */
function likeNamed(
  db: ReadStore,
  places: Places,
  { name, code, organizationUid }: NamedEnterprise,
): EnterpriseRecord[] {
  const countyId = countyIdOf(places, organizationUid);
  const namesakes = db
    .all(enterprisesOfName, { name })
    .filter((each) => code === '' || each.code === null)
    .map((record) => ({ record, ownCountyId: countyIdOfRecord(places, record) }));
  const isThere = namesakes.filter(({ ownCountyId }) => ownCountyId !== null && ownCountyId === countyId);
  const mayBe = namesakes.filter(({ ownCountyId }) => ownCountyId === null || countyId === null);
  return (isThere.length > 0 ? isThere : mayBe).map(({ record }) => record);
}

/** Whether name and county are the enterprise's, so that no code is needed to know it. */
export function isOfSameCounty(
  places: Places,
  record: EnterpriseRecord,
  organizationUid: string | null,
): boolean {
  const countyId = countyIdOf(places, organizationUid);
  return countyId !== null && countyId === countyIdOfRecord(places, record);
}

function countyIdOf(places: Places, organizationUid: string | null): number | null {
  return organizationUid === null ? null : countyIdOfPlace(places, places.require(organizationUid).id);
}

function countyIdOfRecord(places: Places, { organization_id: id }: EnterpriseRecord): number | null {
  return id === null ? null : countyIdOfPlace(places, id);
}

function countyIdOfPlace(places: Places, id: number): number | null {
  const place = places.byId(id);
  const county = place?.level === 'township' ? places.parentOf(place) : place;
  return county?.id ?? null;
}

/** Several enterprises of one name: only a code tells which. */
export function isAmbiguous(db: ReadStore, places: Places, named: NamedEnterprise): boolean {
  return named.code === '' && likeNamed(db, places, named).length > 1;
}

export function ambiguityText(name: string): string {
  return `有几个企业都叫“${name}”，请写上统一社会信用代码。`;
}

/** @param ownId of the one that is changed; null: a new one @throws AppError badInput, duplicate */
function columnsOf(db: ReadStore, places: Places, fields: EnterpriseFields, ownId: number | null) {
  const { name, organizationUid, siteUid, legalPerson, phone, address, note } = fields;
  const code = plainCode(fields.code);
  const problem = code === '' ? null : codeProblem(code);
  if (problem !== null) throw new AppError('badInput', { detail: problem, field: 'code' });
  const ofSameCode = code === '' ? undefined : db.get(enterpriseOfCode, { code });
  if (ofSameCode !== undefined && ofSameCode.id !== ownId)
    throw new AppError('refused', {
      reason: `统一社会信用代码 ${code} 已由“${ofSameCode.name}”登记，请核对。`,
    });
  const site = siteUid === null ? null : requireSite(db, siteUid);
  const ofSameSite = site === null ? undefined : db.get(enterpriseOfSite, { siteId: site.id });
  if (ofSameSite !== undefined && ofSameSite.id !== ownId)
    throw new AppError('refused', {
      reason: `重点单位“${site?.name ?? ''}”已由“${ofSameSite.name}”登记，请核对。`,
    });
  return {
    name,
    code: code === '' ? null : code,
    organization_id: organizationUid === null ? null : places.require(organizationUid).id,
    site_id: site?.id ?? null,
    legal_person: legalPerson,
    phone,
    address,
    note,
  };
}

function fieldsOf(record: EnterpriseRecord, places: Places): EnterpriseFields {
  return {
    name: record.name,
    code: record.code ?? '',
    organizationUid: places.byId(record.organization_id ?? 0)?.uid ?? null,
    siteUid: record.site_uid,
    legalPerson: record.legal_person,
    phone: record.phone,
    address: record.address,
    note: record.note,
  };
}

/** Two entries of one site became one: so do the enterprises that they were, unless their codes say otherwise. */
export const creditFollowsSite: SiteFollower = (db, fromId, toId) => {
  const [from, to] = [
    db.get(enterpriseOfSite, { siteId: fromId }),
    db.get(enterpriseOfSite, { siteId: toId }),
  ];
  if (from === undefined) return;
  if (to === undefined) db.update('credit_enterprise', from.id, { site_id: toId });
  else if (from.code !== null && to.code !== null) db.update('credit_enterprise', from.id, { site_id: null });
  else unite(db, from, to);
};

function unite(db: WriteStore, from: EnterpriseRecord, to: EnterpriseRecord): void {
  for (const { id } of db.all(eventsOfEnterprise, { enterpriseId: from.id }))
    db.update('credit_event', id, { enterprise_id: to.id });
  for (const { id } of db.all(decisionsOfEnterprise, { enterpriseId: from.id }))
    db.update('credit_decision', id, { enterprise_id: to.id });
  db.remove('credit_enterprise', from.id);
  db.update('credit_enterprise', to.id, missingIn(to, from));
}

const fillable = ['code', 'organization_id', 'legal_person', 'phone', 'address', 'note'] as const;

/** Of what is told, what an enterprise does not know yet. */
function missingIn(record: EnterpriseRecord, told: Partial<EnterpriseRecord>): RowValues {
  const missing = fillable.filter((column) => record[column] === null || record[column] === '');
  return Object.fromEntries(
    missing.flatMap((column) => {
      const value = told[column];
      return value === undefined ? [] : [[column, value]];
    }),
  );
}
