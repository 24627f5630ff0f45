import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { RandomClass } from '#shared/contract/random-inspection.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { siteTerms } from '#renderer/ui/shared-queries.ts';

interface Values {
  classUid: string;
  kindUid?: string;
}

interface SitesDialogProps {
  classes: readonly RandomClass[];
  onClose: () => void;
}

/** Key sites of a kind come into a class; their names and places stay those of the ledger. */
export function SitesDialog({ classes, onClose }: SitesDialogProps) {
  const { data: terms } = useQuery(siteTerms());
  const add = useOperation(client.randomInspection.addSites, {
    success: ({ added }) => `已加入 ${added} 个重点单位`,
    undoable: true,
  });

  async function submit({ classUid, kindUid }: Values): Promise<void> {
    const outcome = await add.run({ classUid, kindUid: kindUid ?? null });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title="从重点单位加入"
      verb="加入"
      busy={add.running}
      initialValues={{ classUid: classes[0]?.uid ?? '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="classUid" label="加入到类别" rules={[{ required: true, message: '请选择类别' }]}>
        <Select options={classes.map(({ uid, name }) => ({ value: uid, label: name }))} />
      </Form.Item>
      <Form.Item
        name="kindUid"
        label="加入哪一类重点单位"
        extra="已在名录库里的不重复加入。先加入范围小的(如人员密集场所)，最后不选类别，把其余的加入另一类。"
      >
        <Select
          allowClear
          placeholder="台账里其余的全部"
          options={(terms?.kinds ?? []).map(({ uid, name }) => ({ value: uid, label: name }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
