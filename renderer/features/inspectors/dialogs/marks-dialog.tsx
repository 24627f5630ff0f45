import { Form, Select } from 'antd';
import type { Inspector } from '#shared/contract/inspectors.ts';
import type { Term } from '#shared/contract/terms.ts';
import type { InspectorRole } from '#shared/rules/inspectors/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import { skillOptions } from '../filters.tsx';
import styles from '../inspectors.module.css';
import { roleOptions } from '../words.ts';

interface Values {
  addRoles: InspectorRole[];
  removeRoles: InspectorRole[];
  addSkills: string[];
  removeSkills: string[];
}

interface MarksDialogProps {
  people: readonly Inspector[];
  skills: readonly Term[];
  onDone: () => void;
  onClose: () => void;
}

/** Roles and skills that many get or lose at once; what is named in neither stays. */
export function MarksDialog({ people, skills, onDone, onClose }: MarksDialogProps) {
  const set = useOperation(client.inspectors.setMarks, {
    success: ({ changed }) => (changed === 0 ? '没有要改的' : `已改 ${changed} 人`),
    undoable: true,
  });

  async function submit(values: Values): Promise<void> {
    if ((await set.run({ uids: people.map(({ uid }) => uid), ...values })).done) onDone();
  }

  return (
    <FormDialog<Values>
      title={`设置 ${people.length} 人的角色和专长`}
      verb="保存"
      busy={set.running}
      initialValues={{ addRoles: [], removeRoles: [], addSkills: [], removeSkills: [] }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item name="addRoles" label="加上角色" className={styles.wide ?? ''}>
          <Select mode="multiple" options={roleOptions} />
        </Form.Item>
        <Form.Item
          name="removeRoles"
          label="去掉角色"
          className={styles.wide ?? ''}
          dependencies={['addRoles']}
          rules={[notBoth('addRoles')]}
        >
          <Select mode="multiple" options={roleOptions} />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="addSkills" label="加上专长" className={styles.wide ?? ''}>
          <WordSelect mode="multiple" options={skillOptions(skills)} />
        </Form.Item>
        <Form.Item
          name="removeSkills"
          label="去掉专长"
          className={styles.wide ?? ''}
          dependencies={['addSkills']}
          rules={[notBoth('addSkills')]}
        >
          <WordSelect mode="multiple" options={skillOptions(skills)} />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

function notBoth(other: keyof Values) {
  return ({ getFieldValue }: { getFieldValue: (name: keyof Values) => unknown }) => ({
    validator: (_: unknown, removed: string[]) =>
      (getFieldValue(other) as string[]).some((value) => removed.includes(value))
        ? Promise.reject(new Error('同一项不能又加上又去掉'))
        : Promise.resolve(),
  });
}
