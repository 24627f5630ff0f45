import { type Paragraph, TabStopType } from 'docx';
import type { Paper } from '#shared/rules/papers/model.ts';
import { attachmentLines } from '#shared/rules/papers/printed-words.ts';
import { fonts } from './fonts.ts';
import { cells } from './measures.ts';
import { paragraph } from './paragraphs.ts';
import { text } from './runs.ts';
import { styleIds } from './styles.ts';

/* What follows the body: list of attachments, attendance, note (cl. 7.3.4, 10.3, 7.3.6). */

/** So many stay on one page with the signature below them. */
const FEW = 5;

/** 附件说明: an empty line below the body; turned lines align with the name's first character. */
export function attachmentList(attachments: Paper['attachments'], line: number): Paragraph[] {
  const keepNext = attachments.length <= FEW;
  const numberWidth = attachments.length > 9 ? 2 : 1.5;
  return attachmentLines(attachments).map(({ number, title }, index) => {
    const isFirst = index === 0;
    const nameAt = cells(5 + (number === '' ? 0 : numberWidth));
    const hanging = nameAt - cells(isFirst ? 2 : 5);
    const label = isFirst ? '附件：' : '';
    return paragraph(text(`${label}${number.trimEnd()}${number === '' ? '' : '\t'}${title}`), {
      indent: { left: nameAt, hanging },
      tabs: [{ type: TabStopType.LEFT, position: nameAt }],
      keepNext,
      ...(isFirst && { before: line }),
    });
  });
}

/** 出席, 请假, 列席: turned lines align with the first character behind the colon. */
export function attendanceLines(attendance: Paper['attendance'], line: number): Paragraph[] {
  const shown = attendance.filter(({ label, people }) => label !== '' || people !== '');
  return shown.map(({ label, people }, index) => {
    const width = [...label].length + 1;
    return paragraph([...text(`${label}：`, { font: fonts.hei }), ...text(people)], {
      indent: { left: cells(2 + width), hanging: cells(width) },
      ...(index === 0 && { before: line }),
    });
  });
}

/** 附注, in parentheses. */
export function noteLines(note: string): Paragraph[] {
  if (note === '') return [];
  return [paragraph(text(`（${note.replace(/^[（(]|[）)]$/g, '')}）`), { style: styleIds.text })];
}
