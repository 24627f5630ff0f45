import type { EarlierImportOptions } from '#shared/contract/papers.ts';
import { type RegisterMeaning, registerColumns } from '#shared/rules/papers/register-columns.ts';
import { saysNumber } from '#shared/rules/papers/said-number.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { earlierPapers } from './earlier.ts';
import { requireSeries } from './kinds.ts';
import { numberOf } from './numbers.ts';
import { registeredPapers } from './queries.ts';

/** `number` as it stands in full; a row may say only the serial. */
type Fields = Record<'number' | 'title' | 'issuedOn' | 'addressee', string> & { serial: number };

interface ReadRegister extends Understood {
  rows: readonly RecordRow<Fields>[];
  options: EarlierImportOptions;
}

/** Papers issued before the program, by their numbers; those that are known stay as they are. */
export const earlierImport: ListImport<RegisterMeaning, EarlierImportOptions, ReadRegister> = {
  key: 'papers',
  what: '以前的公文',
  unit: '份',
  columns: () => registerColumns,
  withoutHeading: () => ['number', 'title', 'issuedOn', 'addressee'],
  understand(db, table, { options, today }) {
    const series = requireSeries(db, { uid: options.seriesUid });
    const known = new Map(
      db.all(registeredPapers).map((paper) => [
        paper.number_text,
        {
          id: paper.id,
          fields: {
            number: paper.number_text,
            serial: 0,
            title: paper.title,
            issuedOn: paper.issued_on ?? '',
            addressee: paper.addressee,
          },
        },
      ]),
    );

    function readRow(texts: RowTexts<RegisterMeaning>, source: TableRow, title: string): Fields {
      const written = texts.text(source, 'number').replaceAll(/\s/gu, '');
      const serial = Number(/(\d{1,5})[号期]?$/u.exec(written)?.[1] ?? 0);
      const issuedOn = texts.day(source, 'issuedOn') ?? '';
      const isWhole = known.has(written) || serial < 1 || issuedOn === '';
      const computed = isWhole ? written : numberOf(db, series, serial, issuedOn).text;
      const isSaid = saysNumber(written, computed);
      if (!isSaid)
        texts.note(
          'error',
          source.row,
          'number',
          `写的是“${written}”，按“${series.name}”和印发日期应是“${computed}”。请核对文号、日期，或另选文号系列导入。`,
        );
      const number = isSaid ? computed : written;
      return { number, serial, title, issuedOn, addressee: texts.text(source, 'addressee') };
    }

    function noteProblems(texts: RowTexts<RegisterMeaning>, source: TableRow, said: Fields): void {
      const note = (meaning: RegisterMeaning, text: string) => texts.note('error', source.row, meaning, text);
      if (said.serial < 1) note('number', '没有读到文号里的序号，请写成 12 或“〔2026〕12号”这样。');
      if (texts.text(source, 'issuedOn') === '') note('issuedOn', '没有写印发日期，请补上。');
      if (said.issuedOn > today) note('issuedOn', `印发日期 ${said.issuedOn} 还没有到，请核对。`);
      const holder = known.get(said.number)?.fields.title;
      if (holder !== undefined && plain(holder) !== plain(said.title))
        note('number', `文号“${said.number}”已经是“${holder}”，请核对。`);
    }

    const read = understandRecords<RegisterMeaning, Fields>(table, {
      columns: registerColumns,
      subject: 'title',
      read: (texts, source, title) => {
        const said = readRow(texts, source, title);
        noteProblems(texts, source, said);
        return said;
      },
      keyOf: ({ number }) => number,
      known,
      labels: {},
      whenNew: (said) => said,
      describe: ({ number }) => [`记为“${number}”`],
    });
    return { ...read, notes: [], options };
  },
  write({ rows, options }, context) {
    const items = [...rows].filter(({ action }) => action === 'add').map(({ fields }) => itemOf(fields));
    if (items.length > 0) earlierPapers.enterEarlier({ ...options, items }, context);
  },
};

function itemOf({ serial, title, issuedOn, addressee }: Fields) {
  return { serial, title, issuedOn, addressee };
}

function plain(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
