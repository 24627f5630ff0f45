import { blankPaper } from '../papers/blank-paper.ts';
import { formField, formLabel } from '../papers/form-paper.ts';
import type { Paper, PaperBlock } from '../papers/model.ts';
import type { TownshipProfile } from './profile.ts';
import { profileNote, profileSections, profileTitle, type ProfileSection } from './sections.ts';

/** @param printer name of the office @param today YYYY-MM-DD */
export function profilePaper(profile: TownshipProfile, printer: string, today: string): Paper {
  return {
    ...blankPaper('form'),
    title: profileTitle(profile),
    body: [line(profileNote(profile)), ...profileSections(profile).map(tableOf), line(`${printer} ${today}`)],
    signature: null,
  };
}

function line(text: string): PaperBlock {
  return { kind: 'paragraph', place: 'flush', runs: [{ text }] };
}

function tableOf({ title, head, rows, widths }: ProfileSection): PaperBlock {
  const headRow = head.length === 0 ? [] : [head.map((text) => ({ ...formLabel(text), bold: true }))];
  return {
    kind: 'table',
    caption: title,
    columns: widths,
    headRows: headRow.length,
    rows: [...headRow, ...rows.map((texts) => texts.map((text) => formField(text)))],
    landscape: false,
  };
}
