import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import type { GroupJudges, JudgeFields } from '#shared/contract/judges.ts';
import { judgesWayNames } from '#shared/rules/scoring/judges.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { useFocusBack } from '#renderer/ui/use-focus-back.ts';
import { useFrame } from '../use-frame.ts';
import { JudgeFieldsList } from './judge-fields.tsx';
import styles from './judges.module.css';

interface JudgesDialogProps {
  group: { uid: string; name: string };
  onClose: () => void;
}

/** Who scores a group as a judge: users who enter their own scores, or people on the spot. */
export function JudgesDialog({ group, onClose }: JudgesDialogProps) {
  const input = { groupUid: group.uid };
  const query = useQuery({ ...api.judges.ofGroup.queryOptions({ input }), staleTime: 0, gcTime: 0 });
  const frame = useFrame(group.uid);
  useFocusBack();
  const confirm = useConfirm();
  const [draft, setDraft] = useState<JudgeFields[] | null>(null);
  const save = useOperation(client.judges.set, {
    success: ({ count }) => (count === 0 ? '这一组不设评委' : `已设 ${count} 名评委`),
    undoable: true,
  });
  const judges = draft ?? query.data?.judges.map(fieldsOf) ?? [];
  const isNameless = judges.some(({ name }) => name.trim() === '');

  async function store({ judges: before }: GroupJudges): Promise<void> {
    if (draft === null) {
      onClose();
      return;
    }
    const loss = lossText(before, draft);
    const isSure =
      loss === '' ||
      (await confirm({
        title: '有评委的评分会一起删除，仍要保存?',
        consequence: `${loss}。考评分按留下的评委重新算出；可以撤销。`,
        verb: '保存',
      }));
    if (!isSure) return;
    const wanted = draft.map((judge) => ({ ...judge, name: judge.name.trim() }));
    const outcome = await save.run({ ...input, base: before.map(({ uid }) => uid), judges: wanted });
    if (outcome.done) onClose();
  }

  return (
    <Modal
      open
      width={860}
      title={`${group.name}：评委`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ loading: save.running, disabled: query.data === undefined || isNameless }}
      onOk={() => query.data !== undefined && void store(query.data)}
      onCancel={onClose}
    >
      <QueryView query={query}>
        {({ way, waySource, users }) => (
          <div className={styles.dialog}>
            <p>
              设了评委，每人各评各的，评齐一项就按“{judgesWayNames[way]}”算出考评分
              {waySource === '' ? '' : `（${waySource}）`}，考评分不再直接录入；算法在考核方案的设置里。
            </p>
            <JudgeFieldsList
              judges={judges}
              users={users}
              objects={frame.data?.objects ?? []}
              onChange={setDraft}
            />
          </div>
        )}
      </QueryView>
    </Modal>
  );
}

function fieldsOf({ uid, name, userUid, recusals }: GroupJudges['judges'][number]): JudgeFields {
  return { uid, name, userUid, recusals };
}

/** Whose scores go: of judges who are taken out, and of those who recuse themselves from more objects. */
function lossText(before: GroupJudges['judges'], wanted: readonly JudgeFields[]): string {
  const losses = before.flatMap(({ uid, name, scored, recusals }) => {
    if (scored === 0) return [];
    const after = wanted.find((judge) => judge.uid === uid);
    if (after === undefined) return [`去掉“${name}”，他评了 ${scored} 项`];
    const isRecused = after.recusals.some((object) => !recusals.includes(object));
    return isRecused ? [`“${name}”对新回避的单位的评分`] : [];
  });
  return losses.join('；');
}
