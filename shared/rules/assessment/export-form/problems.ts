import { columnDefinitions, sheetDefinitions, type SheetKind } from './definitions.ts';
import { formLimits } from './limits.ts';
import { type ExportForm, type Margins, PERIOD_PLACE, type SheetForm } from './model.ts';

/* What is wrong with a form, in words, at its place in the editor. */

export type FormPlace =
  | 'title'
  | 'unit'
  | 'signatures'
  | 'fileName'
  | 'decimals'
  | 'sheets'
  | 'margins'
  | `${SheetKind}.ending`
  | `${SheetKind}.columns`;

export interface FormProblem {
  place: FormPlace;
  text: string;
}

const marginNames: readonly [keyof Margins, string][] = [
  ['top', '上'],
  ['bottom', '下'],
  ['left', '左'],
  ['right', '右'],
];

/** The first problem of each place. */
export function formProblems(form: ExportForm): FormProblem[] {
  const found = [
    ...textProblems(form),
    ...sheetsProblems(form.sheets),
    ...form.sheets.flatMap(sheetProblems),
    ...marginProblems(form.page.margins),
  ];
  return found.filter(({ place }, index) => found.findIndex((other) => other.place === place) === index);
}

/** Lines in which a text is refused, and why. */
function lineProblem(what: string, text: string, limit: number): string | null {
  if (text.trim().length > limit) return `${what}最多 ${limit} 个字，现在有 ${text.trim().length} 个`;
  return /\p{Cc}/u.test(text) ? `${what}里不能有换行或控制字符` : null;
}

function textProblems(form: ExportForm): FormProblem[] {
  const problems: FormProblem[] = [];
  const add = (place: FormPlace, text: string | null): void => {
    if (text !== null) problems.push({ place, text });
  };
  const required = (what: string, text: string, limit: number): string | null =>
    text.trim() === '' ? `请填写${what}` : lineProblem(what, text, limit);
  add('title', required('标题', form.title, formLimits.title));
  add('unit', lineProblem('填报单位', form.unit, formLimits.unit));
  add('fileName', required('文件名', form.fileName, formLimits.fileName));
  if (form.signatures.length > formLimits.signatures)
    add('signatures', `签名栏最多 ${formLimits.signatures} 项`);
  for (const line of form.signatures) add('signatures', required('签名栏', line, formLimits.signature));
  const { decimals } = form;
  if (decimals !== null && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= formLimits.decimals))
    add('decimals', `小数位数是 0 到 ${formLimits.decimals}`);
  return problems;
}

/** A form that is kept serves many periods: without the period's name one workbook takes the place of another. */
export function keptFormProblems(form: ExportForm): FormProblem[] {
  const problems = formProblems(form);
  if (form.fileName.includes(PERIOD_PLACE) || problems.some(({ place }) => place === 'fileName'))
    return problems;
  return [
    ...problems,
    { place: 'fileName', text: `文件名里要有${PERIOD_PLACE}，否则下一期的文件会顶掉这一期的` },
  ];
}

function sheetsProblems(sheets: readonly SheetForm[]): FormProblem[] {
  const twice = sheets.find(({ kind }, index) => sheets.findIndex((other) => other.kind === kind) !== index);
  if (twice !== undefined)
    return [{ place: 'sheets', text: `“${sheetDefinitions[twice.kind].name}”有两份，请只留一份` }];
  const shown = sheets.filter((sheet) => sheet.shown);
  if (shown.length === 0) return [{ place: 'sheets', text: '请至少选一张表' }];
  // A period that is not made of parts has no such sheet, and a workbook without sheets is none.
  if (shown.every(({ kind }) => kind === 'year'))
    return [{ place: 'sheets', text: '年度成绩表只在年度由各期合成时才有，请再选一张表' }];
  return [];
}

function sheetProblems({ kind, shown, ending, columns }: SheetForm): FormProblem[] {
  const problems: FormProblem[] = [];
  const wrongEnding = lineProblem('表名', ending, formLimits.ending);
  if (wrongEnding !== null) problems.push({ place: `${kind}.ending`, text: wrongEnding });
  const add = (text: string): void => void problems.push({ place: `${kind}.columns`, text });
  const definitions = columnDefinitions(kind);
  if (definitions.length > 0 && columns.length === 0 && shown) add('请至少选一栏');
  for (const { name } of definitions.filter(
    ({ key, required }) => required && shown && columns.every((column) => column.key !== key),
  ))
    add(`“${sheetDefinitions[kind].name}”里要有“${name}”这一栏`);
  for (const [index, { key, name }] of columns.entries()) {
    const usual = definitions.find((definition) => definition.key === key)?.name;
    if (usual === undefined) add(`“${sheetDefinitions[kind].name}”里没有“${name}”这一栏`);
    else if (columns.findIndex((other) => other.key === key) !== index)
      add(`“${usual}”这一栏选了两次，请去掉一个`);
    else if (name.trim() === '') add(`请填写“${usual}”这一栏的名称`);
    else if (columns.findIndex((other) => other.name.trim() === name.trim()) !== index)
      add(`有两栏都叫“${name.trim()}”，请改一个名称`);
    else {
      const wrongName = lineProblem('栏目名', name, formLimits.columnName);
      if (wrongName !== null) add(wrongName);
    }
  }
  return problems;
}

function marginProblems(margins: Margins): FormProblem[] {
  return marginNames.flatMap(([side, name]) => {
    const value = margins[side];
    const fits = Number.isInteger(value) && value >= 0 && value <= formLimits.margin;
    return fits
      ? []
      : [{ place: 'margins' as const, text: `${name}边距是 0 到 ${formLimits.margin} 毫米的整数` }];
  });
}
