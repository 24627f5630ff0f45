import { Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { taskKindNames, taskKinds } from '#shared/rules/tasks/model.ts';
import type { DraftCommon } from './draft-tasks.ts';
import styles from './tasks.module.css';

const kindOptions = taskKinds.map((kind) => ({ value: kind, label: taskKindNames[kind] }));

interface CommonFieldsProps {
  common: DraftCommon;
  onChange: (common: DraftCommon) => void;
}

/** Said once for all: kind, source, day; and whether each lead unit gets a task of its own. */
export function CommonFields({ common, onChange }: CommonFieldsProps) {
  return (
    <div className={styles.common}>
      <Select
        aria-label="类别"
        value={common.kind}
        options={kindOptions}
        style={{ width: 116 }}
        onChange={(kind) => onChange({ ...common, kind })}
      />
      <Input
        aria-label="来源"
        placeholder="来源：会议、批示或文件"
        maxLength={200}
        autoComplete="off"
        value={common.sourceText}
        style={{ width: 260 }}
        onChange={({ target }) => onChange({ ...common, sourceText: target.value })}
      />
      <DatePicker
        aria-label="交办日期"
        allowClear={false}
        value={dayjs(common.assignedOn)}
        onChange={(date) =>
          onChange({ ...common, assignedOn: date?.format('YYYY-MM-DD') ?? common.assignedOn })
        }
      />
      <Checkbox
        checked={common.each}
        onChange={({ target }) => onChange({ ...common, each: target.checked })}
      >
        每个牵头单位各建一项
      </Checkbox>
    </div>
  );
}
