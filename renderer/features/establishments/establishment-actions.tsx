import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { EstablishmentFilter, EstablishmentKind } from '#shared/contract/establishments.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { KindsDialog } from './kinds-dialog.tsx';

interface EstablishmentActionsProps {
  onImport: () => void;
  kinds: EstablishmentKind[];
  filter: EstablishmentFilter;
  shown: 'list' | 'progress';
  onShow: (shown: 'list' | 'progress') => void;
  mayEdit: boolean;
}

export function EstablishmentActions(props: EstablishmentActionsProps) {
  const { kinds, filter, shown, onShow, onImport, mayEdit } = props;
  const mayExport = useRight('export');
  const [setting, setSetting] = useState(false);
  const ledger = useStartedJob(client.establishments.exportLedger);
  return (
    <>
      <Segmented
        aria-label="显示方式"
        value={shown}
        options={[
          { value: 'list', label: '台账' },
          { value: 'progress', label: '进度' },
        ]}
        onChange={onShow}
      />
      {mayEdit && <Button onClick={() => setSetting(true)}>类别和期限</Button>}
      {mayEdit && <Button onClick={onImport}>导入台账</Button>}
      {mayExport && (
        <Button loading={ledger.starting} onClick={() => void ledger.start(filter)}>
          导出台账
        </Button>
      )}
      {ledger.dialog}
      {setting && <KindsDialog kinds={kinds} onClose={() => setSetting(false)} />}
    </>
  );
}
