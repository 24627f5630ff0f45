import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { EnterpriseDetail } from '#shared/contract/credit.ts';
import { creditLevelNames } from '#shared/rules/credit/levels.ts';
import { creditStateNames } from '#shared/rules/credit/state.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { type Fact, FactList } from '#renderer/ui/fact-list.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { UnreleasedMark } from '../unreleased/index.ts';
import { BeginDialog } from './dialogs/begin-dialog.tsx';
import { EnterpriseDialog } from './dialogs/enterprise-dialog.tsx';
import { EventDialog } from './dialogs/event-dialog.tsx';
import styles from './credit.module.css';
import { DecisionCard } from './decision-card.tsx';
import { EventList } from './event-list.tsx';
import { creditTables, stateLights } from './words.ts';

/** One enterprise beside the list: how it is rated and why, its decisions, its events. */
export function EnterprisePanel({ uid, onClose }: { uid: string; onClose: () => void }) {
  const enterprise = useQuery(
    api.credit.get.queryOptions({ input: { uid }, meta: { tables: creditTables } }),
  );
  return (
    <SidePanel title={enterprise.data?.name ?? ''} width={500} onClose={onClose}>
      <QueryView query={enterprise}>{(data) => <Enterprise enterprise={data} onClose={onClose} />}</QueryView>
    </SidePanel>
  );
}

interface EnterpriseProps {
  enterprise: EnterpriseDetail;
  onClose: () => void;
}

function Enterprise({ enterprise, onClose }: EnterpriseProps) {
  const mayEdit = useRight('editInspections');
  const { uid, state, rating, remark, decisions, events, measures } = enterprise;
  return (
    <>
      <p>
        <UnreleasedMark uid={uid} />
        <LightTag light={stateLights[state]} word={creditStateNames[state]} />{' '}
        <span className={styles.grey}>{remark}</span>
      </p>
      {mayEdit && <Actions enterprise={enterprise} onClose={onClose} />}
      <h3 className={styles.heading}>等次：{creditLevelNames[rating.level]}</h3>
      <ul className={styles.lines}>
        {rating.lines.length === 0 && <li>没有正在生效的信用事项和认定。</li>}
        {rating.lines.map(({ text, source }) => (
          <li key={text}>
            {text}
            {source !== '' && <div className={styles.grey}>依据：{source}</div>}
          </li>
        ))}
      </ul>
      {measures.length > 0 && (
        <>
          <h3 className={styles.heading}>{rating.level === 'trusted' ? '激励措施' : '惩戒措施'}</h3>
          <ul className={styles.lines}>
            {measures.map(({ text, source }) => (
              <li key={text} title={source === '' ? '' : `依据：${source}`}>
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {decisions.length > 0 && <h3 className={styles.heading}>失信认定</h3>}
      {decisions.map((decision) => (
        <DecisionCard key={decision.uid} decision={decision} mayEdit={mayEdit} />
      ))}
      <h3 className={styles.heading}>信用事项</h3>
      <EventList events={events} mayEdit={mayEdit} />
      <h3 className={styles.heading}>企业</h3>
      <FactList facts={factsOf(enterprise)} />
    </>
  );
}

function factsOf(enterprise: EnterpriseDetail): Fact[] {
  const { code, countyName, townshipName, siteUid, siteName } = enterprise;
  return [
    ['统一社会信用代码', code],
    ['所在地', `${countyName}${townshipName}`],
    ['重点单位', siteUid === null ? '' : <Link href={`/key-sites/${siteUid}`}>{siteName}</Link>],
    ['法定代表人', `${enterprise.legalPerson} ${enterprise.phone}`.trim()],
    ['地址', enterprise.address],
    ['备注', enterprise.note],
  ];
}

/** The next step is the primary button. */
function Actions({ enterprise, onClose }: EnterpriseProps) {
  const [dialog, setDialog] = useState<'event' | 'begin' | 'edit' | null>(null);
  const { uid, name, rating, events, decisions } = enterprise;
  const remove = useOperation(client.credit.removeEnterprise, { success: `已删除“${name}”`, undoable: true });
  const open = events.filter(({ effect, decisionUid }) => effect !== 'trusted' && decisionUid === null);
  const close = (): void => setDialog(null);

  async function removeIt(): Promise<void> {
    if ((await remove.run({ uid })).done) onClose();
  }

  return (
    <div className={styles.steps}>
      {open.length > 0 && (
        <Button type={rating.proposal === null ? 'default' : 'primary'} onClick={() => setDialog('begin')}>
          拟认定失信
        </Button>
      )}
      <Button onClick={() => setDialog('event')}>登记事项</Button>
      <Button onClick={() => setDialog('edit')}>修改企业</Button>
      {events.length === 0 && decisions.length === 0 && <Button onClick={() => void removeIt()}>删除</Button>}
      {dialog === 'event' && (
        <EventDialog
          subject={{ choice: { kind: 'enterprise', uid }, name }}
          onDone={() => undefined}
          onClose={close}
        />
      )}
      {dialog === 'begin' && <BeginDialog enterprise={enterprise} events={open} onClose={close} />}
      {dialog === 'edit' && (
        <EnterpriseDialog enterprise={enterprise} onDone={() => undefined} onClose={close} />
      )}
    </div>
  );
}
