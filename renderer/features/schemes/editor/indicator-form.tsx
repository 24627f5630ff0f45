import { Button, Radio } from 'antd';
import type { Indicator } from '#shared/contract/schemes.ts';
import { PointsField, TextField } from '../fields/fields.tsx';
import { ProposedRules } from '../proposals/proposed-rules.tsx';
import { RuleList } from '../rules/rule-list.tsx';
import { ConditionField } from './condition-field.tsx';
import { useEditor } from './editor-context.ts';
import { Field } from './field.tsx';
import styles from './part-form.module.css';

type Fields = Omit<Indicator, 'uid' | 'categoryUid'>;

/** One indicator; each field is saved when it is left. */
export function IndicatorForm({ indicator }: { indicator: Indicator }) {
  const { scheme, isEditable, patches, remove } = useEditor();
  const { uid } = indicator;
  const inBonusCategory =
    scheme.categories.find((category) => category.uid === indicator.categoryUid)?.bonus ?? false;

  function save<Name extends keyof Fields>(name: Name, value: Fields[Name], seen: Fields[Name]): void {
    patches.indicator({ uid, base: { [name]: seen }, set: { [name]: value } });
  }

  const common = { disabled: !isEditable };
  return (
    <>
      <div className={styles.line}>
        <Field label="序号">
          <TextField
            {...common}
            label="序号"
            most={20}
            width={80}
            value={indicator.number}
            onCommit={(value, seen) => save('number', value, seen)}
          />
        </Field>
        <Field label="分值">
          <PointsField
            {...common}
            label="分值"
            mayBeZero
            value={indicator.maxPoints}
            onCommit={(value, seen) => save('maxPoints', value, seen)}
          />
        </Field>
        <Field label="考评方式" grows>
          <TextField
            {...common}
            label="考评方式"
            most={500}
            placeholder="查阅资料、实地查看……"
            value={indicator.method}
            onCommit={(value, seen) => save('method', value, seen)}
          />
        </Field>
        <Field label="依据" grows>
          <TextField
            {...common}
            label="依据"
            most={500}
            placeholder="文件、数据来源、责任单位"
            value={indicator.source}
            onCommit={(value, seen) => save('source', value, seen)}
          />
        </Field>
      </div>
      <div data-first>
        <Field label="考评内容">
          <TextField
            {...common}
            label="考评内容"
            isRequired
            most={2_000}
            lines={{ least: 2, most: 6, characters: 48 }}
            value={indicator.content}
            onCommit={(value, seen) => save('content', value, seen)}
          />
        </Field>
      </div>
      <div className={styles.standard}>
        <Field label="评分标准" hint="文件原文">
          <TextField
            {...common}
            label="评分标准"
            most={2_000}
            lines={{ least: 5, most: 16, characters: 18 }}
            placeholder="照抄文件原文"
            value={indicator.ruleText}
            onCommit={(value, seen) => save('ruleText', value, seen)}
          />
        </Field>
        <Field label="评分规则" hint="打分时按它算分">
          {isEditable && (
            <ProposedRules indicator={indicator} inBonusCategory={inBonusCategory} schemeUid={scheme.uid} />
          )}
          <RuleList
            {...common}
            indicator={indicator}
            settings={scheme.settings}
            inBonusCategory={inBonusCategory}
            onChange={(rules, seen) => save('rules', rules, seen)}
          />
        </Field>
      </div>
      <div className={styles.line}>
        <Field label="扣完以后">
          <Radio.Group
            {...common}
            value={indicator.floor}
            onChange={({ target }) => save('floor', target.value as Fields['floor'], indicator.floor)}
            options={[
              { value: 'zero', label: '扣完为止' },
              { value: 'negative', label: '可扣成负分，不足部分从总分扣' },
            ]}
          />
        </Field>
        <Field label="不适用时">
          <Radio.Group
            {...common}
            value={indicator.notApplicable}
            onChange={({ target }) =>
              save('notApplicable', target.value as Fields['notApplicable'], indicator.notApplicable)
            }
            options={[
              { value: 'rescale', label: '不计入，按比例折算' },
              { value: 'fullMarks', label: '给满分' },
            ]}
          />
        </Field>
        <Field label="适用于">
          <ConditionField
            {...common}
            condition={indicator.condition}
            onChange={(condition) => save('condition', condition, indicator.condition)}
          />
        </Field>
      </div>
      {isEditable && (
        <div className={styles.buttons}>
          <Button onClick={() => void remove(uid)}>删除这项指标</Button>
        </div>
      )}
    </>
  );
}
