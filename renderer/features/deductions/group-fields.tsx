import { Button, Form, type FormInstance, InputNumber, Select } from 'antd';
import type { ChoiceGroup, ChoiceIndicator } from '#shared/contract/deductions.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { amountFor, type ProposalValues } from './proposal-form.ts';
import { indicatorWords } from './words.ts';
import styles from './deductions.module.css';

interface GroupFieldsProps {
  group: ChoiceGroup;
  /** Beside another group: then it says which one it is. */
  isNamed: boolean;
  form: FormInstance<ProposalValues>;
}

const THOUSAND = 1_000;

/** On which indicator of a group's scheme, and how much. */
export function GroupFields({ group, isNamed, form }: GroupFieldsProps) {
  const at = (field: 'indicatorUid' | 'points') => ['groups', group.uid, field] as const;
  const chosenUid = Form.useWatch([...at('indicatorUid')], form) as string | undefined;
  const indicator = group.indicators.find(({ uid }) => uid === chosenUid);
  const setPoints = (points: number | null) => form.setFieldValue([...at('points')], points);
  return (
    <>
      <div className={styles.pair}>
        <Form.Item
          className={styles.wide ?? ''}
          name={[...at('indicatorUid')]}
          label={isNamed ? `${group.name}的指标` : '指标'}
          rules={[{ required: true, message: '请选择指标' }]}
        >
          <Select<string, { value: string; label: string; initials: string }>
            showSearch
            placeholder="输入编号、内容或拼音首字母"
            options={group.indicators.map((one) => ({
              value: one.uid,
              label: `${indicatorWords(one)}(${pointsText(one.maxPoints)}分)`,
              initials: one.initials,
            }))}
            filterOption={(typed, option) =>
              option !== undefined &&
              (option.label.includes(typed.trim()) || option.initials.includes(typed.trim().toLowerCase()))
            }
            onChange={(uid) => setPoints(amountFor(group, uid))}
          />
        </Form.Item>
        <Form.Item
          name={[...at('points')]}
          label="扣分"
          rules={[{ required: true, message: '请填写扣几分' }]}
        >
          <InputNumber
            min={0.001}
            max={(indicator?.maxPoints ?? THOUSAND * THOUSAND) / THOUSAND}
            precision={3}
            formatter={(value) => (value === undefined ? '' : String(value).replace(/\.?0+$/u, ''))}
            suffix="分"
            className={styles.points ?? ''}
          />
        </Form.Item>
      </div>
      {indicator !== undefined && <RuleHint indicator={indicator} onChoose={setPoints} />}
    </>
  );
}

interface RuleHintProps {
  indicator: ChoiceIndicator;
  onChoose: (points: number) => void;
}

/** What the scheme says, and the amounts that its rules name for one case, each taken by a click. */
function RuleHint({ indicator: { ruleText, amounts }, onChoose }: RuleHintProps) {
  if (ruleText === '' && amounts.length === 0) return null;
  return (
    <div className={styles.ruleHint}>
      {ruleText !== '' && <span>评分标准：{ruleText}</span>}
      {amounts.length > 0 && (
        <span className={styles.amounts}>
          {amounts.map(({ points, words }) => (
            <Button key={points} size="small" onClick={() => onChoose(points / THOUSAND)}>
              {words}
            </Button>
          ))}
        </span>
      )}
    </div>
  );
}
