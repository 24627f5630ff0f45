import { Select } from 'antd';
import type { OfferedSource } from '#shared/contract/foreign-forms.ts';
import type { PointedBlock } from '#shared/rules/foreign-forms/pointing.ts';
import styles from './pointing.module.css';

interface MatchFieldsProps {
  /** Of the rows. */
  source: OfferedSource;
  /** Of the sheet that repeats. */
  ofSheet: OfferedSource;
  match: PointedBlock['match'];
  onChange: (match: PointedBlock['match']) => void;
}

/** Which of the rows belong to the one that a repeated sheet is for. */
export function MatchFields({ source, ofSheet, match, onChange }: MatchFieldsProps) {
  const options = ({ fields }: OfferedSource) => fields.map(({ key, name }) => ({ value: key, label: name }));
  const usual = ofSheet.fields.find(({ kind }) => kind === 'text')?.key ?? '';
  return (
    <div className={styles.stack}>
      <Select
        aria-label="行里的内容"
        allowClear
        placeholder="每张表都填全部"
        showSearch={{ optionFilterProp: 'label' }}
        value={match?.field ?? null}
        options={options(source)}
        onChange={(field?: string) =>
          onChange(field === undefined ? null : { field, ofSheet: match?.ofSheet ?? usual })
        }
      />
      {match !== null && (
        <div className={styles.line}>
          等于本表的
          <Select
            aria-label="本表的内容"
            className={styles.rest ?? ''}
            showSearch={{ optionFilterProp: 'label' }}
            value={match.ofSheet}
            options={options(ofSheet)}
            onChange={(key) => onChange({ ...match, ofSheet: key })}
          />
        </div>
      )}
    </div>
  );
}
