import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ListedDetail } from '#shared/contract/listed-supervision.ts';
import { listedStateWords } from '#shared/rules/notices/listed-words.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { type Fact, FactList } from '#renderer/ui/fact-list.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { MissingHolidays } from '#renderer/ui/missing-holidays.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { CreditOfOrigin } from '../credit/index.ts';
import { UnreleasedMark } from '../unreleased/index.ts';
import { ListedNotices } from './listed-notices.tsx';
import { EditListedDialog } from './edit-listed-dialog.tsx';
import styles from './listed.module.css';
import { StepDialog, type ListedStep } from './step-dialog.tsx';
import { levelNames, listedTables, reminders, stateLights } from './words.ts';

/** One hazard beside the ledger: what is known, its next step, what was reported. */
export function ListedPanel({ uid, onClose }: { uid: string; onClose: () => void }) {
  const listed = useQuery(
    api.listedSupervision.get.queryOptions({ input: { uid }, meta: { tables: listedTables } }),
  );
  return (
    <SidePanel title={listed.data?.name ?? ''} width={460} onClose={onClose}>
      <QueryView query={listed}>{(data) => <Listed listed={data} onClose={onClose} />}</QueryView>
    </SidePanel>
  );
}

function Listed({ listed, onClose }: { listed: ListedDetail; onClose: () => void }) {
  const mayEdit = useRight('editPapers');
  const missing = reminders(listed);
  return (
    <>
      <p>
        <UnreleasedMark uid={listed.uid} />
        <LightTag light={stateLights[listed.state]} word={listedStateWords[listed.state]} />
        {missing.map((word) => (
          <LightTag key={word} light="red" word={word} />
        ))}
      </p>
      {mayEdit && <Steps listed={listed} onClose={onClose} />}
      {listed.boardHungOn === null && listed.delistedOn === null && !listed.isBoardDueCertain && (
        <MissingHolidays days={[listed.listedOn, listed.boardDueOn]} />
      )}
      <FactList facts={factsOf(listed)} />
      <h3>整改进展</h3>
      <ul className={styles.log}>
        {listed.progress.length === 0 && <li>还没有进展。每月登记一次，到期没有登记会提醒。</li>}
        {listed.progress.map((each) => (
          <li key={each.uid}>
            <span className={styles.day}>{each.day}</span>
            {each.kind === 'extension' && `延期 ${each.oldDueOn ?? ''} → ${each.newDueOn ?? ''}：`}
            {each.text}
          </li>
        ))}
      </ul>
      <ListedNotices listed={listed} />
      <CreditOfOrigin origin={{ kind: 'listed', uid: listed.uid }} />
      <h3>材料</h3>
      <AttachmentList subject={{ kind: 'listedSupervision', uid: listed.uid }} label="材料" />
    </>
  );
}

function factsOf(listed: ListedDetail): Fact[] {
  const due = listed.dueOn === listed.firstDueOn ? listed.dueOn : `${listed.dueOn}(原 ${listed.firstDueOn})`;
  return [
    ['级别', levelNames[listed.level]],
    ['责任单位', listed.organizationName],
    ['地址', listed.address],
    ['火灾隐患', listed.hazards],
    ['整改责任人', `${listed.responsiblePerson} ${listed.phone}`.trim()],
    ['包案领导', listed.leader],
    ['督办单位', listed.supervisingUnit],
    ['整改措施', listed.measures],
    ['挂牌日期', listed.listedOn],
    ['整改期限', due],
    ['警示牌', listed.boardHungOn ?? `未挂，应于 ${listed.boardDueOn ?? ''} 前悬挂`],
    [
      '验收',
      listed.acceptedOn === null ? '' : `${listed.acceptedOn} ${listed.acceptedBy}：${listed.acceptance}`,
    ],
    ['摘牌', listed.delistedOn ?? ''],
  ];
}

/** The next step is the primary button. */
function Steps({ listed, onClose }: { listed: ListedDetail; onClose: () => void }) {
  const [step, setStep] = useState<ListedStep | 'edit' | null>(null);
  const remove = useOperation(client.listedSupervision.remove, {
    success: `已删除“${listed.name}”`,
    undoable: true,
  });
  const isDelisted = listed.delistedOn !== null;
  const next = nextStep(listed);

  async function removeIt(): Promise<void> {
    const outcome = await remove.run({ uid: listed.uid });
    if (outcome.done) onClose();
  }

  const button = (key: ListedStep, label: string) => (
    <Button key={key} type={key === next ? 'primary' : 'default'} onClick={() => setStep(key)}>
      {label}
    </Button>
  );
  return (
    <div className={styles.steps}>
      {!isDelisted && listed.boardHungOn === null && button('board', '登记警示牌')}
      {!isDelisted && listed.acceptedOn === null && button('progress', '登记进展')}
      {!isDelisted && listed.acceptedOn === null && button('accept', '登记验收')}
      {!isDelisted && listed.acceptedOn !== null && button('delist', '摘牌销案')}
      {!isDelisted && listed.acceptedOn === null && button('extend', '延期')}
      {listed.acceptedOn !== null && button('reopen', '重新挂牌')}
      {!isDelisted && <Button onClick={() => setStep('edit')}>修改</Button>}
      {!isDelisted && listed.progress.length === 0 && <Button onClick={() => void removeIt()}>删除</Button>}
      {step === 'edit' && (
        <EditListedDialog listed={listed} onDone={() => undefined} onClose={() => setStep(null)} />
      )}
      {step !== null && step !== 'edit' && (
        <StepDialog step={step} listed={listed} onClose={() => setStep(null)} />
      )}
    </div>
  );
}

function nextStep({ boardHungOn, acceptedOn, delistedOn }: ListedDetail): ListedStep | null {
  if (delistedOn !== null) return null;
  if (acceptedOn !== null) return 'delist';
  return boardHungOn === null ? 'board' : 'progress';
}
