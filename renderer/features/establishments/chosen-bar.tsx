import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import type { EstablishmentKind } from '#shared/contract/establishments.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { closedWords } from './words.ts';

interface ChosenBarProps {
  kind: EstablishmentKind;
  uids: readonly string[];
  onClear: () => void;
}

/** What can be done with several units at once: their plaques entered, or a notice to those without one. */
export function ChosenBar({ kind, uids, onClear }: ChosenBarProps) {
  const [, navigate] = useLocation();
  const [entering, setEntering] = useState(false);
  const mayWrite = useRight('editPapers');
  const press = useOperation(client.establishments.press, {
    success: ({ taskUids }) => `已列入督办任务 ${taskUids.length} 项`,
    undoable: true,
  });

  async function startNotices(): Promise<void> {
    const outcome = await press.run({ kindUid: kind.uid, organizationUids: [...uids] });
    if (outcome.done) navigate(`/notices/from/${outcome.value.taskUids.join(',')}`);
  }

  return (
    <>
      <span>已选 {uids.length} 个单位</span>
      <Button onClick={() => setEntering(true)}>登记挂牌</Button>
      {mayWrite && (
        <Button loading={press.running} onClick={() => void startNotices()}>
          发提示函、督办函
        </Button>
      )}
      <Button type="link" onClick={onClear}>
        取消选择
      </Button>
      {entering && (
        <EstablishDialog
          kind={kind}
          uids={uids}
          onDone={() => {
            setEntering(false);
            onClear();
          }}
          onClose={() => setEntering(false)}
        />
      )}
    </>
  );
}

function EstablishDialog({
  kind,
  uids,
  onDone,
  onClose,
}: Omit<ChosenBarProps, 'onClear'> & { onDone: () => void; onClose: () => void }) {
  const [initial] = useState(() => ({ establishedOn: localDay(Date.now()), document: '' }));
  const establish = useOperation(client.establishments.establish, {
    success: ({ changed, closedTasks }) => `已登记 ${changed} 个单位挂牌${closedWords(closedTasks)}`,
    undoable: true,
  });

  async function submit(values: { establishedOn: string; document: string }): Promise<void> {
    const outcome = await establish.run({ kindUid: kind.uid, organizationUids: [...uids], ...values });
    if (outcome.done) onDone();
  }

  return (
    <FormDialog
      title={`登记 ${uids.length} 个单位的${kind.name}挂牌`}
      verb="登记"
      busy={establish.running}
      initialValues={initial}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="establishedOn" label="挂牌日期">
        <DayField />
      </Form.Item>
      <Form.Item name="document" label="批准文件">
        <Input maxLength={100} autoComplete="off" placeholder="几个单位同一个文件时填写" />
      </Form.Item>
      <p>已经登记过挂牌日期的单位不改动；催办过的，督办任务按挂牌日期一并办结。</p>
    </FormDialog>
  );
}
