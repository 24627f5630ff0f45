import DownOutlined from '@ant-design/icons/DownOutlined';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useFrame } from '../use-frame.ts';
import { ImportDialog } from './import-dialog.tsx';
import { SheetsDialog } from './sheets-dialog.tsx';

/** 评分表: given out to be filled in on the spot, and read back. */
export function SheetsButton({ period, groupUid }: { period: PeriodDetail; groupUid: string }) {
  const mayExport = useRight('export');
  const mayEnter = useRight('scoreSelf');
  const [open, setOpen] = useState<'give' | 'read' | null>(null);
  const { data: frame } = useFrame(groupUid);
  const isFinal = period.status === 'final';
  if (isFinal || (!mayExport && !mayEnter)) return null;
  const close = () => setOpen(null);

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'give',
              label: '空白评分表，导出或打印…',
              disabled: !mayExport || frame === undefined,
              onClick: () => setOpen('give'),
            },
            { key: 'read', label: '读取填好的评分表…', disabled: !mayEnter, onClick: () => setOpen('read') },
          ],
        }}
      >
        <Button>
          评分表 <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {open === 'give' && frame !== undefined && <SheetsDialog frame={frame} onClose={close} />}
      {open === 'read' && <ImportDialog periodUid={period.uid} onClose={close} />}
    </>
  );
}
