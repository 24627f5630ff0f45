import { v7 } from 'uuid';
import type { credit as contract, CreditSubject, EnterpriseFields } from '#shared/contract/credit.ts';
import { AppError } from '#shared/errors.ts';
import { codeProblem, plainCode } from '#shared/rules/credit/credit-code.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
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
  return addEnterprise(
    { db, today },
    {
      name: site.name,
      code: '',
      organizationUid: new Places(db, today).byId(site.organization_id)?.uid ?? null,
      siteUid,
      legalPerson: site.responsible_person,
      phone: site.phone,
      address: site.address,
      note: '',
    },
  ).id;
}

function ofName(
  { db, today }: WriteContext,
  { name, code, organizationUid }: Extract<CreditSubject, { kind: 'new' }>,
): EnterpriseRecord | number {
  const plain = plainCode(code);
  const known = knownEnterprise(db, name, plain);
  if (known !== undefined) return known;
  if (isAmbiguous(db, name, plain)) throw new AppError('refused', { reason: ambiguityText(name) });
  const unknown = { siteUid: null, legalPerson: '', phone: '', address: '', note: '' };
  return addEnterprise({ db, today }, { ...unknown, name, code, organizationUid }).id;
}

/** By its code; without one, by a name that only one enterprise has. @param code as of `plainCode`, may be empty */
export function knownEnterprise(db: ReadStore, name: string, code: string): EnterpriseRecord | undefined {
  if (code !== '') {
    const known = db.get(enterpriseOfCode, { code });
    if (known !== undefined) return known;
  }
  const named = db.all(enterprisesOfName, { name });
  const [only, ...others] = named.filter((each) => code === '' || each.code === null);
  return others.length > 0 ? undefined : only;
}

/** Several enterprises of one name: only a code tells which. */
export function isAmbiguous(db: ReadStore, name: string, code: string): boolean {
  return code === '' && db.all(enterprisesOfName, { name }).length > 1;
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

/** Two entries of one site became one: so do the enterprises that they were. */
export const creditFollowsSite: SiteFollower = (db, fromId, toId) => {
  const [from, to] = [
    db.get(enterpriseOfSite, { siteId: fromId }),
    db.get(enterpriseOfSite, { siteId: toId }),
  ];
  if (from === undefined) return;
  if (to === undefined) db.update('credit_enterprise', from.id, { site_id: toId });
  else unite(db, from, to);
};

function unite(db: WriteStore, from: EnterpriseRecord, to: EnterpriseRecord): void {
  for (const { id } of db.all(eventsOfEnterprise, { enterpriseId: from.id }))
    db.update('credit_event', id, { enterprise_id: to.id });
  for (const { id } of db.all(decisionsOfEnterprise, { enterpriseId: from.id }))
    db.update('credit_decision', id, { enterprise_id: to.id });
  db.remove('credit_enterprise', from.id);
  if (to.code === null && from.code !== null) db.update('credit_enterprise', to.id, { code: from.code });
}
