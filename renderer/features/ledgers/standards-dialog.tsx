import { Form, Input, InputNumber } from 'antd';
import { Fragment } from 'react';
import type { LedgerDefinition, LedgerStandards } from '#shared/rules/ledgers/definition.ts';
import { settableStandards } from '#shared/rules/ledgers/due.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from './ledgers.module.css';

interface StandardsDialogProps {
  definition: LedgerDefinition;
  standards: LedgerStandards;
  onClose: () => void;
}

type Fields = Record<string, { value: number; source: string }>;

/** The numbers that the ledger is held against, each with where it is from. */
export function StandardsDialog({ definition, standards, onClose }: StandardsDialogProps) {
  const save = useOperation(client.ledgers.setStandards, { success: '已保存标准', undoable: true });

  async function submit(set: Fields): Promise<void> {
    const outcome = await save.run({ ledger: definition.key, base: { ...standards }, set });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Fields>
      title={`${definition.name}的标准`}
      verb="保存"
      width={680}
      busy={save.running}
      initialValues={{ ...standards }}
      onSubmit={(set) => void submit(set)}
      onClose={onClose}
    >
      <div className={styles.standard}>
        {settableStandards(definition).map(({ key, name, unit, places = 0, min, max }) => (
          <Fragment key={key}>
            <Form.Item name={[key, 'value']} label={name} rules={[{ required: true, message: '请填写数字' }]}>
              <InputNumber min={min} max={max} precision={places} suffix={unit} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name={[key, 'source']} label="依据">
              <Input maxLength={100} autoComplete="off" aria-label={`${name}的依据`} />
            </Form.Item>
          </Fragment>
        ))}
      </div>
    </FormDialog>
  );
}
