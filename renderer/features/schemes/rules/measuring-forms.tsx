import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button, Checkbox, Select } from 'antd';
import type { RuleOf } from '#shared/rules/scoring/model.ts';
import { DecimalField, PointsField } from '../fields/fields.tsx';
import { CapField, UnitField } from './counting-forms.tsx';
import type { RuleFormProps } from './rule-props.ts';
import styles from './rules.module.css';

type Step = RuleOf<'steps'>['steps'][number];

const relations = [
  { value: '<', label: '低于' },
  { value: '<=', label: '不高于' },
  { value: '>', label: '高于' },
  { value: '>=', label: '不低于' },
] as const;

const MOST_STEPS = 20;

export function StepsForm({ rule, disabled, onChange }: RuleFormProps<'steps'>) {
  const isAward = rule.effect === 'award';
  const withStep = (place: number, step: Step) => ({ ...rule, steps: rule.steps.with(place, step) });
  const replace = (place: number, step: Step, seen: Step) =>
    onChange(withStep(place, step), withStep(place, seen));
  return (
    <>
      <div className={styles.sentence}>
        <Select
          aria-label="扣分还是得分"
          style={{ width: 84 }}
          value={rule.effect}
          disabled={disabled}
          options={[
            { value: 'deduct', label: '扣分' },
            { value: 'award', label: '得分' },
          ]}
          onChange={(effect) => onChange({ ...rule, effect }, rule)}
        />
        单位
        <UnitField
          value={rule.unit}
          disabled={disabled}
          onChange={(unit, seen) => onChange({ ...rule, unit }, { ...rule, unit: seen })}
        />
      </div>
      <div className={styles.rows}>
        {rule.steps.map((step, place) => (
          <div key={place} className={styles.sentence}>
            <Select
              aria-label="比较"
              style={{ width: 92 }}
              value={step.relation}
              disabled={disabled}
              options={[...relations]}
              onChange={(relation) => replace(place, { ...step, relation }, step)}
            />
            <DecimalField
              label="界限"
              value={step.bound}
              disabled={disabled}
              onCommit={(bound, seen) => replace(place, { ...step, bound }, { ...step, bound: seen })}
            />
            {rule.unit}
            <AllOrPoints
              verb={isAward ? '得' : '扣'}
              all={isAward ? '得满分' : '不得分'}
              value={step.points}
              disabled={disabled}
              onChange={(points, seen) => replace(place, { ...step, points }, { ...step, points: seen })}
            />
            {!disabled && rule.steps.length > 1 && (
              <Button
                type="text"
                size="small"
                aria-label="删除这一档"
                icon={<CloseOutlined aria-hidden />}
                onClick={() => onChange({ ...rule, steps: rule.steps.toSpliced(place, 1) }, rule)}
              />
            )}
          </div>
        ))}
        {!disabled && rule.steps.length < MOST_STEPS && (
          <Button
            type="link"
            size="small"
            onClick={() =>
              onChange(
                { ...rule, steps: [...rule.steps, { relation: '<', bound: '90', points: 3_000 }] },
                rule,
              )
            }
          >
            再加一档
          </Button>
        )}
      </div>
    </>
  );
}

interface AllOrPointsProps {
  verb: string;
  /** 不得分, 得满分. */
  all: string;
  value: number | 'all';
  disabled: boolean;
  /** @param seen what stood there before */
  onChange: (value: number | 'all', seen: number | 'all') => void;
}

export function AllOrPoints({ verb, all, value, disabled, onChange }: AllOrPointsProps) {
  return (
    <>
      {value !== 'all' && (
        <span className={styles.phrase}>
          {verb}
          <PointsField label={`${verb}分`} value={value} disabled={disabled} onCommit={onChange} />
        </span>
      )}
      <Checkbox
        checked={value === 'all'}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked ? 'all' : 1_000, value)}
      >
        {all}
      </Checkbox>
    </>
  );
}

const scales = [
  { value: '100', label: '百分比', unit: '%' },
  { value: '1000', label: '千分比', unit: '‰' },
  { value: '100000', label: '每十万人', unit: '/10万' },
  { value: '1', label: '直接填数', unit: '' },
] as const;

export function RateForm({ rule, disabled, onChange }: RuleFormProps<'rate'>) {
  const known = scales.some(({ value }) => value === rule.scale);
  const options = known
    ? [...scales]
    : [...scales, { value: rule.scale, label: `×${rule.scale}`, unit: rule.unit }];
  return (
    <>
      <div className={styles.sentence}>
        <Select
          aria-label="比率的单位"
          style={{ width: 104 }}
          value={rule.scale}
          disabled={disabled}
          options={options.map(({ value, label }) => ({ value, label }))}
          onChange={(scale: string) =>
            onChange(
              { ...rule, scale, unit: options.find(({ value }) => value === scale)?.unit ?? rule.unit },
              rule,
            )
          }
        />
        目标
        <Select
          aria-label="目标方向"
          style={{ width: 92 }}
          value={rule.direction}
          disabled={disabled}
          options={[
            { value: 'atLeast', label: '不低于' },
            { value: 'atMost', label: '不高于' },
          ]}
          onChange={(direction) => onChange({ ...rule, direction }, rule)}
        />
        <DecimalField
          label="目标值"
          value={rule.target}
          disabled={disabled}
          onCommit={(target, seen) => onChange({ ...rule, target }, { ...rule, target: seen })}
        />
        {rule.unit}
      </div>
      <div className={styles.sentence}>
        {rule.per !== null && (
          <span className={styles.phrase}>
            每差
            <DecimalField
              label="每差多少"
              isPositive
              value={rule.per}
              disabled={disabled}
              onCommit={(per, seen) => onChange({ ...rule, per }, { ...rule, per: seen })}
            />
          </span>
        )}
        {rule.per === null ? '未达到扣' : '扣'}
        <PointsField
          label="扣分"
          value={rule.points}
          disabled={disabled}
          onCommit={(points, seen) => onChange({ ...rule, points }, { ...rule, points: seen })}
        />
        <Checkbox
          checked={rule.per === null}
          disabled={disabled}
          onChange={({ target }) => onChange({ ...rule, per: target.checked ? null : '1' }, rule)}
        >
          一次性扣
        </Checkbox>
        {rule.per !== null && (
          <Select
            aria-label="不足一个单位的部分"
            style={{ width: 148 }}
            value={rule.partial}
            disabled={disabled}
            options={[
              { value: 'proportional', label: '零头按比例计' },
              { value: 'whole', label: '零头不计' },
            ]}
            onChange={(partial) => onChange({ ...rule, partial }, rule)}
          />
        )}
        <CapField
          value={rule.cap}
          disabled={disabled}
          onChange={(cap, seen) => onChange({ ...rule, cap }, { ...rule, cap: seen })}
        />
      </div>
    </>
  );
}
