import { readWrittenDay } from '../../calendar/written-day.ts';

/* A table of partner units as it is pasted: with headings, or in the usual order without any. */

export interface ReadPartner {
  kind: string;
  name: string;
  dutyPhone: string;
  contact: string;
  contactPhone: string;
  note: string;
  confirmedOn: string | null;
}

type Field = keyof ReadPartner;

const words: Readonly<Record<Field, readonly string[]>> = {
  kind: ['类别', '类型', '系统', '行业'],
  name: ['单位名称', '单位', '名称', '联动单位', '部门'],
  dutyPhone: ['值班电话', '24小时值班电话', '电话', '联系电话', '值班室电话'],
  contact: ['联系人', '联络员', '姓名'],
  contactPhone: ['联系人电话', '手机', '手机号', '联系人手机'],
  note: ['备注', '说明'],
  confirmedOn: ['核实日期', '确认日期'],
};
const usualOrder: readonly Field[] = ['kind', 'name', 'dutyPhone', 'contact', 'contactPhone', 'note'];

/** @param otherKind where a row names none */
export function readPartners(cells: readonly (readonly string[])[], otherKind: string): ReadPartner[] {
  const rows = cells
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const head = rows.findIndex((row) => row.filter((cell) => fieldOf(cell) !== null).length >= 2);
  const fields = head < 0 ? usualOrder : (rows[head] ?? []).map(fieldOf);
  const seen = new Set<string>();
  return rows.slice(head + 1).flatMap((row) => {
    const at = (field: Field): string => row[fields.indexOf(field)] ?? '';
    const name = at('name');
    if (name === '' || seen.has(name)) return [];
    seen.add(name);
    const [kind, confirmedOn] = [at('kind'), at('confirmedOn')];
    return [
      {
        kind: kind === '' ? otherKind : kind,
        name,
        dutyPhone: at('dutyPhone'),
        contact: at('contact'),
        contactPhone: at('contactPhone'),
        note: at('note'),
        confirmedOn: confirmedOn === '' ? null : readWrittenDay(confirmedOn),
      },
    ];
  });
}

function fieldOf(heading: string): Field | null {
  const plain = heading.replaceAll(/\s/gu, '');
  const found = Object.entries(words).find(([, list]) => list.includes(plain));
  // The keys of the list of words are the fields.
  return found === undefined ? null : (found[0] as Field);
}
