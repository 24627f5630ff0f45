import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { TaskImportOptions } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { ListImport, type OptionFieldsProps } from '#renderer/ui/table-import/list-import.tsx';
import { CommonFields } from './common-fields.tsx';

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

export function ImportDialog({ text, onClose }: ImportDialogProps) {
  const [first] = useState<TaskImportOptions>(() => ({
    kind: 'other',
    assignedOn: localDay(Date.now()),
    sourceText: '',
    each: false,
  }));
  return (
    <ListImport<TaskImportOptions>
      what="督办任务"
      unit="项"
      hint="一行一项，可以带标题行：任务、牵头单位、配合单位、完成时限、来源、具体内容，列的顺序不限。台账里已有的(同名、同牵头单位)不重复登记；先核对，再导入。"
      text={text}
      read={client.tasks.readTable}
      take={client.tasks.importTable}
      firstOptions={first}
      OptionFields={TaskOptions}
      onClose={onClose}
    />
  );
}

function TaskOptions({ options, onChange }: OptionFieldsProps<TaskImportOptions>) {
  return <CommonFields common={options} onChange={onChange} />;
}
