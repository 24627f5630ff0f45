import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { ShortfallCounty, ShortfallItem, ShortfallPlan } from '#shared/contract/shortfalls.ts';
import { FEN_IN_TEN_THOUSAND_YUAN } from '#shared/rules/money.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import styles from './shortfalls.module.css';

interface PlanFormProps {
  item: ShortfallItem;
  county: ShortfallCounty;
  mayEdit: boolean;
}

type Numbers = 'planned' | 'done' | 'moneyPlanned' | 'moneySpent';

/** Plan and money of a county by year; as many years as the plan has, usually three. */
export function PlanForm({ item, county, mayEdit }: PlanFormProps) {
  const [seen, setSeen] = useState(county.plans);
  const [plans, setPlans] = useState(county.plans);
  const save = useOperation(client.shortfalls.setPlans, {
    success: `已登记“${county.name}”的建设计划`,
    undoable: true,
  });
  const change = (place: number, values: Partial<ShortfallPlan>) =>
    setPlans(plans.map((plan, each) => (each === place ? { ...plan, ...values } : plan)));

  async function submit(): Promise<void> {
    const outcome = await save.run({
      itemUid: item.uid,
      organizationUid: county.organizationUid,
      base: seen,
      set: plans,
    });
    if (outcome.done) setSeen(plans);
  }

  return (
    <>
      <table className={styles.plans}>
        <thead>
          <tr>
            <th>年度</th>
            <th>计划({item.unit})</th>
            <th>完成({item.unit})</th>
            <th>计划(万元)</th>
            <th>投入(万元)</th>
            <th>备注</th>
            <th>操作</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan, place) => (
            <tr key={plan.year}>
              <td>{plan.year}</td>
              {(['planned', 'done', 'moneyPlanned', 'moneySpent'] as const).map((name) => (
                <td key={name}>
                  <NumberCell
                    label={`${plan.year} ${names[name]}`}
                    name={name}
                    value={plan[name]}
                    disabled={!mayEdit}
                    onChange={(value) => change(place, { [name]: value })}
                  />
                </td>
              ))}
              <td>
                <Input
                  aria-label={`${plan.year} 备注`}
                  maxLength={200}
                  disabled={!mayEdit}
                  value={plan.note}
                  onChange={({ target }) => change(place, { note: target.value })}
                />
              </td>
              <td>
                <Button
                  type="text"
                  size="small"
                  disabled={!mayEdit}
                  onClick={() => setPlans(plans.filter(({ year }) => year !== plan.year))}
                >
                  删除
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayEdit && (
        <div className={styles.buttons}>
          <Button onClick={() => setPlans([...plans, ...newYears(plans)])}>
            {plans.length === 0 ? '列出三年' : '增加一年'}
          </Button>
          <Button type="primary" loading={save.running} onClick={() => void submit()}>
            保存计划
          </Button>
        </div>
      )}
    </>
  );
}

const names: Readonly<Record<Numbers, string>> = {
  planned: '计划',
  done: '完成',
  moneyPlanned: '计划投入',
  moneySpent: '已投入',
};

interface NumberCellProps {
  label: string;
  name: Numbers;
  value: number | null;
  disabled: boolean;
  onChange: (value: number | null) => void;
}

/** Money is entered in 万元 and kept in 分. */
function NumberCell({ label, name, value, disabled, onChange }: NumberCellProps) {
  const isMoney = name === 'moneyPlanned' || name === 'moneySpent';
  const scale = isMoney ? FEN_IN_TEN_THOUSAND_YUAN : 1;
  return (
    <InputNumber<number>
      aria-label={label}
      min={0}
      max={1_000_000}
      precision={isMoney ? 2 : 0}
      disabled={disabled}
      style={{ width: '100%' }}
      value={value === null ? null : value / scale}
      onChange={(entered) => onChange(entered === null ? null : Math.round(entered * scale))}
    />
  );
}

const USUAL_YEARS = 3;

/** Three years from this one on, then one more at a time. */
function newYears(plans: readonly ShortfallPlan[]): ShortfallPlan[] {
  const last = Math.max(...plans.map(({ year }) => year));
  const first = plans.length === 0 ? Number(localDay(Date.now()).slice(0, 4)) : last + 1;
  return Array.from({ length: plans.length === 0 ? USUAL_YEARS : 1 }, (_year, place) => ({
    year: first + place,
    planned: null,
    done: null,
    moneyPlanned: null,
    moneySpent: null,
    note: '',
  }));
}
