import type { findings as contract } from '#shared/contract/findings.ts';
import { AppError } from '#shared/errors.ts';
import { isOwed } from '#shared/rules/tasks/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { sitesById, Places } from '#main/features/key-sites/index.ts';
import { listedSupervision } from '#main/features/listed-supervision/index.ts';
import { findingList } from './finding-list.ts';
import { type FindingRecord, listedByUid } from './queries.ts';
import { requireFinding, rowsOf } from './rows.ts';

const LONGEST_HAZARDS = 2_000;
const LONGEST_MEASURES = 2_000;
const LONGEST_PERSON = 60;
const LONGEST_PHONE = 40;

/** 挂牌督办 in one step: the place with all that was found there. */
export const putUnderListing: Handlers<typeof contract>['putUnderListing'] = (
  { uids, ...given },
  context,
) => {
  const { db } = context;
  const records = [...new Set(uids)].map((uid) => requireFinding(db, uid));
  const place = onePlace(records);
  for (const record of records) requireListable(context, record);
  const site = siteOf(context, place);
  const { uid: listedUid } = listedSupervision.add(
    {
      ...given,
      name: place.place,
      kind: 'unit',
      organizationUid: leadOf(context, place),
      address: site?.address ?? '',
      hazards: hazardsOf(records),
      responsiblePerson: (place.responsible || (site?.responsiblePerson ?? '')).slice(0, LONGEST_PERSON),
      phone: (site?.phone ?? '').slice(0, LONGEST_PHONE),
      measures: measuresOf(records),
    },
    context,
  );
  const listed = db.get(listedByUid, { uid: listedUid });
  for (const { id } of records) db.update('finding', id, { listed_id: listed?.id ?? null });
  context.summarize(findingList(records));
  return { listedUid };
};

function onePlace(records: readonly FindingRecord[]): FindingRecord {
  const [first, ...others] = records;
  if (first === undefined) throw new AppError('badInput', { detail: '请选择问题' });
  const other = others.find((each) =>
    first.site_id === null
      ? each.site_id !== null || each.place !== first.place || each.county_id !== first.county_id
      : each.site_id !== first.site_id,
  );
  if (other !== undefined)
    throw new AppError('refused', {
      reason: `“${first.place}”和“${other.place}”是两个场所，挂牌督办请一个场所一个场所地办。`,
    });
  return first;
}

function requireListable({ db, today }: WriteContext, record: FindingRecord): void {
  if (record.listed_id !== null)
    throw new AppError('refused', { reason: `“${record.place}：${record.what}”已经挂牌督办。` });
  const status = rowsOf(db, [record], today)[0]?.task.status;
  if (status === undefined || !isOwed(status))
    throw new AppError('refused', { reason: `“${record.place}：${record.what}”不在整改中，不能挂牌督办。` });
}

function siteOf({ db, today }: WriteContext, { site_id: siteId }: FindingRecord) {
  if (siteId === null) return undefined;
  return sitesById(db, [siteId], { places: new Places(db, today), today }).get(siteId);
}

function leadOf({ db, today }: WriteContext, record: FindingRecord): string | null {
  return rowsOf(db, [record], today)[0]?.task.units.find(({ role }) => role === 'lead')?.uid ?? null;
}

function hazardsOf(records: readonly FindingRecord[]): string {
  const lines = records.map(({ spot, what }, index) => {
    const text = spot === '' ? what : `${spot}：${what}`;
    return records.length === 1 ? text : `${index + 1}. ${text}`;
  });
  return lines.join('\n').slice(0, LONGEST_HAZARDS);
}

function measuresOf(records: readonly FindingRecord[]): string {
  const texts = records.map(({ measures, demand }) => measures || demand).filter((text) => text !== '');
  return [...new Set(texts)].join('\n').slice(0, LONGEST_MEASURES);
}
