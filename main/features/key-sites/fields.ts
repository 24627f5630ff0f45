import type { KeySite } from '#shared/contract/key-sites.ts';
import { column, type FieldColumn, type FieldScope, fieldSource } from '#main/core/fields/field-source.ts';
import { lastDayKnown } from '#main/core/measures/measure-source.ts';
import { sitesOfFilter } from './list.ts';

/** Key sites that were on the ledger on the last day of the time, for forms of other offices. */

const everything = { view: 'all', placeUid: null, tradeUid: null, kindUid: null, text: '' } as const;

function sitesOn(scope: FieldScope): KeySite[] {
  const day = lastDayKnown(scope);
  return [...sitesOfFilter(scope.db, everything, scope.today)].filter(
    ({ closedOn }) => closedOn === null || closedOn > day,
  );
}

const columns: readonly FieldColumn<KeySite>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('name', '单位名称', 'text', ({ name }) => name),
  column('county', '县(市、区)', 'text', ({ countyName }) => countyName),
  column('township', '乡镇(街道)', 'text', ({ townshipName }) => townshipName),
  column('address', '地址', 'text', ({ address }) => address),
  column('trade', '行业', 'text', ({ tradeName }) => tradeName),
  column('kinds', '类别', 'text', ({ kinds }) => kinds.map(({ name }) => name).join('、')),
  column('responsible', '负责人', 'text', ({ responsiblePerson }) => responsiblePerson),
  column('phone', '联系电话', 'text', ({ phone }) => phone),
  column('note', '备注', 'text', ({ note }) => note),
];

export const keySiteFields = [
  fieldSource<KeySite>({ key: 'keySites', name: '重点单位(每家一行)', columns, rows: sitesOn }),
];
