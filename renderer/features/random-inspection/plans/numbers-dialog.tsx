import { Form, InputNumber } from 'antd';
import type { RandomPlan, RandomPlanLine } from '#shared/contract/random-inspection.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../random.module.css';

interface Values {
  numbers: number[];
}

const monthNames = Array.from({ length: 12 }, (_, month) => `${month + 1} 月`);

interface NumbersDialogProps {
  plan: RandomPlan;
  line: RandomPlanLine;
  onClose: () => void;
}

/** The numbers of one class, month by month. */
export function NumbersDialog({ plan, line, onClose }: NumbersDialogProps) {
  const save = useOperation(client.randomInspection.setNumbers, {
    success: `已修改“${line.className}”的计划数`,
    undoable: true,
  });

  async function submit({ numbers }: Values): Promise<void> {
    const outcome = await save.run({
      planUid: plan.uid,
      classUid: line.classUid,
      base: line.numbers,
      set: numbers.map((number) => number ?? 0),
    });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`${line.className}的计划数`}
      verb="保存"
      width={640}
      busy={save.running}
      initialValues={{ numbers: line.numbers }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>
        {line.frequencyText}，现有 {line.sizeNow} 个对象。
        {line.shortfall === null ? '现在的计划数达到要求。' : `现在${line.shortfall}。`}
      </p>
      <div className={styles.months}>
        {line.numbers.map((_number, month) => (
          <Form.Item key={monthNames[month]} name={['numbers', month]} label={monthNames[month]}>
            <InputNumber
              min={line.drawn[month] ?? 0}
              max={99_999}
              precision={0}
              disabled={month + 1 < plan.firstMonth}
              style={{ width: '100%' }}
            />
          </Form.Item>
        ))}
      </div>
    </FormDialog>
  );
}
