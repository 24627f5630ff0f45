import { Checkbox, InputNumber, Segmented } from 'antd';
import { formLimits } from '#shared/rules/assessment/export-form/limits.ts';
import { type Margins, type PageForm, paperSizes } from '#shared/rules/assessment/export-form/model.ts';
import type { FormEditorProps } from './form-editor.tsx';
import styles from './form-editor.module.css';
import { PlacedField } from './placed-field.tsx';

const sides: readonly { side: keyof Margins; name: string }[] = [
  { side: 'top', name: '上' },
  { side: 'bottom', name: '下' },
  { side: 'left', name: '左' },
  { side: 'right', name: '右' },
];

/** Paper of the whole workbook; which way round it lies is a matter of each sheet. */
export function PageFields({ form: { page }, problems, onChange }: FormEditorProps) {
  const change = (part: Partial<PageForm>): void => onChange({ page: { ...page, ...part } });
  return (
    <>
      <PlacedField label="纸张" hint="横向、纵向在“表和栏目”里逐张表选" place="sheets" problems={[]}>
        <Segmented
          aria-label="纸张"
          value={page.paper}
          options={[...paperSizes]}
          onChange={(paper) => change({ paper })}
        />
      </PlacedField>
      <PlacedField label="页边距（毫米）" place="margins" problems={problems} isGroup>
        <div className={styles.sides}>
          {sides.map(({ side, name }) => (
            <InputNumber
              key={side}
              aria-label={`${name}边距`}
              prefix={name}
              style={{ width: '100%' }}
              precision={0}
              min={0}
              max={formLimits.margin}
              value={page.margins[side]}
              onChange={(value) => change({ margins: { ...page.margins, [side]: value ?? 0 } })}
            />
          ))}
        </div>
      </PlacedField>
      <div className={styles.checks}>
        <Checkbox checked={page.fitToWidth} onChange={({ target }) => change({ fitToWidth: target.checked })}>
          缩小到一页宽
        </Checkbox>
        <Checkbox
          checked={page.repeatHeads}
          onChange={({ target }) => change({ repeatHeads: target.checked })}
        >
          每页重复表头
        </Checkbox>
      </div>
    </>
  );
}
