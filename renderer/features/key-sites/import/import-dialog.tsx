import type { SiteImportOptions } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';
import type { OptionFieldsProps } from '#renderer/ui/table-import/list-import.tsx';
import styles from '../key-sites.module.css';
import { placeLevels } from '../words.ts';

export const ImportDialog = importDialog<SiteImportOptions>({
  what: '重点单位',
  unit: '家',
  hint: '一行一家，连标题行一起：单位名称、县(市、区)、乡镇(街道)、地址、行业、类别、负责人、电话，列的顺序不限。台账里已有的会更新，空着的格子不会抹掉原来的内容；先核对，再导入。',
  read: client.keySites.readTable,
  take: client.keySites.importTable,
  firstOptions: { placeUid: null },
  OptionFields: PlaceField,
});

function PlaceField({ options, onChange }: OptionFieldsProps<SiteImportOptions>) {
  return (
    <span className={styles.fallback}>
      没写区县的算在
      <OrganizationSelect
        aria-label="没写区县的算在"
        placeholder="选区县或乡镇"
        levels={placeLevels}
        value={options.placeUid}
        onChange={(placeUid) => onChange({ placeUid })}
      />
    </span>
  );
}
