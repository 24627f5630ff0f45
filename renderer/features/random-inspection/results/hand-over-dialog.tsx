import { Form } from 'antd';
import type { Found } from '#shared/contract/findings.ts';
import type { RandomTarget } from '#shared/contract/random-results.ts';
import { usualDueDay } from '#shared/rules/visits/proposed.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { FoundItems } from '../../findings/dialogs/found-items.tsx';

/** Days to put it right, until the clerk says otherwise. */
const USUAL_DAYS = 30;

/** A problem becomes a finding, with who answers for it and by when. */
export function HandOverDialog({ target, onClose }: { target: RandomTarget; onClose: () => void }) {
  const [form] = Form.useForm<Found>();
  const handOver = useOperation(client.randomInspection.handOver, {
    success: '已转入问题隐患',
    undoable: true,
  });

  async function submit(found: Found): Promise<void> {
    const outcome = await handOver.run({
      uid: target.uid,
      found: { ...found, spot: found.spot ?? '', element: found.element ?? '' },
    });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Found>
      title={`转入问题隐患：${target.name}`}
      verb="转入"
      width={760}
      busy={handOver.running}
      form={form}
      initialValues={{
        what: target.problem,
        spot: '',
        severity: 'ordinary',
        element: '',
        article: '',
        demand: '',
        leadUids: target.countyUid === null ? [] : [target.countyUid],
        dueOn: usualDueDay(target.inspectedOn ?? target.dueOn, null, USUAL_DAYS),
      }}
      onSubmit={(found) => void submit(found)}
      onClose={onClose}
    >
      <FoundItems isFirst />
    </FormDialog>
  );
}
