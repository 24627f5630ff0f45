import { Button, Timeline } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { FindingDetail, Reinspection } from '#shared/contract/findings.ts';
import {
  measureKeys,
  measureNames,
  reinspectionResultNames,
  severityNames,
} from '#shared/rules/findings/model.ts';
import { taskStatusNames } from '#shared/rules/tasks/model.ts';
import { useRight } from '#renderer/app/session.tsx';
import { type Fact, FactList } from '#renderer/ui/fact-list.tsx';
import { PhotoStrip } from '#renderer/ui/photos/photo-strip.tsx';
import { CreditOfOrigin } from '../credit/index.ts';
import { FindingActions } from './bulk-bar.tsx';
import { EditDialog } from './dialogs/edit-dialog.tsx';
import styles from './findings.module.css';
import { useDrawnTarget, useFindingOfTask } from './use-findings.ts';

/** What a finding knows beside its task: place, kind, measures, photos, re-inspections. */
export function FindingOfTask({ uid }: { uid: string }) {
  const { data } = useFindingOfTask(uid);
  return data === undefined || data === null ? null : <FindingPart finding={data} />;
}

function FindingPart({ finding }: { finding: FindingDetail }) {
  const mayEdit = useRight('editInspections');
  const [edits, setEdits] = useState(false);
  const { uid, reinspections, samePlace, task } = finding;
  const isEnded = task.status === 'closed' || task.status === 'cancelled';
  return (
    <section aria-label="问题隐患" className={styles.part}>
      {mayEdit && (
        <div className={styles.actions}>
          {!isEnded && <FindingActions findings={[finding]} onDone={() => undefined} />}
          <Button onClick={() => setEdits(true)}>补充问题</Button>
        </div>
      )}
      <FactList facts={factsOf(finding)} />
      <DrawnLink findingUid={uid} />
      <div className={styles.photos}>
        <div>
          <h3 className={styles.heading}>整改前</h3>
          <PhotoStrip subject={{ kind: 'findingBefore', uid }} label="整改前照片" mayEdit={mayEdit} />
        </div>
        <div>
          <h3 className={styles.heading}>整改后</h3>
          <PhotoStrip subject={{ kind: 'findingAfter', uid }} label="整改后照片" mayEdit={mayEdit} />
        </div>
      </div>
      {reinspections.length > 0 && (
        <>
          <h3 className={styles.heading}>复查</h3>
          <Timeline items={reinspections.toReversed().map(timelineItem)} />
        </>
      )}
      {samePlace.length > 0 && (
        <>
          <h3 className={styles.heading}>同一场所的其他问题</h3>
          <ul className={styles.others}>
            {samePlace.map((other) => (
              <li key={other.uid}>
                <Link href={`/findings/${other.uid}`}>{other.what}</Link>
                <span className={styles.grey}>
                  {other.foundOn}，{taskStatusNames[other.status]}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <CreditOfOrigin origin={{ kind: 'finding', uid }} />
      <h3 className={styles.heading}>督办</h3>
      {edits && <EditDialog finding={finding} onClose={() => setEdits(false)} />}
    </section>
  );
}

function timelineItem({ uid, day, inspectors, result, text, userName }: Reinspection) {
  return {
    key: uid,
    color: result === 'passed' ? '#2f7d32' : '#b3261e',
    content: (
      <>
        {day} {reinspectionResultNames[result]}
        <span className={styles.grey}> {inspectors || userName}</span>
        {text !== '' && <div>{text}</div>}
      </>
    ),
  };
}

function factsOf(finding: FindingDetail): Fact[] {
  const { place, siteUid, spot, what, severity, element, article, question, listed, task } = finding;
  return [
    ['场所', siteUid === null ? place : <Link href={`/key-sites/${siteUid}`}>{place}</Link>],
    ['部位', spot],
    ['问题', what],
    ['检查内容', question],
    ['级别', element === '' ? severityNames[severity] : `${severityNames[severity]}，${element}`],
    ['违反的条款', article],
    ['发现日期', <VisitLink key="visit" finding={finding} />],
    ...measureKeys.map((key): Fact => [`落实${measureNames[key]}`, finding[key]]),
    [
      '挂牌督办',
      listed === null ? '' : <Link href={`/listed-supervision/${listed.uid}`}>{listed.name}</Link>,
    ],
    ['销号人', task.status === 'closed' ? finding.closedBy : ''],
  ];
}

function VisitLink({ finding: { foundOn, targetUid } }: { finding: FindingDetail }) {
  if (targetUid === null) return foundOn;
  return (
    <>
      {foundOn} <Link href={`/visits/${targetUid}`}>检查记录</Link>
    </>
  );
}

/** The draw of 双随机 that it comes from; nothing where it comes from none. */
function DrawnLink({ findingUid }: { findingUid: string }) {
  const { data } = useDrawnTarget(findingUid);
  if (data === undefined || data === null) return null;
  return (
    <p>
      来自<Link href={`/random-inspection/results/${data.month}`}>双随机第 {data.drawNumber} 号抽取</Link>
    </p>
  );
}
