import type { Paper } from '#shared/rules/papers/model.ts';
import { attachmentLines } from '#shared/rules/papers/printed-words.ts';
import { element } from './element.ts';
import type { PageFlow } from './page-flow.ts';

/* What follows the body: list of attachments, attendance, note (cl. 7.3.4, 10.3, 7.3.6). */

/** 附件说明: an empty line below the body; turned lines align with the name's first character. */
export function addAttachmentList(flow: PageFlow, attachments: Paper['attachments']): void {
  if (attachments.length === 0) return;
  const cells = attachmentLines(attachments).flatMap(({ number, title }, index) => [
    element('div', [], index === 0 ? '附件：' : ''),
    element('div', [], number.trim()),
    element('div', [], title),
  ]);
  flow.turnTo(false);
  flow.addWhole(element('div', ['attachmentList', 'blankLine'], ...cells));
}

/** 出席, 请假, 列席: turned lines align with the first character behind the colon. */
export function addAttendance(flow: PageFlow, attendance: Paper['attendance']): void {
  const shown = attendance.filter(({ label, people }) => label !== '' || people !== '');
  if (shown.length === 0) return;
  flow.turnTo(false);
  shown.forEach(({ label, people }, index) => {
    const line = element(
      'p',
      index === 0 ? ['flush', 'people', 'blankLine'] : ['flush', 'people'],
      element('span', ['hei'], `${label}：`),
      people,
    );
    line.style.setProperty('--label', String([...label].length + 3));
    flow.addText(line);
  });
}

/** 附注, in parentheses. */
export function noteElement(note: string): HTMLElement {
  return element('p', ['paragraph'], `（${note.replace(/^[（(]|[）)]$/g, '')}）`);
}
