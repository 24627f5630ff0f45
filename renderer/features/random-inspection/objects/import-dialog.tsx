import { Select } from 'antd';
import type { RandomClass } from '#shared/contract/random-inspection.ts';
import { client } from '#renderer/app/client.ts';
import { ListImport, type OptionFieldsProps } from '#renderer/ui/table-import/list-import.tsx';
import { useClasses } from '../use-random.ts';

interface Options {
  classUid: string;
}

interface ImportDialogProps {
  classes: readonly RandomClass[];
  /** As the page is filtered. */
  classUid: string | null;
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

export function ImportDialog({ classes, classUid, text, onClose }: ImportDialogProps) {
  const [first] = classes.toReversed();
  if (first === undefined) return null;
  return (
    <ListImport<Options>
      what="检查对象"
      unit="个对象"
      hint="一行一个对象，连标题行一起：对象名称、县(市、区)、乡镇(街道)、信用等级、受过处罚、有效期至、备注。先选好类别；这一类里已有的名称不重复加入。重点单位请用“从重点单位加入”。"
      text={text}
      read={client.randomInspection.readTable}
      take={client.randomInspection.importTable}
      firstOptions={{ classUid: classUid ?? first.uid }}
      OptionFields={ClassField}
      onClose={onClose}
    />
  );
}

function ClassField({ options, onChange }: OptionFieldsProps<Options>) {
  const { data: classes = [] } = useClasses();
  return (
    <Select
      aria-label="类别"
      style={{ width: 240 }}
      value={options.classUid}
      options={classes.map(({ uid, name }) => ({ value: uid, label: name }))}
      onChange={(classUid) => onChange({ ...options, classUid })}
    />
  );
}
