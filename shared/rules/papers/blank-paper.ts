import type { Paper, PaperBlock, PaperCell, PaperLayout, PaperRun } from './model.ts';

/** A paper of this layout with nothing in it yet. */
export function blankPaper(layout: PaperLayout): Paper {
  const isMinutes = layout === 'minutes';
  return {
    layout,
    head: {
      copyNumber: '',
      secrecy: '',
      urgency: '',
      issuers: [],
      markSuffix: layout === 'standard' ? '文件' : '',
      number: '',
      signers: [],
      issueLine: isMinutes ? { left: '', right: '' } : null,
    },
    title: '',
    addressee: '',
    addresseeInEndMatter: false,
    body: [],
    attachments: [],
    attendance: [],
    signature: isMinutes ? null : { units: [], day: '', seal: true },
    note: '',
    endMatter: layout === 'form' ? null : { copyTo: '', printer: '', printedOn: '' },
    slip: null,
  };
}

/** A paragraph of body text. */
export function bodyText(text: string): PaperBlock {
  return { kind: 'paragraph', place: 'indented', runs: [{ text }] };
}

/** A paragraph of body text, parts of it bold. */
export function bodyRuns(...runs: PaperRun[]): PaperBlock {
  return { kind: 'paragraph', place: 'indented', runs };
}

/** A cell of a table that covers no other. */
export function bodyCell(text: string, align: PaperCell['align'], bold = false): PaperCell {
  return { text, align, across: 1, down: 1, ...(bold ? { bold } : {}) };
}
