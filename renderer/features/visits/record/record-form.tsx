import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import type { PlannedVisitSheet, VisitChoices, VisitSheet } from '#shared/contract/visits.ts';
import { client } from '#renderer/app/client.ts';
import { DraftBar, draftText } from '#renderer/app/drafts/draft-bar.tsx';
import { useKeptWork } from '#renderer/app/drafts/use-kept-work.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { FormsDialog } from '../sheets/forms-dialog.tsx';
import styles from '../visits.module.css';
import { ChecklistForm } from './checklist-form.tsx';
import { OtherFindings } from './other-findings.tsx';
import { RecordFacts } from './record-facts.tsx';
import { type RecordWork, workOf } from './record-work.ts';
import { useSaveRecord } from './use-save-record.tsx';

interface RecordFormProps {
  sheet: PlannedVisitSheet;
  choices: VisitChoices;
}

/** The form of one record: what was asked at the left, who, how many and photos at the right. */
export function RecordForm({ sheet, choices }: RecordFormProps) {
  const { campaign, target, record } = sheet;
  const [, navigate] = useLocation();
  const mayEdit = useRight('editInspections') && campaign.status === 'underWay';
  const [prints, setPrints] = useState(false);
  const [seen, setSeen] = useState(sheet);
  const [work, setWork] = useState<RecordWork>(() => workOf(sheet, localDay(Date.now())));
  const [first, setFirst] = useState(work);
  const isChanged = JSON.stringify(work) !== JSON.stringify(first);
  const kept = useKeptWork(`visits/${target.uid}`, work, {
    // Drafts lie open in the store.
    isWorth: isChanged && !campaign.isSecret,
    goesOn: false,
    onTake: setWork,
  });
  const onSaved = (): void => {
    setFirst(work);
    void kept.end();
  };
  const { save, saving, dialog } = useSaveRecord({ seen, choices, work, onSaved });
  // After a save the record is what the form began with.
  if (seen !== sheet && !isChanged) {
    const begun = workOf(sheet, work.day);
    setSeen(sheet);
    setWork(begun);
    setFirst(begun);
  }
  const remove = useOperation(client.visits.remove, { success: '已删除检查记录', undoable: true });

  async function removeRecord(): Promise<void> {
    if (record === null || !(await remove.run({ uid: record.uid })).done) return;
    await kept.end();
    navigate(`/visits/of/${campaign.uid}`);
  }

  return (
    <PageFrame
      title={target.name}
      note={
        <>
          {[`${target.countyName} ${target.townshipName}`.trim(), target.address].filter(Boolean).join('，')}{' '}
          <Link href={`/visits/of/${campaign.uid}`}>{campaign.title}</Link> {draftText(kept.draft)}
        </>
      }
      actions={
        <>
          {record === null && <Button onClick={() => setPrints(true)}>打印检查记录表</Button>}
          {mayEdit && (
            <>
              {record !== null && (
                <Button danger onClick={() => void removeRecord()}>
                  删除(录错了)
                </Button>
              )}
              <Button type="primary" loading={saving} disabled={record !== null && !isChanged} onClick={save}>
                {record === null ? '登记' : '保存'}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className={styles.sheet}>
        <div className={styles.asked}>
          <DraftBar draft={kept.draft} onTake={kept.take} />
          <Remarks sheet={sheet} />
          {sheet.checklists.map((checklist) => (
            <ChecklistForm
              key={checklist.uid}
              sheet={sheet}
              checklist={checklist}
              work={work}
              mayEdit={mayEdit}
              onChange={setWork}
            />
          ))}
          <OtherFindings sheet={sheet} work={work} mayEdit={mayEdit} onChange={setWork} />
        </div>
        <div className={styles.facts}>
          <RecordFacts sheet={sheet} choices={choices} work={work} mayEdit={mayEdit} onChange={setWork} />
        </div>
      </div>
      {dialog}
      {prints && <FormsDialog targetUids={[target.uid]} onClose={() => setPrints(false)} />}
    </PageFrame>
  );
}

function Remarks({ sheet: { campaign, checklists, record } }: { sheet: VisitSheet }) {
  return (
    <>
      {campaign.status === 'draft' && (
        <Alert
          type="warning"
          showIcon
          title="督查还没有开始，还不能登记。请先点上面的督查名称，在那里“开始督查”。"
        />
      )}
      {campaign.status === 'closed' && (
        <Alert
          type="info"
          showIcon
          title="这次督查已经结束，检查记录只能查看。确需修改，请先“重新打开”督查。"
        />
      )}
      {campaign.isSecret && campaign.status === 'underWay' && record === null && (
        <Alert
          type="warning"
          showIcon
          title="这是还没有公布的暗访。登记后，这个对象的检查情况和问题不再保密；没有登记的对象继续保密。写到一半的内容不自动保存。"
        />
      )}
      {checklists.length === 0 && campaign.status === 'underWay' && (
        <p className={styles.hint}>
          这次督查没有检查清单，可以直接登记发现的问题；要按清单检查，请在督查的“基本情况”里选择清单。
        </p>
      )}
    </>
  );
}
