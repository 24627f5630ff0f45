import { Radio, Select } from 'antd';
import { fewestJudges, judgesWayNames } from '#shared/rules/scoring/judges.ts';
import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import { Field } from '../editor/field.tsx';
import { OptionalPointsField } from '../fields/fields.tsx';
import { decimalsName, selfCountsName, tiesNames } from '../model/setting-names.ts';
import type { SaveSetting } from './save-setting.ts';
import styles from './settings-form.module.css';
import { SourceField } from './source-field.tsx';

interface TotalFieldsProps {
  settings: SchemeSettings;
  disabled: boolean;
  onSave: SaveSetting;
}

const judgesWays = (['mean', 'trimmed'] as const).map((value) => ({
  value,
  label: value === 'mean' ? judgesWayNames.mean : `${judgesWayNames[value]}(至少 ${fewestJudges(value)} 名)`,
}));

/** What becomes a total, how it is shown, and how equal ones are ranked, each with its source. */
export function TotalFields({ settings, disabled, onSave }: TotalFieldsProps) {
  const common = { disabled };
  const source = { settings, disabled, onSave };
  return (
    <>
      <h3 className={styles.heading}>总分与排名</h3>
      <div className={styles.line}>
        <Field label="显示小数" hint="定等次、排名次按准确分数">
          <Select
            {...common}
            aria-label="显示小数"
            style={{ width: 110 }}
            value={settings.decimals}
            options={[0, 1, 2, 3].map((value) => ({ value, label: decimalsName(value) }))}
            onChange={(value) => onSave('decimals', value, settings.decimals)}
          />
        </Field>
        <SourceField {...source} name="decimalsSource" label="显示小数的依据" />
        <Field label="加分上限" hint="空着不限">
          <OptionalPointsField
            {...common}
            label="加分上限"
            placeholder="不限"
            value={settings.bonusCap}
            onCommit={(value, seen) => onSave('bonusCap', value, seen)}
          />
        </Field>
        <SourceField {...source} name="bonusSource" label="加分上限的依据" />
      </div>
      <div className={styles.line}>
        <Field label="折算为" hint="计入上一级考核的分数，加分不折算">
          <OptionalPointsField
            {...common}
            label="折算为"
            isPositive
            placeholder="不折算"
            value={settings.convertTo}
            onCommit={(value, seen) => onSave('convertTo', value, seen)}
          />
        </Field>
        <SourceField {...source} name="convertSource" label="折算办法的依据" />
        <Field label="没有考评分的项" hint="核定分、复核分总是先于考评分">
          <Select
            {...common}
            aria-label="没有考评分的项"
            style={{ width: 150 }}
            value={settings.selfCounts}
            options={[false, true].map((value) => ({ value, label: selfCountsName(value) }))}
            onChange={(value) => onSave('selfCounts', value, settings.selfCounts)}
          />
        </Field>
        <SourceField {...source} name="selfCountsSource" label="没有考评分时的依据" />
      </div>
      <div className={styles.line}>
        <Field label="几名评委评分时" hint="每项等评委都评了才算出考评分">
          <Select
            {...common}
            aria-label="几名评委评分时"
            style={{ width: 300 }}
            value={settings.judges}
            options={judgesWays}
            onChange={(value) => onSave('judges', value, settings.judges)}
          />
        </Field>
        <SourceField {...source} name="judgesSource" label="评委分算法的依据" />
      </div>
      <div className={styles.line}>
        <Field label="同分时">
          <Radio.Group
            {...common}
            value={settings.ties}
            onChange={({ target }) => onSave('ties', target.value as SchemeSettings['ties'], settings.ties)}
            options={(['skip', 'dense'] as const).map((value) => ({ value, label: tiesNames[value] }))}
          />
        </Field>
        <SourceField {...source} name="tiesSource" label="同分办法的依据" />
      </div>
    </>
  );
}
