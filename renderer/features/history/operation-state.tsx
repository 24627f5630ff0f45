import { Button } from 'antd';
import type { OperationRecord } from '#shared/contract/history.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useTakeBack } from '#renderer/app/undo/use-take-back.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';

/** How an operation ended, with the way back where there is one. */
export function OperationState({ record }: { record: OperationRecord }) {
  const takeBack = useTakeBack();
  const seesBusiness = useRight('view');
  if (record.outcome === 'refused') return <LightTag light="yellow" word="被拒绝" />;
  if (record.outcome === 'failed') return <LightTag light="red" word="没有成功" />;
  if (record.undone) return <LightTag light="plain" word="已撤销" />;
  const isOffered = seesBusiness && record.undo === 'reversible' && record.changeCount > 0;
  if (!isOffered) return <LightTag light="green" word="完成" />;
  return (
    <>
      <LightTag light="green" word="完成" />
      <Button
        type="link"
        size="small"
        aria-label={`撤销第 ${record.number} 号操作`}
        onClick={(event) => {
          event.stopPropagation();
          void takeBack.undo(record.uid);
        }}
      >
        撤销
      </Button>
    </>
  );
}
