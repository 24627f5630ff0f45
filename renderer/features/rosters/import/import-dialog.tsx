import { useQuery, useQueryClient } from '@tanstack/react-query';
import { localDay } from '#shared/calendar/days.ts';
import type { Committee } from '#shared/contract/roster-views.ts';
import type { RosterImportPlace } from '#shared/contract/rosters.ts';
import { client } from '#renderer/app/client.ts';
import { committeesOf, organizationTree } from '#renderer/ui/shared-queries.ts';
import { ListImport } from '#renderer/ui/table-import/list-import.tsx';
import { PlaceFields } from './place-fields.tsx';

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  /** Null: the city's, which is made by the import. */
  committee: Committee | null;
  onDone: (committeeUid: string) => void;
  onClose: () => void;
}

const HINT =
  '一行一人的表格，连标题行一起：职位、姓名、单位、职务、单位及职务、电话、任职日期、依据文件，列的顺序不限；“主任：张×× 副市长”这样的文字也认得。先核对，再导入。';
const PASTE = {
  name: '名单',
  example: '主任：张×× 副市长\n副主任：李×× 市政府副秘书长\n成员：王×× 市教育局局长',
};

/** Waits for the place before anything is read. */
export function ImportDialog({ text, committee, onDone, onClose }: ImportDialogProps) {
  const queries = useQueryClient();
  const tree = useQuery({ ...organizationTree(null), enabled: committee === null });
  const cityUid = tree.data?.find(({ level }) => level === 'city')?.uid;
  const organizationUid = committee?.organizationUid ?? cityUid;

  /** It may have been made by the import. */
  async function show({ organizationUid: ofUid }: RosterImportPlace): Promise<void> {
    const committees = await queries.fetchQuery({ ...committeesOf(null), staleTime: 0 });
    const taken = committees.find((each) => each.organizationUid === ofUid);
    if (taken !== undefined) onDone(taken.uid);
  }

  return organizationUid === undefined ? null : (
    <ListImport<RosterImportPlace>
      what="名单"
      unit="人"
      hint={HINT}
      paste={PASTE}
      text={text}
      read={client.rosters.readTable}
      take={client.rosters.importTable}
      firstOptions={firstPlace(organizationUid, committee)}
      OptionFields={PlaceFields}
      onTaken={(place) => void show(place)}
      onClose={onClose}
    />
  );
}

/** A first list adds to nothing; a later one most often is the new roster as a whole. */
function firstPlace(organizationUid: string, committee: Committee | null): RosterImportPlace {
  const isFirst = committee === null || committee.personCount === 0;
  return {
    organizationUid,
    from: isFirst ? null : localDay(Date.now()),
    document: '',
    mode: isFirst ? 'add' : 'replace',
  };
}
