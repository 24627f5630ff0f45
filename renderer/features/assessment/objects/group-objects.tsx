import { useState } from 'react';
import type { SheetObject } from '#shared/contract/assessment.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { useFrame } from '../use-frame.ts';
import { goneTitle } from './gone-title.ts';
import { ObjectsDialog } from './objects-dialog.tsx';

interface GroupObjectsProps extends Pick<Parameters<typeof ObjectsDialog>[0], 'title' | 'appliesTo' | 'day'> {
  groupUid: string;
  onClose: () => void;
}

/** Who is assessed in a group that is there already: whom it leaves out loses the scores of the period. */
export function GroupObjects(props: GroupObjectsProps) {
  const { data: frame } = useFrame(props.groupUid);
  return frame === undefined ? null : <PresentObjects {...props} present={frame.objects} />;
}

function PresentObjects({
  groupUid,
  present,
  onClose,
  ...dialog
}: GroupObjectsProps & { present: readonly SheetObject[] }) {
  const confirm = useConfirm();
  const [seenUids] = useState(() => present.map(({ organizationUid }) => organizationUid));
  const setObjects = useOperation(client.assessment.setObjects, {
    success: ({ added, removed }) => `增加 ${added} 个、去掉 ${removed} 个单位`,
    undoable: true,
  });

  async function choose(organizationUids: string[]): Promise<void> {
    const gone = present.filter(
      ({ organizationUid: uid }) => seenUids.includes(uid) && !organizationUids.includes(uid),
    );
    const isSure =
      gone.length === 0 ||
      (await confirm({
        title: goneTitle(gone.map(({ name }) => name)),
        consequence: '去掉的单位在本期的评分一起删除；可以撤销。',
        verb: '去掉',
      }));
    if (!isSure) return;
    const outcome = await setObjects.run({ groupUid, organizationUids, seenUids });
    if (outcome.done) onClose();
  }

  return (
    <ObjectsDialog {...dialog} chosen={seenUids} onChoose={(uids) => void choose(uids)} onClose={onClose} />
  );
}
