import { App, Button } from 'antd';
import { useState } from 'react';
import type { Backup, BackupPreview, Drill, PlainThere } from '#shared/contract/backups.ts';
import { client } from '#renderer/app/client.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { BackupList } from './backup-list.tsx';
import { BackupNotices } from './backup-notices.tsx';
import { BackupStanding } from './backup-standing.tsx';
import { ElsewhereDialog } from './elsewhere-dialog.tsx';
import { OpeningPasswordDialog } from './opening-password-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { useBackupJob, useBackups } from './use-backups.tsx';
import { plainWords } from './words.ts';

/** What is to be done with a backup. */
export type BackupAction = 'preview' | 'verify';
/** A backup and the password that opens it. */
export interface Chosen {
  backup: Backup;
  password: string;
}

/** How safe the data are: what was made, where it lies, whether it can be restored; and the way back. */
export function BackupsPage() {
  const { message, modal } = App.useApp();
  const state = useBackups();
  const [open, setOpen] = useState<'settings' | 'password' | 'elsewhere' | null>(null);
  const [asking, setAsking] = useState<{ backup: Backup; action: BackupAction } | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  const make = useBackupJob(client.backups.make, (result) => {
    const { problem } = result as { problem: string | null };
    if (problem === null) void message.success('已备份，并且核对过');
  });
  const look = useBackupJob(client.backups.preview, (result) => setPreview(result as BackupPreview));
  const verify = useBackupJob(client.backups.verify, (result) => {
    const { faults, files } = result as Drill;
    if (faults.length === 0)
      void message.success(`这个备份完好，可以恢复${files > 0 ? `（附件 ${files} 个）` : ''}`);
    else modal.error({ title: '这个备份不能完整恢复', content: faults.join('\n'), okText: '知道了' });
  });

  const seal = useBackupJob(client.backups.seal, (result) => {
    const left = result as PlainThere;
    if (left.own + left.others + left.files === 0) void message.success('第二位置的备份都已加密');
    else modal.warning({ title: '还有没加密的', content: plainWords(left), okText: '知道了' });
  });

  function begin(action: BackupAction, backup: Backup, password: string): void {
    setChosen({ backup, password });
    const input = { place: backup.place, folder: backup.folder, name: backup.name, password };
    void (action === 'preview' ? look : verify).start(input);
  }

  function act(action: BackupAction, backup: Backup): void {
    if (backup.sealed) setAsking({ action, backup });
    else begin(action, backup, '');
  }

  return (
    <PageFrame
      title="备份"
      note="每天自动备份，读回核对；每月试着恢复一次"
      body="text"
      actions={
        <>
          <Button onClick={() => setOpen('elsewhere')}>从其他位置恢复</Button>
          <Button onClick={() => setOpen('password')}>备份密码</Button>
          <Button onClick={() => setOpen('settings')}>备份设置</Button>
          <Button type="primary" loading={make.starting} onClick={() => void make.start()}>
            立即备份
          </Button>
        </>
      }
    >
      <QueryView query={state}>
        {(data) => (
          <>
            <BackupNotices state={data} />
            <BackupStanding state={data} onSeal={() => void seal.start()} />
            <Sheet title="已有的备份">
              <BackupList backups={data.backups} onAct={act} />
            </Sheet>
            {open === 'elsewhere' && (
              <ElsewhereDialog hasSecond={data.second !== null} onAct={act} onClose={() => setOpen(null)} />
            )}
            {asking !== null && (
              <OpeningPasswordDialog
                hasPassword={data.hasPassword}
                onOpen={(password) => {
                  setAsking(null);
                  begin(asking.action, asking.backup, password);
                }}
                onClose={() => setAsking(null)}
              />
            )}
            {open === 'password' && (
              <PasswordDialog hasPassword={data.hasPassword} onClose={() => setOpen(null)} />
            )}
          </>
        )}
      </QueryView>
      {open === 'settings' && <SettingsDialog onClose={() => setOpen(null)} />}
      {preview !== null && chosen !== null && (
        <PreviewDialog
          preview={preview}
          chosen={chosen}
          onRestored={() => {
            setPreview(null);
            setOpen(null);
          }}
          onClose={() => setPreview(null)}
        />
      )}
      {make.dialog}
      {look.dialog}
      {verify.dialog}
      {seal.dialog}
    </PageFrame>
  );
}
