import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RandomDrawDetail } from '#shared/contract/random-draws.ts';
import { drawStatusNames } from '#shared/rules/random-inspection/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { fullInstant } from '#renderer/ui/instants.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { ReasonDialog } from '../../campaigns/reason-dialog.tsx';
import styles from '../random.module.css';
import { useDraw } from '../use-random.ts';
import { drawLights } from '../words.ts';
import { CertificateButtons } from './certificate-buttons.tsx';
import { LeftOutTable } from './left-out-table.tsx';
import { WitnessForm } from './witness-form.tsx';

interface DrawPanelProps {
  uid: string;
  mayEdit: boolean;
  onClose: () => void;
}

/** One draw: what it is made from, who witnessed it, what came out. */
export function DrawPanel({ uid, mayEdit, onClose }: DrawPanelProps) {
  const draw = useDraw(uid);
  return (
    <SidePanel title={`第 ${draw.data?.number ?? '…'} 号抽取`} width={560} onClose={onClose}>
      <QueryView query={draw}>{(detail) => <Detail draw={detail} mayEdit={mayEdit} />}</QueryView>
    </SidePanel>
  );
}

function Detail({ draw, mayEdit }: { draw: RandomDrawDetail; mayEdit: boolean }) {
  const [isCancelling, setIsCancelling] = useState(false);
  const cancel = useOperation(client.randomInspection.cancelDraw, {
    success: '已作废，编号和原因留在记录里',
  });
  return (
    <>
      <p>
        <LightTag light={drawLights[draw.status]} word={drawStatusNames[draw.status]} />{' '}
        {draw.cancelReason !== '' && `${draw.cancelledBy}：${draw.cancelReason}`}
      </p>
      <FactList
        facts={[
          ['抽查计划', `${draw.planTitle}，${draw.month}`],
          ['名单冻结', `${fullInstant(draw.frozenAt)} ${draw.frozenBy}`],
          ['抽取', draw.drawnAt === null ? '' : `${fullInstant(draw.drawnAt)} ${draw.drawnBy}`],
          [
            '检查对象',
            draw.classes.map(({ name, count, available }) => `${name} ${available} 选 ${count}`).join('，'),
          ],
          ['检查人员', `可抽 ${draw.inspectors} 名，每个对象 ${draw.perObject} 名`],
        ]}
      />
      <h3>名单指纹</h3>
      <p className={styles.mark}>{draw.fingerprint}</p>
      {draw.status === 'frozen' && mayEdit && <WitnessForm draw={draw} />}
      {draw.seed !== '' && (
        <>
          <h3>见证人和随机种子</h3>
          <FactList facts={draw.witnesses.map(({ name, text }) => [name, text])} />
          <p className={styles.mark}>{draw.seed}</p>
        </>
      )}
      <div className={styles.buttons}>
        {draw.status !== 'frozen' && <CertificateButtons draw={draw} />}
        {draw.status !== 'cancelled' && mayEdit && (
          <Button onClick={() => setIsCancelling(true)}>作废</Button>
        )}
        {draw.status === 'drawn' && (
          <Link href={`/random-inspection/results/${draw.month}`}>登记检查结果</Link>
        )}
      </div>
      {draw.targets.length > 0 && <Drawn draw={draw} />}
      <LeftOutTable leftOut={draw.leftOut} />
      {isCancelling && (
        <ReasonDialog
          title={`作废第 ${draw.number} 号抽取`}
          verb="作废"
          busy={cancel.running}
          isNeeded
          onSubmit={(reason) =>
            void cancel.run({ uid: draw.uid, reason }).then(({ done }) => done && setIsCancelling(false))
          }
          onClose={() => setIsCancelling(false)}
        >
          <p>编号、名单、种子和结果都留在记录里；再抽是新的编号。不能撤销。</p>
        </ReasonDialog>
      )}
    </>
  );
}

const MOST_SHOWN = 100;

function Drawn({ draw: { targets } }: { draw: RandomDrawDetail }) {
  return (
    <>
      <h3>抽取结果({targets.length} 个)</h3>
      <table className={styles.plain}>
        <thead>
          <tr>
            <th>检查对象</th>
            <th>所在地</th>
            <th>检查人员</th>
          </tr>
        </thead>
        <tbody>
          {targets.slice(0, MOST_SHOWN).map(({ uid, name, place, inspectors }) => (
            <tr key={uid}>
              <td>{name}</td>
              <td>{place}</td>
              <td>{inspectors.map((each) => each.name).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {targets.length > MOST_SHOWN && (
        <p className={styles.hint}>这里显示前 {MOST_SHOWN} 个，全部请看导出的名单。</p>
      )}
    </>
  );
}
