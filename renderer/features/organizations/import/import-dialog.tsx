import { DatePicker } from 'antd';
import type { OrganizationImportPlace, OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { ListImport, type OptionFieldsProps } from '#renderer/ui/table-import/list-import.tsx';
import { levelsToAdd } from '../actions.ts';
import { toDate, toDay } from '../model/days.ts';
import type { OrganizationKind } from '../organizations-page.tsx';

const HINT =
  '一行一个机构：县(市、区)、乡镇(街道)、村(社区)、成员单位分列，或者名称、简称、级别、上级、标记、代码，列的顺序不限；也可以只有名称，加在左边选中的机构下面。已有的只更正简称、标记和代码。先核对，再导入。';

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  parent: OrganizationNode;
  kind: OrganizationKind;
  onClose: () => void;
}

export function ImportDialog({ text, parent, kind, onClose }: ImportDialogProps) {
  const level = kind === 'memberUnits' ? 'memberUnit' : (levelsToAdd(parent, kind)[0] ?? 'village');
  return (
    <ListImport<OrganizationImportPlace>
      what="机构"
      unit="个"
      rowUnit="行"
      hint={HINT}
      text={text}
      read={client.organizations.readTable}
      take={client.organizations.importTable}
      firstOptions={{ parentUid: parent.uid, level, from: null }}
      OptionFields={FromField}
      onClose={onClose}
    />
  );
}

function FromField({ options, onChange }: OptionFieldsProps<OrganizationImportPlace>) {
  return (
    <span>
      新增的机构从{' '}
      <DatePicker
        aria-label="从哪一天起"
        placeholder="建库以前就有"
        style={{ width: 150 }}
        value={toDate(options.from)}
        onChange={(date) => onChange({ ...options, from: toDay(date) })}
      />{' '}
      起
    </span>
  );
}
