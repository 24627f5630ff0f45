import type { ListedRow } from '#shared/contract/listed-supervision.ts';
import { listedStateWords } from '#shared/rules/notices/listed-words.ts';
import {
  between,
  column,
  type FieldColumn,
  type FieldScope,
  fieldSource,
  shareOf,
} from '#main/core/fields/field-source.ts';
import { isListedIn } from './list.ts';
import { revealedListed } from './secret.ts';

/** Hazards under listed supervision: what was on the list in the time, for forms of other offices. */

export function onList(scope: Omit<FieldScope, 'periodUid'>): ListedRow[] {
  return revealedListed(scope.db, scope.today).filter((row) => isListedIn(row, scope));
}

const columns: readonly FieldColumn<ListedRow>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('name', '挂牌单位(区域)名称', 'text', (row) => row.name),
  column('organization', '责任单位', 'text', (row) => row.organizationName),
  column('address', '地址', 'text', (row) => row.address),
  column('hazards', '主要火灾隐患', 'text', (row) => row.hazards),
  column('responsible', '整改责任人', 'text', (row) => row.responsiblePerson),
  column('leader', '包案领导', 'text', (row) => row.leader),
  column('supervising', '督办单位', 'text', (row) => row.supervisingUnit),
  column('listedOn', '挂牌日期', 'day', (row) => row.listedOn),
  column('dueOn', '整改期限', 'day', (row) => row.dueOn),
  column('delistedOn', '摘牌日期', 'day', (row) => row.delistedOn),
  column('state', '整改情况', 'text', ({ state }) => listedStateWords[state]),
  column('phone', '联系电话', 'text', ({ phone }) => phone),
  column('measures', '整改措施', 'text', ({ measures }) => measures),
  column('acceptedOn', '验收日期', 'day', ({ acceptedOn }) => acceptedOn),
  column('acceptance', '验收情况', 'text', ({ acceptance }) => acceptance),
];

interface Counts {
  listed: number;
  newly: number;
  delisted: number;
}

export const listedFields = [
  fieldSource<Counts>({
    key: 'listedCounts',
    name: '挂牌督办统计',
    kind: 'single',
    columns: [
      column('listed', '挂牌督办数', 'number', ({ listed }) => listed),
      column('newly', '新挂牌数', 'number', ({ newly }) => newly),
      column('delisted', '摘牌销案数', 'number', ({ delisted }) => delisted),
      column('open', '未销案数', 'number', ({ listed, delisted }) => listed - delisted),
      column('rate', '销案率', 'number', ({ listed, delisted }) => shareOf(delisted, listed)),
    ],
    rows(scope) {
      const rows = onList(scope);
      return [
        {
          listed: rows.length,
          newly: rows.filter(({ listedOn }) => between(listedOn, scope)).length,
          delisted: rows.filter(({ delistedOn }) => between(delistedOn, scope)).length,
        },
      ];
    },
  }),
  fieldSource<ListedRow>({ key: 'listed', name: '挂牌督办(每个一行)', columns, rows: onList }),
];
