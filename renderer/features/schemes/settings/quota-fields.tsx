import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import { Field } from '../editor/field.tsx';
import { CommitField } from '../fields/commit-field.tsx';
import { optional, parseCount } from '../model/parse.ts';
import type { SaveSetting } from './save-setting.ts';
import styles from './settings-form.module.css';
import { SourceField } from './source-field.tsx';

const LARGEST_GROUP = 1_500;

interface QuotaFieldsProps {
  settings: SchemeSettings;
  disabled: boolean;
  onSave: SaveSetting;
}

const format = (value: number | null): string => (value === null ? '' : String(value));

/** How many may hold the best grade: a share of the group, a number, or the smaller of both. */
export function QuotaFields({ settings, disabled, onSave }: QuotaFieldsProps) {
  const common = { disabled, format, width: 110, placeholder: '不限' };
  return (
    <div className={styles.line}>
      <Field label="最高等次名额" hint="占本组单位的百分比，空着不限">
        <CommitField
          {...common}
          label="最高等次名额"
          value={settings.bestGradeQuota}
          parse={optional(parseCount(1, 100))}
          suffix="%"
          onCommit={(value, seen) => onSave('bestGradeQuota', value, seen)}
        />
      </Field>
      <Field label="最高等次最多" hint="都填时按少的；同分排不下的都归下一等">
        <CommitField
          {...common}
          label="最高等次最多"
          value={settings.bestGradeMost}
          parse={optional(parseCount(1, LARGEST_GROUP))}
          suffix="个"
          onCommit={(value, seen) => onSave('bestGradeMost', value, seen)}
        />
      </Field>
      <SourceField
        name="quotaSource"
        label="名额的依据"
        settings={settings}
        disabled={disabled}
        onSave={onSave}
      />
    </div>
  );
}
