import { column, type FieldColumn, type FieldScope, fieldSource } from '#main/core/fields/field-source.ts';
import { committees, rosterOn, type RosterMember } from './roster-on.ts';

/** Who sits on the committees on the last day of the time, for forms of other offices. */

interface Member extends RosterMember {
  committee: string;
}

function members({ db, to }: FieldScope): Member[] {
  return committees(db, to).flatMap(({ uid, name }) =>
    rosterOn(db, uid, to).map((member) => ({ ...member, committee: name })),
  );
}

const columns: readonly FieldColumn<Member>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('committee', '消防安全委员会', 'text', ({ committee }) => committee),
  column('position', '委员会职位', 'text', ({ positionName }) => positionName),
  column('name', '姓名', 'text', ({ name }) => name),
  column('title', '单位及职务', 'text', ({ title }) => title),
  column('unit', '单位', 'text', ({ unit }) => unit),
  column('post', '职务', 'text', ({ post }) => post),
  column('officePhone', '办公电话', 'text', ({ officePhone }) => officePhone),
  column('mobile', '手机', 'text', ({ mobile }) => mobile),
];

export const rosterFields = [
  fieldSource<Member>({ key: 'roster', name: '委员会名册(每人一行)', columns, rows: members }),
];
