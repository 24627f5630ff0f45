import type { TableProps } from 'antd';
import type { ShortfallCounty, ShortfallRow } from '#shared/contract/shortfalls.ts';
import { tenThousandsText } from '#shared/rules/money.ts';
import { percentOf } from '#shared/rules/reports/words.ts';

const NOT_ENTERED = '未填';

/** A county, or a place in one. */
export interface ShownRow {
  key: string;
  name: string;
  required: number | null;
  existing: number | null;
  missing: number | null;
  remark: string;
  planned: string;
  money: string;
}

export const shortfallColumns: NonNullable<TableProps<ShownRow>['columns']> = [
  { title: '单位', dataIndex: 'name', width: 160, ellipsis: true },
  number('应建', 'required'),
  number('现有', 'existing'),
  number('欠账', 'missing'),
  {
    title: '欠账率',
    key: 'rate',
    width: 80,
    align: 'right',
    render: (_, { missing, required }) =>
      missing === null || required === null ? '' : percentOf(missing, required),
  },
  { title: '计划(完成/计划)', key: 'planned', dataIndex: 'planned', width: 130, align: 'right' },
  { title: '投入(已投/计划，万元)', key: 'money', dataIndex: 'money', width: 170, align: 'right' },
  { title: '说明', key: 'remark', dataIndex: 'remark', ellipsis: true },
];

function number(title: string, key: 'required' | 'existing' | 'missing') {
  return {
    title,
    key,
    width: 80,
    align: 'right' as const,
    render: (_: unknown, row: ShownRow) => row[key] ?? NOT_ENTERED,
  };
}

export function countyRow(county: ShortfallCounty): ShownRow {
  const { organizationUid, name, required, existing, missing, unknown, plans } = county;
  const sum = (pick: (plan: (typeof plans)[number]) => number | null) =>
    plans.reduce((total, plan) => total + (pick(plan) ?? 0), 0);
  const years = plans.map(({ year }) => year);
  const span = years.length === 0 ? '' : `${Math.min(...years)}—${Math.max(...years)} `;
  return {
    key: organizationUid,
    name,
    required,
    existing,
    missing,
    remark: unknown === 0 ? '' : `${unknown} 处没有填全，不计入`,
    planned: plans.length === 0 ? '' : `${span}${sum(({ done }) => done)}/${sum(({ planned }) => planned)}`,
    money:
      plans.length === 0
        ? ''
        : `${tenThousandsText(sum(({ moneySpent }) => moneySpent))}/${tenThousandsText(sum(({ moneyPlanned }) => moneyPlanned))}`,
  };
}

export function placeRow({
  organizationUid,
  name,
  required,
  existing,
  missing,
  figure,
}: ShortfallRow): ShownRow {
  const byHand = [figure.required === null ? '' : '应建', figure.existing === null ? '' : '现有'].filter(
    (part) => part !== '',
  );
  const remark = [byHand.length === 0 ? '' : `${byHand.join('、')}按填写`, figure.note];
  return {
    key: organizationUid,
    name,
    required,
    existing,
    missing,
    remark: remark.filter((part) => part !== '').join('；'),
    planned: '',
    money: '',
  };
}
