import { Form } from 'antd';
import type { KeySite, SiteKind } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import { termOptions } from '../site-filters.tsx';

interface Values {
  add: string[];
  remove: string[];
}

interface KindsDialogProps {
  sites: readonly KeySite[];
  kinds: readonly SiteKind[];
  onDone: () => void;
  onClose: () => void;
}

/** Kinds that many get or lose at once; what is named in neither stays. */
export function KindsDialog({ sites, kinds, onDone, onClose }: KindsDialogProps) {
  const set = useOperation(client.keySites.setKinds, {
    success: ({ changed }) => (changed === 0 ? '没有要改的' : `已改 ${changed} 家的类别`),
    undoable: true,
  });

  async function submit(values: Values): Promise<void> {
    if ((await set.run({ uids: sites.map(({ uid }) => uid), ...values })).done) onDone();
  }

  return (
    <FormDialog<Values>
      title={`设置 ${sites.length} 家单位的类别`}
      verb="保存"
      busy={set.running}
      initialValues={{ add: [], remove: [] }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="add" label="加上">
        <WordSelect isFirst mode="multiple" options={termOptions(kinds)} />
      </Form.Item>
      <Form.Item
        name="remove"
        label="去掉"
        dependencies={['add']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, removed: string[]) =>
              (getFieldValue('add') as string[]).some((uid) => removed.includes(uid))
                ? Promise.reject(new Error('同一个类别不能又加上又去掉'))
                : Promise.resolve(),
          }),
        ]}
      >
        <WordSelect mode="multiple" options={termOptions(kinds)} />
      </Form.Item>
    </FormDialog>
  );
}
