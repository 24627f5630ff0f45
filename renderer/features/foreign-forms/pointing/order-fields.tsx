import { Segmented, Select } from 'antd';
import type { OfferedField } from '#shared/contract/foreign-forms.ts';
import type { FieldOrder } from '#shared/rules/foreign-forms/pointing.ts';
import styles from './pointing.module.css';

interface OrderFieldsProps {
  fields: readonly OfferedField[];
  order: FieldOrder | null;
  onChange: (order: FieldOrder | null) => void;
}

/** By which field the records stand, and which way. */
export function OrderFields({ fields, order, onChange }: OrderFieldsProps) {
  return (
    <div className={styles.stack}>
      <Select
        aria-label="按什么排列"
        allowClear
        placeholder="按程序里的顺序"
        showSearch={{ optionFilterProp: 'label' }}
        value={order?.field ?? null}
        options={fields.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(field?: string) =>
          onChange(field === undefined ? null : { field, descending: order?.descending ?? false })
        }
      />
      {order !== null && (
        <Segmented
          aria-label="升降"
          value={order.descending}
          options={[
            { value: false, label: '从小到大' },
            { value: true, label: '从大到小' },
          ]}
          onChange={(descending) => onChange({ ...order, descending })}
        />
      )}
    </div>
  );
}
