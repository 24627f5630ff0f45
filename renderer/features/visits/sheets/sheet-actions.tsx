import DownOutlined from '@ant-design/icons/DownOutlined';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { MOST_PRINTED_SHEETS, type SheetScope, type SheetTeam } from '#shared/contract/visit-sheets.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { useSheetTeams } from '../use-visits.ts';
import styles from '../visits.module.css';
import { FormsDialog } from './forms-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';

interface SheetActionsProps {
  campaignUid: string;
  /** Targets without a record. */
  openCount: number;
  /** Targets that are chosen in the list. */
  chosen: string[];
}

const TEAM = 'team:';

/** 检查记录表: given out as a workbook or on paper, and read back when it is filled in. */
export function SheetActions({ campaignUid, openCount, chosen }: SheetActionsProps) {
  const mayEdit = useRight('editInspections');
  const mayExport = useRight('export');
  const [open, setOpen] = useState<'print' | 'import' | null>(null);
  const { data: teams = [] } = useSheetTeams(campaignUid);
  const workbook = useStartedJob(client.visitSheets.exportWorkbook);
  const close = () => setOpen(null);

  function onMenu(key: string): void {
    if (key === 'print') setOpen('print');
    else void workbook.start({ campaignUid, scope: scopeOf(key, chosen) });
  }

  return (
    <span className={styles.sheetActions}>
      {mayExport && (
        <Dropdown
          trigger={['click']}
          menu={{ items: menuItems(openCount, chosen.length, teams), onClick: ({ key }) => onMenu(key) }}
        >
          <Button loading={workbook.starting}>
            检查记录表 <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      {mayEdit && <Button onClick={() => setOpen('import')}>读取填好的表</Button>}
      {workbook.dialog}
      {open === 'print' && <FormsDialog targetUids={chosen} onClose={close} />}
      {open === 'import' && <ImportDialog campaignUid={campaignUid} onClose={close} />}
    </span>
  );
}

function menuItems(
  openCount: number,
  chosen: number,
  teams: readonly SheetTeam[],
): NonNullable<MenuProps['items']> {
  return [
    { key: 'open', label: `导出 Excel：全部待登记 ${openCount} 个`, disabled: openCount === 0 },
    ...teams.map(({ id, name, targetUids }) => ({
      key: `${TEAM}${id}`,
      label: `导出 Excel：${name} ${targetUids.length} 个`,
    })),
    { key: 'chosen', label: `导出 Excel：选中的 ${chosen} 个`, disabled: chosen === 0 },
    { type: 'divider' },
    {
      key: 'print',
      label: `打印：选中的 ${chosen} 个${chosen > MOST_PRINTED_SHEETS ? `（一次最多 ${MOST_PRINTED_SHEETS} 个）` : ''}`,
      disabled: chosen === 0 || chosen > MOST_PRINTED_SHEETS,
    },
  ];
}

function scopeOf(key: string, chosen: string[]): SheetScope {
  if (key === 'chosen') return { kind: 'targets', uids: chosen };
  return key === 'open' ? { kind: 'open' } : { kind: 'team', teamId: key.slice(TEAM.length) };
}
