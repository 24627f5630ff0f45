import { Button, Descriptions, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PaperDetail } from '#shared/contract/papers.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { StatusTag } from '../list/status-tag.tsx';
import { ReasonDialog } from '../steps/reason-dialog.tsx';

interface Values {
  serial: number;
  title: string;
  issuedOn: string;
  addressee: string;
}

/** A paper from before the program: its entry in the register, and a scan of it. */
export function EarlierPaper({ paper }: { paper: PaperDetail }) {
  const [, navigate] = useLocation();
  const maySign = useRight('signPapers');
  const [dialog, setDialog] = useState<'correct' | 'void' | null>(null);
  const correct = useOperation(client.papers.correctEarlier, { success: '已更正', undoable: true });
  const remove = useOperation(client.papers.removeEarlier, { success: '已删除', undoable: true });
  const makeVoid = useOperation(client.papers.void, { success: '已作废' });
  const before: Values = {
    serial: Number(/(\d+)\D*$/u.exec(paper.number)?.[1] ?? 1),
    title: paper.title,
    issuedOn: paper.issuedOn ?? '',
    addressee: paper.addressee,
  };

  async function save(values: Values): Promise<void> {
    const outcome = await correct.run({ uid: paper.uid, base: before, set: values });
    if (outcome.done) setDialog(null);
  }

  return (
    <PageFrame
      title={paper.title}
      note="补录的公文，程序里没有正文"
      body="text"
      actions={
        maySign &&
        paper.status === 'issued' && (
          <>
            <Button onClick={() => setDialog('void')}>作废…</Button>
            <Button
              onClick={() =>
                void remove
                  .run({ uid: paper.uid })
                  .then(({ done }) => done && navigate('/papers?view=register'))
              }
            >
              删除
            </Button>
            <Button type="primary" onClick={() => setDialog('correct')}>
              更正
            </Button>
          </>
        )
      }
    >
      <Sheet>
        <Descriptions
          column={2}
          items={[
            { key: 'number', label: '文号', children: paper.number },
            { key: 'status', label: '状态', children: <StatusTag status={paper.status} /> },
            { key: 'kind', label: '文种', children: paper.kindName },
            { key: 'day', label: '印发日期', children: paper.issuedOn },
            { key: 'to', label: '主送', children: paper.addressee || '—' },
            { key: 'reason', label: '作废原因', children: paper.voidReason || '—' },
          ]}
        />
      </Sheet>
      <Sheet title="扫描件">
        <AttachmentList subject={{ kind: 'paper', uid: paper.uid }} label="扫描件" />
      </Sheet>
      {dialog === 'correct' && (
        <FormDialog<Values>
          title="更正补录的公文"
          verb="更正"
          busy={correct.running}
          initialValues={before}
          onSubmit={(values) => void save(values)}
          onClose={() => setDialog(null)}
        >
          <Form.Item name="serial" label="序号" rules={[{ required: true, message: '请填写序号' }]}>
            <InputNumber min={1} max={99_999} precision={0} />
          </Form.Item>
          <Form.Item name="title" label="标题" rules={[{ required: true, message: '请填写标题' }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="issuedOn" label="印发日期">
            <DayField />
          </Form.Item>
          <Form.Item name="addressee" label="主送">
            <Input maxLength={2_000} />
          </Form.Item>
        </FormDialog>
      )}
      {dialog === 'void' && (
        <ReasonDialog
          title={`作废${paper.number}`}
          verb="作废"
          hint="文号不再使用，登记簿里会写明作废和原因。"
          busy={makeVoid.running}
          onSubmit={(reason) =>
            void makeVoid.run({ uid: paper.uid, reason }).then(({ done }) => done && setDialog(null))
          }
          onClose={() => setDialog(null)}
        />
      )}
    </PageFrame>
  );
}
