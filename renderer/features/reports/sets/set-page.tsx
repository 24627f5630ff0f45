import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { HandedSetDetail } from '#shared/contract/reports.ts';
import { localDay } from '#shared/calendar/days.ts';
import { spanWords } from '#shared/rules/reports/span.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { RecordsPanel } from '../report/records-panel.tsx';
import { useBehindNumber } from '../report/use-behind-number.ts';
import styles from '../reports.module.css';
import { useSet, useSetPapers } from '../use-reports.ts';
import { FrozenTable } from './frozen-table.tsx';

/** One set as it was handed up, with what would be different today. */
export function ReportSetPage() {
  const { uid = '' } = useParams();
  return <QueryView query={useSet(uid)}>{(set) => <OpenSet key={set.uid} set={set} />}</QueryView>;
}

function OpenSet({ set }: { set: HandedSetDetail }) {
  const { uid, handedOn, handedBy, recipient, fingerprint, isIntact, note, withdrawn, tables } = set;
  const { open, opened, more, close } = useBehindNumber(client.reports.setRecords);
  const different = tables.reduce((sum, { differences }) => sum + differences.length, 0);
  return (
    <PageFrame
      title={`${spanWords(set)}报${recipient}`}
      note={`${handedOn} 上报，经办人 ${handedBy}`}
      actions={<SetActions set={set} />}
      side={
        opened !== null && (
          <RecordsPanel
            title={`${opened.title}（现在的）`}
            {...opened.behind}
            onMore={more}
            onClose={close}
          />
        )
      }
    >
      <div className={styles.scroll}>
        {withdrawn !== null && (
          <Alert
            className={styles.notice ?? ''}
            type="warning"
            showIcon
            title={`${localDay(withdrawn.at)} 由 ${withdrawn.by} 撤回：${withdrawn.reason}`}
          />
        )}
        {!isIntact && (
          <Alert
            className={styles.notice ?? ''}
            type="error"
            showIcon
            title="留存的报表和指纹对不上，不是报出去时的内容。请在“设置”里检查数据，或从备份恢复。"
          />
        )}
        <p className={styles.hint}>
          指纹(SHA-256)：<span className={styles.fingerprint}>{fingerprint}</span>
          {isIntact && '，核对一致'}
        </p>
        {note !== '' && <p className={styles.hint}>备注：{note}</p>}
        <p className={styles.hint}>
          {different === 0
            ? '现在重新统计，和报出去的完全一样。'
            : `现在重新统计，有 ${different} 处和报出去的不同，在表里标出：前面是报出去的，箭头后面是现在的。以后整改有了进展，也会列为不同。`}
        </p>
        <p className={styles.hint}>数字点开是它现在的明细，报出去以后登记、更正的也在内。</p>
        {tables.map((table, place) => (
          <FrozenTable
            key={table.name}
            table={table}
            onOpen={({ title, ...number }) =>
              void open(title, { uid, table: place, ...number }, `${table.name} ${title}`)
            }
          />
        ))}
      </div>
    </PageFrame>
  );
}

function SetActions({ set: { uid, withdrawn } }: { set: HandedSetDetail }) {
  const mayEdit = useRight('editReports');
  const mayExport = useRight('export');
  const [dialog, setDialog] = useState<'print' | 'withdraw' | null>(null);
  const workbook = useStartedJob(client.reports.exportSet);
  return (
    <>
      {mayEdit && withdrawn === null && <Button onClick={() => setDialog('withdraw')}>撤回</Button>}
      {mayExport && (
        <>
          <Button loading={workbook.starting} onClick={() => void workbook.start({ uid })}>
            导出 Excel
          </Button>
          <Button type="primary" onClick={() => setDialog('print')}>
            打印
          </Button>
        </>
      )}
      {workbook.dialog}
      {dialog === 'print' && <PrintDialog uid={uid} onClose={() => setDialog(null)} />}
      {dialog === 'withdraw' && <WithdrawDialog uid={uid} onClose={() => setDialog(null)} />}
    </>
  );
}

interface DialogProps {
  uid: string;
  onClose: () => void;
}

function PrintDialog({ uid, onClose }: DialogProps) {
  const form = useSetPapers(uid);
  const write = useFormWriter(client.reports.writeSetPapers, (format) => ({ uid, format }));
  return <FormPreview title="上报的报表" form={form} write={write} onClose={onClose} />;
}

function WithdrawDialog({ uid, onClose }: DialogProps) {
  const withdraw = useOperation(client.reports.withdraw, { success: '已撤回，登记里仍能看到' });
  return (
    <FormDialog<{ reason: string }>
      title="撤回上报"
      verb="撤回"
      busy={withdraw.running}
      initialValues={{ reason: '' }}
      onSubmit={({ reason }) => void withdraw.run({ uid, reason }).then(({ done }) => done && onClose())}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="撤回原因"
        extra="报出去的数字留在登记里，注明已撤回；改正以后重新上报。"
        rules={[{ required: true, whitespace: true, message: '请填写撤回原因' }]}
      >
        <FirstText maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
