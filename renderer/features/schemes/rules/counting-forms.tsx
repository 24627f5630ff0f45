import { Button, Checkbox } from 'antd';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { CommitField } from '../fields/commit-field.tsx';
import { CountField, DecimalField, OptionalPointsField, PointsField, TextField } from '../fields/fields.tsx';
import { parseSeries } from '../model/parse.ts';
import type { RuleFormProps } from './rule-props.ts';
import { NamedPoints } from './named-points.tsx';
import styles from './rules.module.css';

const UNIT_CHARACTERS = 10;

interface PartProps<Value> {
  value: Value;
  disabled: boolean;
  /** @param seen what stood there when typing began */
  onChange: (value: Value, seen: Value) => void;
}

export function UnitField({ value, disabled, onChange }: PartProps<string>) {
  return (
    <TextField
      label="单位"
      most={UNIT_CHARACTERS}
      width={56}
      placeholder="次"
      value={value}
      disabled={disabled}
      onCommit={onChange}
    />
  );
}

/** ,最多扣 … 分. */
export function CapField({ value, disabled, onChange }: PartProps<number | null>) {
  return (
    <span className={styles.phrase}>
      最多扣
      <OptionalPointsField
        label="最多扣"
        placeholder="不限"
        value={value}
        disabled={disabled}
        onCommit={onChange}
      />
    </span>
  );
}

export function EachForm({ rule, disabled, onChange }: RuleFormProps<'each'>) {
  const isByClass = rule.classes.length > 0;
  return (
    <>
      <div className={styles.sentence}>
        每
        <CountField
          label="每几次"
          value={rule.per}
          disabled={disabled}
          onCommit={(per, seen) => onChange({ ...rule, per }, { ...rule, per: seen })}
        />
        <UnitField
          value={rule.unit}
          disabled={disabled}
          onChange={(unit, seen) => onChange({ ...rule, unit }, { ...rule, unit: seen })}
        />
        {!isByClass && (
          <span className={styles.phrase}>
            扣
            <PointsField
              label="扣分"
              value={rule.points}
              disabled={disabled}
              onCommit={(points, seen) => onChange({ ...rule, points }, { ...rule, points: seen })}
            />
          </span>
        )}
        <CapField
          value={rule.cap}
          disabled={disabled}
          onChange={(cap, seen) => onChange({ ...rule, cap }, { ...rule, cap: seen })}
        />
        {!isByClass && !disabled && (
          <Button
            type="link"
            size="small"
            onClick={() => onChange({ ...rule, classes: [{ name: '第一类', points: rule.points }] }, rule)}
          >
            分类扣分
          </Button>
        )}
      </div>
      {isByClass && (
        <NamedPoints
          what="类别"
          verb="扣"
          items={rule.classes}
          least={0}
          disabled={disabled}
          onChange={(classes, seen) => onChange({ ...rule, classes }, { ...rule, classes: seen })}
        />
      )}
    </>
  );
}

export function GrowingForm({ rule, disabled, onChange }: RuleFormProps<'growing'>) {
  return (
    <div className={styles.sentence}>
      各
      <UnitField
        value={rule.unit}
        disabled={disabled}
        onChange={(unit, seen) => onChange({ ...rule, unit }, { ...rule, unit: seen })}
      />
      分别扣
      <CommitField
        label="逐次扣分"
        value={rule.series}
        format={(series) => series.map(pointsText).join('、')}
        parse={parseSeries}
        width={150}
        suffix="分"
        disabled={disabled}
        onCommit={(series, seen) => onChange({ ...rule, series }, { ...rule, series: seen })}
      />
      <Checkbox
        checked={rule.continues}
        disabled={disabled}
        onChange={({ target }) => onChange({ ...rule, continues: target.checked }, rule)}
      >
        以此类推
      </Checkbox>
      <CapField
        value={rule.cap}
        disabled={disabled}
        onChange={(cap, seen) => onChange({ ...rule, cap }, { ...rule, cap: seen })}
      />
    </div>
  );
}

export function BelowMinimumForm({ rule, disabled, onChange }: RuleFormProps<'belowMinimum'>) {
  return (
    <div className={styles.sentence}>
      不少于
      <DecimalField
        label="最低次数"
        value={rule.minimum}
        disabled={disabled}
        onCommit={(minimum, seen) => onChange({ ...rule, minimum }, { ...rule, minimum: seen })}
      />
      <UnitField
        value={rule.unit}
        disabled={disabled}
        onChange={(unit, seen) => onChange({ ...rule, unit }, { ...rule, unit: seen })}
      />
      每少
      <CountField
        label="每少几次"
        value={rule.per}
        disabled={disabled}
        onCommit={(per, seen) => onChange({ ...rule, per }, { ...rule, per: seen })}
      />
      扣
      <PointsField
        label="扣分"
        value={rule.points}
        disabled={disabled}
        onCommit={(points, seen) => onChange({ ...rule, points }, { ...rule, points: seen })}
      />
      <CapField
        value={rule.cap}
        disabled={disabled}
        onChange={(cap, seen) => onChange({ ...rule, cap }, { ...rule, cap: seen })}
      />
    </div>
  );
}
