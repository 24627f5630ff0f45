import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { ShortfallFigure, ShortfallItem, ShortfallRow } from '#shared/contract/shortfalls.ts';
import { shortfallFieldNames } from '#shared/rules/shortfalls/table-columns.ts';
import { client } from '#renderer/app/client.ts';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from './shortfalls.module.css';

interface FigureFormProps {
  item: ShortfallItem;
  row: ShortfallRow;
  mayEdit: boolean;
}

/** What is entered by hand at one place; an empty field is what is counted. */
export function FigureForm({ item, row, mayEdit }: FigureFormProps) {
  const [touched, setTouched] = useState<ShortfallFigure | null>(null);
  const { save, saving, dialog } = usePatchWithConflicts(client.shortfalls.setFigure, {
    success: `已登记“${row.name}”的${item.name}`,
    labels: shortfallFieldNames,
    onSaved: () => setTouched(null),
  });
  const seen = touched ?? row.figure;
  const { counted } = row;
  return (
    <Form<ShortfallFigure>
      key={JSON.stringify(seen)}
      layout="vertical"
      disabled={!mayEdit}
      initialValues={seen}
      onValuesChange={() => setTouched(seen)}
      onFinish={(set) =>
        save({
          itemUid: item.uid,
          organizationUid: row.organizationUid,
          ...changesBetween(seen, cleaned(set)),
        })
      }
    >
      <div className={styles.pair}>
        <CountField name="required" label="应建" unit={item.unit} counted={counted.required} />
        <CountField name="existing" label="现有" unit={item.unit} counted={counted.existing} />
      </div>
      <Form.Item name="note" label="备注">
        <Input.TextArea maxLength={200} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      {mayEdit && (
        <Button type="primary" htmlType="submit" loading={saving}>
          保存
        </Button>
      )}
      {dialog}
    </Form>
  );
}

interface CountFieldProps {
  name: 'required' | 'existing';
  label: string;
  unit: string;
  counted: number | null;
}

function CountField({ name, label, unit, counted }: CountFieldProps) {
  const help = counted === null ? '请填写' : `空着按标准和台账计：${counted}`;
  return (
    <Form.Item name={name} label={label} extra={help}>
      <InputNumber
        min={0}
        max={1_000_000}
        precision={0}
        suffix={unit}
        placeholder={counted === null ? '' : String(counted)}
        style={{ width: '100%' }}
      />
    </Form.Item>
  );
}

/** A number that was emptied comes as undefined. */
function cleaned({ required, existing, note }: ShortfallFigure): ShortfallFigure {
  return { required: required ?? null, existing: existing ?? null, note };
}
