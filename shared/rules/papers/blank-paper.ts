import type { Paper, PaperBlock, PaperLayout } from './model.ts';

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
